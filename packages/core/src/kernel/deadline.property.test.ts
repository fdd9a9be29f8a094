import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { exampleCalendar as calendar, isWorkedInExample } from "../../test/example-calendar.ts"
import type { BusinessHours } from "./business-hours.ts"
import { addDays, type CivilDate, civilDateOf, dayNumber, daysBetween } from "./day-arithmetic.ts"
import { resolveDeadline } from "./deadline.ts"
import { type DeadlineRule, deadlineRule } from "./deadline-rule.ts"
import type { Moment } from "./moment.ts"
import { addMonths } from "./month-arithmetic.ts"
import { type CivilDeadline, type Deadline, isPast } from "./resolved-deadline.ts"
import { momentAt } from "./zone.ts"

const at = (date: CivilDate, minute: number, seconds = 0): Moment =>
  momentAt((dayNumber(date) * 1440 + minute - 480) * 60_000 + seconds * 1000, "Asia/Shanghai", 480)

/** Days of which two months either way are published. */
const days = fc.integer({ min: dayNumber("2025-04-01"), max: dayNumber("2026-09-30") }).map(civilDateOf)
/** The same, around Spring Festival 2026 with its make-up days. */
const festival = fc.integer({ min: dayNumber("2026-02-05"), max: dayNumber("2026-03-05") }).map(civilDateOf)
const minutes = fc.integer({ min: 0, max: 1439 })
const moments = fc
  .tuple(fc.oneof(days, festival), minutes, fc.integer({ min: 0, max: 59 }))
  .map(([date, minute, seconds]) => at(date, minute, seconds))
const amounts = fc.integer({ min: 1, max: 40 })

const businessHours: fc.Arbitrary<BusinessHours> = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 6 })
  .map((hours) => hours.toSorted((a, b) => a - b).map((hour) => hour * 60))
  .map((bounds) =>
    bounds.flatMap((opens, index) => (index % 2 === 0 ? [[opens, bounds[index + 1] ?? -1] as const] : [])),
  )
  .map((windows) => windows.filter(([, closes]) => closes > 0).map(([opens, closes]) => ({ opens, closes })))

const resolved = (rule: DeadlineRule, from: Moment, hours: BusinessHours = []): Deadline | undefined => {
  const found = resolveDeadline(rule, from, { calendar, businessHours: hours })
  return found.ok ? found.value : undefined
}

const civil = (rule: DeadlineRule, from: Moment, hours: BusinessHours = []): CivilDeadline => {
  const deadline = resolved(rule, from, hours)
  fc.pre(deadline?._tag === "CivilDeadline")
  return deadline as CivilDeadline
}

/** The minutes of business from one moment up to another, counted one by one. */
const minutesCounted = (
  hours: BusinessHours,
  from: readonly [CivilDate, number],
  to: readonly [CivilDate, number],
): number => {
  let count = 0
  for (let day = from[0]; day <= to[0]; day = addDays(day, 1)) {
    if (!isWorkedInExample(day)) continue
    for (const { opens, closes } of hours)
      for (let minute = opens; minute < closes; minute++)
        if ((day > from[0] || minute >= from[1]) && (day < to[0] || minute < to[1])) count += 1
  }
  return count
}

describe("laws of deadlines", () => {
  test("DEADLINE-1: without roll-over the last day is exactly so many days after the first", () => {
    fc.assert(
      fc.property(moments, amounts, (from, amount) => {
        const { lastDay, end } = civil(deadlineRule(amount, "calendar-day", { rollOver: "none" }), from)
        expect(daysBetween(from.civilDate, lastDay)).toBe(amount)
        expect(end).toEqual({ date: addDays(lastDay, 1), minute: 0 })
      }),
    )
  })

  test("DEADLINE-4: a deadline that rolls over ends on a working day, and passes over rest days alone", () => {
    const units = fc.constantFrom("calendar-day", "month") as fc.Arbitrary<"calendar-day" | "month">
    fc.assert(
      fc.property(moments, amounts, units, (from, amount, unit) => {
        const count = unit === "month" ? 1 : amount
        const rolling = civil(deadlineRule(count, unit), from).lastDay
        const still = civil(deadlineRule(count, unit, { rollOver: "none" }), from).lastDay
        expect(isWorkedInExample(rolling)).toBe(true)
        expect(still <= rolling).toBe(true)
        for (let day = still; day < rolling; day = addDays(day, 1)) expect(isWorkedInExample(day)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test("DEADLINE-6: so many full days lie before an event, and one day later they would not", () => {
    fc.assert(
      fc.property(moments, amounts, (event, amount) => {
        const { lastDay } = civil(deadlineRule(amount, "calendar-day", { direction: "before" }), event)
        expect(daysBetween(lastDay, event.civilDate) - 1).toBe(amount)
      }),
    )
  })

  test("DEADLINE-6: so many full working days lie before an event, and one day later they would not", () => {
    const full = (after: CivilDate, event: CivilDate): number => {
      let count = 0
      for (let day = addDays(after, 1); day < event; day = addDays(day, 1)) if (isWorkedInExample(day)) count += 1
      return count
    }
    fc.assert(
      fc.property(moments, amounts, (event, amount) => {
        const { lastDay } = civil(deadlineRule(amount, "working-day", { direction: "before" }), event)
        expect(full(lastDay, event.civilDate)).toBe(amount)
        expect(full(addDays(lastDay, 1), event.civilDate)).toBe(amount - 1)
      }),
    )
  })

  test("DEADLINE-6: a period of months from the last day is over before the event, and from the day after it is not", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (event, amount) => {
        const { lastDay } = civil(deadlineRule(amount, "month", { direction: "before" }), event)
        expect(addMonths(lastDay, amount).date < event.civilDate).toBe(true)
        expect(addMonths(addDays(lastDay, 1), amount).date < event.civilDate).toBe(false)
      }),
    )
  })

  test("DEADLINE-7: so many working days lie after the beginning up to the last day", () => {
    fc.assert(
      fc.property(moments, amounts, (from, amount) => {
        const { lastDay } = civil(deadlineRule(amount, "working-day"), from)
        let count = 0
        for (let day = addDays(from.civilDate, 1); day <= lastDay; day = addDays(day, 1))
          if (isWorkedInExample(day)) count += 1
        expect(count).toBe(amount)
        expect(isWorkedInExample(lastDay)).toBe(true)
      }),
    )
  })

  test("DEADLINE-8: exactly so many minutes of business lie from the first full minute to the end", () => {
    fc.assert(
      fc.property(moments, amounts, businessHours, (from, amount, hours) => {
        const { end } = civil(deadlineRule(amount, "working-hour"), from, hours)
        const start = from.minuteOfDay + (from.instant % 60_000 === 0 ? 0 : 1)
        expect(minutesCounted(hours, [from.civilDate, start], [end.date, end.minute])).toBe(amount * 60)
        // The last of those minutes is one of business: the deadline is no later than it must be.
        const [day, last] = end.minute > 0 ? [end.date, end.minute - 1] : [addDays(end.date, -1), 1439]
        expect(minutesCounted(hours, [day, last], [end.date, end.minute])).toBe(1)
      }),
    )
  })

  test("DEADLINE-8: exactly so many minutes of business lie from the end to an event", () => {
    fc.assert(
      fc.property(moments, amounts, businessHours, (event, amount, hours) => {
        const { end, lastDay } = civil(deadlineRule(amount, "working-hour", { direction: "before" }), event, hours)
        expect(minutesCounted(hours, [end.date, end.minute], [event.civilDate, event.minuteOfDay])).toBe(amount * 60)
        expect(minutesCounted(hours, [end.date, end.minute], [end.date, end.minute + 1])).toBe(1)
        expect(lastDay).toBe(end.minute > 0 ? end.date : addDays(end.date, -1))
      }),
    )
  })

  test("DEADLINE-11: the minute before the end is in time and the end is not, and so for the days around them", () => {
    const rules = fc
      .tuple(
        fc.constantFrom("calendar-day", "working-day", "month", "working-hour") as fc.Arbitrary<DeadlineRule["unit"]>,
        fc.integer({ min: 1, max: 2 }),
      )
      .map(([unit, amount]) => deadlineRule(amount, unit))
    const hours = [{ opens: 510, closes: 1050 }]
    fc.assert(
      fc.property(rules, moments, fc.boolean(), (rule, from, close) => {
        const closing = close && rule.unit !== "working-hour" ? { ...rule, endsAt: "close-of-business" as const } : rule
        const deadline = civil(closing, from, hours)
        const end = dayNumber(deadline.end.date) * 1440 + deadline.end.minute
        const pastAt = (minute: number, seconds = 0) => {
          const day = Math.floor(minute / 1440)
          return isPast(deadline, at(civilDateOf(day), minute - day * 1440, seconds))
        }
        expect([pastAt(end - 1440), pastAt(end - 1), pastAt(end - 1, 59)]).toEqual([false, false, false])
        expect([pastAt(end), pastAt(end, 59), pastAt(end + 1), pastAt(end + 1440)]).toEqual([true, true, true, true])
      }),
    )
  })

  test("DEADLINE-2: hours end to the millisecond, before and after", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (from, amount, before) => {
        const deadline = resolved(deadlineRule(amount, "hour", { direction: before ? "before" : "after" }), from)
        fc.pre(deadline?._tag === "InstantDeadline")
        expect(deadline.end - from.instant).toBe(amount * 3_600_000 * (before ? -1 : 1))
        expect(isPast(deadline, momentAt(deadline.end - 1, "Asia/Shanghai", 480))).toBe(false)
        expect(isPast(deadline, momentAt(deadline.end, "Asia/Shanghai", 480))).toBe(true)
      }),
    )
  })

  test("DEADLINE-1 to -8: a larger amount never ends earlier after a beginning, nor later before an event", () => {
    const units = fc.constantFrom("calendar-day", "working-day", "month", "working-hour") as fc.Arbitrary<
      DeadlineRule["unit"]
    >
    const hours = [
      { opens: 510, closes: 720 },
      { opens: 870, closes: 1050 },
    ]
    fc.assert(
      fc.property(
        units,
        moments,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 3 }),
        (unit, from, amount, more) => {
          const end = (count: number, direction: "after" | "before") => {
            const { date, minute } = civil(deadlineRule(count, unit, { direction }), from, hours).end
            return dayNumber(date) * 1440 + minute
          }
          expect(end(amount, "after") <= end(amount + more, "after")).toBe(true)
          expect(end(amount, "before") >= end(amount + more, "before")).toBe(true)
          const start = dayNumber(from.civilDate) * 1440 + from.minuteOfDay
          expect(end(amount, "after") > start && end(amount, "before") <= start).toBe(true)
        },
      ),
    )
  })
})
