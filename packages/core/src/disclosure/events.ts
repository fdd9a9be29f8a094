import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { CivilDeadline } from "../kernel/deadline-schema.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Disclosed, DisclosedSection, Hand, Posting, RaisedObjection, TakenDown } from "./model.ts"
import { DisclosureRules } from "./policy.ts"

/** The period as it stands after the event; null: none runs. */
const period = Schema.NullOr(CivilDeadline)

/** What has happened to a disclosure. Stored for ever: add cases, never rename one. */
export const DisclosureEvent = Schema.Union([
  Schema.TaggedStruct("DisclosurePrepared", {
    preparation: Schema.Int,
    matter: Id,
    what: Disclosed,
    /** The digest over the sections, which is the one that was decided or reported. */
    document: Digest,
    sections: Schema.NonEmptyArray(DisclosedSection),
    corrects: Schema.NullOr(Id),
    audience: Id,
    since: CivilDate,
    law: Schema.NullOr(Citation),
    recourse: Schema.NullOr(Citation),
    by: Hand,
    on: CivilDate,
  }),
  Schema.TaggedStruct("DisclosureChecked", { preparation: Schema.Int, document: Digest, by: Hand, on: CivilDate }),
  Schema.TaggedStruct("DisclosurePosted", {
    posting: Posting,
    /** On the first posting the rules of its day, by which it is held from now on; null: those it has. */
    rules: Schema.NullOr(DisclosureRules),
    /** What the law says of it on the day of its first posting, which stays. */
    law: Schema.NullOr(Citation),
    recourse: Schema.NullOr(Citation),
    period,
    /** On the first posting of a correction: what was not answered of the one that it corrects. */
    carried: Schema.Array(RaisedObjection),
    on: CivilDate,
  }),
  Schema.TaggedStruct("PostingTakenDown", {
    posting: Schema.Int,
    channel: Id,
    takenDown: TakenDown,
    period,
    /** The period that ran broke off here; it begins anew with the posting that brings all channels back. */
    broken: Schema.Boolean,
    on: CivilDate,
  }),
  /** It had not come down: it hangs, as if that had never been noted. */
  Schema.TaggedStruct("HangingConfirmed", {
    posting: Schema.Int,
    channel: Id,
    reason: Text,
    evidence: Digest,
    period,
    on: CivilDate,
  }),
  Schema.TaggedStruct("ObjectionRaised", {
    objection: Id,
    text: Digest,
    receivedOn: CivilDate,
    evidence: Schema.NullOr(Digest),
    by: Schema.NullOr(Id),
    on: CivilDate,
  }),
  Schema.TaggedStruct("ObjectionAnswered", { objection: Id, answer: Digest, on: CivilDate }),
  Schema.TaggedStruct("PeriodRecounted", { period, on: CivilDate }),
  /** `packs`: those by which it was held up to its end. */
  Schema.TaggedStruct("DisclosureCompleted", { period: CivilDeadline, packs: Schema.Array(Text), on: CivilDate }),
  Schema.TaggedStruct("DisclosureSuperseded", { by: Id, on: CivilDate }),
  Schema.TaggedStruct("DisclosureAbandoned", { reason: Text, on: CivilDate }),
])
export type DisclosureEvent = typeof DisclosureEvent.Type
