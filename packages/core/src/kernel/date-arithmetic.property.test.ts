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
/** Text of any UTF-16 units at all. */
const noise = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 30 })
  .map((units) => String.fromCharCode(...units))
const anyDate = fc.oneof(dates, edges)

describe("laws of dates", () => {
  test("DATE-3: the first day of each of the 119,988 months, and the day before it, are found by their numbers", () => {
    let number = firstDayNumber
    for (let year = 1; year <= 9999; year++) {
      const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      for (let month = 1; month <= 12; month++) {
        // The calendar as every child learns it, kept apart from the arithmetic under test.
        const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
        for (const day of [1, length]) {
          const date = civilDateOf(number + day - 1)
          const isRight = yearOf(date) === year && monthOf(date) === month && dayOfMonth(date) === day
          if (!isRight || dayNumber(date) !== number + day - 1)
            expect.fail(`${date} stands for ${year}-${month}-${day}`)
        }
        number += length
      }
    }
    expect(number).toBe(lastDayNumber + 1)
  })

  test("DATE-3: a number and its date belong together, over the whole calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDayNumber, max: lastDayNumber }), (number) => {
        expect(dayNumber(civilDateOf(number))).toBe(number)
      }),
      { numRuns: 5000 },
    )
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
      fc.property(noise, anyDate, (more, date) => {
        expect(readCivilDate(date + more).ok).toBe(false)
        expect(readCivilDate(more + date).ok).toBe(false)
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
