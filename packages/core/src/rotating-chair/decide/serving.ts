import { object, unless } from "../../kernel/decider.ts"
import type { RotaCommand } from "../commands.ts"
import type { RotaRefusal } from "../refusals.ts"
import { firstDayAfter, servingTerm, standIns } from "../rules/index.ts"
import { onward } from "./catch-up.ts"
import { unitMustBeSeated } from "./objections.ts"
import type { RotaDecision, Standing } from "./standing.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { _tag: Tag }>

/** Somebody stands in for the serving chair, until its term ends; it is nobody's turn (CHAIR-9). */
export const nameSubstitute = (command: Command<"NameSubstitute">, standing: Standing): RotaDecision => {
  const { course, policy, rota } = standing
  const chair = servingTerm(rota)
  if (chair === undefined)
    return object({ _tag: "TermNotBegun", rule: "CHAIR-11", term: rota.serving + 1, serving: rota.serving })
  const unit = command.unit ?? standIns(rota, policy)[0]
  if (unit === undefined) return object({ _tag: "NobodyElseSeated", rule: "CHAIR-7", unit: chair.unit ?? "" })
  const isChair: RotaRefusal | undefined =
    unit === chair.unit ? { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit } : undefined
  return unless(
    [unitMustBeSeated(rota, unit), isChair],
    () => onward(course, () => [{ _tag: "SubstituteNamed", term: rota.serving, unit }]).events,
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
  return unless(
    [unitMustBeSeated(rota, unit), declared],
    () => onward(course, () => [{ _tag: "InterestDeclared", item, unit }]).events,
  )
}

/** The chair that went hands over to the one that came, with a record (CHAIR-17). */
export const handOver = (
  { record, term }: Command<"HandOverChair">,
  { course, rota, today }: Standing,
): RotaDecision => {
  const to = servingTerm(rota)?.unit
  const due = rota.handOver?.term ?? null
  if (due !== term || typeof to !== "string") return object({ _tag: "HandOverNotDue", rule: "CHAIR-17", term, due })
  const from = rota.previous?.unit ?? null
  return unless([], () => onward(course, () => [{ _tag: "ChairHandedOver", term, from, to, on: today, record }]).events)
}

/** The hand-over record is missing on the day before which it was due: the chair is reminded, once (CHAIR-17). */
export const remind = ({ term }: Command<"RemindHandOver">, { course, rota, today }: Standing): RotaDecision => {
  const unit = servingTerm(rota)?.unit
  const due = rota.handOver
  if (due?.term !== term || typeof unit !== "string")
    return object({ _tag: "HandOverNotDue", rule: "CHAIR-17", term, due: due?.term ?? null })
  const tooSoon = today < due.dueBefore || due.reminded
  const refusal: RotaRefusal | undefined = tooSoon
    ? { _tag: "ReminderNotDue", rule: "CHAIR-17", term, dueBefore: due.dueBefore, reminded: due.reminded }
    : undefined
  return unless([refusal], () => onward(course, () => [{ _tag: "HandOverReminded", term, unit }]).events)
}

/** A meeting was held in the serving term; after the policy's number of them the term ends with that day (CHAIR-10). */
export const countMeeting = (command: Command<"CountMeeting">, standing: Standing): RotaDecision => {
  const { course, policy, rota, today } = standing
  const { heldOn, meeting } = command
  const term = servingTerm(rota)
  if (policy.term._tag !== "Meetings") return object({ _tag: "NotCountedInMeetings", rule: "CHAIR-10" })
  const { from = null, until = null } = term ?? {}
  const inside = from !== null && heldOn >= from && heldOn <= today && (until === null || heldOn < until)
  const objections: ReadonlyArray<RotaRefusal | undefined> = [
    inside ? undefined : { _tag: "MeetingOutsideTerm", rule: "CHAIR-10", meeting, heldOn, from, until },
    rota.meetings.includes(meeting) ? { _tag: "MeetingAlreadyCounted", rule: "CHAIR-10", meeting } : undefined,
  ]
  const last = rota.meetings.length + 1 >= policy.term.count && until === null
  return unless(objections, () => {
    const counted = onward(course, () => [{ _tag: "MeetingCounted", meeting, heldOn, term: rota.serving }])
    const ended = { _tag: "TermEndSet", term: rota.serving, until: firstDayAfter(heldOn) } as const
    return onward(counted, () => (last ? [ended] : [])).events
  })
}
