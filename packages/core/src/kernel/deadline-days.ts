import { accept, type Checked, refuse } from "./checked.ts"
import { type DateOutOfRange, dateOutOfRange } from "./civil-date-reading.ts"
import { addDays, type CivilDate, dayOfMonth, daysBetween, firstCivilDate } from "./day-arithmetic.ts"
import type { DeadlineRule } from "./deadline-rule.ts"
import type { DeadlineStep, FullDaysBetween } from "./deadline-steps.ts"
import { addMonths } from "./month-arithmetic.ts"
import type { CalendarYearUnpublished, WorkCalendar } from "./work-calendar.ts"

/** The last day of a period of days or months, and how it was found. */
interface LastDay {
  readonly day: CivilDate
  readonly steps: ReadonlyArray<DeadlineStep>
}

type Counted = Checked<LastDay, CalendarYearUnpublished | DateOutOfRange>

const monthsAway = (from: CivilDate, months: number): LastDay => {
  const { date, clamped } = addMonths(from, months)
  const step = { _tag: "ClampedToMonthEnd", rule: "DEADLINE-3", dayOfMonth: dayOfMonth(from), monthEnd: date } as const
  return { day: date, steps: clamped ? [step] : [] }
}

const workingDaysAway = (from: CivilDate, count: number, calendar: WorkCalendar): Counted => {
  const found = calendar.addWorkingDays(from, count)
  if (!found.ok) return found
  const workingDays = Math.abs(count)
  const restDays = Math.abs(daysBetween(from, found.value)) - workingDays
  return accept({
    day: found.value,
    steps: [{ _tag: "WorkingDaysCounted", rule: "DEADLINE-7", workingDays, restDays }],
  })
}

interface Unit {
  readonly unit: DeadlineRule["unit"]
  readonly calendar: WorkCalendar
}

/** So many units away from a day. Beyond the calendar it is the calendar's first or last day, which no deadline has (DATE-3). */
const away = (from: CivilDate, count: number, { unit, calendar }: Unit): Counted => {
  if (unit === "working-day") return workingDaysAway(from, count, calendar)
  return accept(unit === "month" ? monthsAway(from, count) : { day: addDays(from, count), steps: [] })
}

const rolledOver = (last: LastDay, calendar: WorkCalendar): Counted => {
  const next = calendar.nextWorkingDay(last.day)
  if (!next.ok || next.value === last.day) return next.ok ? accept(last) : next
  const restThrough = addDays(next.value, -1)
  const step = { _tag: "RolledOver", rule: "DEADLINE-4", from: last.day, restThrough, to: next.value } as const
  return accept({ day: next.value, steps: [...last.steps, step] })
}

/** The last day of a period that begins with a day: DEADLINE-1, -3, -4 and -7. */
export const lastDayAfter = (start: CivilDate, rule: DeadlineRule, calendar: WorkCalendar): Counted => {
  const counted = away(start, rule.amount, { unit: rule.unit, calendar })
  if (!counted.ok) return counted
  const steps = [{ _tag: "StartDayNotCounted", rule: "DEADLINE-1", day: start } as const, ...counted.value.steps]
  const last = { day: counted.value.day, steps }
  return rule.rollOver === "next-working-day" ? rolledOver(last, calendar) : accept(last)
}

/**
 * The first of the full days that must lie before an event. Months are the exception: the period that begins with
 * the day before must be over by the day before the event, so a corresponding day that only clamping found still counts.
 */
const firstFullDay = (event: CivilDate, rule: DeadlineRule, counted: LastDay): CivilDate =>
  rule.unit === "month" && addMonths(counted.day, rule.amount).date < event ? addDays(counted.day, 1) : counted.day

/** The last day on which so many full days, working days or months still lie before an event: DEADLINE-6. */
export const lastDayBefore = (event: CivilDate, rule: DeadlineRule, calendar: WorkCalendar): Counted => {
  const counted = away(event, -rule.amount, { unit: rule.unit, calendar })
  if (!counted.ok) return counted
  const first = firstFullDay(event, rule, counted.value)
  if (first === firstCivilDate) return refuse(dateOutOfRange(0))
  const between: FullDaysBetween = {
    _tag: "FullDaysBetween",
    rule: "DEADLINE-6",
    first,
    last: addDays(event, -1),
  }
  return accept({ day: addDays(first, -1), steps: [...counted.value.steps, between] })
}
