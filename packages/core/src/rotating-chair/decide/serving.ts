import { object, unless } from "../../kernel/decider.ts"
import type { RotaCommand } from "../commands.ts"
import type { RotaRefusal } from "../refusals.ts"
import { servingTerm, standIns } from "../rules/index.ts"
import { firstDayAfter } from "../rules/time-limits.ts"
import { onward } from "./catch-up.ts"
import { handOverNotDue, substituteMustNotBeChair, unitMustBeSeated } from "./objections.ts"
import type { RotaDecision, Standing } from "./standing.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { _tag: Tag }>

/** Somebody stands in for the serving chair, until its term ends or another unit takes it; it is nobody's turn (CHAIR-9). */
export const nameSubstitute = (command: Command<"NameSubstitute">, standing: Standing): RotaDecision => {
  const { course, policy, rota } = standing
  const chair = servingTerm(rota)
  if (chair === undefined)
    return object({ _tag: "TermNotBegun", rule: "CHAIR-11", term: rota.serving + 1, serving: rota.serving })
  const unit = command.unit ?? standIns(rota, policy)[0]
  if (unit === undefined)
    return object(
      chair.unit === null
        ? { _tag: "EmptyRoll", rule: "CHAIR-20" }
        : { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit: chair.unit },
    )
  const isNamed = rota.substitute?.unit === unit
  return unless([unitMustBeSeated(rota, unit), substituteMustNotBeChair(chair, unit)], () =>
    isNamed ? course.events : [...course.events, { _tag: "SubstituteNamed", term: rota.serving, unit }],
  )
}

/** A unit has an interest in an item and will not preside over it (CHAIR-9). */
export const declareInterest = (
  { item, unit }: Command<"DeclareInterest">,
  { course, rota }: Standing,
): RotaDecision => {
  const known = rota.interests.some((interest) => interest.item === item && interest.unit === unit)
  const declared: RotaRefusal | undefined = known
    ? { _tag: "InterestAlreadyDeclared", rule: "CHAIR-9", item, unit }
    : undefined
  return unless([unitMustBeSeated(rota, unit), declared], () => [
    ...course.events,
    { _tag: "InterestDeclared", item, unit },
  ])
}

/** The chair that went hands over to the one that came, with a record (CHAIR-17). */
export const handOver = (command: Command<"HandOverChair">, { course, rota, today }: Standing): RotaDecision => {
  const { record, term } = command
  const to = servingTerm(rota)?.unit
  const due = rota.handOver
  if (due?.term !== term || typeof to !== "string") return object(handOverNotDue(rota, term))
  const { from } = due
  return unless([], () => [...course.events, { _tag: "ChairHandedOver", term, from, to, on: today, record }])
}

/** The hand-over record is missing on the day before which it was due: the chair is reminded, once (CHAIR-17). */
export const remind = ({ term }: Command<"RemindHandOver">, { course, rota, today }: Standing): RotaDecision => {
  const unit = servingTerm(rota)?.unit
  const due = rota.handOver
  if (due?.term !== term || typeof unit !== "string") return object(handOverNotDue(rota, term))
  const { dueBefore, reminded } = due
  const refusal: RotaRefusal | undefined =
    today < dueBefore || reminded ? { _tag: "ReminderNotDue", rule: "CHAIR-17", term, dueBefore, reminded } : undefined
  return unless([refusal], () => [...course.events, { _tag: "HandOverReminded", term, unit }])
}

/**
 * A meeting was held in the serving term; with the day on which the policy's number of them is counted, the term ends. That
 * is the day of the meeting where it is counted the same day; one that is counted late ends no term in the past (CHAIR-10).
 */
export const countMeeting = (command: Command<"CountMeeting">, standing: Standing): RotaDecision => {
  const { course, policy, rota, today } = standing
  const { heldOn, meeting } = command
  const { from = null, until = null } = servingTerm(rota) ?? {}
  if (policy.term._tag !== "Meetings") return object({ _tag: "NotCountedInMeetings", rule: "CHAIR-10" })
  const inside = from !== null && heldOn >= from && heldOn <= today
  const objections: ReadonlyArray<RotaRefusal | undefined> = [
    inside ? undefined : { _tag: "MeetingOutsideTerm", rule: "CHAIR-10", meeting, heldOn, from, until },
    rota.meetings.includes(meeting) ? { _tag: "MeetingAlreadyCounted", rule: "CHAIR-10", meeting } : undefined,
  ]
  const isLast = rota.meetings.length + 1 >= policy.term.count && until === null
  return unless(objections, () => {
    const counted = onward(course, () => [{ _tag: "MeetingCounted", meeting, heldOn, term: rota.serving }])
    const ended = { _tag: "TermEndSet", term: rota.serving, until: firstDayAfter(today) } as const
    return onward(counted, () => (isLast ? [ended] : [])).events
  })
}
