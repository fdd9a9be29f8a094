import * as Schema from "effect/Schema"
import { Citation } from "./citation.ts"
import { Id } from "./identity.ts"
import { Text } from "./text.ts"

/** What becomes of a matter that a body did not pass: it is rejected, it goes back, or the same body may take it up again. */
export const WhenLost = Schema.Union([
  Schema.TaggedStruct("Reject", {}),
  Schema.TaggedStruct("Return", { to: Id }),
  Schema.TaggedStruct("Stay", {}),
])
export type WhenLost = typeof WhenLost.Type

/** One step of a deliberation: which body, by which rules, and where things go when it does not simply pass. */
export const StepPlan = Schema.Struct({
  step: Id,
  /** The body that sits, such as `community-party-organization` or `representatives-meeting`. */
  body: Id,
  /** `party`: what it passes counts as studied by the community's Party organization. */
  standing: Schema.Literals(["party", "committee", "council", "residents", "owners"]),
  /** The sets of rules under which it may sit; whoever calls it says which. */
  sets: Schema.NonEmptyArray(Id),
  whenLost: WhenLost,
  /** The earlier steps to which this body may send a matter back. */
  returnsTo: Schema.Array(Id),
  /** The step at which an amended text starts again; null: this body may not amend. */
  amendedRestartsAt: Schema.NullOr(Id),
})
export type StepPlan = typeof StepPlan.Type

/** The steps of a deliberation in their order. A list is data: four steps, six steps, an owners' assembly are different data. */
export const StepList = Schema.Struct({
  list: Id,
  title: Schema.Struct({ "zh-Hans": Text, en: Text }),
  steps: Schema.NonEmptyArray(StepPlan),
  citation: Citation,
})
export type StepList = typeof StepList.Type
