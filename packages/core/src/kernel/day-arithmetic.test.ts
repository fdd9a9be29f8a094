import { describe, expect, test } from "vitest"
import {
  addDays,
  type CivilDate,
  civilDateOf,
  compareCivilDates,
  dayNumber,
  dayOfMonth,
  daysBetween,
  earliest,
  firstCivilDate,
  firstDayNumber,
  lastCivilDate,
  lastDayNumber,
  latest,
  monthOf,
  weekday,
  yearOf,
} from "./day-arithmetic.ts"

// Known days, none of them computed here: the epoch, the day numbers that the calendars of other systems print.
const knownDays: ReadonlyArray<readonly [CivilDate, number, number]> = [
  ["0001-01-01", -719162, 1],
  ["1582-10-15", -141427, 5],
  ["1900-02-28", -25509, 3],
  ["1900-03-01", -25508, 4],
  ["1969-12-31", -1, 3],
  ["1970-01-01", 0, 4],
  ["1970-01-02", 1, 5],
  ["2000-02-29", 11016, 2],
  ["2000-03-01", 11017, 3],
  ["2024-02-29", 19782, 4],
  ["2026-11-23", 20780, 1],
  ["9999-12-31", 2932896, 5],
]

describe("DATE-3: days are counted without gaps, and never out of the calendar", () => {
  test.each(knownDays)("%s is day %i and weekday %i", (date, number, day) => {
    expect(dayNumber(date)).toBe(number)
    expect(civilDateOf(number)).toBe(date)
    expect(weekday(date)).toBe(day)
  })

  test("a date falls into its year, month and day", () => {
    expect([yearOf("0987-06-05"), monthOf("0987-06-05"), dayOfMonth("0987-06-05")]).toEqual([987, 6, 5])
    expect([yearOf("2026-12-31"), monthOf("2026-12-31"), dayOfMonth("2026-12-31")]).toEqual([2026, 12, 31])
  })

  test.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 1, "2024-03-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2026-01-01", 0, "2026-01-01"],
    ["2026-01-01", 365, "2027-01-01"],
    ["2000-01-01", 146097, "2400-01-01"],
  ] as const)("%s and %i days is %s", (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  test("arithmetic stays on the first and on the last day of the calendar", () => {
    expect(addDays(lastCivilDate, 1)).toBe("9999-12-31")
    expect(addDays("9999-12-30", 1)).toBe("9999-12-31")
    expect(addDays(firstCivilDate, -1)).toBe("0001-01-01")
    expect(addDays("0001-01-02", -1)).toBe("0001-01-01")
    expect(civilDateOf(Number.POSITIVE_INFINITY)).toBe("9999-12-31")
    expect(civilDateOf(Number.NEGATIVE_INFINITY)).toBe("0001-01-01")
    expect(civilDateOf(Number.NaN)).toBe("0001-01-01")
    expect([firstDayNumber, lastDayNumber]).toEqual([-719162, 2932896])
  })

  test("a fraction of a day is the day that it falls in", () => {
    expect(civilDateOf(0.99)).toBe("1970-01-01")
    expect(civilDateOf(-0.01)).toBe("1969-12-31")
  })

  test("dates are ordered by their text", () => {
    expect(compareCivilDates("2026-01-31", "2026-02-01")).toBe(-1)
    expect(compareCivilDates("2026-02-01", "2026-01-31")).toBe(1)
    expect(compareCivilDates("2026-02-01", "2026-02-01")).toBe(0)
  })

  test("the earliest and the latest of some days are found, wherever they stand", () => {
    expect(earliest("2026-02-01", "2025-12-31", "2026-01-01")).toBe("2025-12-31")
    expect(latest("2026-02-01", "2026-02-02", "2026-01-01")).toBe("2026-02-02")
    expect(earliest("2026-02-01")).toBe("2026-02-01")
    expect(latest("2026-02-01")).toBe("2026-02-01")
  })
})
