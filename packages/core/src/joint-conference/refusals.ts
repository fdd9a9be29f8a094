import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Finding } from "../kernel/finding.ts"
import { Id } from "../kernel/identity.ts"
import { MinuteOfDay } from "../kernel/moment-schema.ts"

const Ids = Schema.Array(Id)
const Unit = Schema.NullOr(Id)
const Status = Schema.Literals(["scheduled", "noticed", "quorate", "inquorate", "held", "minuted"])
const Outcome = Schema.Literals(["settled", "cancelled", "adjourned"])

const refusal = <
  const Tag extends string,
  const Rule extends `CONFERENCE-${number}`,
  const Fields extends Schema.Struct.Fields,
>(
  tag: Tag,
  rule: Rule,
  evidence: Fields,
) => Schema.TaggedStruct(tag, { rule: Schema.Literal(rule), ...evidence })

/** Why a joint conference refuses. Each case carries what would make it pass. */
export const ConferenceRefusal = Schema.Union([
  /** Nothing can be done to a conference that is not active; `status` says which way it is not. */
  refusal("ConferenceNotActive", "CONFERENCE-1", { status: Schema.Literals(["unfounded", "dissolved"]) }),
  /** A conference is founded once. */
  refusal("ConferenceAlreadyFounded", "CONFERENCE-1", { status: Schema.Literals(["active", "dissolved"]) }),
  /** A conference is dissolved when its meetings are over; these are not. */
  refusal("MeetingsStillOpen", "CONFERENCE-1", { meetings: Ids }),
  /** A convenor is named for today or a later day. */
  refusal("AssignmentInPast", "CONFERENCE-2", { from: CivilDate, earliest: CivilDate }),
  /** The unit is in the conference already. */
  refusal("UnitAlreadyAdmitted", "CONFERENCE-3", { unit: Id }),
  /** No such unit in the conference; `units` lists those that are. */
  refusal("UnitUnknown", "CONFERENCE-3", { unit: Id, units: Ids }),
  /** Only a member can do this; `members` lists them. */
  refusal("NotAMember", "CONFERENCE-3", { unit: Id, members: Ids }),
  /** A person speaks for one unit, and is not its own alternate; `unit` is the one it speaks for. */
  refusal("PersonSpeaksAlready", "CONFERENCE-3", { person: Id, unit: Id }),
  /** The unit is responsible for resolutions that are open: close them or give them to another unit first. */
  refusal("UnitHasOpenActions", "CONFERENCE-4", { unit: Id, resolutions: Ids }),
  /** A merger needs two different units and a name that no third unit bears. */
  refusal("MergeNeedsTwoUnits", "CONFERENCE-4", { units: Schema.Tuple([Id, Id]), into: Id }),
  /** A policy takes effect today or later, and not before the one adopted last. */
  refusal("EffectiveTooEarly", "CONFERENCE-5", { effectiveFrom: CivilDate, earliest: CivilDate }),
  /** The meeting is too near: so many full days must lie between the notice and it. `earliest` is the first day that would do. */
  refusal("MeetingTooSoon", "CONFERENCE-6", {
    meeting: Id,
    on: CivilDate,
    noticeDays: Schema.Int,
    earliest: CivilDate,
  }),
  /** It is too late for the notice; `lastDay` was the last day for it. */
  refusal("NoticeTooLate", "CONFERENCE-6", {
    meeting: Id,
    on: CivilDate,
    noticeDays: Schema.Int,
    lastDay: CivilDate,
    today: CivilDate,
  }),
  /** Items are taken until so many full days before the meeting; `lastDay` was the last day for them. */
  refusal("AgendaClosed", "CONFERENCE-7", {
    meeting: Id,
    on: CivilDate,
    agendaDays: Schema.Int,
    lastDay: CivilDate,
    today: CivilDate,
  }),
  /** The item is on the agenda already. */
  refusal("ItemAlreadyOnAgenda", "CONFERENCE-7", { meeting: Id, item: Id }),
  /** The item is not on the agenda; `agenda` lists what is. */
  refusal("ItemNotOnAgenda", "CONFERENCE-7", { meeting: Id, item: Id, agenda: Ids }),
  /** The conference has no members: admit one, or nobody could ever make a quorum. */
  refusal("NoMemberOnRoll", "CONFERENCE-8", { meeting: Id }),
  /** The unit is not on the roll that was frozen on `frozenOn`; `roll` lists those that are. */
  refusal("NotOnRoll", "CONFERENCE-8", { unit: Id, frozenOn: CivilDate, roll: Ids }),
  /** The person is not whom the roll names for the unit; `named` null: it names nobody. */
  refusal("NotTheNamedPerson", "CONFERENCE-8", {
    unit: Id,
    by: Schema.Literals(["delegate", "alternate"]),
    person: Id,
    named: Unit,
  }),
  /** By the policy of this meeting alternates do not count. */
  refusal("AlternatesNotAdmitted", "CONFERENCE-9", { unit: Id }),
  /** There is no quorum, `finding.shortBy` units are missing: without those recused on this item. */
  refusal("NoQuorumForItem", "CONFERENCE-10", { meeting: Id, item: Id, finding: Finding }),
  /** A unit stands in the votes more than once. */
  refusal("AlreadyVoted", "CONFERENCE-11", { unit: Id }),
  /** Only members that are present count on an item; `present` lists them. */
  refusal("NotPresent", "CONFERENCE-11", { unit: Id, present: Ids }),
  /** A unit with an interest in the item does not vote on it. */
  refusal("RecusedUnitVotes", "CONFERENCE-11", { unit: Id, item: Id }),
  /** The item is resolved. */
  refusal("ItemAlreadyResolved", "CONFERENCE-12", { item: Id, resolution: Id }),
  /** This text was put to the vote on this item and lost: only another text may be put. */
  refusal("TextAlreadyPut", "CONFERENCE-12", { item: Id, resolution: Id, textDigest: Digest }),
  /** Somebody else presides: `expected` null is the convenor. */
  refusal("AnotherPresides", "CONFERENCE-13", { named: Unit, expected: Unit }),
  /** A unit with an interest in the item does not preside on it. */
  refusal("RecusedUnitPresides", "CONFERENCE-13", { unit: Id, item: Id }),
  /** The unit that presides is not among the members present; `present` lists them. */
  refusal("PresiderNotPresent", "CONFERENCE-13", { unit: Id, present: Ids }),
  /** The resolution's id is taken. */
  refusal("ResolutionIdTaken", "CONFERENCE-14", { resolution: Id }),
  /** What a resolution asks for is due today or later. */
  refusal("DueInPast", "CONFERENCE-14", { dueOn: CivilDate, earliest: CivilDate }),
  /** The meeting's id is taken. */
  refusal("MeetingIdTaken", "CONFERENCE-15", { meeting: Id }),
  /** No such meeting; `open` lists those that are not over. */
  refusal("MeetingUnknown", "CONFERENCE-15", { meeting: Id, open: Ids }),
  /** The meeting does not stand where this step begins. */
  refusal("StepOrder", "CONFERENCE-15", {
    meeting: Id,
    expected: Schema.Array(Status),
    got: Schema.Union([Status, Outcome]),
  }),
  /** The meeting begins at this minute of this day, not before. */
  refusal("MeetingNotBegun", "CONFERENCE-15", {
    meeting: Id,
    on: CivilDate,
    minuteOfDay: MinuteOfDay,
    today: CivilDate,
    minuteNow: MinuteOfDay,
  }),
  /** The day of the meeting is over: cancel it and set another. */
  refusal("MeetingDayPast", "CONFERENCE-15", { meeting: Id, on: CivilDate, today: CivilDate }),
  /** The policy of this meeting has no rule by which it could be called once more: adjourn it to a new one. */
  refusal("ReconveningNotAdmitted", "CONFERENCE-16", { meeting: Id }),
  /** The meeting was called once more already: adjourn it to a new one. */
  refusal("AlreadyReconvened", "CONFERENCE-16", { meeting: Id }),
  /** A reminder of the minutes goes out from this day on. */
  refusal("MinutesReminderNotDue", "CONFERENCE-17", { meeting: Id, from: CivilDate }),
  /** No such resolution has anything open; `open` lists those that have. */
  refusal("ActionNotOpen", "CONFERENCE-18", { resolution: Id, open: Ids }),
  /** A due day is only ever put off. */
  refusal("ExtensionNotLater", "CONFERENCE-18", { resolution: Id, dueOn: CivilDate, asked: CivilDate }),
  /** A reminder of this stage goes out from this day on. */
  refusal("ActionReminderNotDue", "CONFERENCE-18", {
    resolution: Id,
    stage: Schema.Literals(["before-due", "overdue"]),
    from: CivilDate,
  }),
  /** The secretary's body does not preside over a meeting that it serves. */
  refusal("SecretaryPresides", "CONFERENCE-20", { body: Id, meetings: Ids }),
])
export type ConferenceRefusal = typeof ConferenceRefusal.Type
