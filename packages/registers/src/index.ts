export { type AroundSitting, type DecidedSitting, type ShownSitting, stepRegisterOf } from "./from-core.ts"
export { paperForm } from "./paper/form.ts"
export type { PaperFormLine, PaperSitting } from "./paper/form-line.ts"
export {
  type PaperOptions,
  type PaperRead,
  type PaperRemark,
  type RecordVotes,
  readPaperRegister,
} from "./paper/read-register.ts"
export type {
  PaperChoiceMisplaced,
  PaperChoiceUnknown,
  PaperColumnMissing,
  PaperColumnTwice,
  PaperFormMissing,
  PaperFormUnreadable,
  PaperIsEmpty,
  PaperNameDiffers,
  PaperNotCsv,
  PaperNotText,
  PaperNotUtf8,
  PaperOfAnother,
  PaperRaggedRow,
  PaperReasonMissing,
  PaperReasonUnreadable,
  PaperRefusal,
  PaperRemarkAlone,
  PaperTooLarge,
  PaperVoterInvalid,
  PaperVoterTwice,
  PaperVoterUnknown,
} from "./paper/refusals.ts"
export type {
  RegisterMark,
  RegisterNames,
  RegisterReader,
  RegisterVoter,
  SittingData,
  StepRegister,
  VoterWithReason,
} from "./register.ts"
export { registerCsv, registerHtml } from "./write-register.ts"
