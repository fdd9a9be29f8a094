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
export type { BusinessWindow } from "./business-hours.ts"
export { CalendarData } from "./calendar-schema.ts"
export type { CalendarSource, CalendarYear } from "./calendar-year.ts"
export { type CanonicalRefusal, type Cyclic, canonicalJson } from "./canonical-json.ts"
export { accept, type Checked, refuse } from "./checked.ts"
export { type Certainty, Citation, certainties } from "./citation.ts"
export { CivilDate } from "./civil-date.ts"
export type { DeadlineUnit } from "./deadline-rule.ts"
export { BusinessHours, CivilDeadline, Deadline, DeadlineRule, DeadlineStep } from "./deadline-schema.ts"
export type {
  CivilTime,
  ClampedToMonthEnd,
  FullDaysBetween,
  HoursRunThrough,
  LastDayEnds,
  RolledOver,
  StartDayNotCounted,
  WeekendsAssumed,
  WorkingDaysCounted,
  WorkingHoursCounted,
} from "./deadline-steps.ts"
export { type Decider, type Decision, type NonEmpty, object, replay, step, unless } from "./decider.ts"
export { AssignedSubject, BallotMode, CitedThreshold, DecisionRules, SilencePolicy } from "./decision-rules.ts"
export { changedRules } from "./decision-rules-change.ts"
export {
  type DigestAlgorithm,
  type DigestLengths,
  digestLengths,
  digestOf,
  digestOfBytes,
  type InvalidDigest,
  readDigest,
  sameDigest,
  sha256,
} from "./digest.ts"
export { Digest } from "./digest-schema.ts"
export type { Due } from "./due.ts"
export { type Fact, Finding } from "./finding.ts"
export type { ZeroDenominator } from "./fraction.ts"
export type { FractionJson, FractionRefusal } from "./fraction-reading.ts"
export { Fraction } from "./fraction-schema.ts"
export type { IdRefusal, InvalidId } from "./id-reading.ts"
export { Id } from "./identity.ts"
export { type DuplicateKey, type InvalidJson, type JsonRefusal, readJson } from "./json-reading.ts"
export { type ClockMismatch, Instant, MinuteOfDay, Moment, readMoment, Zone } from "./moment-schema.ts"
export type { NeededFact } from "./needed-fact.ts"
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
export type { Refusal } from "./refusal.ts"
export type { DeadlineOrigin, InstantDeadline } from "./resolved-deadline.ts"
export { RuleId } from "./rule-id.ts"
export { digestOfSections, Section } from "./sections.ts"
export { StepList, StepPlan, WhenLost } from "./step-list.ts"
export { LongText, Text } from "./text.ts"
export type { BidiControl, EmptyText, InvalidText, TextRefusal, TooLong } from "./text-reading.ts"
export type { Base, Comparison, Incomparable, Measure } from "./threshold.ts"
export type { InvalidQuorum, ThresholdLooksRounded } from "./threshold-checks.ts"
export { ThresholdData } from "./threshold-data.ts"
export type { ThresholdJson, ThresholdRefusal } from "./threshold-reading.ts"
export { Threshold } from "./threshold-schema.ts"
export type { InvalidNumber, NumberRefusal, UnsafeInteger } from "./whole-number.ts"
export type { Kind, WrongType } from "./wrong-type.ts"
