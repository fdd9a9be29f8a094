import type { Citation } from "./citation.ts"
import type { Finding } from "./finding.ts"
import { fractionText } from "./fraction-reading.ts"
import type { RuleId } from "./refusal.ts"
import type { Threshold } from "./threshold.ts"
import { flippedBy, meets, needed, shortBy } from "./threshold.ts"

/** A count that is held against a threshold, and the rule that asks for it. */
export interface Weighing {
  readonly rule: RuleId
  readonly threshold: Threshold
  readonly count: number
  /** How many, or how much, the base is. */
  readonly of: number
  readonly citation?: Citation | undefined
}

/**
 * The outcome with everything that explains it: what was counted, what was needed, and how near it was. For counts that
 * `countMustBePossible` lets pass; others never hold, and their finding may hold what JSON cannot. Rule THRESHOLD-4.
 */
export const weigh = ({ rule, threshold, count, of, citation }: Weighing): Finding => {
  const { share, comparison, measure, base } = threshold
  const holds = meets(threshold, count, of)
  const turning = flippedBy(threshold, count, of)
  const facts = { count, of, needed: needed(threshold, of), share: fractionText(share), comparison, measure, base }
  return {
    rule,
    holds,
    facts,
    ...(citation === undefined ? {} : { citation }),
    ...(holds ? {} : { shortBy: shortBy(threshold, count, of) }),
    ...(turning === undefined ? {} : { flippedBy: turning }),
  }
}
