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

const businessOn = (
  day: CivilTime["date"],
  { calendar, hours }: WorkingTime,
  stretch: { readonly from: number; readonly until: number },
): Checked<number, CalendarYearUnpublished> => {
  const works = calendar.isWorkingDay(day)
  if (!works.ok) return works
  return accept(works.value ? minutesOfBusiness(hours, stretch.from, stretch.until) : 0)
}

/** Minutes run from the next full minute on, so that no second is taken away from a period. */
const firstFullMinute = (moment: Moment): number => moment.minuteOfDay + (moment.instant % 60_000 === 0 ? 0 : 1)

/** When so many minutes of business have passed since a moment: the minute that is no longer in the period. */
export const afterBusiness = (from: Moment, minutes: number, working: WorkingTime): Reached => {
  const { calendar, hours } = working
  const start = firstFullMinute(from)
  const today = businessOn(from.civilDate, working, { from: start, until: 1440 })
  if (!today.ok) return today
  if (today.value >= minutes) return accept({ date: from.civilDate, minute: minuteAfter(hours, start, minutes) })
  const left = minutes - today.value
  const aDay = minutesOfBusiness(hours, 0, 1440)
  const days = Math.ceil(left / aDay)
  const last = calendar.addWorkingDays(from.civilDate, days)
  return last.ok ? accept({ date: last.value, minute: minuteAfter(hours, 0, left - (days - 1) * aDay) }) : last
}

/** The latest minute from which so many minutes of business pass before an event: the minute that is already too late. */
export const beforeBusiness = (event: Moment, minutes: number, working: WorkingTime): Reached => {
  const { calendar, hours } = working
  const { civilDate, minuteOfDay } = event
  const today = businessOn(civilDate, working, { from: 0, until: minuteOfDay })
  if (!today.ok) return today
  if (today.value >= minutes) return accept({ date: civilDate, minute: minuteBefore(hours, minuteOfDay, minutes) })
  const left = minutes - today.value
  const aDay = minutesOfBusiness(hours, 0, 1440)
  const days = Math.ceil(left / aDay)
  const first = calendar.addWorkingDays(civilDate, -days)
  return first.ok ? accept({ date: first.value, minute: minuteBefore(hours, 1440, left - (days - 1) * aDay) }) : first
}
