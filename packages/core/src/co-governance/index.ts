import type { Decider } from "../kernel/decider.ts"
import type { CoGovernanceCircumstances } from "./circumstances.ts"
import type { CoGovernanceCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { CoGovernanceEvent as Event } from "./events.ts"
import { evolve } from "./evolve.ts"
import { empty, type CoGovernance as State } from "./model.ts"
import type { CoGovernanceRefusal as Refusal } from "./refusals.ts"

/** A matter on its way through two deliberations, two appraisals and two disclosures: one stream is one matter. */
export const coGovernance: Decider<CoGovernanceCircumstances, State, Command, Event, Refusal> = {
  process: "co-governance",
  initial: empty,
  decide,
  evolve,
}

export { authority, decides } from "./authority.ts"
export {
  type CoGovernanceCircumstances,
  circumstances,
  type DeliberationFact,
  type DisclosureFact,
  type Membership,
} from "./circumstances.ts"
export { CoGovernanceCommand } from "./commands.ts"
export { due } from "./due.ts"
export { CoGovernanceEvent } from "./events.ts"
export {
  AppraisalRecord,
  Appraised,
  CoGovernance,
  Deliberation,
  Disclosed,
  Link,
  Outcome,
  PastDeliberation,
  Report,
  Resolution,
  Skip,
  Status,
  Which,
} from "./model.ts"
export { notices } from "./notices.ts"
export { AppraisalDuty, CoGovernancePolicy, Combine, coGovernancePolicyDefaults, Revoking } from "./policy.ts"
export { CoGovernanceRefusal } from "./refusals.ts"
export {
  type Appraising,
  appraisalKinds,
  bodiesFor,
  type Combined,
  combined,
  corrects,
  type Decided,
  type Disclosable,
  decidedIn,
  decidedUnder,
  deliberations,
  disclosable,
  type Enough,
  fallsByTouch,
  hasEnded,
  isEnough,
  isLost,
  isLostForGood,
  isOrdered,
  jointIsRequired,
  lapsingBy,
  mayLink,
  mayReport,
  mayReturn,
  mayRevoke,
  maySkipAppraisal,
  namesRevocation,
  newlyTouched,
  newStartsLeft,
  type OnBothSides,
  onBothSides,
  owesReport,
  periodIsOver,
  rejectedTimes,
  resolvedStages,
  revokingSection,
  stillRunning,
  unknownAppraisers,
  usedAs,
} from "./rules/index.ts"
export {
  type AppraisalCard,
  type CoGovernanceCard,
  coGovernanceBoard,
  type DeliberationCard,
  type DisclosureCard,
} from "./views/board.ts"
export { type CoGovernanceEntry, coGovernanceTimeline } from "./views/timeline.ts"
