import * as Schema from "effect/Schema"
import { Id } from "../kernel/identity.ts"

const whole = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

export const Combine = Schema.Literals(["both", "first-then-second", "second-if-touched"])
/**
 * How the two deliberations come together: `both`, side by side and in any order; `first-then-second`, the residents first and
 * the joint conference on what they decided; `second-if-touched`, likewise, and the joint conference only where a member unit
 * is touched.
 */
export type Combine = typeof Combine.Type

export const AppraisalDuty = Schema.Literals(["required", "may-be-skipped"])
/** Whether a matter may end without an appraisal, for a reason that is given. */
export type AppraisalDuty = typeof AppraisalDuty.Type

/** One body that may revoke what another has decided; both are the sets of rules under which they sit. */
export const Revoking = Schema.Struct({ by: Id, of: Id })
export type Revoking = typeof Revoking.Type

/**
 * What a community decides about matters that go through two deliberations. The source gives the mechanism and no number
 * (S16): all of it is our default, but for who may revoke whose decisions.
 */
export const CoGovernancePolicy = Schema.Struct({
  /** The ways to combine that whoever opens a matter may choose from. Our default: all three. */
  combines: Schema.NonEmptyArray(Combine),
  /** The bodies by whose decision a self-governance deliberation ends. */
  selfGovernanceBodies: Schema.NonEmptyArray(Id),
  /** The bodies by whose decision a joint deliberation ends. */
  jointBodies: Schema.NonEmptyArray(Id),
  /** How often a deliberation that was rejected may begin anew in the same matter. Bound 0–5, our default 1. */
  newStarts: whole(0, 5),
  /** Whether the decision is carried out from when its disclosure is posted (our default), or when its period is over. */
  beginsWhen: Schema.Literals(["posted", "completed"]),
  /** The bodies that may appraise: the Party branch of the residential compound, and whoever stands in where it is itself appraised. */
  appraisers: Schema.NonEmptyArray(Id),
  /** The bodies that oversee the committee: theirs alone may declare units touched and let go what was attached by mistake. */
  overseers: Schema.NonEmptyArray(Id),
  /** Whether the appraisal of the governance bodies of the residential compound may be skipped. Our default: it may not. */
  internalBodiesAppraisal: AppraisalDuty,
  /** Whether that of the co-building units may be skipped. Our default: it may, since not every matter has some. */
  coBuildingUnitsAppraisal: AppraisalDuty,
  /**
   * Who may revoke whose decision, besides each body its own. The residents' assembly may revoke what representatives and the
   * committee decided, and representatives what the committee did: Urban Residents' Committee Organization Law (2025-10-28)
   * art. 30(3). A community may add pairs of its own.
   */
  revocations: Schema.Array(Revoking),
})
export type CoGovernancePolicy = typeof CoGovernancePolicy.Type

const assemblies = ["residents-assembly-of-residents", "residents-assembly-of-households"] as const

/** Our defaults, and the revocations of art. 30(3). */
export const coGovernancePolicyDefaults: CoGovernancePolicy = {
  combines: ["both", "first-then-second", "second-if-touched"],
  selfGovernanceBodies: ["compound-residents", "residents-assembly", "representatives-meeting", "owners-assembly"],
  jointBodies: ["joint-conference"],
  newStarts: 1,
  beginsWhen: "posted",
  appraisers: ["compound-party-branch", "community-party-organization"],
  overseers: ["oversight-committee"],
  internalBodiesAppraisal: "required",
  coBuildingUnitsAppraisal: "may-be-skipped",
  revocations: [
    { by: assemblies[0], of: assemblies[1] },
    { by: assemblies[1], of: assemblies[0] },
    ...assemblies.flatMap((by) => [
      { by, of: "representatives-meeting" },
      { by, of: "residents-committee" },
    ]),
    { by: "representatives-meeting", of: "residents-committee" },
  ],
}
