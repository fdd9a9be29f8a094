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
export { drawNumber } from "./draw.ts"
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
export type { Refusal, RuleId } from "./refusal.ts"
export {
  type CivilDeadline,
  type Deadline,
  type DeadlineOrigin,
  type InstantDeadline,
  isPast,
} from "./resolved-deadline.ts"
export { assumingWeekends } from "./weekend-assumption.ts"
export { type CalendarYearUnpublished, type Coverage, type WorkCalendar, workCalendar } from "./work-calendar.ts"
export type { Kind, WrongType } from "./wrong-type.ts"
export { momentAt, offsetOf, readZone, type UnknownZone } from "./zone.ts"
