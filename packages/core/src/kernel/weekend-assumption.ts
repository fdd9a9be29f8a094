import { accept, type Checked, refuse } from "./checked.ts"
import {
  addDays,
  type CivilDate,
  civilDateOf,
  dayNumber,
  firstDayNumber,
  lastDayNumber,
  weekday,
} from "./day-arithmetic.ts"
import type { CalendarYearUnpublished, WorkCalendar } from "./work-calendar.ts"

/**
 * The same calendar, which beyond its years takes Monday to Friday for working days and no day for a holiday. That is a
 * guess: whoever uses it marks the result as provisional and computes it again when the year is published.
 * Rule CALENDAR-9 (our default).
 */
export const assumingWeekends = (calendar: WorkCalendar): WorkCalendar => {
  const isWorked = (date: CivilDate): boolean => {
    const known = calendar.isWorkingDay(date)
    return known.ok ? known.value : weekday(date) <= 5
  }
  const { firstYear, lastYear } = calendar.coverage
  const beyondTime = (year: number): Checked<never, CalendarYearUnpublished> =>
    refuse({
      _tag: "CalendarYearUnpublished",
      rule: "CALENDAR-5",
      calendar: calendar.id,
      year,
      covers: { firstYear, lastYear },
    })
  /** The `count`-th working day on or after a day, walking forward (`step` 1) or backward (-1). */
  const walk = (from: number, count: number, step: 1 | -1): Checked<CivilDate, CalendarYearUnpublished> => {
    let left = count
    for (let number = from; ; number += step) {
      if (number > lastDayNumber || number < firstDayNumber) return beyondTime(step > 0 ? 10_000 : 0)
      const date = civilDateOf(number)
      if (isWorked(date)) left -= 1
      if (left === 0) return accept(date)
    }
  }
  const between = (from: CivilDate, to: CivilDate): number => {
    let count = 0
    for (let date = from; date < to; date = addDays(date, 1)) if (isWorked(addDays(date, 1))) count += 1
    for (let date = from; date > to; date = addDays(date, -1)) if (isWorked(addDays(date, -1))) count -= 1
    return count
  }
  return {
    id: calendar.id,
    version: calendar.version,
    coverage: calendar.coverage,
    isWorkingDay: (date) => accept(isWorked(date)),
    addWorkingDays: (date, count) => {
      const whole = Math.trunc(count)
      if (whole === 0) return accept(date)
      const step = whole > 0 ? 1 : -1
      return walk(dayNumber(date) + step, whole * step, step)
    },
    workingDaysBetween: (from, to) => accept(between(from, to)),
    nextWorkingDay: (date) => walk(dayNumber(date), 1, 1),
  }
}
