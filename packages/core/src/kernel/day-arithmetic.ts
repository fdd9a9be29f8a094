/**
 * A day of the proleptic Gregorian calendar as RFC 3339 writes it: `2026-02-28`, years 0001 to 9999. A literal
 * type-checks; text from elsewhere becomes one through `readCivilDate`. What is said below about a date holds for
 * dates that this reader accepts.
 */
export type CivilDate = `${number}-${number}-${number}`

/** The first day there is. Arithmetic that would go before it stays on it. Rule DATE-3. */
export const firstCivilDate: CivilDate = "0001-01-01"

/** The last day there is. Arithmetic that would go past it stays on it. Rule DATE-3. */
export const lastCivilDate: CivilDate = "9999-12-31"

/** The number of `firstCivilDate`. */
export const firstDayNumber = -719162

/** The number of `lastCivilDate`. */
export const lastDayNumber = 2932896

const daysBefore1970 = 719468
const daysIn400Years = 146097

/** The decimal digit at a position. No check: the text is a date that was read before. */
const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

/** The year, 1 to 9999. */
export const yearOf = (date: CivilDate): number =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3)

/** The month, 1 to 12. */
export const monthOf = (date: CivilDate): number => digit(date, 5) * 10 + digit(date, 6)

/** The day of the month, 1 to 31. */
export const dayOfMonth = (date: CivilDate): number => digit(date, 8) * 10 + digit(date, 9)

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

const fourDigits = (year: number): string => (year < 1000 ? `000${year}`.slice(-4) : `${year}`)

/** The text of a date from numbers that are known to name one. */
export const civilDateFrom = (year: number, month: number, day: number): CivilDate =>
  `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate

/**
 * Days since 1970-01-01, which is day 0; earlier days are negative.
 *
 * The year is taken to begin on 1 March, so that a leap day is the last of its year and the days before a month are
 * `(153 × month + 2) / 5` rounded down, with March as month 0.
 */
export const dayNumber = (date: CivilDate): number => {
  const month = monthOf(date)
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1
  const century = (year / 100) | 0
  const beforeMonth = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0
  const beforeYear = 365 * year + (year >> 2) - century + (century >> 2)
  return beforeYear + beforeMonth + dayOfMonth(date) - 1 - daysBefore1970
}

/** `-03-01` for day 0 of a year that begins in March, to `-02-29` for day 365: texts made once are not made again. */
const monthAndDay: ReadonlyArray<string> = /* @__PURE__ */ Array.from({ length: 366 }, (_, day) => {
  const month = Math.floor((5 * day + 2) / 153)
  const dayInMonth = day - Math.floor((153 * month + 2) / 5) + 1
  return `-${twoDigits(month < 10 ? month + 3 : month - 9)}-${twoDigits(dayInMonth)}`
})

/** 1 January as a day of the year that begins in March. */
const newYear = 306

/**
 * The date of a day number; the inverse of `dayNumber`. A number beyond the calendar gives the first or the last day,
 * a fraction the day that it falls in.
 */
export const civilDateOf = (number: number): CivilDate => {
  if (!(number > firstDayNumber)) return firstCivilDate
  if (number >= lastDayNumber) return lastCivilDate
  const day = Math.floor(number) + daysBefore1970
  const era = (day / daysIn400Years) | 0
  const dayOfEra = day - era * daysIn400Years
  // Four years, a century and four centuries each lack or add a day; this is the number of whole years before the day.
  const leaps = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36524) | 0) + ((dayOfEra / 146096) | 0)
  const yearOfEra = ((dayOfEra - leaps) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const year = yearOfEra + era * 400 + (dayOfYear < newYear ? 0 : 1)
  return (fourDigits(year) + monthAndDay[dayOfYear]) as CivilDate
}

/** The date so many days later, or earlier where the number is negative. Stays within the calendar (DATE-3). */
export const addDays = (date: CivilDate, days: number): CivilDate => civilDateOf(dayNumber(date) + days)

/** How many days later `to` is than `from`: 1 from one day to the next, negative if it is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** Negative if `a` is earlier, positive if it is later, 0 for the same day: fit for `toSorted`. */
export const compareCivilDates = (a: CivilDate, b: CivilDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The day of the week of a date. */
export const weekday = (date: CivilDate): Weekday => weekdayOfNumber(dayNumber(date))

/** The day of the week of a day number; day 0 was a Thursday. */
export const weekdayOfNumber = (number: number): Weekday => ((((number % 7) + 10) % 7) + 1) as Weekday

/** The earliest of some days. */
export const earliest = (first: CivilDate, ...others: ReadonlyArray<CivilDate>): CivilDate =>
  others.reduce((found, date) => (date < found ? date : found), first)

/** The latest of some days. */
export const latest = (first: CivilDate, ...others: ReadonlyArray<CivilDate>): CivilDate =>
  others.reduce((found, date) => (date > found ? date : found), first)
