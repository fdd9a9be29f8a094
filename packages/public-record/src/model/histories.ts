import { CoGovernanceEvent, CoGovernancePolicy, Combine, Status } from "@jinlin/core/co-governance"
import { Clauses, CovenantEvent, StatedReason } from "@jinlin/core/covenant"
import { CivilDate, Digest, Id, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"

type Tagged = { readonly Type: { readonly _tag: string } }

/** Whether a case of a union is none of these; the tag is asked of the schema itself. */
const isOther =
  <Tags extends string>(...tags: ReadonlyArray<Tags>) =>
  <Member extends Tagged & { readonly fields: { readonly _tag: { readonly ast: object } } }>(
    member: Member,
  ): member is Exclude<Member, { readonly Type: { readonly _tag: Tags } }> => {
    const { ast } = member.fields._tag
    return !("literal" in ast && tags.some((tag) => tag === ast.literal))
  }

/** What happened to a matter with two deliberations, without people. The other events name none and stand as the log has them. */
export const PublicCoGovernanceEvent = Schema.Union([
  Schema.TaggedStruct("CoGovernanceOpened", {
    title: Text,
    combine: Combine,
    touched: Schema.Array(Id),
    policy: CoGovernancePolicy,
    on: CivilDate,
  }),
  Schema.TaggedStruct("AppraisalRecorded", {
    which: Schema.Literals(["internal-bodies", "co-building-units"]),
    appraisal: Id,
    result: Digest,
    by: Id,
    appraised: Schema.NonEmptyArray(Id),
    on: CivilDate,
  }),
  ...CoGovernanceEvent.members.filter(isOther("CoGovernanceOpened", "AppraisalRecorded")),
])
export type PublicCoGovernanceEvent = typeof PublicCoGovernanceEvent.Type

/** A matter with two deliberations, two appraisals and two disclosures. */
export const PublicCoGovernance = Schema.Struct({
  matter: Id,
  status: Status,
  history: Schema.Array(PublicCoGovernanceEvent),
})
export type PublicCoGovernance = typeof PublicCoGovernance.Type

/** What happened to a covenant, without people: who answers for a revision is left out. */
export const PublicCovenantEvent = Schema.Union([
  Schema.TaggedStruct("RevisionDrafted", {
    draft: Schema.Int,
    revision: Schema.Int,
    base: Schema.NullOr(Schema.Int),
    sections: Clauses,
    document: Digest,
    reasons: Schema.Array(StatedReason),
    on: CivilDate,
  }),
  ...CovenantEvent.members.filter(isOther("RevisionDrafted")),
])
export type PublicCovenantEvent = typeof PublicCovenantEvent.Type

/** A covenant with its drafts and versions. */
export const PublicCovenant = Schema.Struct({
  covenant: Id,
  status: Schema.Literals(["open", "repealed"]),
  history: Schema.Array(PublicCovenantEvent),
})
export type PublicCovenant = typeof PublicCovenant.Type
