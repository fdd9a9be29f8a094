import type { CoGovernance } from "../model.ts"
import type { CoGovernancePolicy } from "../policy.ts"
import { decidedIn, deliberations } from "./deliberations.ts"

/** The rules under which those sat whose decisions make up the resolution (COGOVERNANCE-20). */
export const decidedUnder = ({ deliberations: two }: CoGovernance): ReadonlyArray<string> =>
  deliberations.flatMap((which) => decidedIn(two[which])?.set ?? [])

/**
 * Whether a body may revoke a resolution: it may revoke one of the decisions that make it up, since it stands on both. Each
 * body may revoke its own (COGOVERNANCE-20).
 */
export const mayRevoke = (
  { revocations }: Pick<CoGovernancePolicy, "revocations">,
  set: string,
  decided: ReadonlyArray<string>,
): boolean => decided.some((of) => of === set || revocations.some((pair) => pair.by === set && pair.of === of))
