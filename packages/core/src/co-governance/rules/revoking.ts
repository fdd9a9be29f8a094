import type { CoGovernance } from "../model.ts"
import type { CoGovernancePolicy } from "../policy.ts"
import { decidedIn, deliberations } from "./deliberations.ts"

/** The rules under which those sat whose decisions make up the resolution (COGOVERNANCE-20). */
export const decidedUnder = ({ deliberations: two }: CoGovernance): ReadonlyArray<string> =>
  deliberations.flatMap((which) => decidedIn(two[which])?.set ?? [])

/** The name of the section by which a text revokes a resolution: whoever votes on the text has read it (COGOVERNANCE-20). */
export const revokingSection = (coGovernance: string): string => `revokes.${coGovernance}`

/** Whether a text says that it revokes what was resolved in this matter (COGOVERNANCE-20). */
export const namesRevocation = (sections: ReadonlyArray<{ readonly name: string }>, coGovernance: string): boolean =>
  sections.some(({ name }) => name === revokingSection(coGovernance))

/**
 * Whether a body may revoke a resolution: it may revoke one of the decisions that make it up, since it stands on both. Each
 * body may revoke its own (COGOVERNANCE-20).
 */
export const mayRevoke = (
  { revocations }: Pick<CoGovernancePolicy, "revocations">,
  set: string,
  decided: ReadonlyArray<string>,
): boolean => decided.some((of) => of === set || revocations.some((pair) => pair.by === set && pair.of === of))
