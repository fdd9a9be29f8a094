import type { StepPlan } from "../../kernel/step-list.ts"
import type { ClosedSitting, Matter, MatterPlan } from "../model.ts"

/** A place of a step that names another step. */
export interface StepReference {
  readonly step: string
  readonly place: "returnsTo" | "whenLost" | "amendedRestartsAt"
  readonly to: string
}

/** The step of a plan that bears this name. */
export const stepOf = (plan: MatterPlan | null, step: string | null): StepPlan | undefined =>
  plan?.steps.find((known) => known.step === step)

/** The steps of a plan up to this one and with it: to these it may send a matter (DELIBERATION-2). */
export const stepsUpTo = ({ steps }: MatterPlan, step: string): ReadonlyArray<string> => {
  const names = steps.map((known) => known.step)
  return names.slice(0, names.indexOf(step) + 1)
}

const referencesOf = ({ amendedRestartsAt, returnsTo, step, whenLost }: StepPlan): ReadonlyArray<StepReference> => [
  ...returnsTo.map((to): StepReference => ({ step, place: "returnsTo", to })),
  ...(whenLost._tag === "Return" ? [{ step, place: "whenLost", to: whenLost.to } as const] : []),
  ...(amendedRestartsAt === null ? [] : [{ step, place: "amendedRestartsAt", to: amendedRestartsAt } as const]),
]

/** Every place of a plan that names a step which is neither its own nor before it (DELIBERATION-2). */
export const strayReferences = (plan: MatterPlan): ReadonlyArray<StepReference> =>
  plan.steps.flatMap(referencesOf).filter(({ step, to }) => !stepsUpTo(plan, step).includes(to))

/** The name that a second step bears as well. */
export const stepNamedTwice = ({ steps }: MatterPlan): string | undefined => {
  const names = steps.map(({ step }) => step)
  return names.find((step, place) => names.indexOf(step) !== place)
}

/** Whichever of these steps of a plan comes first. */
export const earliestStep = (
  plan: MatterPlan,
  [first, ...others]: readonly [string, ...ReadonlyArray<string>],
): string => {
  const names = plan.steps.map(({ step }) => step)
  return others.reduce((one, other) => (names.indexOf(other) < names.indexOf(one) ? other : one), first)
}

/** Whether no step comes after this one. */
export const isLastStep = ({ steps }: MatterPlan, step: string): boolean => steps.at(-1)?.step === step

/** The steps whose approval lapses when a matter goes back to `to`: that step and all after it (DELIBERATION-18). */
export const lapsingFrom = ({ passed, plan }: Matter, to: string): ReadonlyArray<string> => {
  const names = plan?.steps.map(({ step }) => step) ?? []
  const from = names.indexOf(to)
  return passed.map(({ step }) => step).filter((step) => names.indexOf(step) >= from)
}

/**
 * The steps whose approval lapses when the text becomes another: those from where it restarts, and those that approved a text
 * that is not the new one, wherever they stand (DELIBERATION-18).
 */
export const lapsingByAmendment = (
  matter: Matter,
  { restartsAt, text }: { readonly restartsAt: string; readonly text: string },
): ReadonlyArray<string> => {
  const sentBack = lapsingFrom(matter, restartsAt)
  return matter.passed.filter((one) => one.text !== text || sentBack.includes(one.step)).map(({ step }) => step)
}

/** The steps of a plan in which the community's Party organization passes a text (DELIBERATION-5). */
export const partySteps = (plan: MatterPlan | null): ReadonlyArray<string> =>
  plan?.steps.filter(({ standing }) => standing === "party").map(({ step }) => step) ?? []

/** Whether the Party organization passed the text as it stands now (DELIBERATION-5). */
export const studiedByParty = ({ passed, plan, text }: Matter): boolean => {
  const studying = partySteps(plan)
  return passed.some((one) => one.text === text && studying.includes(one.step))
}

const decided: ReadonlySet<ClosedSitting["outcome"]> = new Set(["passed", "amended", "returned", "lost"])

/** Whether the last thing that happened was that a vote was decided: nobody has been called since (DELIBERATION-23). */
export const decidedLast = ({ closed, sitting }: Matter): boolean => {
  const last = closed.at(-1)
  return sitting === null && last !== undefined && decided.has(last.outcome)
}
