import type { CivilDate } from "./day-arithmetic.ts"

/** A time on the wall clock of the deadline's zone. */
export interface CivilTime {
  readonly date: CivilDate
  /** Minute of the day, 0 to 1439. */
  readonly minute: number
}

/** The day from which a period is counted is not part of it. DEADLINE-1, Civil Code art. 201 para. 1. */
export interface StartDayNotCounted {
  readonly _tag: "StartDayNotCounted"
  readonly rule: "DEADLINE-1"
  readonly day: CivilDate
}

/** Hours run from the stated time on, day and night. DEADLINE-2, Civil Code art. 201 para. 2. */
export interface HoursRunThrough {
  readonly _tag: "HoursRunThrough"
  readonly rule: "DEADLINE-2"
  readonly hours: number
}

/** The month has no corresponding day, so its last day stands for it. DEADLINE-3, Civil Code art. 202. */
export interface ClampedToMonthEnd {
  readonly _tag: "ClampedToMonthEnd"
  readonly rule: "DEADLINE-3"
  /** The day of the month that was looked for. */
  readonly dayOfMonth: number
  readonly monthEnd: CivilDate
}

/** The last day was a rest day; the first working day after it takes its place. DEADLINE-4, Civil Code art. 203 para. 1. */
export interface RolledOver {
  readonly _tag: "RolledOver"
  readonly rule: "DEADLINE-4"
  /** The last day as counted. */
  readonly from: CivilDate
  /** The last of the rest days in a row. */
  readonly restThrough: CivilDate
  readonly to: CivilDate
}

/** When the last day is over. DEADLINE-5, Civil Code art. 203 para. 2. */
export interface LastDayEnds {
  readonly _tag: "LastDayEnds"
  readonly rule: "DEADLINE-5"
  readonly day: CivilDate
  readonly at: "midnight" | "close-of-business"
  /** The minute of that day that is no longer part of it; 1440 for midnight. */
  readonly minute: number
}

/** Counted back from an event: these days lie between, in full. DEADLINE-6, our reading. */
export interface FullDaysBetween {
  readonly _tag: "FullDaysBetween"
  readonly rule: "DEADLINE-6"
  readonly first: CivilDate
  /** The day before the event. */
  readonly last: CivilDate
}

/** So many working days, with so many rest days among them. DEADLINE-7, our default. */
export interface WorkingDaysCounted {
  readonly _tag: "WorkingDaysCounted"
  readonly rule: "DEADLINE-7"
  readonly workingDays: number
  readonly restDays: number
}

/** Hours counted within business hours of working days. DEADLINE-8, our default. */
export interface WorkingHoursCounted {
  readonly _tag: "WorkingHoursCounted"
  readonly rule: "DEADLINE-8"
  readonly hours: number
  readonly from: CivilTime
  readonly to: CivilTime
}

/** No calendar is published for a year that was needed: weekends alone were taken for rest days. DEADLINE-10, our default. */
export interface WeekendsAssumed {
  readonly _tag: "WeekendsAssumed"
  readonly rule: "DEADLINE-10"
  /** The nearest year that was needed and not published. */
  readonly year: number
}

/** One step of the way from a rule to its deadline, in the order in which they were taken. */
export type DeadlineStep =
  | StartDayNotCounted
  | HoursRunThrough
  | ClampedToMonthEnd
  | RolledOver
  | LastDayEnds
  | FullDaysBetween
  | WorkingDaysCounted
  | WorkingHoursCounted
  | WeekendsAssumed
