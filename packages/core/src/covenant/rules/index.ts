export type { Comment } from "../model.ts"
export { unaccounted } from "./changes.ts"
export {
  type Clause,
  type ClauseList,
  clauseNamedTwice,
  missingClauses,
  namesOf,
  sameClauses,
  sameNames,
} from "./clauses.ts"
export {
  accountedFor,
  cameInTime,
  commentsAreOver,
  commentsCloseOn,
  earliestEndOfComments,
  latestEndOfComments,
  latestReceipt,
  longestRound,
  undisposed,
  wrongEndOfComments,
} from "./comments.ts"
export {
  applyDifference,
  type ChangedClause,
  composeDifferences,
  type Difference,
  type DifferenceDoesNotFit,
  difference,
} from "./difference.ts"
export { canBeFiledOn, daysLate, filingDuty, reminderIsDue, reminderOn } from "./filing.ts"
export { canBeFollowed } from "./following.ts"
export { mayMake, rulesFor, sameArticle } from "./law.ts"
export { movedBetween } from "./moved.ts"
export { openOrders } from "./orders.ts"
export { whyNotAdopted } from "./outcome.ts"
export { adoptedAfter, namesRepeal, repealClause } from "./repealing.ts"
export {
  beginsTooLate,
  begunOn,
  type DatedVersion,
  earliestForce,
  hasBegun,
  isTooEarly,
  type Limits,
  nextFreeDay,
  nextWithDay,
  stillStands,
  type TakeOver,
  takeOver,
  versionOn,
} from "./versions.ts"
