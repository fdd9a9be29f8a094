import type { Base, Measure } from "../../../kernel/threshold.ts"
import type { Tally } from "../../model.ts"
import { measuresOf, type ReadyRules } from "./thresholds.ts"

/** How many, or how much, a base of a quorum is in a tally. The whole estate is the whole roll. Rule TALLY-8. */
export const quorumBaseIn = (tally: Tally, { base, measure }: { base: Base; measure: Measure }): number => {
  switch (base) {
    case "whole-estate":
      return tally.members[measure]
    case "participating":
      return tally.cast[measure]
    default:
      return tally[base][measure]
  }
}

/** A base of an approval: as of a quorum, and where the rules let the silent take part, they do. Rule TALLY-8. */
export const approvalBaseIn = (
  rules: ReadyRules,
  tally: Tally,
  { base, measure }: { base: Base; measure: Measure },
): number =>
  quorumBaseIn(tally, { base, measure }) +
  (base === "participating" && rules.silentTakePart ? tally.silent[measure] : 0)

/** Who takes part in the sense of a quorum: whoever came, or whoever cast a ballot. Nobody does by silence. Rule TALLY-9. */
export const takingPart = (rules: ReadyRules, tally: Tally, measure: Measure): number =>
  rules.quorumCounts === "present" ? tally.present[measure] : tally.cast[measure]

/** Whether those for it are more than those against it in everything that the approval counts. Rule TALLY-13. */
const isMajority = (rules: ReadyRules, tally: Tally): boolean =>
  measuresOf(rules.approval).every((measure) => tally.for[measure] > tally.against[measure])

/**
 * Of a base, how many of the silent are counted as being for it: of those participating all the silent, where a clause lets
 * them follow the majority and the majority is for it; else nobody. Rule TALLY-13.
 */
export const following = (
  rules: ReadyRules,
  tally: Tally,
  { base, measure }: { base: Base; measure: Measure },
): number => (rules.clause !== null && base === "participating" && isMajority(rules, tally) ? tally.silent[measure] : 0)
