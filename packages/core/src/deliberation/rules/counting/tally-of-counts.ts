import type { Tally, Weight } from "../../model.ts"
import { minus, nothing, plus } from "./weight.ts"

/** A number of heads, or heads and area. */
export type Counted = number | Weight

/** What whoever counted for themselves knows of a ballot. */
export interface Counts {
  /** The whole roll. */
  readonly members: Counted
  /** Those of the roll who take no part; without it nobody. */
  readonly recused?: Counted | undefined
  /** Those present; without it those who cast a ballot. */
  readonly present?: Counted | undefined
  readonly for: Counted
  readonly against: Counted
  readonly abstain?: Counted | undefined
  readonly void?: Counted | undefined
}

const weight = (counted: Counted | undefined): Weight => {
  if (counted === undefined) return nothing
  return typeof counted === "number" ? { heads: counted, area: 0 } : counted
}

/** The tally of these counts, for `judge`: what was cast, what was valid and who was silent follows from them. Rule TALLY-6. */
export const tallyOfCounts = (counts: Counts): Tally => {
  const chosen = { for: weight(counts.for), against: weight(counts.against), abstain: weight(counts.abstain) }
  const valid = plus(plus(chosen.for, chosen.against), chosen.abstain)
  const cast = plus(valid, weight(counts.void))
  const members = weight(counts.members)
  const entitled = minus(members, weight(counts.recused))
  const present = counts.present === undefined ? cast : weight(counts.present)
  return { members, entitled, present, cast, valid, ...chosen, silent: minus(entitled, cast) }
}
