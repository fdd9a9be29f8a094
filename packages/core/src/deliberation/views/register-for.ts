import type { SetAside } from "../model.ts"
import { type Audience, seesNames } from "./audience.ts"
import type { RegisterEntry } from "./step-register.ts"

/** What of a register names somebody. */
export type NamingField = "setAside" | "recusals" | "proxies" | "present" | "votes" | "onBehalfOf"

/** How many ballots were not counted, for one reason. */
export interface SetAsideCount {
  readonly reason: SetAside["reason"]
  readonly ballots: number
}

/** A register as everybody may see it: numbers instead of names. `names` is there for those who may see them. */
export interface RegisterSheet extends Omit<RegisterEntry, NamingField> {
  readonly setAsideCounts: ReadonlyArray<SetAsideCount>
  readonly recused: number
  readonly byProxy: number
  readonly names: Pick<RegisterEntry, NamingField> | null
}

const countsOf = (setAside: ReadonlyArray<SetAside>): ReadonlyArray<SetAsideCount> => {
  const counts = new Map<SetAside["reason"], number>()
  for (const { reason } of setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, ballots]) => ({ reason, ballots }))
}

/** Registers as an audience may see them: the public and the parties see no voter and no reference to a person. */
export const registerFor = (entries: ReadonlyArray<RegisterEntry>, audience: Audience): ReadonlyArray<RegisterSheet> =>
  entries.map(({ onBehalfOf, present, proxies, recusals, setAside, votes, ...sheet }) => ({
    ...sheet,
    setAsideCounts: countsOf(setAside),
    recused: recusals.length,
    byProxy: proxies.length,
    names: seesNames(audience) ? { onBehalfOf, present, proxies, recusals, setAside, votes } : null,
  }))
