import type { StepPlan } from "../../kernel/step-list.ts"
import { holdsOn, isInForce } from "../in-force.ts"
import type { PackId } from "../rule-pack.ts"
import { compareTexts } from "../text-order.ts"
import type { LintFinding } from "./finding.ts"
import { factsOf, type Placed, pathTo, placesIn } from "./placed.ts"
import { listPath, type View } from "./view.ts"

/** Whether the body of a step is only heard, whichever of its sets it sits under. What is no set at all is told by LINT-6, and what is refused by LINT-1. */
const isOnlyHeard = (view: View, { sets }: StepPlan): boolean =>
  sets.every((set) => {
    const rules = view.setOf(set)
    return rules !== "unknown" && rules.ok && rules.value.approval.length === 0
  })

/** What stands before a step of the Party organization: none, one that is only heard and so passes nothing, or one that decides. */
const studyBefore = ({ index, list, view }: Placed): "none" | "heard" | "decides" => {
  const steps = list.steps.slice(0, index).filter(({ standing }) => standing === "party")
  if (steps.length === 0) return "none"
  return steps.every((plan) => isOnlyHeard(view, plan)) ? "heard" : "decides"
}

/** Where a set wants the Party organization to have studied the text, an earlier step is one of the Party and can pass it. Rule LINT-7. */
export const studyMustComeFirst = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view).flatMap((placed) => {
    const earlier = studyBefore(placed)
    if (earlier === "decides") return []
    return placed.plan.sets.flatMap((set, index): ReadonlyArray<LintFinding> => {
      const rules = view.setOf(set)
      if (rules === "unknown" || !rules.ok || !rules.value.partyStudy.required) return []
      const { citation } = rules.value.partyStudy
      const facts = { ...factsOf(placed), set, earlier }
      return [{ rule: "LINT-7", level: "error", path: pathTo(placed, "sets", index), facts, citation }]
    })
  })

/** A list of steps by which something is decided in the end. Rule LINT-22. */
export const listsMustDecide = (view: View): ReadonlyArray<LintFinding> =>
  view.resolved.stepLists.flatMap(({ citation, list, steps }): ReadonlyArray<LintFinding> => {
    if (!steps.every((plan) => isOnlyHeard(view, plan))) return []
    const facts = { day: view.day, list, steps: steps.length }
    return [{ rule: "LINT-22", level: "error", path: listPath(view, list), facts, citation }]
  })

const approvalOf = (set: string): ReadonlySet<string> => new Set([`${set}/approval.heads`, `${set}/approval.area`])

/** The statutes at hand that hold on the day and say how a body of this set approves. */
const statutesOf = ({ day, packs }: View, set: string): ReadonlyArray<PackId> => {
  const keys = approvalOf(set)
  const saying = packs.filter(
    (pack) =>
      pack.rank === "statute" &&
      isInForce(pack, day) &&
      pack.rules.some(({ bound, key, ...period }) => bound !== "default" && keys.has(key) && holdsOn(period, day)),
  )
  return [...new Set(saying.map(({ pack }) => pack))].sort(compareTexts)
}

/** Whether a statute that the charter follows binds how a set approves. */
const isBound = (view: View, set: string): boolean =>
  statutesOf(view, set).some((pack) => view.resolved.packs.includes(pack))

/**
 * What residents or owners decide, they decide as a statute has it: not by a set that a community has made for itself, nor by
 * one whose law it has not named. Rule LINT-20.
 */
export const decisionsMustBeLawful = (view: View): ReadonlyArray<LintFinding> =>
  placesIn(view)
    .filter(({ plan }) => plan.standing === "residents" || plan.standing === "owners")
    .flatMap((placed) =>
      placed.plan.sets.flatMap((set, index): ReadonlyArray<LintFinding> => {
        const rules = view.setOf(set)
        if (rules === "unknown" || !rules.ok || rules.value.approval.length === 0 || isBound(view, set)) return []
        const { standing } = placed.plan
        const facts = { ...factsOf(placed), set, standing, statutes: statutesOf(view, set).join(", ") }
        const citation = rules.value.approval[0]?.citation ?? placed.list.citation
        return [{ rule: "LINT-20", level: "error", path: pathTo(placed, "sets", index), facts, citation }]
      }),
    )
