export {
  type BusinessHours,
  type BusinessWindow,
  checkBusinessHours,
  type EmptyInterval,
  type InvalidBusinessHours,
} from "./business-hours.ts"
export type {
  CalendarConflict,
  CalendarData,
  CalendarDataRefusal,
  CalendarSource,
  CalendarYear,
  CalendarYearsBroken,
  DayOutsideYear,
} from "./calendar-year.ts"
export { accept, type Checked, refuse } from "./checked.ts"
export type { Certainty, Citation } from "./citation.ts"
export {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  compareCivilDates,
  type DateOutOfRange,
  type DateRefusal,
  dayNumber,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  daysInMonthOf,
  earliest,
  firstCivilDate,
  type InvalidDate,
  isLeapYear,
  lastCivilDate,
  latest,
  type MisshapenDate,
  type MonthsLater,
  monthOf,
  type NoSuchDay,
  type NoSuchMonth,
  nextQuarterStart,
  quarterStart,
  readCivilDate,
  type Weekday,
  weekday,
  yearOf,
} from "./date-arithmetic.ts"
export {
  type BusinessHoursMissing,
  type DeadlineRefusal,
  type DeadlineSurroundings,
  recomputeDeadline,
  resolveDeadline,
} from "./deadline.ts"
export {
  checkDeadlineRule,
  type DeadlineChoices,
  type DeadlineContradiction,
  type DeadlineRule,
  type DeadlineRuleRefusal,
  type DeadlineUnit,
  deadlineRule,
  type InvalidAmount,
} from "./deadline-rule.ts"
export type {
  CivilTime,
  ClampedToMonthEnd,
  DeadlineStep,
  FullDaysBetween,
  HoursRunThrough,
  LastDayEnds,
  RolledOver,
  StartDayNotCounted,
  WeekendsAssumed,
  WorkingDaysCounted,
  WorkingHoursCounted,
} from "./deadline-steps.ts"
export type { NonEmpty } from "./decider.ts"
export { changedRules } from "./decision-rules-change.ts"
export { drawNumber } from "./draw.ts"
export type { Fact, Finding } from "./finding.ts"
export {
  addFractions,
  compareFractions,
  divideFractions,
  equalFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  one,
  subtractFractions,
  sumOfFractions,
  wholeFraction,
  type ZeroDenominator,
  zero,
} from "./fraction.ts"
export {
  type FractionJson,
  type FractionRefusal,
  fractionText,
  fractionToJson,
  readFraction,
} from "./fraction-reading.ts"
export { type IdRefusal, type InvalidId, longestId, readId } from "./id-reading.ts"
export {
  formatInstant,
  type InstantRefusal,
  type InvalidInstant,
  type InvalidTime,
  type MissingOffset,
  readInstant,
  type TooPrecise,
} from "./instant.ts"
export type { Moment } from "./moment.ts"
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
export {
  type CivilDeadline,
  type Deadline,
  type DeadlineOrigin,
  type InstantDeadline,
  isPast,
} from "./resolved-deadline.ts"
export { type Decimals, decimalText, type RoundingRule, roundToWhole } from "./rounding.ts"
export {
  type BidiControl,
  type EmptyText,
  type InvalidText,
  mustBeUnicode,
  readText,
  type TextOptions,
  type TextRefusal,
  type TooLong,
} from "./text-reading.ts"
export {
  type Base,
  type Comparison,
  compareThresholds,
  flippedBy,
  type Incomparable,
  type Measure,
  meets,
  needed,
  shortBy,
  type Threshold,
} from "./threshold.ts"
export {
  countMustBePossible,
  type InvalidQuorum,
  looksRounded,
  shareMustBePossible,
  type ThresholdLooksRounded,
} from "./threshold-checks.ts"
export {
  bases,
  comparisons,
  measures,
  readThreshold,
  type ThresholdJson,
  type ThresholdRefusal,
  thresholdToJson,
} from "./threshold-reading.ts"
export { assumingWeekends } from "./weekend-assumption.ts"
export { type Weighing, weigh } from "./weighing.ts"
export {
  type InvalidNumber,
  longestNumber,
  type NumberRefusal,
  readWholeNumber,
  type UnsafeInteger,
} from "./whole-number.ts"
export { type CalendarYearUnpublished, type Coverage, type WorkCalendar, workCalendar } from "./work-calendar.ts"
export type { Kind, WrongType } from "./wrong-type.ts"
export { momentAt, offsetOf, readZone, type UnknownZone } from "./zone.ts"
