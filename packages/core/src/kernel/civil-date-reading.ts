import { accept, type Checked, refuse } from "./checked.ts"
import type { CivilDate } from "./day-arithmetic.ts"
import { daysInMonth } from "./month-arithmetic.ts"
import { excerptOf, type WrongType, wrongType } from "./wrong-type.ts"

/** The text is not written as RFC 3339 writes a full date: four, two and two ASCII digits with hyphens, nothing else. */
export interface MisshapenDate {
  readonly _tag: "InvalidDate"
  readonly rule: "DATE-1"
  readonly reason: "shape"
  readonly text: string
  readonly expected: "YYYY-MM-DD"
}

/** There is no such month. */
export interface NoSuchMonth {
  readonly _tag: "InvalidDate"
  readonly rule: "DATE-1"
  readonly reason: "month"
  readonly text: string
  /** What was written where 1 to 12 belong. */
  readonly month: number
}

/** The month has no such day: February 2026 has 28 days. Never moved into the next month. */
export interface NoSuchDay {
  readonly _tag: "InvalidDate"
  readonly rule: "DATE-1"
  readonly reason: "day"
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** How many days that month has: the last day that would do. */
  readonly daysInMonth: number
}

/** No day of the calendar. Rule DATE-1. */
export type InvalidDate = MisshapenDate | NoSuchMonth | NoSuchDay

/** A day before year 1 or after year 9999. Rule DATE-2. */
export interface DateOutOfRange {
  readonly _tag: "DateOutOfRange"
  readonly rule: "DATE-2"
  readonly year: number
  readonly firstYear: 1
  readonly lastYear: 9999
}

/** Why something is no civil date. */
export type DateRefusal = WrongType | InvalidDate | DateOutOfRange

/** The refusal of a year that the calendar does not hold. */
export const dateOutOfRange = (year: number): DateOutOfRange => ({
  _tag: "DateOutOfRange",
  rule: "DATE-2",
  year,
  firstYear: 1,
  lastYear: 9999,
})

const misshapen = (text: string): MisshapenDate => ({
  _tag: "InvalidDate",
  rule: "DATE-1",
  reason: "shape",
  text: excerptOf(text),
  expected: "YYYY-MM-DD",
})

const noSuchMonth = (text: string, month: number): NoSuchMonth => ({
  _tag: "InvalidDate",
  rule: "DATE-1",
  reason: "month",
  text: excerptOf(text),
  month,
})

const noSuchDay = (text: string, date: { year: number; month: number; day: number }): NoSuchDay => ({
  _tag: "InvalidDate",
  rule: "DATE-1",
  reason: "day",
  text: excerptOf(text),
  ...date,
  daysInMonth: daysInMonth(date.year, date.month),
})

const hyphen = 45

/** The number that ASCII digits from one position up to another write, or NaN. */
const digitsAt = (text: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** A year of more than four digits or with a minus sign is a year all the same, only not one of this calendar. */
const farYear = /^(-\d{1,15}|\d{5,15})-\d\d-\d\d$/

const refuseShape = (text: string): Checked<never, InvalidDate | DateOutOfRange> => {
  const year = farYear.exec(text)?.[1]
  // Adding 0 turns the -0 of "-0000" into 0.
  return refuse(year === undefined ? misshapen(text) : dateOutOfRange(Number(year) + 0))
}

/**
 * Reads a civil date: RFC 3339 `full-date`, years 0001 to 9999, nothing before or after it. Rules DATE-1 and DATE-2.
 * Nothing is repaired: no other separators, no missing zeros, no spaces, no digits of other scripts, no 30 February.
 */
export const readCivilDate = (text: unknown): Checked<CivilDate, DateRefusal> => {
  if (typeof text !== "string") return refuse(wrongType(text, "string"))
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return refuseShape(text)
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 7)
  const day = digitsAt(text, 8, 10)
  if (Number.isNaN(year + month + day)) return refuseShape(text)
  if (year === 0) return refuse(dateOutOfRange(0))
  if (month < 1 || month > 12) return refuse(noSuchMonth(text, month))
  if (day < 1 || day > daysInMonth(year, month)) return refuse(noSuchDay(text, { year, month, day }))
  return accept(text as CivilDate)
}
