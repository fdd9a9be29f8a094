import type { Path } from "../../kernel/reading-refusals.ts"
import type { StepPlan } from "../../kernel/step-list.ts"
import type { LintFinding } from "./finding.ts"
import { factsOf, type Placed, pathTo, placesIn } from "./placed.ts"
import type { View } from "./view.ts"

interface Way {
  readonly to: string
  readonly path: Path
}

/** Everywhere that a step may send a matter to. */
const waysFrom = ({ amendedRestartsAt, returnsTo, whenLost }: StepPlan): ReadonlyArray<Way> => [
  ...returnsTo.map((to, index): Way => ({ to, path: ["returnsTo", index] })),
  ...(whenLost._tag === "Return" ? [{ to: whenLost.to, path: ["whenLost", "to"] }] : []),
  ...(amendedRestartsAt === null ? [] : [{ to: amendedRestartsAt, path: ["amendedRestartsAt"] }]),
]

const wrongWay = (placed: Placed, { path, to }: Way): LintFinding | undefined => {
  const target = placed.list.steps.findIndex(({ step }) => step === to)
  if (target >= 0 && target <= placed.index) return undefined
  const facts = { ...factsOf(placed), to, wrong: target < 0 ? "unknown" : "later" }
  const { citation } = placed.list
  return { rule: "LINT-5", level: "error", path: pathTo(placed, ...path), facts, citation }
}

const twice = (placed: Placed): LintFinding | undefined => {
  const { index, list, plan } = placed
  const first = list.steps.findIndex(({ step }) => step === plan.step)
  if (first === index) return undefined
  const facts = { ...factsOf(placed), to: plan.step, wrong: "twice" }
  return { rule: "LINT-5", level: "error", path: pathTo(placed, "step"), facts, citation: list.citation }
}

/** Steps have names of their own, and a matter goes back only to a step that is there and not a later one. Rule LINT-5. */
export const stepsMustLead = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view).flatMap((placed) =>
    [twice(placed), ...waysFrom(placed.plan).map((way) => wrongWay(placed, way))].filter(
      (finding) => finding !== undefined,
    ),
  )

/** Every set of rules under which a step may sit is one by which a sitting can be judged. Rule LINT-6. */
export const setsMustStand = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view).flatMap((placed) =>
    placed.plan.sets.flatMap((set, index): ReadonlyArray<LintFinding> => {
      const rules = view.setOf(set)
      if (rules === "unknown" || rules.ok) return []
      const path = pathTo(placed, "sets", index)
      const { citation } = placed.list
      return rules.refusal.map((refusal) => ({
        ...{ rule: "LINT-6", level: "error", path, citation, refusal },
        facts: { ...factsOf(placed), set, tag: refusal._tag },
      }))
    }),
  )
