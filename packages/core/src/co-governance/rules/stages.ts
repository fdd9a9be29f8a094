import type { CoGovernance, Disclosed, Status } from "../model.ts"

/** The ends of a matter: nothing leads away from them. */
const ends: ReadonlyArray<Status> = ["closed", "rejected", "withdrawn", "revoked"]

/** Whether a matter has ended. */
export const hasEnded = ({ status }: Pick<CoGovernance, "status">): boolean => ends.includes(status)

/** The stages at which a resolution stands. */
export const resolvedStages: ReadonlyArray<Status> = ["resolved", "implementing", "implemented"]

/** Whether what was done must still be told: the resolution was carried out, and fell or was revoked (COGOVERNANCE-13). */
export const owesReport = ({ begunOn, status }: Pick<CoGovernance, "begunOn" | "status">): boolean =>
  begunOn !== null && (status === "revoked" || status === "rejected")

/** The stages at which a result is reported, as things stand. */
export const mayReport = (state: Pick<CoGovernance, "begunOn" | "status">): boolean =>
  state.status === "implementing" || state.status === "implemented" || owesReport(state)

/**
 * Whether a disclosure may be linked: while there is something to disclose, and after the end where it corrects the one that
 * is linked, or tells what was done of a resolution that fell (COGOVERNANCE-15).
 */
export const mayLink = (state: CoGovernance, what: Disclosed): boolean => {
  if (!hasEnded(state)) return true
  return state.disclosures[what] !== null || (what === "result" && owesReport(state))
}
