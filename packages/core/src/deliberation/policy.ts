import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"
import { StepPlan } from "../kernel/step-list.ts"

/**
 * What is settled for a matter when it is opened: the list that it goes by and its steps. The numbers of a step are not in
 * it: they are resolved for the day on which that step is called.
 */
export const MatterPlan = Schema.Struct({ list: Id, steps: Schema.NonEmptyArray(StepPlan) })
export type MatterPlan = typeof MatterPlan.Type
