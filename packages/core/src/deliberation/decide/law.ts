import { object, unless } from "../../kernel/decider.ts"
import type { DecisionRules } from "../../kernel/decision-rules.ts"
import type { Sitting } from "../model.ts"
import { changedSince, earliestSitting, isChosenAgainst, keepsToItsLaw, lawOf, noticeIsKept } from "../rules/index.ts"
import { partyMustHaveStudied } from "./calling.ts"
import { capMustHold } from "./proxies.ts"
import {
  type Command,
  type DeliberationDecision,
  type Objection,
  placeOf,
  quiet,
  type Standing,
  sittingIn,
} from "./standing.ts"
import { subjectMustFit } from "./subjects.ts"

/** The law of today for the set of a sitting, where it was handed in. */
export const lawToday = ({ rules }: Sitting, { around, today }: Standing): DecisionRules | undefined =>
  lawOf(around.law, { set: rules.set, on: today })

/**
 * The rules of a sitting must be the law of today, or it was chosen to keep to them when the law was what it is today
 * (DELIBERATION-6).
 */
export const lawMustStand = (sitting: Sitting, standing: Standing): Objection => {
  const { calledOn, rules } = sitting
  const law = lawToday(sitting, standing)
  if (keepsToItsLaw(sitting) && isChosenAgainst(sitting, law)) return undefined
  if (law === undefined) return { _tag: "LawUnresolved", rule: "DELIBERATION-6", set: rules.set, on: standing.today }
  const changed = changedSince(sitting, law)
  return changed.length === 0
    ? undefined
    : { _tag: "LawHasChanged", rule: "DELIBERATION-6", set: rules.set, calledOn, changed }
}

/** The call must have left as many days as the law of today asks for; a reason shortens it only where that law lets it. */
const noticeMustBeKept = ({ calledOn, sitsOn, urgent }: Sitting, { notice }: DecisionRules): Objection => {
  const { citation, days } = notice
  if (noticeIsKept({ calledOn, sitsOn }, days) || (urgent !== null && notice.urgent)) return undefined
  const earliest = earliestSitting(calledOn, days)
  return { _tag: "NoticeNotKept", rule: "DELIBERATION-6", calledOn, sitsOn, days, earliest, citation }
}

const ontoLawOfToday = (
  sitting: Sitting,
  { reason }: Command<"RebaseStep">,
  standing: Standing,
): DeliberationDecision => {
  const { matter, today: on } = standing
  const { round, rules } = sitting
  const law = lawToday(sitting, standing)
  if (keepsToItsLaw(sitting)) return object({ _tag: "KeepsToItsCall", rule: "DELIBERATION-6", round })
  if (law === undefined) return object({ _tag: "LawUnresolved", rule: "DELIBERATION-6", set: rules.set, on })
  const changed = changedSince(sitting, law)
  if (changed.length === 0)
    return sitting.rebased === null
      ? object({ _tag: "LawHasNotChanged", rule: "DELIBERATION-6", set: rules.set, calledOn: sitting.calledOn })
      : quiet
  if (sitting.ballot !== null) return object({ _tag: "RulesAreFrozen", rule: "DELIBERATION-6", round })
  const objections = [
    subjectMustFit(matter, law),
    noticeMustBeKept(sitting, law),
    partyMustHaveStudied(matter, law),
    capMustHold(sitting, law),
  ]
  return unless(objections, () => [
    { _tag: "StepRebased", ...placeOf(sitting), onto: "law-of-today", rules: law, changed, against: law, reason, on },
  ])
}

/**
 * The law has changed since the call: go on under that of the call, at any time, and say so anew whenever it changes again; or
 * under that of today, before the ballot opens and where the call would have been lawful under it. Where today has no such law,
 * nobody chooses before the ballot opens (DELIBERATION-6).
 */
export const rebase = (command: Command<"RebaseStep">, standing: Standing): DeliberationDecision => {
  const found = sittingIn(standing)
  if (!found.ok) return object(found.refusal)
  const sitting = found.value
  if (command.onto === "law-of-today") return ontoLawOfToday(sitting, command, standing)
  const { ballot, calledOn, rules } = sitting
  const law = lawToday(sitting, standing)
  if (keepsToItsLaw(sitting) && isChosenAgainst(sitting, law)) return quiet
  const { today: on } = standing
  if (law === undefined && ballot === null)
    return object({ _tag: "LawUnresolved", rule: "DELIBERATION-6", set: rules.set, on })
  const changed = changedSince(sitting, law)
  if (changed.length === 0)
    return object({ _tag: "LawHasNotChanged", rule: "DELIBERATION-6", set: rules.set, calledOn })
  const { onto, reason } = command
  return unless([], () => [
    { _tag: "StepRebased", ...placeOf(sitting), onto, rules, changed, against: law ?? null, reason, on },
  ])
}
