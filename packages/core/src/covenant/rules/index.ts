export { unaccounted } from "./changes.ts"
export { type Clause, type ClauseList, clauseNamedTwice, missingClauses, namesOf, sameClauses } from "./clauses.ts"
export {
  accountedFor,
  cameInTime,
  commentsCloseOn,
  earliestEndOfComments,
  latestReceipt,
  undisposed,
} from "./comments.ts"
export {
  applyDifference,
  type ChangedClause,
  composeDifferences,
  type Difference,
  type DifferenceDoesNotFit,
  difference,
} from "./difference.ts"
export { daysLate, filingDuty, reminderOn } from "./filing.ts"
export { mayMake, rulesFor, sameArticle } from "./law.ts"
export { movedBetween } from "./moved.ts"
export { openOrders } from "./orders.ts"
export {
  begunOn,
  earliestForce,
  hasBegun,
  nextWithDay,
  stillStands,
  type TakeOver,
  takeOver,
  versionOn,
} from "./versions.ts"
