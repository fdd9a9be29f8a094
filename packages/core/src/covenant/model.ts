import * as Schema from "effect/Schema"
import { Citation } from "../kernel/citation.ts"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Section } from "../kernel/sections.ts"
import { Text } from "../kernel/text.ts"
import { CovenantKind, FilingDuty } from "./policy.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Ids = Schema.Array(Id)

/** The clauses of a text in their order: each has a name of its own, and a commitment to its words. */
export const Clauses = Schema.NonEmptyArray(Section).check(Schema.isMaxLength(500))
export type Clauses = typeof Clauses.Type

/** Why a clause was changed that no comment and no order named. */
export const StatedReason = Schema.Struct({ clause: Id, reason: Text })
export type StatedReason = typeof StatedReason.Type

/** What was made of a comment. `clauses` are those that changed, or are to change, because of it. */
export const Disposition = Schema.Struct({
  disposition: Schema.Literals(["taken-up", "taken-up-in-part", "not-taken-up"]),
  reason: Text,
  clauses: Ids,
  /** The round after whose opening it was settled. */
  round: Schema.Int,
  on: CivilDate,
})
export type Disposition = typeof Disposition.Type

/** A comment on the text as it was offered. What it says is a document; who made it is in no state. */
export const Comment = Schema.Struct({
  comment: Id,
  round: Schema.Int,
  /** The clause it is about; null: the whole. */
  clause: Schema.NullOr(Id),
  text: Digest,
  receivedOn: CivilDate,
  disposed: Schema.NullOr(Disposition),
})
export type Comment = typeof Comment.Type

/** A round of comments, from `openedOn` to the end of `until`, on the clauses as they were `offered`. */
export const CommentRound = Schema.Struct({
  round: Schema.Int,
  openedOn: CivilDate,
  until: CivilDate,
  closedOn: Schema.NullOr(CivilDate),
  offered: Schema.Array(Section),
})
export type CommentRound = typeof CommentRound.Type

/** What the check of one text came to; `against` says what it conflicts with, `under` what it was held against. */
export const LegalityCheck = Schema.Struct({
  document: Digest,
  conforms: Schema.Boolean,
  opinion: Digest,
  against: Schema.Array(Text),
  under: Citation,
  on: CivilDate,
})
export type LegalityCheck = typeof LegalityCheck.Type

/** That a text was put to a body as a matter, first on the day `since`. `corrects` are the orders that it answers. */
export const Submission = Schema.Struct({ matter: Id, document: Digest, corrects: Ids, since: CivilDate })
export type Submission = typeof Submission.Type

/**
 * Why a draft came back undecided: the matter was lost or taken back, or was decided on another text, by a body that may not,
 * or before the text was put to it.
 */
export const ReturnedBecause = Schema.Literals([
  "rejected",
  "withdrawn",
  "another-text",
  "another-body",
  "decided-before",
])
export type ReturnedBecause = typeof ReturnedBecause.Type

/** A submission that came to nothing. `text` is what the matter decided, if anything. */
export const Returned = Schema.Struct({
  matter: Id,
  because: ReturnedBecause,
  text: Schema.NullOr(Digest),
  since: CivilDate,
})
export type Returned = typeof Returned.Type

/** The text that is being made. There is at most one. */
export const Draft = Schema.Struct({
  draft: Schema.Int,
  /** The version that stood last when it was begun; null: there was none. */
  base: Schema.NullOr(Schema.Int),
  phase: Schema.Literals(["drafting", "commenting", "revising", "submitted"]),
  revision: Schema.Int,
  sections: Schema.Array(Section),
  document: Digest,
  /** Everybody who answers for a revision of it. */
  drafters: Ids,
  round: Schema.NullOr(CommentRound),
  comments: Schema.Array(Comment),
  /** Reasons that were stated since the text was last offered. */
  reasons: Schema.Array(StatedReason),
  legality: Schema.NullOr(LegalityCheck),
  submission: Schema.NullOr(Submission),
  returned: Schema.Array(Returned),
})
export type Draft = typeof Draft.Type

/** The receipt for a version that was filed. `lateDays`: how many days after the last one. */
export const FilingReceipt = Schema.Struct({ receipt: Text, with: Id, on: CivilDate, lateDays: Count })
export type FilingReceipt = typeof FilingReceipt.Type

/** A text that was decided. It is in force from `from` until the day before `until`; null: not said, or open. */
export const Version = Schema.Struct({
  version: Schema.Int,
  document: Digest,
  sections: Schema.Array(Section),
  matter: Id,
  set: Id,
  decidedOn: CivilDate,
  corrects: Ids,
  from: Schema.NullOr(CivilDate),
  until: Schema.NullOr(CivilDate),
  /** A later version, or the repeal, came before it: it was never in force and never will be. */
  overtaken: Schema.Boolean,
  filing: FilingDuty,
  filed: Schema.NullOr(FilingReceipt),
  reminded: Schema.Boolean,
})
export type Version = typeof Version.Type

/** That the office above ordered a version corrected, in these clauses. */
export const CorrectionOrder = Schema.Struct({
  order: Id,
  version: Schema.Int,
  by: Id,
  clauses: Ids,
  reason: Text,
  on: CivilDate,
  lifted: Schema.Boolean,
})
export type CorrectionOrder = typeof CorrectionOrder.Type

/** The decision that ends a covenant, and from which day. */
export const Repeal = Schema.Struct({ matter: Id, text: Digest, decidedOn: CivilDate, from: CivilDate })
export type Repeal = typeof Repeal.Type

/** One covenant of a community, with its versions. */
export const Covenant = Schema.Struct({
  status: Schema.Literals(["unopened", "open", "repealed"]),
  kind: Schema.NullOr(CovenantKind),
  title: Schema.NullOr(Text),
  /** The community or estate whose covenant it is. */
  within: Schema.NullOr(Id),
  /** The repealed covenant that it follows; null: it is the first of its kind and body. */
  after: Schema.NullOr(Id),
  /** The first day on which it may be in force, since another was until then; null: any. */
  notBefore: Schema.NullOr(CivilDate),
  /** How many drafts were begun. */
  drafts: Count,
  draft: Schema.NullOr(Draft),
  versions: Schema.Array(Version),
  orders: Schema.Array(CorrectionOrder),
  /** Every matter that was ever named, so that none is used twice. */
  matters: Ids,
  repeal: Schema.NullOr(Repeal),
})
export type Covenant = typeof Covenant.Type

/** A covenant before anybody has begun one. */
export const empty: Covenant = {
  status: "unopened",
  kind: null,
  title: null,
  within: null,
  after: null,
  notBefore: null,
  drafts: 0,
  draft: null,
  versions: [],
  orders: [],
  matters: [],
  repeal: null,
}
