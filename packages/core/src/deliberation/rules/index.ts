export {
  attendingHeads,
  choosersIn,
  countedTotal,
  mostVotes,
  sameCounts,
  sameVotes,
  votersIn,
} from "./attendance.ts"
export { closedByItself, earliestClose, latestClose, latestFirstClose, longestBallot } from "./ballot-days.ts"
export { ballotsInBox, votedSecretly } from "./box.ts"
export { findComposition } from "./composition.ts"
export { type CountedBallots, type Counting, countBallots, type Mark } from "./counting/count-ballots.ts"
export { flips } from "./counting/flips.ts"
export { type Judged, judge } from "./counting/judge.ts"
export { type Arrived, judgeSitting } from "./counting/judge-sitting.ts"
export { type DeveloperIsUnit, type OwnedUnit, type OwnersCounting, ownersRoll } from "./counting/owners-roll.ts"
export { choiceCodes, clerkCodes, type RollColumns } from "./counting/roll-columns.ts"
export { type RunningTally, runningTally } from "./counting/running-tally.ts"
export { type BallotColumns, tallyOfColumns } from "./counting/tally-of-columns.ts"
export { type Counted, type Counts, tallyOfCounts } from "./counting/tally-of-counts.ts"
export type { AskedThreshold, TallyRules } from "./counting/thresholds.ts"
export { type Attended, type CastVotes, type Turnout, tallyOf, turnoutOf } from "./counting/turnout.ts"
export type { Bloc } from "./counting/weight.ts"
export { changedSince, isChosenAgainst, keepsToItsLaw, lawChangeOf, lawOf } from "./law.ts"
export { earliestSitting, noticeIsKept } from "./notice.ts"
export { chainedWith, type GivenProxies, grantOf, heldBy, overCap, proxiesOf } from "./proxies.ts"
export { couldDecide, findQuorum } from "./quorum.ts"
export {
  asksForArea,
  entitledHeads,
  headsAreEqual,
  isRecused,
  largestRoll,
  largestVoter,
  namedTwice,
  newToRoll,
  overflows,
  recusedIn,
  strangersTo,
  weighTheSame,
} from "./roll.ts"
export {
  decidedLast,
  earliestStep,
  isLastStep,
  lapsingByAmendment,
  lapsingFrom,
  partySteps,
  type StepReference,
  stepNamedTwice,
  stepOf,
  stepsUpTo,
  strayReferences,
  studiedByParty,
} from "./steps.ts"
