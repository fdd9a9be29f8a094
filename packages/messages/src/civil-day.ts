/** A day of the civil calendar as three numbers: year 1 to 9999, month 1 to 12, day 1 to 31. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lastDayOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0)

/** Reads a strict `YYYY-MM-DD`; `undefined` for anything else, 2026-02-30 included. */
export const readCivilDay = (text: unknown): CivilDay | undefined => {
  const parts = typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null
  if (parts === null) return undefined
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  return year >= 1 && day >= 1 && day <= lastDayOf(year, month) ? { year, month, day } : undefined
}

/** The day before: the last day of a half-open period, whose end itself is no longer part of it. */
export const dayBefore = ({ year, month, day }: CivilDay): CivilDay => {
  if (day > 1) return { year, month, day: day - 1 }
  return month > 1
    ? { year, month: month - 1, day: lastDayOf(year, month - 1) }
    : { year: year - 1, month: 12, day: 31 }
}
