import type { Path } from "../../kernel/reading-refusals.ts"
import type { StepList, StepPlan } from "../../kernel/step-list.ts"
import { listPath, type View } from "./view.ts"

/** A step with where it stands. */
export interface Placed {
  readonly view: View
  readonly list: StepList
  readonly plan: StepPlan
  readonly index: number
}

/** Every step of every list of a day. */
export const placesIn = (view: View): ReadonlyArray<Placed> =>
  view.resolved.stepLists.flatMap((list) => list.steps.map((plan, index) => ({ view, list, plan, index })))

/** Into a list of the charter's own one can point; one of a pack is pointed at. */
export const pathTo = ({ index, list, view }: Placed, ...deeper: Path): Path => {
  const path = listPath(view, list.list)
  return path[0] === "stepLists" ? [...path, "steps", index, ...deeper] : path
}

/** What every finding about a step says. */
export const factsOf = ({ list, plan, view }: Placed) => ({ day: view.day, list: list.list, step: plan.step })
