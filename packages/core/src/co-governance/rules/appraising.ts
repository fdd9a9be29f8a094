import type { Membership } from "../circumstances.ts"
import type { Appraised } from "../model.ts"
import type { CoGovernancePolicy } from "../policy.ts"

/** Both appraisals. */
export const appraisalKinds: ReadonlyArray<Appraised> = ["internal-bodies", "co-building-units"]

/** Whether a matter may end without this appraisal, with a reason (COGOVERNANCE-16). */
export const maySkipAppraisal = (policy: CoGovernancePolicy, which: Appraised): boolean => {
  const duty = which === "internal-bodies" ? policy.internalBodiesAppraisal : policy.coBuildingUnitsAppraisal
  return duty === "may-be-skipped"
}

/** Who appraises whom. */
export interface Appraising {
  readonly by: string
  readonly appraised: ReadonlyArray<string>
  readonly appraisers: ReadonlyArray<string>
}

/** The appraisers of whom nobody said to which bodies they belong (COGOVERNANCE-17). */
export const unknownAppraisers = (
  { appraisers }: Appraising,
  memberships: ReadonlyArray<Membership>,
): ReadonlyArray<string> => appraisers.filter((one) => !memberships.some(({ person }) => person === one))

/** An appraiser among the appraised: the bodies that are on both sides, and the people through whom they are. */
export interface OnBothSides {
  readonly bodies: ReadonlyArray<string>
  readonly appraisers: ReadonlyArray<string>
}

/**
 * The bodies that stand on both sides of an appraisal: the body that appraises where it is itself appraised, and those of the
 * appraised to which somebody belongs who takes part in appraising them (COGOVERNANCE-17).
 */
export const onBothSides = (
  { appraised, appraisers, by }: Appraising,
  memberships: ReadonlyArray<Membership>,
): OnBothSides => {
  const belonging = memberships.filter(
    ({ bodies, person }) => appraisers.includes(person) && bodies.some((body) => appraised.includes(body)),
  )
  const through = new Set([by, ...belonging.flatMap(({ bodies }) => bodies)])
  return {
    bodies: [...new Set(appraised)].filter((body) => through.has(body)),
    appraisers: belonging.map(({ person }) => person),
  }
}
