import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Clauses, StatedReason } from "./model.ts"
import { CovenantKind } from "./policy.ts"

const Ids = Schema.Array(Id)

/** What may be asked of a covenant. */
export const CovenantCommand = Schema.Union([
  /** Begin a covenant. `after`: the repealed one of this kind and body that it follows; left out: the body had none. */
  Schema.TaggedStruct("OpenCovenant", { kind: CovenantKind, title: Text, after: Schema.optionalKey(Id) }),
  /** The whole text as it shall be from now on; the first one begins a draft. `reasons`: why clauses changed that nobody asked to change. */
  Schema.TaggedStruct("DraftRevision", { sections: Clauses, reasons: Schema.Array(StatedReason) }),
  Schema.TaggedStruct("AbandonDraft", { reason: Text }),
  /** Offer the text for comments until the end of a day; done again, it is another round on the text as it is then. */
  Schema.TaggedStruct("OpenComments", { until: CivilDate }),
  /** A comment as a document. `clause`: what it is about, null for the whole; `receivedOn`: the day on which it came in. */
  Schema.TaggedStruct("RecordComment", {
    comment: Id,
    clause: Schema.NullOr(Id),
    text: Digest,
    receivedOn: CivilDate,
  }),
  /** What is made of a comment, why, and in which clauses. Until the text is submitted it may be settled otherwise. */
  Schema.TaggedStruct("DisposeComment", {
    comment: Id,
    disposition: Schema.Literals(["taken-up", "taken-up-in-part", "not-taken-up"]),
    reason: Text,
    clauses: Ids,
  }),
  Schema.TaggedStruct("CloseComments", {}),
  /** What somebody who drafted nothing of it found: whether this text conforms to the law, and what it conflicts with. */
  Schema.TaggedStruct("CheckLegality", {
    document: Digest,
    conforms: Schema.Boolean,
    opinion: Digest,
    against: Schema.Array(Text),
  }),
  /** Put the text to the body that decides, as a matter. `corrects` are the orders that it answers. */
  Schema.TaggedStruct("SubmitDraft", { matter: Id, corrects: Ids }),
  /** Draw the consequence of what became of the matter. */
  Schema.TaggedStruct("RecordDecision", {}),
  /** Say from which day a version is in force; said anew before that day, it is another. */
  Schema.TaggedStruct("BringIntoForce", { version: Schema.Int, from: CivilDate }),
  /** The receipt of the office with which a version was filed. */
  Schema.TaggedStruct("FileVersion", { version: Schema.Int, receipt: Text, with: Id, on: CivilDate }),
  /** The last day for filing has come, and nothing is filed. */
  Schema.TaggedStruct("RemindFiling", { version: Schema.Int }),
  /** The office `by` orders a version corrected. */
  Schema.TaggedStruct("OrderCorrection", { order: Id, version: Schema.Int, by: Id, clauses: Ids, reason: Text }),
  Schema.TaggedStruct("LiftOrder", { order: Id, reason: Text }),
  /**
   * A body decided in a matter that the covenant ends; `sections` are those of what it decided, one of them named `repeals.<id of
   * the covenant>`; `from`: from which day there is none.
   */
  Schema.TaggedStruct("RepealCovenant", { matter: Id, sections: Clauses, from: CivilDate }),
])
export type CovenantCommand = typeof CovenantCommand.Type
