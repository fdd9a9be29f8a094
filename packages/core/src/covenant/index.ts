import type { Decider } from "../kernel/decider.ts"
import type { CovenantCircumstances } from "./circumstances.ts"
import type { CovenantCommand as Command } from "./commands.ts"
import { decide } from "./decide/index.ts"
import type { CovenantEvent as Event } from "./events.ts"
import { evolve } from "./evolve.ts"
import { empty, type Covenant as State } from "./model.ts"
import type { CovenantRefusal as Refusal } from "./refusals.ts"

/** A covenant from its first draft through all of its versions: one stream is one covenant. */
export const covenant: Decider<CovenantCircumstances, State, Command, Event, Refusal> = {
  process: "covenant",
  initial: empty,
  decide,
  evolve,
}

export { authority, decides } from "./authority.ts"
export { type CovenantCircumstances, circumstances, type MatterOutcome, type Predecessor } from "./circumstances.ts"
export { CovenantCommand } from "./commands.ts"
export { due } from "./due.ts"
export { CovenantEvent } from "./events.ts"
export {
  Clauses,
  Comment,
  CommentRound,
  CorrectionOrder,
  Covenant,
  Disposition,
  Draft,
  FilingReceipt,
  LegalityCheck,
  Repeal,
  Returned,
  ReturnedBecause,
  StatedReason,
  Submission,
  Version,
} from "./model.ts"
export { notices } from "./notices.ts"
export { CovenantKind, CovenantRules, FilingDuty, RequiredClause } from "./policy.ts"
export { CovenantRefusal } from "./refusals.ts"
export {
  accountedFor,
  adoptedAfter,
  applyDifference,
  beginsTooLate,
  begunOn,
  type ChangedClause,
  type Clause,
  type ClauseList,
  cameInTime,
  canBeFiledOn,
  canBeFollowed,
  clauseNamedTwice,
  commentsAreOver,
  commentsCloseOn,
  composeDifferences,
  type DatedVersion,
  type Difference,
  type DifferenceDoesNotFit,
  daysLate,
  difference,
  earliestEndOfComments,
  earliestForce,
  filingDuty,
  hasBegun,
  isTooEarly,
  type Limits,
  latestEndOfComments,
  latestReceipt,
  longestRound,
  mayMake,
  missingClauses,
  movedBetween,
  namesOf,
  namesRepeal,
  nextFreeDay,
  nextWithDay,
  openOrders,
  reminderIsDue,
  reminderOn,
  repealClause,
  rulesFor,
  sameArticle,
  sameClauses,
  sameNames,
  stillStands,
  type TakeOver,
  takeOver,
  unaccounted,
  undisposed,
  versionOn,
  whyNotAdopted,
  wrongEndOfComments,
} from "./rules/index.ts"
export { type CommentLine, commentSheet } from "./views/comment-sheet.ts"
export { type CovenantEntry, timeline } from "./views/timeline.ts"
export { type CovenantCard, type DraftCard, type VersionCard, versionBoard } from "./views/version-board.ts"
