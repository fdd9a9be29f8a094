import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { MinuteOfDay } from "../kernel/moment-schema.ts"
import { Text } from "../kernel/text.ts"
import { ConferencePolicy } from "./policy.ts"

/** The two levels at which a joint conference sits. */
export const Level = Schema.Literals(["subdistrict", "community"])
export type Level = typeof Level.Type

/** A member counts and votes; an observer may sit with the meeting, and neither counts nor votes (S1). */
export const Capacity = Schema.Literals(["member", "observer"])
export type Capacity = typeof Capacity.Type

/** A unit's place on the roll. `delegate` and `alternate` are random references to people, never names. */
export const Seat = Schema.Struct({
  unit: Id,
  capacity: Capacity,
  delegate: Id,
  alternate: Schema.NullOr(Id),
})
export type Seat = typeof Seat.Type

/** A unit of the conference. `kind` is an open id (enterprise, school, clinic …), which no rule reads. */
export const Unit = Schema.Struct({ ...Seat.fields, kind: Id })
export type Unit = typeof Unit.Type

/** Who convenes from a day on, until the next one does. */
export const Convenorship = Schema.Struct({ person: Id, from: CivilDate })
export type Convenorship = typeof Convenorship.Type

/** The body that serves the conference as its secretary, and the person in it who answers for that. */
export const Secretariat = Schema.Struct({ body: Id, person: Id })
export type Secretariat = typeof Secretariat.Type

/** A policy and the first day it is read for. */
export const DatedPolicy = Schema.Struct({ policy: ConferencePolicy, effectiveFrom: CivilDate })
export type DatedPolicy = typeof DatedPolicy.Type

/** A matter that a unit asks the meeting to consider. */
export const AgendaItem = Schema.Struct({ item: Id, title: Text, proposedBy: Id })
export type AgendaItem = typeof AgendaItem.Type

/** Who came for a unit. Both may have come; the unit counts once. */
export const Attendance = Schema.Struct({ unit: Id, delegate: Schema.Boolean, alternate: Schema.Boolean })
export type Attendance = typeof Attendance.Type

/** When a reminder about a resolution goes out: before its due day, and when that day has passed. */
export const ReminderStage = Schema.Literals(["before-due", "overdue"])
export type ReminderStage = typeof ReminderStage.Type

/** What an adopted resolution asks of its responsible unit by the end of `dueOn`. `reminded` lists the stages that are done. */
export const Action = Schema.Struct({
  resolution: Id,
  unit: Id,
  dueOn: CivilDate,
  remindOn: CivilDate,
  reminded: Schema.Array(ReminderStage),
  closed: Schema.Boolean,
})
export type Action = typeof Action.Type

/** A text that was put to the vote in a meeting. */
export const PutText = Schema.Struct({ resolution: Id, item: Id, textDigest: Digest, adopted: Schema.Boolean })
export type PutText = typeof PutText.Type

/** How the units voted, each by the unit's id. */
export const Votes = Schema.Struct({ for: Schema.Array(Id), against: Schema.Array(Id), abstain: Schema.Array(Id) })
export type Votes = typeof Votes.Type

/** Who presided on one resolution: the chair, somebody in its place, or the convenor. */
export const Presided = Schema.Union([
  Schema.TaggedStruct("Chair", { unit: Id }),
  Schema.TaggedStruct("Substitute", { unit: Id }),
  Schema.TaggedStruct("Convenor", {}),
])
export type Presided = typeof Presided.Type

/** What the notice froze: the rules and the roll by which the meeting is judged, whatever changes later. */
export const Frozen = Schema.Struct({ on: CivilDate, policy: ConferencePolicy, roll: Schema.Array(Seat) })
export type Frozen = typeof Frozen.Type

/** Where an open meeting stands. */
export const MeetingStatus = Schema.Literals(["scheduled", "noticed", "quorate", "inquorate", "held", "minuted"])
export type MeetingStatus = typeof MeetingStatus.Type

/** How a meeting ended. */
export const MeetingOutcome = Schema.Literals(["settled", "cancelled", "adjourned"])
export type MeetingOutcome = typeof MeetingOutcome.Type

/** The day and hour to which a meeting is called. `minuteOfDay` is counted from midnight. */
export const Appointment = Schema.Struct({ on: CivilDate, minuteOfDay: MinuteOfDay, place: Text })
export type Appointment = typeof Appointment.Type

/** A meeting that is not over. `chairUnit` null: the convenor presides. `noticeBefore` is the first day too late for its notice. */
export const Meeting = Schema.Struct({
  ...Appointment.fields,
  meeting: Id,
  status: MeetingStatus,
  chairUnit: Schema.NullOr(Id),
  noticeBefore: CivilDate,
  agenda: Schema.Array(AgendaItem),
  frozen: Schema.NullOr(Frozen),
  /** Whether it was called once more after it was found inquorate. */
  reconvened: Schema.Boolean,
  attendance: Schema.Array(Attendance),
  texts: Schema.Array(PutText),
  actions: Schema.Array(Action),
  /** The first day on which missing minutes are late; null until the meeting was held. */
  minutesBefore: Schema.NullOr(CivilDate),
  minutesReminded: Schema.Boolean,
})
export type Meeting = typeof Meeting.Type

/** What stays of a meeting that is over: enough to refuse its ids a second time. */
export const ClosedMeeting = Schema.Struct({
  meeting: Id,
  on: CivilDate,
  outcome: MeetingOutcome,
  resolutions: Schema.Array(Id),
})
export type ClosedMeeting = typeof ClosedMeeting.Type

/**
 * Until when the next meeting is held: `since` is the day of the last one (or of the founding), `before` the first day too
 * late to hold the next one, `callBefore` the first day too late to call it.
 */
export const Cadence = Schema.Struct({ since: CivilDate, before: CivilDate, callBefore: CivilDate })
export type Cadence = typeof Cadence.Type

/** One joint conference, its roll and its open meetings. */
export const Conference = Schema.Struct({
  status: Schema.Literals(["unfounded", "active", "dissolved"]),
  level: Schema.NullOr(Level),
  policies: Schema.Array(DatedPolicy),
  /** In order of `from`; the first begins on the founding day. */
  convenors: Schema.Array(Convenorship),
  secretariat: Schema.NullOr(Secretariat),
  units: Schema.Array(Unit),
  meetings: Schema.Array(Meeting),
  closed: Schema.Array(ClosedMeeting),
  cadence: Schema.NullOr(Cadence),
})
export type Conference = typeof Conference.Type

/** A conference before anything has happened to it. */
export const empty: Conference = {
  status: "unfounded",
  level: null,
  policies: [],
  convenors: [],
  secretariat: null,
  units: [],
  meetings: [],
  closed: [],
  cadence: null,
}
