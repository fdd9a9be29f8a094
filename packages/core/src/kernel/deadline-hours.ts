import { type BusinessHours, minuteAfter, minuteBefore, minutesOfBusiness } from "./business-hours.ts"
import { accept, type Checked } from "./checked.ts"
import type { CivilTime } from "./deadline-steps.ts"
import type { Moment } from "./moment.ts"
import type { CalendarYearUnpublished, WorkCalendar } from "./work-calendar.ts"

/** The working days and the hours of business on each of them. */
export interface WorkingTime {
  readonly calendar: WorkCalendar
  readonly hours: BusinessHours
}

type Reached = Checked<CivilTime, CalendarYearUnpublished>

const minutesOfDay = (hours: BusinessHours): number => minutesOfBusiness(hours, 0, 1440)

/** Minutes run from the next full minute on, so that no second is taken away from a period. */
const firstFullMinute = (moment: Moment): number => moment.minuteOfDay + (moment.instant % 60_000 === 0 ? 0 : 1)

/**
 * When so many minutes of business have passed since a moment: the minute that is no longer in the period. Counted from
 * the opening of the day: what has passed of it before the moment is added to what is to pass.
 */
export const afterBusiness = (from: Moment, minutes: number, { calendar, hours }: WorkingTime): Reached => {
  const works = calendar.isWorkingDay(from.civilDate)
  if (!works.ok) return works
  const total = minutes + (works.value ? minutesOfBusiness(hours, 0, firstFullMinute(from)) : 0)
  const days = Math.ceil(total / minutesOfDay(hours))
  const last = calendar.addWorkingDays(from.civilDate, works.value ? days - 1 : days)
  return last.ok
    ? accept({ date: last.value, minute: minuteAfter(hours, total - (days - 1) * minutesOfDay(hours)) })
    : last
}

/**
 * The latest minute from which so many minutes of business pass before an event: the minute that is already too late.
 * Counted from the close of the day: what is left of it after the event is added to what must lie before.
 */
export const beforeBusiness = (event: Moment, minutes: number, { calendar, hours }: WorkingTime): Reached => {
  const works = calendar.isWorkingDay(event.civilDate)
  if (!works.ok) return works
  const total = minutes + (works.value ? minutesOfBusiness(hours, event.minuteOfDay, 1440) : 0)
  const days = Math.ceil(total / minutesOfDay(hours))
  const first = calendar.addWorkingDays(event.civilDate, works.value ? 1 - days : -days)
  return first.ok
    ? accept({ date: first.value, minute: minuteBefore(hours, total - (days - 1) * minutesOfDay(hours)) })
    : first
}
