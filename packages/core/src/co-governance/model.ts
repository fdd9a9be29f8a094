import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Digest } from "../kernel/digest-schema.ts"
import { Id } from "../kernel/identity.ts"
import { Text } from "../kernel/text.ts"
import { CoGovernancePolicy, Combine } from "./policy.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

export const Which = Schema.Literals(["self-governance", "joint"])
/** One of the two deliberations: that of the residents among themselves, and that of the joint conference. */
export type Which = typeof Which.Type

export const Disclosed = Schema.Literals(["decision", "result"])
/** One of the two disclosures: of what was decided, and of what came of it. */
export type Disclosed = typeof Disclosed.Type

export const Appraised = Schema.Literals(["internal-bodies", "co-building-units"])
/** One of the two appraisals: of the governance bodies of the residential compound, and of the units that build it together with them. */
export type Appraised = typeof Appraised.Type

export const Status = Schema.Literals([
  "unopened",
  "deliberating",
  "resolved",
  "implementing",
  "implemented",
  "closed",
  "rejected",
  "withdrawn",
  "revoked",
])
/** Where a matter stands. The last four are ends. */
export type Status = typeof Status.Type

/** What a deliberation came to. `text` is the digest that was decided, `set` the rules under which its last body sat. */
export const Outcome = Schema.Union([
  Schema.TaggedStruct("Decided", { text: Digest, set: Id, on: CivilDate }),
  Schema.TaggedStruct("Rejected", { on: CivilDate }),
  Schema.TaggedStruct("Withdrawn", { on: CivilDate }),
])
export type Outcome = typeof Outcome.Type

/** A deliberation that counts no more: what became of its matter, or that it was attached by mistake. */
export const PastDeliberation = Schema.Struct({
  matter: Id,
  ended: Schema.Literals(["Decided", "Rejected", "Withdrawn", "Detached"]),
})
export type PastDeliberation = typeof PastDeliberation.Type

/** One of the two deliberations: the matter that it is now, and those that it was. */
export const Deliberation = Schema.Struct({
  matter: Schema.NullOr(Id),
  outcome: Schema.NullOr(Outcome),
  past: Schema.Array(PastDeliberation),
})
export type Deliberation = typeof Deliberation.Type

/** That the joint deliberation was left out lawfully: which body of it said so, and why. */
export const Skip = Schema.Struct({ reason: Text, body: Id, on: CivilDate })
export type Skip = typeof Skip.Type

/** The one text that every deliberation that was needed has decided, and the day on which the last of them had. */
export const Resolution = Schema.Struct({ text: Digest, since: CivilDate, on: CivilDate })
export type Resolution = typeof Resolution.Type

/** What came of the resolution, as a document. */
export const Report = Schema.Struct({ report: Digest, implementedOn: CivilDate })
export type Report = typeof Report.Type

/** The disclosure that counts. `lapsed`: what it proves is not what is to be disclosed any more, so that it must be corrected. */
export const Link = Schema.Struct({ disclosure: Id, proves: Digest, from: CivilDate, lapsed: Schema.Boolean })
export type Link = typeof Link.Type

/** What became of an appraisal. Who took part in it are random references. */
export const AppraisalRecord = Schema.Union([
  Schema.TaggedStruct("Appraised", {
    appraisal: Id,
    result: Digest,
    by: Id,
    appraised: Schema.NonEmptyArray(Id),
    appraisers: Schema.NonEmptyArray(Id),
    on: CivilDate,
  }),
  Schema.TaggedStruct("Skipped", { reason: Text, on: CivilDate }),
])
export type AppraisalRecord = typeof AppraisalRecord.Type

/** One matter on its way through two deliberations, two appraisals and two disclosures. */
export const CoGovernance = Schema.Struct({
  status: Status,
  title: Schema.NullOr(Text),
  /** Who opened it, and in which body. */
  proposer: Schema.NullOr(Schema.Struct({ person: Id, within: Id })),
  policy: Schema.NullOr(CoGovernancePolicy),
  combine: Schema.NullOr(Combine),
  /** The member units that the matter touches. */
  touched: Schema.Array(Id),
  deliberations: Schema.Struct({ "self-governance": Deliberation, joint: Deliberation }),
  skip: Schema.NullOr(Skip),
  resolution: Schema.NullOr(Resolution),
  /** How often a resolution fell because a skip turned out wrong. */
  reopened: Count,
  /** The first day on which it was carried out, also of a resolution that fell. */
  begunOn: Schema.NullOr(CivilDate),
  result: Schema.NullOr(Report),
  disclosures: Schema.Struct({ decision: Schema.NullOr(Link), result: Schema.NullOr(Link) }),
  appraisals: Schema.Struct({
    "internal-bodies": Schema.NullOr(AppraisalRecord),
    "co-building-units": Schema.NullOr(AppraisalRecord),
  }),
})
export type CoGovernance = typeof CoGovernance.Type

const nothingYet: Deliberation = { matter: null, outcome: null, past: [] }

/** A matter before anybody has opened it. */
export const empty: CoGovernance = {
  status: "unopened",
  title: null,
  proposer: null,
  policy: null,
  combine: null,
  touched: [],
  deliberations: { "self-governance": nothingYet, joint: nothingYet },
  skip: null,
  resolution: null,
  reopened: 0,
  begunOn: null,
  result: null,
  disclosures: { decision: null, result: null },
  appraisals: { "internal-bodies": null, "co-building-units": null },
}
