import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Finding } from "../kernel/finding.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { AgendaItem, Appointment, Cadence, Level, Presided, ReminderStage, Seat, Unit, Votes } from "./model.ts"
import { ConferencePolicy } from "./policy.ts"

const resolved = {
  meeting: Id,
  resolution: Id,
  item: Id,
  textDigest: Digest,
  presided: Presided,
  recused: Schema.Array(Id),
  votes: Votes,
  /** Whether enough members were present for this item. */
  quorum: Finding,
  /** Whether enough voted for it. */
  majority: Finding,
  responsibleUnit: Id,
  dueOn: CivilDate,
  on: CivilDate,
}

/** What has happened to a joint conference. Stored for ever: add cases, never rename one. */
export const ConferenceEvent = Schema.Union([
  Schema.TaggedStruct("ConferenceFounded", {
    level: Level,
    convenor: Id,
    policy: ConferencePolicy,
    on: CivilDate,
    cadence: Cadence,
  }),
  Schema.TaggedStruct("PolicyAdopted", { policy: ConferencePolicy, effectiveFrom: CivilDate }),
  Schema.TaggedStruct("ConvenorAssigned", { person: Id, from: CivilDate }),
  Schema.TaggedStruct("SecretariatAppointed", { body: Id, person: Id, on: CivilDate }),
  Schema.TaggedStruct("UnitAdmitted", { ...Unit.fields, on: CivilDate }),
  Schema.TaggedStruct("UnitReleased", { unit: Id, reason: Text, on: CivilDate }),
  /** `unit` took the place of the two `units`, with what they were responsible for and were to preside over. */
  Schema.TaggedStruct("MemberUnitsMerged", { units: Schema.Tuple([Id, Id]), ...Unit.fields, on: CivilDate }),
  Schema.TaggedStruct("DelegateNamed", { unit: Id, delegate: Id, alternate: Schema.NullOr(Id), on: CivilDate }),
  /** `continues` names the inquorate meeting whose agenda this one took over. */
  Schema.TaggedStruct("MeetingScheduled", {
    ...Appointment.fields,
    meeting: Id,
    chairUnit: Schema.NullOr(Id),
    noticeBefore: CivilDate,
    continues: Schema.NullOr(Id),
    agenda: Schema.Array(AgendaItem),
  }),
  Schema.TaggedStruct("ChairUnitReplaced", {
    meeting: Id,
    before: Schema.NullOr(Id),
    chairUnit: Schema.NullOr(Id),
  }),
  Schema.TaggedStruct("AgendaItemAdded", { meeting: Id, ...AgendaItem.fields }),
  Schema.TaggedStruct("AgendaItemWithdrawn", { meeting: Id, item: Id }),
  /** The notice went out: by this policy and this roll the meeting is judged. */
  Schema.TaggedStruct("MeetingNoticed", {
    ...Appointment.fields,
    meeting: Id,
    noticedOn: CivilDate,
    policy: ConferencePolicy,
    roll: Schema.Array(Seat),
  }),
  Schema.TaggedStruct("MeetingCancelled", { meeting: Id, reason: Text }),
  Schema.TaggedStruct("AttendanceRecorded", {
    meeting: Id,
    unit: Id,
    by: Schema.Literals(["delegate", "alternate"]),
    person: Id,
  }),
  Schema.TaggedStruct("MeetingFoundQuorate", { meeting: Id, finding: Finding }),
  Schema.TaggedStruct("MeetingFoundInquorate", { meeting: Id, finding: Finding }),
  Schema.TaggedStruct("MeetingAdjourned", { meeting: Id, into: Id }),
  /** An inquorate meeting was called once more: attendance begins anew, under the reconvening rule of the frozen policy. */
  Schema.TaggedStruct("MeetingReconvened", { ...Appointment.fields, meeting: Id }),
  Schema.TaggedStruct("ResolutionAdopted", { ...resolved, remindOn: CivilDate }),
  Schema.TaggedStruct("ResolutionLost", resolved),
  Schema.TaggedStruct("MeetingHeld", { meeting: Id, heldOn: CivilDate, minutesBefore: CivilDate, cadence: Cadence }),
  Schema.TaggedStruct("MinutesFiled", { meeting: Id, digest: Digest, on: CivilDate }),
  Schema.TaggedStruct("MinutesReminded", { meeting: Id, minutesBefore: CivilDate }),
  Schema.TaggedStruct("ActionClosed", { resolution: Id, evidence: Digest, on: CivilDate }),
  Schema.TaggedStruct("ActionExtended", {
    resolution: Id,
    before: CivilDate,
    dueOn: CivilDate,
    remindOn: CivilDate,
    reason: Text,
  }),
  Schema.TaggedStruct("ActionReassigned", { resolution: Id, before: Id, unit: Id, reason: Text }),
  Schema.TaggedStruct("ActionReminded", { resolution: Id, stage: ReminderStage, unit: Id, dueOn: CivilDate }),
  /** The minutes are filed and nothing that was resolved is open any more. */
  Schema.TaggedStruct("MeetingSettled", { meeting: Id, on: CivilDate }),
  /** No meeting was held from `since` on, and none could still be called to be held before `before`. */
  Schema.TaggedStruct("MeetingFoundMissing", { since: CivilDate, before: CivilDate, next: Cadence }),
  Schema.TaggedStruct("ConferenceDissolved", { reason: Text, on: CivilDate }),
])
export type ConferenceEvent = typeof ConferenceEvent.Type
