import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { exampleCalendar as calendar, isWorkedInExample } from "../../test/example-calendar.ts"
import { addDays, civilDateOf, dayNumber } from "./day-arithmetic.ts"
import { assumingWeekends } from "./weekend-assumption.ts"

const first = dayNumber("2025-01-01")
const last = dayNumber("2026-12-31")
const days = fc.integer({ min: first, max: last }).map(civilDateOf)
const counts = fc.integer({ min: -600, max: 600 })

describe("laws of work calendars", () => {
  test("CALENDAR-1: every day of the known years is answered as a plain look-up answers it", () => {
    for (let number = first; number <= last; number++) {
      const date = civilDateOf(number)
      expect(calendar.isWorkingDay(date)).toEqual({ ok: true, value: isWorkedInExample(date) })
    }
  })

  test("CALENDAR-6: the nth working day is the one that counting on one's fingers finds", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const step = count < 0 ? -1 : 1
        let [left, number] = [Math.abs(count), dayNumber(from)]
        while (left > 0 && number >= first && number <= last) {
          number += step
          if (isWorkedInExample(civilDateOf(number))) left -= 1
        }
        const inside = number >= first && number <= last
        const found = calendar.addWorkingDays(from, count)
        expect(found.ok ? found.value : found.refusal.year).toBe(inside ? civilDateOf(number) : step < 0 ? 2024 : 2027)
      }),
    )
  })

  test("CALENDAR-7: the nth working day lies n working days away, and is worked", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const found = calendar.addWorkingDays(from, count)
        fc.pre(found.ok)
        expect(calendar.workingDaysBetween(from, found.value)).toEqual({ ok: true, value: count })
        if (count !== 0) expect(calendar.isWorkingDay(found.value)).toEqual({ ok: true, value: true })
      }),
    )
  })

  test("CALENDAR-7: a stretch that is cut in two has the same working days in its parts", () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        const [from, middle, to] = [a, b, c].toSorted() as [typeof a, typeof a, typeof a]
        const count = (x: typeof a, y: typeof a): number => {
          const between = calendar.workingDaysBetween(x, y)
          return between.ok ? between.value : Number.NaN
        }
        expect(count(from, middle) + count(middle, to)).toBe(count(from, to))
      }),
    )
  })

  test("CALENDAR-6: counting is monotone: a later start or a larger number never comes to an earlier day", () => {
    fc.assert(
      fc.property(days, fc.nat(30), fc.integer({ min: 1, max: 200 }), fc.nat(20), (from, later, count, more) => {
        const early = calendar.addWorkingDays(from, count)
        const late = calendar.addWorkingDays(addDays(from, later), count + more)
        fc.pre(early.ok && late.ok)
        expect(early.value <= late.value).toBe(true)
      }),
    )
  })

  test("CALENDAR-8: no working day lies between a day and the next working day on or after it", () => {
    fc.assert(
      fc.property(days, (date) => {
        const next = calendar.nextWorkingDay(date)
        fc.pre(next.ok)
        for (let day = date; day < next.value; day = addDays(day, 1)) expect(isWorkedInExample(day)).toBe(false)
        expect(isWorkedInExample(next.value)).toBe(true)
      }),
    )
  })

  test("CALENDAR-9: assuming weekends changes no answer that the published years give", () => {
    const assuming = assumingWeekends(calendar)
    fc.assert(
      fc.property(days, days, fc.integer({ min: -40, max: 40 }), (from, to, count) => {
        const known = calendar.addWorkingDays(from, count)
        if (known.ok) expect(assuming.addWorkingDays(from, count)).toEqual(known)
        expect(assuming.workingDaysBetween(from, to)).toEqual(calendar.workingDaysBetween(from, to))
        expect(assuming.isWorkingDay(from)).toEqual(calendar.isWorkingDay(from))
        const next = calendar.nextWorkingDay(from)
        if (next.ok) expect(assuming.nextWorkingDay(from)).toEqual(next)
      }),
    )
  })
})
