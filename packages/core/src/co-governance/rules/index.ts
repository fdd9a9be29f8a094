export {
  type Appraising,
  appraisalKinds,
  maySkipAppraisal,
  type OnBothSides,
  onBothSides,
  unknownAppraisers,
} from "./appraising.ts"
export {
  bodiesFor,
  type Combined,
  combined,
  type Decided,
  decidedIn,
  deliberations,
  isLost,
  isOrdered,
  jointIsRequired,
  usedAs,
} from "./deliberations.ts"
export {
  corrects,
  type Disclosable,
  disclosable,
  type Enough,
  isEnough,
  periodIsOver,
} from "./disclosing.ts"
export { decidedUnder, mayRevoke, namesRevocation, revokingSection } from "./revoking.ts"
export { hasEnded, mayLink, mayReport, owesReport, resolvedStages } from "./stages.ts"
export { isLostForGood, lapsingBy, mayReturn, newStartsLeft, rejectedTimes, stillRunning } from "./starts.ts"
export { fallsByTouch, newlyTouched } from "./touched.ts"
