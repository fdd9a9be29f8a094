export { recordText } from "./canonical/text.ts"
export type { History, RecordHistories, RecordSurroundings } from "./making/given.ts"
export { publicRecord } from "./making/public-record.ts"
export type { RecordRefusal } from "./making/refusals.ts"
export type { RecordDocument, ReleasedSections } from "./making/texts.ts"
export { PublicRecord } from "./model/record.ts"
export { recordHtml } from "./page/page.ts"
export type { RecordReader } from "./page/say.ts"
export {
  type Check,
  type CheckName,
  checkNames,
  type Unchecked,
  type UncheckedName,
  uncheckedNames,
} from "./verify/check.ts"
export { type Verification, type Verifying, verifyRecord } from "./verify/verify.ts"
