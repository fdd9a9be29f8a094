import { canonicalJson } from "../../kernel/canonical-json.ts"
import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { object, unless } from "../../kernel/decider.ts"
import type { DeliberationCircumstances } from "../circumstances.ts"
import type { Matter, MatterPlan } from "../model.ts"
import { stepNamedTwice, stepsUpTo, strayReferences } from "../rules/index.ts"
import { type Command, type DeliberationDecision, type Objection, placeOf, quiet, type Standing } from "./standing.ts"

/** Steps have names of their own and send a matter to themselves or back, never forward (DELIBERATION-2). */
const planMustHold = (plan: MatterPlan): ReadonlyArray<Objection> => {
  const twice = stepNamedTwice(plan)
  if (twice !== undefined) return [{ _tag: "StepNamedTwice", rule: "DELIBERATION-2", step: twice }]
  return strayReferences(plan).map((stray) => ({
    _tag: "NoEarlierStep",
    rule: "DELIBERATION-2",
    ...stray,
    allowed: stepsUpTo(plan, stray.step),
  }))
}

const textOf = (plan: MatterPlan | null | undefined): string | undefined => {
  const text = canonicalJson(plan ?? null)
  return text.ok ? text.value : undefined
}

/** The steps are those of the community's charter: nobody makes a list of their own under its name (DELIBERATION-25). */
const planMustBeOfCharter = (
  plan: MatterPlan,
  { now: { civilDate: on }, plan: known }: DeliberationCircumstances,
): Objection => {
  if (textOf(plan) === textOf(known)) return undefined
  const steps = known?.steps.map(({ step }) => step) ?? []
  return { _tag: "PlanNotOfCharter", rule: "DELIBERATION-25", list: plan.list, on, steps }
}

/** Somebody puts a matter forward: its text and its steps; what the steps ask for is settled when each is called. */
export const open = (
  { about, plan, text, title }: Command<"OpenMatter">,
  { status }: Matter,
  around: DeliberationCircumstances,
): DeliberationDecision => {
  const { actor, now } = around
  if (status !== "unopened") return object({ _tag: "MatterAlreadyOpened", rule: "DELIBERATION-1", status })
  if (actor._tag === "System") return object({ _tag: "ProposerMissing", rule: "DELIBERATION-1", allowed: ["proposer"] })
  const proposer = { person: actor.person, within: actor.within }
  return unless([planMustBeOfCharter(plan, around), ...planMustHold(plan)], () => [
    { _tag: "MatterOpened", title, about, text, plan, proposer, on: now.civilDate },
  ])
}

/** The proposer takes the matter back; a body that was only called need not come (DELIBERATION-20). */
export const withdraw = (
  { reason }: Command<"WithdrawMatter">,
  { matter, today: on }: Standing,
): DeliberationDecision => {
  const { sitting } = matter
  if (sitting === null) return unless([], () => [{ _tag: "MatterWithdrawn", reason, on }])
  const undecided: Objection =
    sitting.ballot === null
      ? undefined
      : { _tag: "BallotUndecided", rule: "DELIBERATION-20", round: sitting.round, step: sitting.step }
  return unless([undecided], () => [
    { _tag: "CallCancelled", ...placeOf(sitting), reason, on },
    { _tag: "MatterWithdrawn", reason, on },
  ])
}

/** The signed register of a sitting that was held, also after the matter has ended (DELIBERATION-21). */
export const fileRegister = (
  { register, round }: Command<"FileRegister">,
  { closed, status }: Matter,
  on: CivilDate,
): DeliberationDecision => {
  if (status === "unopened") return object({ _tag: "MatterNotOpen", rule: "DELIBERATION-1", status })
  const held = closed.filter(({ outcome }) => outcome !== "cancelled")
  const over = held.find((known) => known.round === round)
  if (over === undefined) {
    const rounds = held.map((known) => known.round)
    return object({ _tag: "RoundNotOver", rule: "DELIBERATION-21", round, rounds })
  }
  if (over.register === register) return quiet
  return unless([], () => [{ _tag: "RegisterFiled", round, step: over.step, register, on }])
}
