import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { ThresholdData } from "../kernel/threshold-data.ts"

/** What a count counts. Counts of different units are incomparable. */
export const CountUnit = Schema.Literals([
  "calendar-day",
  "working-day",
  "month",
  "year",
  "time",
  "person",
  "household",
])
export type CountUnit = typeof CountUnit.Type

/**
 * The value of one rule. Thresholds and counts have an order, so a bound on them can be a floor or a ceiling; choices and
 * flags have none; of `Choices` a floor must be contained and a ceiling must contain.
 */
export const RuleValue = Schema.Union([
  Schema.TaggedStruct("Threshold", { threshold: ThresholdData }),
  Schema.TaggedStruct("Count", { count: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)), unit: CountUnit }),
  Schema.TaggedStruct("Flag", { flag: Schema.Boolean }),
  /** One of several ways; `clause` names what allows it, where something must. */
  Schema.TaggedStruct("Choice", { choice: Id, clause: Schema.optionalKey(Text) }),
  /** The ways that are open. */
  Schema.TaggedStruct("Choices", { choices: Schema.NonEmptyArray(Id) }),
])
export type RuleValue = typeof RuleValue.Type

/** How a value binds a community: not below, not above, exactly so, or freely. */
export const Bound = Schema.Literals(["floor", "ceiling", "exact", "default"])
export type Bound = typeof Bound.Type
