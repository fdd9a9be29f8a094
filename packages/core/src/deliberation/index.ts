import type { Decider } from "../kernel/decider.ts"
import type { DeliberationCircumstances } from "./circumstances.ts"
import type { DeliberationCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { DeliberationEvent as Event } from "./events.ts"
import { evolve } from "./evolve/index.ts"
import { empty, type Matter as State } from "./model.ts"
import type { DeliberationRefusal as Refusal } from "./refusals.ts"

/** A matter on its way through the bodies that decide it: one stream is one matter. */
export const deliberation: Decider<DeliberationCircumstances, State, Command, Event, Refusal> = {
  process: "deliberation",
  initial: empty,
  decide,
  evolve,
}

export { authority, decides } from "./authority.ts"
export { type ArrivedBallot, type BoxCount, circumstances, type DeliberationCircumstances } from "./circumstances.ts"
export { DeliberationCommand } from "./commands.ts"
export { due } from "./due.ts"
export { DeliberationEvent } from "./events.ts"
export {
  Choice,
  ClosedSitting,
  CountedVotes,
  Flip,
  Judgement,
  Matter,
  MatterPlan,
  Motion,
  NamedVotes,
  OpenBallot,
  Passed,
  ProxyVote,
  Rebasing,
  Recusal,
  SetAside,
  SetAsideReason,
  Sitting,
  Tally,
  VoidBallot,
  Voter,
  Weight,
} from "./model.ts"
export { notices } from "./notices.ts"
export { PlannedSteps } from "./policy.ts"
export { DeliberationRefusal } from "./refusals.ts"
export {
  type Arrived,
  type AskedThreshold,
  type Attended,
  asksForArea,
  attendingHeads,
  type Bloc,
  ballotsInBox,
  type CastVotes,
  type CountedBallots,
  type Counting,
  chainedWith,
  changedSince,
  choosersIn,
  closedByItself,
  couldDecide,
  countBallots,
  countedTotal,
  earliestClose,
  earliestSitting,
  earliestStep,
  entitledHeads,
  findComposition,
  findQuorum,
  flips,
  type GivenProxies,
  grantOf,
  headsAreEqual,
  heldBy,
  isChosenAgainst,
  isLastStep,
  isRecused,
  type Judged,
  judge,
  judgeSitting,
  keepsToItsLaw,
  lapsingByAmendment,
  lapsingFrom,
  largestRoll,
  largestVoter,
  latestClose,
  latestFirstClose,
  lawChangeOf,
  lawOf,
  longestBallot,
  type Mark,
  mostVotes,
  namedTwice,
  newToRoll,
  noticeIsKept,
  overCap,
  overflows,
  partySteps,
  proxiesOf,
  recusedIn,
  type StepReference,
  sameCounts,
  sameVotes,
  stepNamedTwice,
  stepOf,
  stepsUpTo,
  strangersTo,
  strayReferences,
  studiedByParty,
  type TallyRules,
  type Turnout,
  tallyOf,
  turnoutOf,
  votedSecretly,
  votersIn,
  weighTheSame,
} from "./rules/index.ts"
export type { Assembled } from "./views/attendance.ts"
export { type Audience, seesNames } from "./views/audience.ts"
export { type MatterCard, matterBoard, type StepCard, type StepState } from "./views/matter-board.ts"
export { type NamingField, type RegisterSheet, registerFor, type SetAsideCount } from "./views/register-for.ts"
export { type MatterStanding, matterStanding } from "./views/standing.ts"
export { type RegisterEntry, type RegisterResult, type StepRegister, stepRegister } from "./views/step-register.ts"
export { type TimelineEntry, timeline } from "./views/timeline.ts"
export { fewestSecretBallots, isSecret, withholdsChoices, withoutChoices, withoutVoid } from "./views/withheld.ts"
