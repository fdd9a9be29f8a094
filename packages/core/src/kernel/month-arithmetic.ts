import type { CivilDate } from "./day-arithmetic.ts"
import { civilDateFrom, dayOfMonth, firstCivilDate, lastCivilDate, monthOf, yearOf } from "./day-arithmetic.ts"

/** A leap year: every fourth, except the centuries that 400 does not divide. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** How many days a month (1 to 12) has in a year: 28 to 31. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** How many days the month that a date lies in has: 28 to 31. */
export const daysInMonthOf = (date: CivilDate): number => daysInMonth(yearOf(date), monthOf(date))

/** A date found by counting months. */
export interface MonthsLater {
  readonly date: CivilDate
  /** The month has no such day, so it is the month's last one: 31 January and one month is 28 or 29 February. */
  readonly clamped: boolean
}

/**
 * The corresponding day so many months later, or earlier where the number is negative; where the month has none, its
 * last day, and `clamped` says so. Rule DATE-4 (Civil Code art. 202). Beyond the calendar: its first or last day,
 * reported as clamped too (DATE-3).
 */
export const addMonths = (date: CivilDate, months: number): MonthsLater => {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + Math.trunc(months)
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  if (year > 9999) return { date: lastCivilDate, clamped: true }
  if (!(year >= 1)) return { date: firstCivilDate, clamped: true }
  const day = dayOfMonth(date)
  const last = daysInMonth(year, month)
  return { date: civilDateFrom(year, month, day > last ? last : day), clamped: day > last }
}

/** The first day of the calendar quarter that a day lies in: 1 January, 1 April, 1 July or 1 October. */
export const quarterStart = (date: CivilDate): CivilDate => {
  const month = monthOf(date)
  return civilDateFrom(yearOf(date), month - ((month - 1) % 3), 1)
}

/** The first day of the next calendar quarter: where the quarter of a day ends, exclusive. */
export const nextQuarterStart = (date: CivilDate): CivilDate => addMonths(quarterStart(date), 3).date
