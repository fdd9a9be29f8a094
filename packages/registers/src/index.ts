export { type AroundSitting, type DecidedSitting, type ShownSitting, stepRegisterOf } from "./from-core.ts"
export { paperForm } from "./paper/form.ts"
export { type PaperOptions, type PaperRead, type RecordVotes, readPaperRegister } from "./paper/read-register.ts"
export type {
  PaperChoiceUnknown,
  PaperColumnMissing,
  PaperColumnTwice,
  PaperIsEmpty,
  PaperNotCsv,
  PaperRaggedRow,
  PaperReasonMissing,
  PaperReasonUnreadable,
  PaperRefusal,
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
