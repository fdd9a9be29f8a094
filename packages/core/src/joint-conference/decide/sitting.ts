import { object, unless } from "../../kernel/decider.ts"
import type { ConferenceEvent } from "../events.ts"
import { cadenceHeld, findQuorum, firstDayAfter, seatOn } from "../rules/index.ts"
import { type NoticedMeeting, noticedMeetingAt } from "./meetings.ts"
import type { Command, ConferenceDecision, Objection, Standing } from "./standing.ts"

const mustHaveBegun = (
  { meeting, minuteOfDay, on }: NoticedMeeting,
  { civilDate: today, minuteOfDay: minuteNow }: Standing["now"],
): Objection => {
  if (today > on) return { _tag: "MeetingDayPast", rule: "CONFERENCE-15", meeting, on, today }
  if (today === on && minuteNow >= minuteOfDay) return undefined
  return { _tag: "MeetingNotBegun", rule: "CONFERENCE-15", meeting, on, minuteOfDay, today, minuteNow }
}

/** A meeting sits on its day, and at the latest past midnight into the next: after that nobody comes and nothing is put. */
export const mustStillSit = ({ meeting, on }: NoticedMeeting, { now }: Standing): Objection =>
  now.civilDate < firstDayAfter(on, 1)
    ? undefined
    : { _tag: "MeetingDayPast", rule: "CONFERENCE-15", meeting, on, today: now.civilDate }

/** On the day of the meeting people come before it begins; once it sits, late ones may come while it does. */
const mustBeTheDay = (meeting: NoticedMeeting, standing: Standing): Objection => {
  if (meeting.status === "quorate") return mustStillSit(meeting, standing)
  return standing.now.civilDate === meeting.on ? undefined : mustHaveBegun(meeting, standing.now)
}

/** Somebody came for a unit of the frozen roll; the unit counts once, whoever comes (CONFERENCE-8, CONFERENCE-9). */
export const recordAttendance = (command: Command<"RecordAttendance">, standing: Standing): ConferenceDecision => {
  const { by, meeting, person, unit } = command
  const found = noticedMeetingAt(standing.conference, meeting, ["noticed", "quorate"])
  if (!found.ok) return object(found.refusal)
  const { attendance, frozen } = found.value
  const seat = seatOn(frozen, unit)
  if (seat === undefined) {
    const roll = frozen.roll.map((known) => known.unit)
    return object({ _tag: "NotOnRoll", rule: "CONFERENCE-8", unit, frozenOn: frozen.on, roll })
  }
  const named = by === "delegate" ? seat.delegate : seat.alternate
  const objections: ReadonlyArray<Objection> = [
    mustBeTheDay(found.value, standing),
    named === person ? undefined : { _tag: "NotTheNamedPerson", rule: "CONFERENCE-8", unit, by, person, named },
    by === "alternate" && frozen.policy.alternates === "never"
      ? { _tag: "AlternatesNotAdmitted", rule: "CONFERENCE-9", unit }
      : undefined,
  ]
  const known = attendance.some((record) => record.unit === unit && record[by])
  return unless(objections, () => (known ? [] : [{ _tag: "AttendanceRecorded", meeting, unit, by, person }]))
}

/** The meeting is opened, not before its hour; whether there is a quorum is found once and recorded (CONFERENCE-10). */
export const callToOrder = ({ meeting }: Command<"CallToOrder">, { conference, now }: Standing): ConferenceDecision => {
  const found = noticedMeetingAt(conference, meeting, ["noticed"])
  if (!found.ok) return object(found.refusal)
  const finding = findQuorum(found.value)
  const event: ConferenceEvent = finding.holds
    ? { _tag: "MeetingFoundQuorate", meeting, finding }
    : { _tag: "MeetingFoundInquorate", meeting, finding }
  return unless([mustHaveBegun(found.value, now)], () => [event])
}

/** The meeting is over: its minutes fall due, and the next meeting is counted from it (CONFERENCE-17, CONFERENCE-19). */
export const closeMeeting = ({ meeting }: Command<"CloseMeeting">, standing: Standing): ConferenceDecision => {
  const { conference, policy } = standing
  const found = noticedMeetingAt(conference, meeting, ["quorate"])
  if (!found.ok) return object(found.refusal)
  const { frozen, on } = found.value
  const minutesBefore = firstDayAfter(on, frozen.policy.minutesDays)
  const cadence = cadenceHeld(conference, on, policy)
  return unless([], () => [{ _tag: "MeetingHeld", meeting, heldOn: on, minutesBefore, cadence }])
}
