import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Section } from "../kernel/sections.ts"
import { Text } from "../kernel/text.ts"
import { Appraised, Disclosed, Which } from "./model.ts"
import { Combine } from "./policy.ts"

/** The sections of a text in their order: their names, and commitments to their words. */
const Sections = Schema.NonEmptyArray(Section).check(Schema.isMaxLength(500))

/** What may be asked of a matter that goes through two deliberations. */
export const CoGovernanceCommand = Schema.Union([
  /** Begin a matter. How its deliberations combine is settled now; `touched` are the member units that it touches. */
  Schema.TaggedStruct("OpenCoGovernance", { title: Text, combine: Combine, touched: Schema.Array(Id) }),
  /** Say which matter of deliberation is one of the two. */
  Schema.TaggedStruct("AttachDeliberation", { which: Which, matter: Id }),
  /** A matter was attached by mistake: let it go, while it runs. */
  Schema.TaggedStruct("DetachDeliberation", { which: Which, reason: Text }),
  /** Take over what the attached matter came to. */
  Schema.TaggedStruct("RecordOutcome", { which: Which }),
  /** Say that the matter touches these member units too. */
  Schema.TaggedStruct("DeclareTouchedUnits", { units: Schema.NonEmptyArray(Id), reason: Text }),
  /** Leave the joint deliberation out, since no member unit is touched. */
  Schema.TaggedStruct("SkipJoint", { reason: Text }),
  /** One deliberation must go again, as a new matter: one was lost, or they decided two texts. */
  Schema.TaggedStruct("ReturnToDeliberation", { which: Which, reason: Text }),
  /** Let the matter fall, since this deliberation was rejected; null: for good, so that nothing else is left. */
  Schema.TaggedStruct("RejectCoGovernance", { which: Which, reason: Schema.NullOr(Text) }),
  Schema.TaggedStruct("WithdrawCoGovernance", { reason: Text }),
  Schema.TaggedStruct("BeginImplementation", {}),
  /** What came of it, as a document; reported anew where the first report was wrong. */
  Schema.TaggedStruct("ReportResult", { report: Digest, implementedOn: CivilDate }),
  /** Say which disclosure counts: a first one, or one that corrects it. */
  Schema.TaggedStruct("LinkDisclosure", { what: Disclosed, disclosure: Id }),
  /** What an appraisal came to. `appraisers` are random references to who took part for `by`. */
  Schema.TaggedStruct("RecordAppraisal", {
    which: Appraised,
    appraisal: Id,
    result: Digest,
    by: Id,
    appraised: Schema.NonEmptyArray(Id),
    appraisers: Schema.NonEmptyArray(Id),
  }),
  Schema.TaggedStruct("SkipAppraisal", { which: Appraised, reason: Text }),
  Schema.TaggedStruct("CloseCoGovernance", {}),
  /**
   * Take note that the matter `by` of a body that may do so has revoked the resolution; `sections` are those of what it decided,
   * one of them named `revokes.<id of the matter>`.
   */
  Schema.TaggedStruct("RevokeResolution", { by: Id, sections: Sections }),
])
export type CoGovernanceCommand = typeof CoGovernanceCommand.Type
