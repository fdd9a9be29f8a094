import type { CoGovernance, Which } from "../model.ts"
import { combined, deliberations, isLost, isOrdered } from "./deliberations.ts"

/** How often a deliberation was rejected; one that was taken back is no refusal of a body, and does not count (COGOVERNANCE-10). */
export const rejectedTimes = ({ deliberations: two }: CoGovernance, which: Which): number => {
  const { outcome, past } = two[which]
  return past.filter(({ ended }) => ended === "Rejected").length + (outcome?._tag === "Rejected" ? 1 : 0)
}

/** How often a deliberation may still begin anew after having been rejected (COGOVERNANCE-10). */
export const newStartsLeft = (state: CoGovernance, which: Which): number =>
  Math.max(0, (state.policy?.newStarts ?? 0) + 1 - rejectedTimes(state, which))

/** Whether a deliberation was rejected and may not begin anew (COGOVERNANCE-10). */
export const isLostForGood = (state: CoGovernance, which: Which): boolean =>
  state.deliberations[which].outcome?._tag === "Rejected" && newStartsLeft(state, which) === 0

/**
 * Whether a deliberation may go again: it has an outcome, and one of the two was lost, or they decided two texts
 * (COGOVERNANCE-9). The one that decided may go again because the other was lost, since the text has to become another.
 */
export const mayReturn = (state: CoGovernance, which: Which): boolean => {
  const { deliberations: two } = state
  if (two[which].outcome === null) return false
  return isLost(two["self-governance"]) || isLost(two.joint) || combined(state)._tag === "Differing"
}

/**
 * The deliberations whose outcomes lapse when one goes again: that one, and where the residents decide first also what the
 * joint conference came to upon their old text (COGOVERNANCE-9).
 */
export const lapsingBy = (state: CoGovernance, which: Which): ReadonlyArray<Which> => {
  const follows = which === "self-governance" && isOrdered(state) && state.deliberations.joint.matter !== null
  return follows ? ["self-governance", "joint"] : [which]
}

/** A deliberation that is attached and has come to nothing yet: while one runs, no matter falls by itself (COGOVERNANCE-10). */
export const stillRunning = ({ deliberations: two }: CoGovernance): Which | undefined =>
  deliberations.find((which) => two[which].matter !== null && two[which].outcome === null)
