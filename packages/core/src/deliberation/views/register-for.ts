import type { SetAside } from "../model.ts"
import { type Audience, seesNames } from "./audience.ts"
import type { RegisterEntry } from "./step-register.ts"
import { withholdsChoices, withoutChoices, withoutVoid } from "./withheld.ts"

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
  /** Whether what was counted by choice is not told, because few voted secretly; `tally` and `dissent` are then null. */
  readonly withheld: boolean
  readonly names: Pick<RegisterEntry, NamingField> | null
}

const countsOf = (setAside: ReadonlyArray<SetAside>): ReadonlyArray<SetAsideCount> => {
  const counts = new Map<SetAside["reason"], number>()
  for (const { reason } of setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, ballots]) => ({ reason, ballots }))
}

/** Without what says how many chose what. */
const choicesHidden = (entry: RegisterEntry): RegisterEntry => ({
  ...entry,
  ...{ tally: null, dissent: null, flips: [], findings: withoutChoices(entry.findings) },
  setAside: withoutVoid(entry.setAside),
})

const isWithheld = ({ mode, tally }: RegisterEntry): boolean => tally !== null && withholdsChoices(mode, tally)

/**
 * Registers as an audience may see them: the public and the parties see no voter and no reference to a person, and of a secret vote of
 * few no count by choice. Rules DELIBERATION-24 and DELIBERATION-30.
 */
export const registerFor = (entries: ReadonlyArray<RegisterEntry>, audience: Audience): ReadonlyArray<RegisterSheet> =>
  entries.map((entry) => {
    const withheld = !seesNames(audience) && isWithheld(entry)
    const { onBehalfOf, present, proxies, recusals, setAside, votes, ...sheet } = withheld
      ? choicesHidden(entry)
      : entry
    return {
      ...sheet,
      setAsideCounts: countsOf(setAside),
      recused: recusals.length,
      byProxy: proxies.length,
      withheld,
      names: seesNames(audience) ? { onBehalfOf, present, proxies, recusals, setAside, votes } : null,
    }
  })
