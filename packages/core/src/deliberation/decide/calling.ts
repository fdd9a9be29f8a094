import { object, unless } from "../../kernel/decider.ts"
import type { DecisionRules } from "../../kernel/decision-rules.ts"
import type { Matter } from "../model.ts"
import { earliestSitting, lawOf, partySteps, studiedByParty } from "../rules/index.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  personAsking,
  placeOf,
  type Standing,
  sittingIn,
} from "./standing.ts"
import { subjectMustFit } from "./subjects.ts"

/** So many full days must fit between today and the sitting, unless a reason shortens them and the rules let it. */
const noticeMustFit = (
  { sitsOn, urgent }: Command<"CallStep">,
  { notice }: DecisionRules,
  { today }: Standing,
): Objection => {
  const { citation, days } = notice
  const earliest = urgent !== null && notice.urgent ? today : earliestSitting(today, days)
  if (sitsOn >= earliest) return undefined
  return { _tag: "NoticeTooShort", rule: "DELIBERATION-4", sitsOn, days, earliest, urgent: notice.urgent, citation }
}

/** Where the rules ask for it, a body of the Party passed the text as it stands (DELIBERATION-5). */
export const partyMustHaveStudied = (matter: Matter & { readonly text: string }, rules: DecisionRules): Objection => {
  const { citation, required } = rules.partyStudy
  if (!required || studiedByParty(matter)) return undefined
  const { plan, text } = matter
  return { _tag: "PartyStudyMissing", rule: "DELIBERATION-5", text, steps: partySteps(plan), citation }
}

const placeMustBeFree = (
  { set, step: wanted }: Command<"CallStep">,
  { matter, step }: Standing,
): ReadonlyArray<Objection> => {
  const { at, sitting } = matter
  const steps = matter.plan.steps.map((known) => known.step)
  if (!steps.includes(wanted)) return [{ _tag: "StepUnknown", rule: "DELIBERATION-3", step: wanted, steps }]
  if (wanted !== at) return [{ _tag: "NotItsTurn", rule: "DELIBERATION-3", step: wanted, at }]
  const open: Objection =
    sitting === null
      ? undefined
      : { _tag: "SittingNotOver", rule: "DELIBERATION-3", round: sitting.round, step: sitting.step }
  const { sets } = step
  return [open, sets.includes(set) ? undefined : { _tag: "SetNotOfStep", rule: "DELIBERATION-3", step: at, set, sets }]
}

/** A body is called to sit, under the law of today, which from now on is the law of the sitting (DELIBERATION-6). */
export const callStep = (command: Command<"CallStep">, standing: Standing): DeliberationDecision => {
  const { around, matter, today } = standing
  const { set, sitsOn, step } = command
  const place = placeMustBeFree(command, standing)
  const rules = lawOf(around.law, { set, on: today })
  if (rules === undefined)
    return unless([...place, { _tag: "LawUnresolved", rule: "DELIBERATION-6", set, on: today }], () => [])
  const objections = [
    ...place,
    subjectMustFit(matter, rules),
    noticeMustFit(command, rules, standing),
    partyMustHaveStudied(matter, rules),
  ]
  const urgent = sitsOn >= earliestSitting(today, rules.notice.days) ? null : command.urgent
  const round = matter.closed.length + 1
  const by = personAsking(around)
  return unless(objections, () => [{ _tag: "StepCalled", round, step, rules, calledOn: today, sitsOn, urgent, by }])
}

/** Before its ballot opens a sitting may be called off; the step stays as it was (DELIBERATION-3). */
export const cancelCall = ({ reason }: Command<"CancelCall">, standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const { ballot, round } = found.value
  const opened: Objection =
    ballot === null
      ? undefined
      : { _tag: "BallotAlreadyOpened", rule: "DELIBERATION-14", round, openedOn: ballot.openedOn }
  return unless([opened], () => [{ _tag: "CallCancelled", ...placeOf(found.value), reason, on: standing.today }])
}
