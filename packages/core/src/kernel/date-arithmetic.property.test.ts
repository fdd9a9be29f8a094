import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCivilDate } from "./civil-date-reading.ts"
import {
  addDays,
  type CivilDate,
  civilDateOf,
  compareCivilDates,
  dayNumber,
  dayOfMonth,
  daysBetween,
  firstDayNumber,
  lastDayNumber,
  monthOf,
  weekday,
  yearOf,
} from "./day-arithmetic.ts"
import { addMonths, daysInMonth, nextQuarterStart, quarterStart } from "./month-arithmetic.ts"

const dates = fc.integer({ min: firstDayNumber, max: lastDayNumber }).map(civilDateOf)
/** Days around the ends of months and years, where arithmetic goes wrong. */
const edges = fc
  .tuple(fc.integer({ min: 2, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -2, max: 2 }))
  .map(([year, month, off]) =>
    addDays(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01` as CivilDate, off),
  )
const anyDate = fc.oneof(dates, edges)

describe("laws of dates", () => {
  test("DATE-1: the day before and after each day of the calendar are found by number, over all 3,652,059 days", () => {
    let [year, month, day] = [1, 1, 1]
    for (let number = firstDayNumber; number <= lastDayNumber; number++) {
      const date = civilDateOf(number)
      // The next day by the rules of the calendar, kept apart from the arithmetic under test.
      if (yearOf(date) !== year || monthOf(date) !== month || dayOfMonth(date) !== day || dayNumber(date) !== number)
        expect.fail(`day ${number} is ${date}, expected ${year}-${month}-${day}`)
      const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
      if (day < length) day += 1
      else if (month < 12) [month, day] = [month + 1, 1]
      else [year, month, day] = [year + 1, 1, 1]
    }
    expect([year, month, day]).toEqual([10000, 1, 1])
  })

  test("DATE-1: the reader accepts every date that arithmetic gives, unchanged", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(readCivilDate(date)).toEqual({ ok: true, value: date })
      }),
    )
  })

  test("DATE-1: of texts of its shape, the reader accepts exactly those that name a day of the calendar", () => {
    const shape = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    )
    fc.assert(
      fc.property(shape, ([year, month, day]) => {
        const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
          "-",
        )
        const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
        expect(readCivilDate(text).ok).toBe(exists)
      }),
    )
  })

  test("DATE-1: nothing but ten characters is ever accepted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), anyDate, (noise, date) => {
        expect(readCivilDate(date + noise).ok).toBe(false)
        expect(readCivilDate(noise + date).ok).toBe(false)
      }),
    )
  })

  test("DATE-3: later days have larger numbers and later texts", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(b, a))).toBe(compareCivilDates(a, b))
      }),
    )
  })

  test("DATE-3: adding days and taking them away again leads back, and a week later it is the same weekday", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400_000, max: 400_000 }), (date, days) => {
        const moved = addDays(date, days)
        fc.pre(moved !== "0001-01-01" && moved !== "9999-12-31")
        expect(addDays(moved, -days)).toBe(date)
        expect(daysBetween(date, moved)).toBe(days)
        if (days % 7 === 0) expect(weekday(moved)).toBe(weekday(date))
      }),
    )
  })

  test("DATE-4: adding months lands in the month it should, on the same day or on the month's last", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, months) => {
        const index = yearOf(date) * 12 + monthOf(date) - 1 + months
        fc.pre(index >= 12 && index < 120_000)
        const { date: moved, clamped } = addMonths(date, months)
        expect(yearOf(moved) * 12 + monthOf(moved) - 1).toBe(index)
        const last = daysInMonth(yearOf(moved), monthOf(moved))
        expect(dayOfMonth(moved)).toBe(clamped ? last : dayOfMonth(date))
        expect(clamped).toBe(dayOfMonth(date) > last)
      }),
    )
  })

  test("DATE-4: adding months never brings a later day before an earlier one", () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), fc.integer({ min: -500, max: 500 }), (date, ahead, months) => {
        const [early, late] = [addMonths(date, months).date, addMonths(addDays(date, ahead), months).date]
        expect(early <= late).toBe(true)
      }),
    )
  })

  test("DATE-5: every day lies in its quarter, and quarters follow each other without a gap", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        fc.pre(yearOf(date) < 9999)
        const [start, next] = [quarterStart(date), nextQuarterStart(date)]
        expect(start <= date && date < next).toBe(true)
        expect(quarterStart(next)).toBe(next)
        expect(quarterStart(addDays(next, -1))).toBe(start)
      }),
    )
  })
})
