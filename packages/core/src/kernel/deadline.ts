import type { EmptyInterval, InvalidBusinessHours } from "./business-hours.ts"
import { type BusinessHours, checkBusinessHours, closeOfBusiness } from "./business-hours.ts"
import { accept, type Checked, refuse } from "./checked.ts"
import { type DateOutOfRange, dateOutOfRange } from "./civil-date-reading.ts"
import { addDays, lastCivilDate } from "./day-arithmetic.ts"
import { lastDayAfter, lastDayBefore } from "./deadline-days.ts"
import { afterBusiness, beforeBusiness } from "./deadline-hours.ts"
import { checkDeadlineRule, type DeadlineRule, type DeadlineRuleRefusal } from "./deadline-rule.ts"
import { firstInstant, lastInstant } from "./instant.ts"
import type { Moment } from "./moment.ts"
import type { Deadline, DeadlineOrigin } from "./resolved-deadline.ts"
import { assumingWeekends } from "./weekend-assumption.ts"
import type { CalendarYearUnpublished, WorkCalendar } from "./work-calendar.ts"

/** The rule counts hours of business, or ends with them, and nobody said when they are. Rule DEADLINE-9. */
export interface BusinessHoursMissing {
  readonly _tag: "BusinessHoursMissing"
  readonly rule: "DEADLINE-9"
  readonly because: "working-hour" | "close-of-business"
}

/** Why a rule comes to no deadline. */
export type DeadlineRefusal =
  | DeadlineRuleRefusal
  | EmptyInterval
  | InvalidBusinessHours
  | BusinessHoursMissing
  | CalendarYearUnpublished
  | DateOutOfRange

/** What a deadline is counted with. */
export interface DeadlineSurroundings {
  readonly calendar: WorkCalendar
  /** Needed for working hours and for the close of business. */
  readonly businessHours?: BusinessHours
}

type Origin = Omit<DeadlineOrigin, "steps">

const millisecondsPerHour = 3_600_000

const byInstant = (rule: DeadlineRule, origin: Origin): Checked<Deadline, DeadlineRefusal> => {
  const hours = rule.direction === "after" ? rule.amount : -rule.amount
  const end = origin.from.instant + hours * millisecondsPerHour
  if (end < firstInstant) return refuse(dateOutOfRange(0))
  if (end > lastInstant) return refuse(dateOutOfRange(10_000))
  const step = { _tag: "HoursRunThrough", rule: "DEADLINE-2", hours: rule.amount } as const
  return accept({ _tag: "InstantDeadline", end, ...origin, steps: [step] })
}

const byBusinessHours = (
  origin: Origin,
  calendar: WorkCalendar,
  hours: BusinessHours,
): Checked<Deadline, DeadlineRefusal> => {
  const { rule, from } = origin
  const count = rule.direction === "after" ? afterBusiness : beforeBusiness
  const reached = count(from, rule.amount * 60, { calendar, hours })
  if (!reached.ok) return reached
  const { date, minute } = reached.value
  if (date === lastCivilDate) return refuse(dateOutOfRange(10_000))
  const lastDay = minute > 0 ? date : addDays(date, -1)
  const end = minute < 1440 ? reached.value : { date: addDays(date, 1), minute: 0 }
  const begin = { date: from.civilDate, minute: from.minuteOfDay }
  const step = { _tag: "WorkingHoursCounted", rule: "DEADLINE-8", hours: rule.amount, from: begin, to: end } as const
  return accept({ _tag: "CivilDeadline", lastDay, end, ...origin, steps: [step] })
}

const byDays = (origin: Origin, calendar: WorkCalendar, closes: number): Checked<Deadline, DeadlineRefusal> => {
  const { rule, from } = origin
  const last = (rule.direction === "after" ? lastDayAfter : lastDayBefore)(from.civilDate, rule, calendar)
  if (!last.ok) return last
  const { day, steps } = last.value
  if (day === lastCivilDate) return refuse(dateOutOfRange(10_000))
  const end = closes === 1440 ? { date: addDays(day, 1), minute: 0 } : { date: day, minute: closes }
  const ends = { _tag: "LastDayEnds", rule: "DEADLINE-5", day, at: rule.endsAt, minute: closes } as const
  return accept({ _tag: "CivilDeadline", lastDay: day, end, ...origin, steps: [...steps, ends] })
}

const resolveWith = (origin: Origin, calendar: WorkCalendar): Checked<Deadline, DeadlineRefusal> => {
  const { rule, businessHours } = origin
  if (rule.unit === "hour") return byInstant(rule, origin)
  if (rule.unit === "working-hour") return byBusinessHours(origin, calendar, businessHours ?? [])
  return byDays(origin, calendar, businessHours === undefined ? 1440 : closeOfBusiness(businessHours))
}

/** The business hours that a rule needs: undefined where it needs none. */
const neededHours = (
  rule: DeadlineRule,
  hours: BusinessHours | undefined,
): Checked<BusinessHours | undefined, DeadlineRefusal> => {
  const because = rule.unit === "working-hour" ? rule.unit : rule.endsAt
  if (because === "midnight") return accept(undefined)
  return hours === undefined
    ? refuse({ _tag: "BusinessHoursMissing", rule: "DEADLINE-9", because })
    : checkBusinessHours(hours)
}

/**
 * The deadline of a rule: a pure function of the rule, the beginning (or the event) and the calendar; no clock is read.
 * What it did is told in `steps`. Rules DEADLINE-1 to DEADLINE-10; Civil Code arts. 200 to 204 where a period runs after
 * a beginning, our reading where it lies before an event.
 */
export const resolveDeadline = (
  rule: DeadlineRule,
  from: Moment,
  around: DeadlineSurroundings,
): Checked<Deadline, DeadlineRefusal> => {
  const sound = checkDeadlineRule(rule)
  if (!sound.ok) return sound
  const hours = neededHours(rule, around.businessHours)
  if (!hours.ok) return hours
  const { id, version } = around.calendar
  const origin: Origin = {
    rule,
    from,
    calendar: { id, version },
    ...(hours.value === undefined ? {} : { businessHours: hours.value }),
    provisional: false,
  }
  const resolved = resolveWith(origin, around.calendar)
  if (resolved.ok || resolved.refusal._tag !== "CalendarYearUnpublished" || rule.unpublished === "refuse")
    return resolved
  const assumed = resolveWith({ ...origin, provisional: true }, assumingWeekends(around.calendar))
  if (!assumed.ok) return assumed
  const step = { _tag: "WeekendsAssumed", rule: "DEADLINE-10", year: resolved.refusal.year } as const
  return accept({ ...assumed.value, steps: [...assumed.value.steps, step] })
}

/**
 * A deadline in the light of newer data: a provisional one is resolved again, with the business hours that it was
 * resolved with; any other is given back as it is. Rule DEADLINE-10.
 */
export const recomputeDeadline = (
  deadline: Deadline,
  around: DeadlineSurroundings,
): Checked<Deadline, DeadlineRefusal> => {
  if (!deadline.provisional) return accept(deadline)
  const { businessHours } = deadline
  return resolveDeadline(deadline.rule, deadline.from, businessHours ? { ...around, businessHours } : around)
}
