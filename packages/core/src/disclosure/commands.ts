import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { Disclosed, DisclosedSection } from "./model.ts"

/** What may be asked of a disclosure. There is none that changes what was published. */
export const DisclosureCommand = Schema.Union([
  /** Draw up what will be published: every section of the document in its order, with what is blacked out marked. */
  Schema.TaggedStruct("PrepareDisclosure", {
    matter: Id,
    what: Disclosed,
    sections: Schema.NonEmptyArray(DisclosedSection),
    corrects: Schema.NullOr(Id),
    audience: Id,
  }),
  /** A post holder has read this preparation of this document, and it tells nothing personal. */
  Schema.TaggedStruct("ConfirmCheck", { document: Digest, preparation: Schema.Int }),
  /** It was put up at a place, today or, with the digest of the signed sheet, some days ago. */
  Schema.TaggedStruct("PostDisclosure", {
    channel: Id,
    place: Text,
    on: CivilDate,
    evidence: Schema.NullOr(Digest),
  }),
  /**
   * It came down on this day: taken down, torn off, blown away; or the site was off. Of a day gone by with the digest of the
   * signed sheet.
   */
  Schema.TaggedStruct("TakeDown", {
    posting: Schema.Int,
    on: CivilDate,
    reason: Text,
    evidence: Schema.NullOr(Digest),
  }),
  /** That it came down was a slip: it hangs, and has all the time. With the digest of the signed sheet that says so. */
  Schema.TaggedStruct("ConfirmHanging", { posting: Schema.Int, reason: Text, evidence: Digest }),
  /** Somebody has something against it, received today or, with the digest of the signed sheet, some days ago. */
  Schema.TaggedStruct("RaiseObjection", {
    objection: Id,
    text: Digest,
    receivedOn: CivilDate,
    evidence: Schema.NullOr(Digest),
  }),
  Schema.TaggedStruct("AnswerObjection", { objection: Id, answer: Digest }),
  /** Count a period again that hangs on a year without a calendar. */
  Schema.TaggedStruct("RecountPeriod", {}),
  Schema.TaggedStruct("CompleteDisclosure", {}),
  /** Another disclosure, which corrects this one, has been posted. */
  Schema.TaggedStruct("SupersedeDisclosure", { by: Id }),
  Schema.TaggedStruct("AbandonDisclosure", { reason: Text }),
])
export type DisclosureCommand = typeof DisclosureCommand.Type
