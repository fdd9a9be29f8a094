import type { Due } from "../kernel/due.ts"
import type { CoGovernanceCommand } from "./commands.ts"
import type { CoGovernance } from "./model.ts"
import { deliberations, isLostForGood, stillRunning } from "./rules/index.ts"

/**
 * What falls due by itself: a matter falls when one of its deliberations is lost for good and the other runs no more
 * (COGOVERNANCE-10). A disclosure has a stream of its own, which says when its period is over.
 */
export const due = (state: CoGovernance): ReadonlyArray<Due<CoGovernanceCommand>> => {
  const { deliberations: two, status } = state
  if (status !== "deliberating" || stillRunning(state) !== undefined) return []
  const lost = deliberations.find((which) => isLostForGood(state, which))
  const outcome = lost === undefined ? null : two[lost].outcome
  if (lost === undefined || outcome === null) return []
  return [
    { rule: "COGOVERNANCE-10", on: outcome.on, command: { _tag: "RejectCoGovernance", which: lost, reason: null } },
  ]
}
