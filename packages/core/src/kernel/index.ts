export {
  type Actor,
  type AuthorityRule,
  type AuthorityTable,
  authorize,
  type Circumstances,
  type Forbidden,
  type Grounds,
  posts,
} from "./authority.ts"
export { CalendarData } from "./calendar-schema.ts"
export { accept, type Checked, refuse } from "./checked.ts"
export { CivilDate } from "./civil-date.ts"
export { BusinessHours, Deadline, DeadlineRule, DeadlineStep } from "./deadline-schema.ts"
export { type Decider, type Decision, type NonEmpty, object, replay, step, unless } from "./decider.ts"
export type { Due } from "./due.ts"
export { type DuplicateKey, type InvalidJson, type JsonRefusal, readJson } from "./json-reading.ts"
export { type ClockMismatch, Instant, MinuteOfDay, Moment, readMoment, Zone } from "./moment-schema.ts"
export type { Notice, Recipient } from "./notice.ts"
export { defaultReadingLimits, type ReadingLimits } from "./plain-data.ts"
export { type Projection, project } from "./projection.ts"
export { decodeStrictly, type ReaderSchemaOptions, refusalsOf, refusing, schemaOf } from "./reading.ts"
export type {
  Located,
  MissingField,
  OutOfBounds,
  Path,
  ReadingRefusal,
  TooDeep,
  TooLarge,
  UnknownChoice,
  UnknownField,
  UnknownTag,
} from "./reading-refusals.ts"
export type { Refusal, RuleId } from "./refusal.ts"
export type { Kind, WrongType } from "./wrong-type.ts"
