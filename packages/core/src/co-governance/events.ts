import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Section } from "../kernel/sections.ts"
import { Text } from "../kernel/text.ts"
import { Appraised, Disclosed, Outcome, Which } from "./model.ts"
import { CoGovernancePolicy, Combine } from "./policy.ts"

const reasoned = { reason: Text, on: CivilDate }

/** What has happened to a matter with two deliberations. Stored for ever: add cases, never rename one. */
export const CoGovernanceEvent = Schema.Union([
  Schema.TaggedStruct("CoGovernanceOpened", {
    title: Text,
    combine: Combine,
    touched: Schema.Array(Id),
    policy: CoGovernancePolicy,
    proposer: Schema.Struct({ person: Id, within: Id }),
    on: CivilDate,
  }),
  Schema.TaggedStruct("DeliberationAttached", { which: Which, matter: Id, on: CivilDate }),
  Schema.TaggedStruct("DeliberationDetached", { which: Which, matter: Id, ...reasoned }),
  Schema.TaggedStruct("OutcomeRecorded", { which: Which, matter: Id, outcome: Outcome, on: CivilDate }),
  /** Both decided, but not the same text: one of them goes again. */
  Schema.TaggedStruct("TextsFoundDifferent", { selfGovernance: Digest, joint: Digest, on: CivilDate }),
  Schema.TaggedStruct("TouchedUnitsDeclared", { units: Schema.Array(Id), ...reasoned }),
  /** `body` of the joint conference said that its deliberation is not needed. */
  Schema.TaggedStruct("JointSkipped", { body: Id, ...reasoned }),
  /** Units are touched after all: the joint deliberation is needed. */
  Schema.TaggedStruct("SkipLapsed", { units: Schema.Array(Id), on: CivilDate }),
  /** The same when a resolution stood on the skip: it falls, and what was built upon it. */
  Schema.TaggedStruct("ResolutionReopened", { text: Digest, units: Schema.Array(Id), on: CivilDate }),
  /** A deliberation goes again as a new matter; `lapsed` are those whose outcomes count no more. */
  Schema.TaggedStruct("ReturnedToDeliberation", { which: Which, lapsed: Schema.Array(Which), ...reasoned }),
  /** Every deliberation that is needed has decided this text, the last of them on the day `since`. */
  Schema.TaggedStruct("MatterResolved", { text: Digest, since: CivilDate, on: CivilDate }),
  Schema.TaggedStruct("CoGovernanceRejected", { which: Which, reason: Schema.NullOr(Text), on: CivilDate }),
  Schema.TaggedStruct("CoGovernanceWithdrawn", reasoned),
  Schema.TaggedStruct("ImplementationBegun", { text: Digest, disclosure: Id, on: CivilDate }),
  Schema.TaggedStruct("ResultReported", { report: Digest, implementedOn: CivilDate, on: CivilDate }),
  /** From here on this disclosure counts; `instead` is the one that it corrects. */
  Schema.TaggedStruct("DisclosureLinked", {
    what: Disclosed,
    disclosure: Id,
    proves: Digest,
    /** The day of its first posting. */
    from: CivilDate,
    instead: Schema.NullOr(Id),
    on: CivilDate,
  }),
  Schema.TaggedStruct("AppraisalRecorded", {
    which: Appraised,
    appraisal: Id,
    result: Digest,
    by: Id,
    appraised: Schema.NonEmptyArray(Id),
    appraisers: Schema.NonEmptyArray(Id),
    on: CivilDate,
  }),
  Schema.TaggedStruct("AppraisalSkipped", { which: Appraised, ...reasoned }),
  Schema.TaggedStruct("CoGovernanceClosed", { on: CivilDate }),
  /**
   * `by` decided the `sections`, one of which says by its name that this resolution is revoked. `begun`: it was being carried out,
   * so that what was done must still be told.
   */
  Schema.TaggedStruct("ResolutionRevoked", {
    by: Id,
    sections: Schema.Array(Section),
    set: Id,
    revokedOn: CivilDate,
    begun: Schema.Boolean,
    on: CivilDate,
  }),
])
export type CoGovernanceEvent = typeof CoGovernanceEvent.Type
