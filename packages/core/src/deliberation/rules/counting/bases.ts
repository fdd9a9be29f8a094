import type { Base, Measure } from "../../../kernel/threshold.ts"
import type { Tally } from "../../model.ts"
import { measuresOf, type ReadyRules } from "./thresholds.ts"

/** How many, or how much, a base is in a tally. The whole estate is the whole roll. Rule TALLY-8. */
export const baseIn = (
  rules: ReadyRules,
  tally: Tally,
  { base, measure }: { base: Base; measure: Measure },
): number => {
  switch (base) {
    case "members":
    case "whole-estate":
      return tally.members[measure]
    case "participating":
      return tally.cast[measure] + (rules.silentTakePart ? tally.silent[measure] : 0)
    default:
      return tally[base][measure]
  }
}

/** Who takes part in the sense of a quorum: nobody does by silence unless a clause says so. Rule TALLY-9. */
export const takingPart = (rules: ReadyRules, tally: Tally, measure: Measure): number => {
  if (rules.quorumCounts === "present") return tally.present[measure]
  return tally.cast[measure] + (rules.clause === null ? 0 : tally.silent[measure])
}

/** Whether those for it are more than those against it in everything that the approval counts. Rule TALLY-13. */
const isMajority = (rules: ReadyRules, tally: Tally): boolean =>
  measuresOf(rules.approval).every((measure) => tally.for[measure] > tally.against[measure])

/**
 * Of a base, how many of the silent are counted as being for it: all of the base who are silent, where a clause lets them
 * follow the majority and the majority is for it; else nobody. Rule TALLY-13.
 */
export const following = (
  rules: ReadyRules,
  tally: Tally,
  { base, measure }: { base: Base; measure: Measure },
): number => {
  if (!rules.silentFollow || base === "valid" || base === "cast" || !isMajority(rules, tally)) return 0
  return base === "present" ? tally.present[measure] - tally.cast[measure] : tally.silent[measure]
}
