import { accept, type Checked, refuse } from "./checked.ts"
import { type DateRefusal, dateOutOfRange, readCivilDate } from "./civil-date-reading.ts"
import { type CivilDate, yearOf } from "./day-arithmetic.ts"

/** Where an arrangement of days off and working days was published. */
export interface CalendarSource {
  readonly title: string
  /** The number of the document, such as `国办发明电〔2025〕7号`. */
  readonly number?: string
  readonly url?: string
  /** The day of publication. */
  readonly published: CivilDate
  /** How sure the data is: read at the publisher, read in full in a reprint, read in excerpts, or told from memory. */
  readonly certainty?: "official" | "reprint" | "excerpt" | "from-memory"
}

/**
 * The published arrangement of one year. Monday to Friday are working days and weekends are rest days, except for the
 * days listed here.
 */
export interface CalendarYear {
  readonly year: number
  /** Rest days: holidays and the days moved beside them. Weekend days may be listed too; that changes nothing. */
  readonly off: ReadonlyArray<CivilDate>
  /** Weekend days that are worked in exchange (make-up working days). */
  readonly work: ReadonlyArray<CivilDate>
  readonly source: CalendarSource
}

/** The years of one calendar, under a name and a version that deadlines record. */
export interface CalendarData {
  /** Such as `cn.state-council`. */
  readonly id: string
  /** Changes with every change of the data, such as the day on which its newest source was published. */
  readonly version: string
  /** In any order, without gaps. */
  readonly years: ReadonlyArray<CalendarYear>
}

/** A day is listed both as a rest day and as a working day. Rule CALENDAR-2. */
export interface CalendarConflict {
  readonly _tag: "CalendarConflict"
  readonly rule: "CALENDAR-2"
  readonly year: number
  readonly date: CivilDate
}

/** A year lists a day of another year, where nobody would look for it. Rule CALENDAR-3. */
export interface DayOutsideYear {
  readonly _tag: "DayOutsideYear"
  readonly rule: "CALENDAR-3"
  readonly year: number
  readonly date: CivilDate
}

/** No year at all, a year missing between two others, or one given twice. Rule CALENDAR-4. */
export interface CalendarYearsBroken {
  readonly _tag: "CalendarYearsBroken"
  readonly rule: "CALENDAR-4"
  readonly reason: "empty" | "gap" | "twice"
  /** The year that is missing or given twice; absent if there is none at all. */
  readonly year?: number
}

/** Why data makes no calendar. */
export type CalendarDataRefusal = CalendarConflict | DayOutsideYear | CalendarYearsBroken | DateRefusal

type CheckedDay = Checked<CivilDate, CalendarDataRefusal>

const readDay = (year: number, date: CivilDate): CheckedDay => {
  const read = readCivilDate(date)
  if (!read.ok) return read
  if (yearOf(read.value) !== year) return refuse({ _tag: "DayOutsideYear", rule: "CALENDAR-3", year, date })
  return read
}

const checkYear = ({ year, off, work }: CalendarYear): CalendarDataRefusal | undefined => {
  if (!(Number.isInteger(year) && year >= 1 && year <= 9999)) return dateOutOfRange(year)
  const rest = new Set(off)
  for (const date of [...off, ...work]) {
    const day = readDay(year, date)
    if (!day.ok) return day.refusal
  }
  const both = work.find((date) => rest.has(date))
  return both === undefined ? undefined : { _tag: "CalendarConflict", rule: "CALENDAR-2", year, date: both }
}

const checkSuccession = (years: ReadonlyArray<CalendarYear>): CalendarYearsBroken | undefined => {
  const broken = { _tag: "CalendarYearsBroken", rule: "CALENDAR-4" } as const
  if (years.length === 0) return { ...broken, reason: "empty" }
  for (const [index, { year }] of years.entries()) {
    const next = years[index + 1]?.year ?? year + 1
    if (next === year) return { ...broken, reason: "twice", year }
    if (next !== year + 1) return { ...broken, reason: "gap", year: year + 1 }
  }
  return undefined
}

/** The years of a calendar in order, once each of them and their succession is sound. */
export const checkYears = (
  years: ReadonlyArray<CalendarYear>,
): Checked<ReadonlyArray<CalendarYear>, CalendarDataRefusal> => {
  const ordered = years.toSorted((a, b) => a.year - b.year)
  for (const year of ordered) {
    const refusal = checkYear(year)
    if (refusal !== undefined) return refuse(refusal)
  }
  const broken = checkSuccession(ordered)
  return broken === undefined ? accept(ordered) : refuse(broken)
}
