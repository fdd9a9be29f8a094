export { calendarData, publishedCalendar } from "./calendar/published-calendar.ts"
export {
  Charter,
  ChosenPolicy,
  coGovernancePolicyOf,
  Name,
  namesIn,
  readCharter,
  resolvePolicy,
} from "./charter/charter.ts"
export { type AskedRules, rulesOn } from "./charter/rules-on.ts"
export type { Tagged } from "./hosting/hosted.ts"
export type { JournalDocument } from "./journal/documents.ts"
export type { Place } from "./journal/place.ts"
export { type JournalFile, journalDocuments, readJournal } from "./journal/read.ts"
export type {
  BadHeader,
  BrokenFile,
  ClockJumped,
  ClockWentBack,
  DocumentTwice,
  InvalidTimeOfDay,
  JournalRefusal,
  NotUtf8,
  RaggedRow,
  ReactionTooDeep,
  RefusedRow,
  ToldOtherwise,
  ToldPastThis,
  ToldRowGone,
  TwoStreams,
  UnknownPolicy,
  UnknownSection,
  UnknownStepList,
  UnsaltedSection,
  UnwrittenDocument,
} from "./journal/refusals.ts"
export type { Asked, JournalCommand, JournalRow, RowFrame, SortedRows } from "./journal/row.ts"
export { type RunOptions, runJournal } from "./journal/run.ts"
export type {
  Cause,
  Entry,
  Happened,
  Holdings,
  Recorded,
  Standing,
  Story,
  StoryNotice,
  StoryTask,
} from "./journal/story.ts"
export { storyOf } from "./journal/story-of.ts"
export { type NotTold, type TellOptions, type Telt, type Told, tellJournal } from "./journal/tell.ts"
export type { Publishing } from "./publishing/desk.ts"
export type { Recordable } from "./publishing/linked.ts"
export type { MadeRecord } from "./publishing/making.ts"
export type { MakeRecord, RecordedMatter, RecordMade } from "./publishing/recording.ts"
export type {
  NameInText,
  NothingDrawnUp,
  Rendered,
  RenderedDisclosure,
  RenderedSection,
  VaultCannotLook,
  WordsDiffer,
} from "./publishing/rendered.ts"
export type { RenderDisclosure } from "./publishing/rendering.ts"
export type { Cancelled, UnexpectedFault } from "./shell/answering.ts"
export {
  type Created,
  createJinlin,
  type Jinlin,
  type JinlinConfig,
  type PlanAnswer,
  type PlanAsked,
} from "./shell/create.ts"
export type { Accepted } from "./shell/engine.ts"
export type { Outcome } from "./shell/execute.ts"
export { type ListedUser, listedDirectory } from "./shell/people.ts"
export type {
  CatchingUp,
  ClockBehind,
  CommandExpired,
  Contended,
  CorruptEvent,
  IssuedInFuture,
  PlacedRefusal,
  RetryByCaller,
  SubjectDiffers,
  Unauthenticated,
  UnknownEvent,
  UnknownProcess,
} from "./shell/refusals.ts"
export type { ActorClaim, CommandRequest, CommandsByProcess, ProcessName } from "./shell/request.ts"
export type { Given } from "./shell/starting.ts"
export { type Task, TaskCommand, TaskEvent, type TaskKnown, type TaskNotOpen } from "./tasks/task.ts"
export type { AboutText, KeepText, ReadText, RedactText } from "./texts/asked.ts"
export {
  commitmentOf,
  commitmentsOf,
  type DocumentCommitments,
  digestOver,
  type SectionCommitment,
  type UncommittableText,
} from "./texts/commitments.ts"
export type { NoTextStore, ProvedText, TextAnswer, TextDesk } from "./texts/desk.ts"
export {
  type DocumentProof,
  proveDocument,
  type RecordedCommitments,
  type SectionFinding,
  type SectionStanding,
} from "./texts/proof.ts"
export { type DrawBytes, drawSalt, type Salting, salted } from "./texts/salts.ts"
export {
  TextCommand,
  type TextDigestDiffers,
  TextEvent,
  type TextNotOnRecord,
  type TextOnRecord,
} from "./texts/text-record.ts"
export type { Asking, Views } from "./views/asking.ts"
export type { Answered, Looking, NotYetVisible, Seen, ViewParams } from "./views/question.ts"
export type { AskingSitting, NoSuchSitting, SittingAnswer, SittingParams, SittingRecord } from "./views/sitting.ts"
export type { TaskCard } from "./views/table.ts"
export type { TenantTurn } from "./workers/loop-turns.ts"
export type * from "./workers/public-types.ts"
export type { KeptCause } from "./workers/relay-cause.ts"
export type { Channels } from "./workers/relay-channels.ts"
export type { RelayParts } from "./workers/relay-parts.ts"
export type { Workers, WorkersPace } from "./workers/running.ts"
