import type { DecisionRules } from "../../../kernel/decision-rules.ts"
import type { ProxyVote, SetAsideReason, Sitting } from "../../model.ts"

interface Entitling extends Pick<Sitting, "roll" | "recusals" | "proxies"> {
  readonly rules: Pick<DecisionRules, "proxies">
}

const pair = (voter: string, by: string): string => JSON.stringify([voter, by])

/** How many others each holder votes for. */
const numberHeld = (proxies: ReadonlyArray<ProxyVote>): ReadonlyMap<string, number> => {
  const held = new Map<string, Set<string>>()
  for (const { by, voter } of proxies) held.set(by, (held.get(by) ?? new Set<string>()).add(voter))
  return new Map([...held].map(([by, voters]) => [by, voters.size]))
}

/**
 * Asks whether a ballot of `voter` that `castBy` cast may be counted: the reason why not, else nothing. A proxy has to be on
 * the roll and not recused; one who holds more than the cap votes for none of them, since nobody could say which are too
 * many. Rules TALLY-2 and TALLY-5.
 */
export const mayCast = ({
  proxies,
  recusals,
  roll,
  rules,
}: Entitling): ((voter: string, castBy: string) => SetAsideReason | undefined) => {
  const known = new Set(roll.map(({ voter }) => voter))
  const recused = new Set(recusals.map(({ voter }) => voter))
  const granted = new Set(proxies.map(({ by, voter }) => pair(voter, by)))
  const held = numberHeld(proxies)
  const isHolder = (by: string): boolean =>
    known.has(by) && !recused.has(by) && (held.get(by) ?? 0) <= rules.proxies.cap
  return (voter, castBy) => {
    if (!known.has(voter)) return "not-on-roll"
    if (recused.has(voter)) return "recused"
    if (castBy === voter || (granted.has(pair(voter, castBy)) && isHolder(castBy))) return undefined
    return "not-entitled-to-cast"
  }
}
