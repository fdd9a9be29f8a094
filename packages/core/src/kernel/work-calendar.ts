import { type CalendarData, type CalendarDataRefusal, type CalendarYear, checkYears } from "./calendar-year.ts"
import { accept, type Checked, refuse } from "./checked.ts"
import { type CivilDate, civilDateFrom, civilDateOf, dayNumber, weekdayOfNumber, yearOf } from "./day-arithmetic.ts"

/** The years that a calendar knows, and the same as a half-open interval: `from` is its first day, `until` is no longer in it. */
export interface Coverage {
  readonly firstYear: number
  readonly lastYear: number
  readonly from: CivilDate
  /** 1 January after the last year; for a calendar of year 9999, its last day. */
  readonly until: CivilDate
}

/** The answer hangs on a year whose arrangement is not known. Nothing is computed. Rule CALENDAR-5. */
export interface CalendarYearUnpublished {
  readonly _tag: "CalendarYearUnpublished"
  readonly rule: "CALENDAR-5"
  readonly calendar: string
  /** The nearest year without data that the answer needs. */
  readonly year: number
  readonly covers: { readonly firstYear: number; readonly lastYear: number }
}

/**
 * Which days are worked, for the years that are known. All answers beyond these years are refusals. What a process is
 * given as its calendar; `workCalendar` makes one from data, and anybody may supply another that keeps the same laws.
 */
export interface WorkCalendar {
  readonly id: string
  readonly version: string
  readonly coverage: Coverage
  /** Whether a day is worked. Rule CALENDAR-1. */
  readonly isWorkingDay: (date: CivilDate) => Checked<boolean, CalendarYearUnpublished>
  /**
   * The `count`-th working day after a day, or before it where `count` is negative. The day itself is never counted,
   * whether it is worked or not: 1 from a Friday is the next Monday in a plain week. 0 is the day itself, a fraction is
   * cut off. Rule CALENDAR-6.
   */
  readonly addWorkingDays: (date: CivilDate, count: number) => Checked<CivilDate, CalendarYearUnpublished>
  /**
   * How many working days lie after `from` up to and including `to`; if `to` is earlier, minus the number of those
   * from `to` up to but not including `from`. So that the day that `addWorkingDays` gives is `count` away. Rule CALENDAR-7.
   */
  readonly workingDaysBetween: (from: CivilDate, to: CivilDate) => Checked<number, CalendarYearUnpublished>
  /** The day itself if it is worked, else the first working day after it. Rule CALENDAR-8. */
  readonly nextWorkingDay: (onOrAfter: CivilDate) => Checked<CivilDate, CalendarYearUnpublished>
}

/**
 * The compiled years: positions count days from the first one on.
 * `rank[position]` is how many working days lie before a position; `select[n]` is working day `n`, counted from 0, as
 * text that is made once.
 */
interface Compiled {
  readonly first: number
  readonly rank: Uint32Array
  readonly select: ReadonlyArray<CivilDate>
}

const isWeekend = (number: number): boolean => weekdayOfNumber(number) >= 6

const compile = (years: ReadonlyArray<CalendarYear>, first: number, days: number): Compiled => {
  const off = new Set(years.flatMap((year) => year.off.map(dayNumber)))
  const work = new Set(years.flatMap((year) => year.work.map(dayNumber)))
  const rank = new Uint32Array(days + 1)
  const select: Array<CivilDate> = []
  for (let position = 0; position < days; position++) {
    const number = first + position
    if (!off.has(number) && (work.has(number) || !isWeekend(number))) select.push(civilDateOf(number))
    rank[position + 1] = select.length
  }
  return { first, rank, select }
}

const answersFrom = (data: CalendarData, coverage: Coverage, compiled: Compiled): WorkCalendar => {
  const { first, rank, select } = compiled
  const { firstYear, lastYear } = coverage
  const days = rank.length - 1
  const unpublished = (year: number): Checked<never, CalendarYearUnpublished> =>
    refuse({
      _tag: "CalendarYearUnpublished",
      rule: "CALENDAR-5",
      calendar: data.id,
      year,
      covers: { firstYear, lastYear },
    })
  const isKnown = (position: number): boolean => position >= 0 && position < days
  const before = (position: number): number => rank[position] ?? 0
  const workingDay = (index: number): Checked<CivilDate, CalendarYearUnpublished> => {
    const date = select[index]
    return date === undefined ? unpublished(index < 0 ? firstYear - 1 : lastYear + 1) : accept(date)
  }
  return {
    id: data.id,
    version: data.version,
    coverage,
    isWorkingDay: (date) => {
      const position = dayNumber(date) - first
      return isKnown(position) ? accept(before(position + 1) > before(position)) : unpublished(yearOf(date))
    },
    addWorkingDays: (date, count) => {
      const position = dayNumber(date) - first
      if (!isKnown(position)) return unpublished(yearOf(date))
      const whole = Math.trunc(count)
      if (whole === 0) return accept(date)
      return workingDay(whole > 0 ? before(position + 1) + whole - 1 : before(position) + whole)
    },
    workingDaysBetween: (from, to) => {
      const start = dayNumber(from) - first
      const end = dayNumber(to) - first
      if (!isKnown(start)) return unpublished(yearOf(from))
      if (!isKnown(end)) return unpublished(yearOf(to))
      return accept(end >= start ? before(end + 1) - before(start + 1) : before(end) - before(start))
    },
    nextWorkingDay: (date) => {
      const position = dayNumber(date) - first
      return isKnown(position) ? workingDay(before(position)) : unpublished(yearOf(date))
    },
  }
}

/**
 * A calendar from the published data of some years. Weekends are rest days unless they are listed as worked; other days
 * are worked unless they are listed as off. Refused: a day listed both ways, a day listed under another year, years
 * that are missing, doubled or not there at all. Every answer then takes the same small time, however far it counts.
 */
export const workCalendar = (data: CalendarData): Checked<WorkCalendar, CalendarDataRefusal> => {
  const years = checkYears(data.years)
  if (!years.ok) return years
  const firstYear = years.value[0]?.year ?? 1
  const lastYear = firstYear + years.value.length - 1
  const from = civilDateFrom(firstYear, 1, 1)
  const lastDay = dayNumber(civilDateFrom(lastYear, 12, 31))
  const first = dayNumber(from)
  const coverage = { firstYear, lastYear, from, until: civilDateOf(lastDay + 1) }
  return accept(answersFrom(data, coverage, compile(years.value, first, lastDay + 1 - first)))
}
