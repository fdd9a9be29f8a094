const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const two = (number: number): string => String(number).padStart(2, "0")

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`

/**
 * A day: `2026-11-24`, or as spreadsheet programs and people turn it, `2026/11/24`, `2026.11.24` and `2026年11月24日`. The year comes
 * first and has four digits, so that nothing is guessed. Nothing for what is no day of the calendar.
 */
export const dayIn = (text: string): string | undefined => {
  const found =
    /^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})$/.exec(text) ??
    /^([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})日$/.exec(text)
  const [year, month, day] = [Number(found?.[1]), Number(found?.[3]), Number(found?.[4])]
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined
  return written(year, month, day)
}

/** The days from the first of March of the year 0 to a day of the Gregorian calendar, written as `YYYY-MM-DD`. */
const countOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const [from, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  return from * 365 + leaps + Math.floor((153 * months + 2) / 5) + date - 1
}

/** How many days after the first one the second one is. */
export const daysBetween = (first: string, second: string): number => countOf(second) - countOf(first)

/** So many days after a day. */
export const dayAfter = (day: string, days: number): string => {
  let [year = 1, month = 1, date = 1] = day.split("-").map(Number)
  for (let left = days; left > 0; left -= 1) {
    date += 1
    if (date > daysIn(year, month)) [month, date] = [month + 1, 1]
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return written(year, month, date)
}

/**
 * The day that a spreadsheet program most likely meant by a bare number: it counts days from 1900, as if that year had been a leap
 * year. Of this century alone; nothing else is taken for a day. Another program counts from 1904, so that this is never believed.
 */
export const serialDayIn = (text: string): string | undefined => {
  if (!/^[0-9]{5}(?:\.0+)?$/.test(text)) return undefined
  const serial = Math.floor(Number(text))
  return serial >= 36_526 && serial <= 73_050 ? dayAfter("2000-01-01", serial - 36_526) : undefined
}
