import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Appointment, Capacity, Level, ReminderStage, Votes } from "./model.ts"
import { ConferencePolicy } from "./policy.ts"

/** What may be asked of a joint conference. People, units, meetings, items and resolutions are named by their ids. */
export const ConferenceCommand = Schema.Union([
  /** Found the conference, today, with its first convenor. */
  Schema.TaggedStruct("FoundConference", { level: Level, convenor: Id, policy: ConferencePolicy }),
  /** Follow another policy from a day on; meetings whose notice is out are judged by the old one. */
  Schema.TaggedStruct("AdoptPolicy", { policy: ConferencePolicy, effectiveFrom: CivilDate }),
  /** Name who convenes from a day on, until the next one that is named. */
  Schema.TaggedStruct("AssignConvenor", { person: Id, from: CivilDate }),
  /** Name the body that serves the conference as secretary, and the person in it who answers for that. */
  Schema.TaggedStruct("AppointSecretariat", { body: Id, person: Id }),
  Schema.TaggedStruct("AdmitUnit", {
    unit: Id,
    kind: Id,
    capacity: Capacity,
    delegate: Id,
    alternate: Schema.NullOr(Id),
  }),
  Schema.TaggedStruct("ReleaseUnit", { unit: Id, reason: Text }),
  /** Make one unit of two; it takes over what the two were responsible for. */
  Schema.TaggedStruct("MergeMemberUnits", {
    units: Schema.Tuple([Id, Id]),
    into: Id,
    delegate: Id,
    alternate: Schema.NullOr(Id),
  }),
  Schema.TaggedStruct("NameDelegate", { unit: Id, delegate: Id, alternate: Schema.NullOr(Id) }),
  /** Set a meeting. `chairUnit` is the unit that presides; null where the convenor does. */
  Schema.TaggedStruct("ScheduleMeeting", { ...Appointment.fields, meeting: Id, chairUnit: Schema.NullOr(Id) }),
  /** Note that another unit presides: its turn was swapped, or the first one left. */
  Schema.TaggedStruct("ReplaceChairUnit", { meeting: Id, chairUnit: Schema.NullOr(Id) }),
  Schema.TaggedStruct("AddAgendaItem", { meeting: Id, item: Id, title: Text, proposedBy: Id }),
  Schema.TaggedStruct("WithdrawAgendaItem", { meeting: Id, item: Id }),
  /** Send the notice: rules and roll are frozen, and the agenda is closed. */
  Schema.TaggedStruct("GiveNotice", { meeting: Id }),
  Schema.TaggedStruct("CancelMeeting", { meeting: Id, reason: Text }),
  /** Note that somebody came for a unit. */
  Schema.TaggedStruct("RecordAttendance", {
    meeting: Id,
    unit: Id,
    by: Schema.Literals(["delegate", "alternate"]),
    person: Id,
  }),
  /** Open the meeting: whether there is a quorum is found now. */
  Schema.TaggedStruct("CallToOrder", { meeting: Id }),
  /** Put off an inquorate meeting to a new one, which takes over its agenda. */
  Schema.TaggedStruct("AdjournMeeting", { ...Appointment.fields, meeting: Id, into: Id, chairUnit: Schema.NullOr(Id) }),
  /** Call an inquorate meeting once more under the rule that its policy has for that. */
  Schema.TaggedStruct("ReconveneMeeting", { ...Appointment.fields, meeting: Id }),
  /**
   * Put a text to the vote on an item and declare the result. `presidedBy` is the unit that presides on this item, null for
   * the convenor; `recused` units have an interest in it and neither count nor vote.
   */
  Schema.TaggedStruct("AdoptResolution", {
    meeting: Id,
    resolution: Id,
    item: Id,
    textDigest: Digest,
    presidedBy: Schema.NullOr(Id),
    recused: Schema.Array(Id),
    votes: Votes,
    responsibleUnit: Id,
    dueOn: CivilDate,
  }),
  Schema.TaggedStruct("CloseMeeting", { meeting: Id }),
  Schema.TaggedStruct("FileMinutes", { meeting: Id, digest: Digest }),
  Schema.TaggedStruct("RemindMinutes", { meeting: Id }),
  /** Close what a resolution asked for, with the digest of the evidence that it was done. */
  Schema.TaggedStruct("CloseAction", { resolution: Id, evidence: Digest }),
  Schema.TaggedStruct("ExtendAction", { resolution: Id, dueOn: CivilDate, reason: Text }),
  Schema.TaggedStruct("ReassignAction", { resolution: Id, unit: Id, reason: Text }),
  Schema.TaggedStruct("RemindAction", { resolution: Id, stage: ReminderStage }),
  /** Take note that a period went by without a meeting that could still be called. */
  Schema.TaggedStruct("NoteMissingMeeting", {}),
  Schema.TaggedStruct("DissolveConference", { reason: Text }),
])
export type ConferenceCommand = typeof ConferenceCommand.Type
