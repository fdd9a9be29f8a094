export { fewestSecretBallots } from "@jinlin/core/deliberation"
export { recordText } from "./canonical/text.ts"
export type { History, RecordHistories, RecordSurroundings } from "./making/given.ts"
export { publicRecord, type RecordResult } from "./making/public-record.ts"
export type {
  BlackedOut,
  HistoryTwice,
  NameOnRecord,
  NothingOnRecord,
  NotWritable,
  RecordRefusal,
  RecordTooLong,
} from "./making/refusals.ts"
export type { RecordDocument, ReleasedSections } from "./making/texts.ts"
export {
  Column,
  Extension,
  PublicBallot,
  PublicCounts,
  PublicDeliberation,
  PublicRebasing,
  PublicRoll,
  PublicSitting,
  SittingResult,
  Withheld,
} from "./model/deliberation.ts"
export { PublicDisclosure, PublicObjection, PublicPeriod, PublicPosting } from "./model/disclosure.ts"
export { PublicCoGovernance, PublicCoGovernanceEvent, PublicCovenant, PublicCovenantEvent } from "./model/histories.ts"
export { PublicMatter, PublicRecord, PublicSection, PublicText, recordFormat } from "./model/record.ts"
export { recordHtml } from "./page/page.ts"
export type { RecordReader } from "./page/say.ts"
export { fewestOnRoll, fewestToldApart, largestRecord } from "./policy.ts"
export {
  type Check,
  type CheckName,
  checkNames,
  type Facts,
  type Unchecked,
  type UncheckedName,
  uncheckedNames,
} from "./verify/check.ts"
export {
  digestOnNotice,
  type RecordDoesNotHold,
  type RecordIncomplete,
  type RecordOfAnother,
} from "./verify/on-notice.ts"
export type { RecordNotUtf8, RecordTooLarge } from "./verify/reading.ts"
export { type Verification, type VerificationOutcome, type Verifying, verifyRecord } from "./verify/verify.ts"
