import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Section } from "../kernel/sections.ts"
import { Text } from "../kernel/text.ts"
import { CommentRound, CorrectionOrder, Disposition, FilingReceipt, ReturnedBecause, StatedReason } from "./model.ts"
import { CovenantKind, FilingDuty, RequiredClause } from "./policy.ts"

const Ids = Schema.Array(Id)
const draft = Schema.Int
const on = CivilDate

/** Which version ends by it and when, and which versions will never be in force. */
const ending = {
  ends: Schema.NullOr(Schema.Struct({ version: Schema.Int, until: CivilDate })),
  overtaken: Schema.Array(Schema.Int),
}

/** What has happened to a covenant. Stored for ever: add cases, never rename one. */
export const CovenantEvent = Schema.Union([
  /** `after`: the repealed covenant that it follows; `notBefore`: from that day on the other is over, and this one may be in force. */
  Schema.TaggedStruct("CovenantOpened", {
    kind: CovenantKind,
    title: Text,
    within: Id,
    after: Schema.NullOr(Id),
    notBefore: Schema.NullOr(CivilDate),
    on,
  }),
  /** The text is this from now on. `by` answers for it, a random reference to a person; a legality check of what was before lapses. */
  Schema.TaggedStruct("RevisionDrafted", {
    draft,
    revision: Schema.Int,
    base: Schema.NullOr(Schema.Int),
    sections: Schema.Array(Section),
    document: Digest,
    reasons: Schema.Array(StatedReason),
    by: Schema.NullOr(Id),
    on,
  }),
  Schema.TaggedStruct("DraftAbandoned", { draft, reason: Text, on }),
  Schema.TaggedStruct("CommentsOpened", {
    draft,
    round: CommentRound,
    revision: Schema.Int,
    document: Digest,
    /** For how many days it had to lie open at least, and who says so. */
    days: Schema.Int,
    citation: Citation,
    packs: Schema.Array(Text),
    on,
  }),
  Schema.TaggedStruct("CommentRecorded", {
    draft,
    round: Schema.Int,
    comment: Id,
    clause: Schema.NullOr(Id),
    text: Digest,
    receivedOn: CivilDate,
    on,
  }),
  Schema.TaggedStruct("CommentDisposed", { draft, comment: Id, ...Disposition.fields }),
  Schema.TaggedStruct("CommentsClosed", { draft, round: Schema.Int, on }),
  Schema.TaggedStruct("LegalityChecked", {
    draft,
    document: Digest,
    conforms: Schema.Boolean,
    opinion: Digest,
    against: Schema.Array(Text),
    under: Citation,
    packs: Schema.Array(Text),
    on,
  }),
  /** `required` are the clauses that it had to have on that day, and has. */
  Schema.TaggedStruct("DraftSubmitted", {
    draft,
    revision: Schema.Int,
    document: Digest,
    matter: Id,
    corrects: Ids,
    required: Schema.Array(RequiredClause),
    packs: Schema.Array(Text),
    /** The day on which this matter was first submitted. */
    since: CivilDate,
    on,
  }),
  /** A body that may make it decided exactly this text. `madeUnder` says that it may. */
  Schema.TaggedStruct("VersionAdopted", {
    draft,
    version: Schema.Int,
    document: Digest,
    matter: Id,
    set: Id,
    madeUnder: Citation,
    packs: Schema.Array(Text),
    filing: FilingDuty,
    decidedOn: CivilDate,
    on,
  }),
  /** The matter ended without making this text a version: the draft may be revised and submitted again. */
  Schema.TaggedStruct("DraftReturned", {
    draft,
    matter: Id,
    because: ReturnedBecause,
    text: Schema.NullOr(Digest),
    set: Schema.NullOr(Id),
    on,
  }),
  /** In force from `from`; `until`: a later version that has its day already takes over then. */
  Schema.TaggedStruct("VersionBroughtIntoForce", {
    version: Schema.Int,
    from: CivilDate,
    until: Schema.NullOr(CivilDate),
    ...ending,
    on,
  }),
  Schema.TaggedStruct("VersionFiled", { version: Schema.Int, filing: FilingReceipt, on }),
  Schema.TaggedStruct("FilingReminded", { version: Schema.Int, lastDay: CivilDate, on }),
  Schema.TaggedStruct("CorrectionOrdered", { given: CorrectionOrder, on }),
  Schema.TaggedStruct("OrderLifted", { order: Id, reason: Text, on }),
  /**
   * `text` is the digest of the `sections` that were decided, one of which says by its name that this covenant ends; `draft`: the
   * text that was being made and falls with it.
   */
  Schema.TaggedStruct("CovenantRepealed", {
    matter: Id,
    text: Digest,
    sections: Schema.Array(Section),
    set: Id,
    decidedOn: CivilDate,
    from: CivilDate,
    ...ending,
    draft: Schema.NullOr(Schema.Int),
    on,
  }),
])
export type CovenantEvent = typeof CovenantEvent.Type
