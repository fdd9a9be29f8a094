import type { Path } from "../../kernel/reading-refusals.ts"
import type { StepList, StepPlan } from "../../kernel/step-list.ts"
import { decisionRules } from "../decision-rules.ts"
import type { LintFinding } from "./finding.ts"
import { listPath, type View } from "./view.ts"

/** A step with where it stands. */
interface Placed {
  readonly view: View
  readonly list: StepList
  readonly plan: StepPlan
  readonly index: number
}

const placesIn = (view: View): ReadonlyArray<Placed> =>
  view.resolved.stepLists.flatMap((list) => list.steps.map((plan, index) => ({ view, list, plan, index })))

/** Into a list of the charter's own one can point; one of a pack is pointed at. */
const pathTo = ({ index, list, view }: Placed, ...deeper: Path): Path => {
  const path = listPath(view, list.list)
  return path[0] === "stepLists" ? [...path, "steps", index, ...deeper] : path
}

const factsOf = ({ list, plan, view }: Placed) => ({ day: view.day, list: list.list, step: plan.step })

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
      const rules = decisionRules(view.resolved, set)
      if (rules.ok) return []
      const path = pathTo(placed, "sets", index)
      const { citation } = placed.list
      return rules.refusal.map((refusal) => ({
        ...{ rule: "LINT-6", level: "error", path, citation, refusal },
        facts: { ...factsOf(placed), set, tag: refusal._tag },
      }))
    }),
  )

/** Where a set wants the Party organization to have studied the text, an earlier step is one of the Party. Rule LINT-7. */
export const studyMustComeFirst = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view).flatMap((placed) => {
    if (placed.list.steps.slice(0, placed.index).some(({ standing }) => standing === "party")) return []
    return placed.plan.sets.flatMap((set, index): ReadonlyArray<LintFinding> => {
      const rules = decisionRules(view.resolved, set)
      if (!rules.ok || !rules.value.partyStudy.required) return []
      const { citation } = rules.value.partyStudy
      const facts = { ...factsOf(placed), set }
      return [{ rule: "LINT-7", level: "error", path: pathTo(placed, "sets", index), facts, citation }]
    })
  })
