export type { FormColumn, FormHead, FormKind, FormNumber, FormPart } from "./forms/form-code.ts"
export { formKinds } from "./forms/form-code.ts"
export { type FormPrint, readStepForm, stepFormCsv, stepFormHtml, stepFormNumber } from "./forms/forms.ts"
export { ballotPapersHtml, meetingNoticeHtml } from "./forms/meeting-sheets.ts"
export {
  type CovenantAround,
  type CovenantState,
  type DisclosureAround,
  type DisclosureState,
  formsOfCovenant,
  formsOfDisclosure,
} from "./forms/of-public.ts"
export { type FormAround, formsOfMatter, type MatterState, type SittingState, sittingOf } from "./forms/of-state.ts"
export type { FormEntry, FormOptions, FormRemark } from "./forms/plan.ts"
export type { FormRefused } from "./forms/read-file.ts"
export type { FormRead } from "./forms/read-rows.ts"
export type {
  FormCellMissing,
  FormCellUnreadable,
  FormColumnMissing,
  FormColumnTwice,
  FormCountMissing,
  FormDayIsSerial,
  FormDigestInvalid,
  FormEnteredAlready,
  FormIdTwice,
  FormIdUnknown,
  FormIsEmpty,
  FormLineTooMany,
  FormMissing,
  FormNameDiffers,
  FormNotAwaited,
  FormOfAnother,
  FormRefusal,
  FormSignedTwiceByOne,
  FormSumDiffers,
  FormUnreadable,
} from "./forms/refusals.ts"
export type {
  CallAwaited,
  CommentsAwaited,
  DisclosureAwaited,
  FilingAwaited,
  FormCommand,
  Formed,
  FormSubject,
  SittingAwaited,
  StepForm,
  StepFormOf,
} from "./forms/step-forms.ts"
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
