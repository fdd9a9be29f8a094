import * as Schema from "effect/Schema"
import { StepPlan } from "../kernel/step-list.ts"

/**
 * What is settled for a matter when it is opened: its steps in their order. The numbers of a step are not in it: they are
 * resolved for the day on which that step is called.
 */
export const PlannedSteps = Schema.Struct({ steps: Schema.NonEmptyArray(StepPlan) })
export type PlannedSteps = typeof PlannedSteps.Type
