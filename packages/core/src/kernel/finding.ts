import * as Schema from "effect/Schema"
import { Citation } from "./citation.ts"
import { RuleId } from "./rule-id.ts"
import { LongText } from "./text.ts"

/** One thing that was looked at: a count, a date, a share as `2/3`. */
export type Fact = string | number | boolean

/**
 * What came of applying one rule, so that an outcome explains itself: "34 of 50 present, needs at least 2/3 = 34: met".
 * Plain data; the sentence is made in `@jinlin/messages`.
 */
export interface Finding {
  readonly rule: RuleId
  readonly holds: boolean
  /** What was looked at, by name. */
  readonly facts: { readonly [name: string]: Fact }
  readonly citation?: Citation
  /** How many were missing; only where the rule counts and does not hold. */
  readonly shortBy?: number
  /** How many would have to think otherwise for the answer to turn; only where some number would do it. */
  readonly flippedBy?: number
}

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** What came of applying one rule. */
export const Finding: Schema.Codec<Finding, Finding> = Schema.Struct({
  rule: RuleId,
  holds: Schema.Boolean,
  facts: Schema.Record(Schema.String, Schema.Union([LongText, Schema.Finite, Schema.Boolean])),
  citation: Schema.optionalKey(Citation),
  shortBy: Schema.optionalKey(Count),
  flippedBy: Schema.optionalKey(Count),
}).annotate({ identifier: "Finding", description: "What came of applying one rule" })
