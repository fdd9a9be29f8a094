export {
  Charter,
  ChosenPolicy,
  Name,
  namesIn,
  readCharter,
  resolvePolicy,
} from "./charter/charter.ts"
export { type JournalFile, readJournal } from "./journal/read.ts"
export type {
  BadHeader,
  BrokenFile,
  ClockJumped,
  ClockWentBack,
  InvalidTimeOfDay,
  JournalRefusal,
  NotUtf8,
  RaggedRow,
  ReactionTooDeep,
  RefusedRow,
  UnknownPolicy,
} from "./journal/refusals.ts"
export type { JournalCommand, JournalRow, SortedRows } from "./journal/row.ts"
export { type RunOptions, runJournal } from "./journal/run.ts"
export type { Cause, Entry, Happened, Recorded, Standing, Story, StoryNotice, StoryTask } from "./journal/story.ts"
