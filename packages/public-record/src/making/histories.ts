import { type CoGovernanceEvent, coGovernance } from "@jinlin/core/co-governance"
import { type CovenantEvent, covenant } from "@jinlin/core/covenant"
import { replay } from "@jinlin/core/kernel"
import type {
  PublicCoGovernance,
  PublicCoGovernanceEvent,
  PublicCovenant,
  PublicCovenantEvent,
} from "../model/histories.ts"

/** Who opened the matter, and who took part in an appraisal, is left out (COGOVERNANCE-23). */
const ofCoGovernance = (event: CoGovernanceEvent): PublicCoGovernanceEvent => {
  if (event._tag === "CoGovernanceOpened") {
    const { proposer: _, ...others } = event
    return others
  }
  if (event._tag !== "AppraisalRecorded") return event
  const { appraisers: _, ...others } = event
  return others
}

/** A matter with two deliberations without anybody in it; nothing: it was never opened. Rule RECORD-3. */
export const publicCoGovernance = (
  matter: string,
  history: ReadonlyArray<CoGovernanceEvent>,
): PublicCoGovernance | undefined => {
  const { status } = replay(coGovernance, history)
  return status === "unopened" ? undefined : { matter, status, history: history.map(ofCoGovernance) }
}

/** Who answers for a revision is left out (COVENANT-19). */
const ofCovenant = (event: CovenantEvent): ReadonlyArray<PublicCovenantEvent> => {
  if (event._tag !== "RevisionDrafted") return [event]
  const { by: _, sections, ...others } = event
  const [first, ...more] = sections
  return first === undefined ? [] : [{ ...others, sections: [first, ...more] }]
}

/** A covenant without anybody in it; nothing: it was never begun. Rule RECORD-3. */
export const publicCovenant = (id: string, history: ReadonlyArray<CovenantEvent>): PublicCovenant | undefined => {
  const { status } = replay(covenant, history)
  return status === "unopened" ? undefined : { covenant: id, status, history: history.flatMap(ofCovenant) }
}
