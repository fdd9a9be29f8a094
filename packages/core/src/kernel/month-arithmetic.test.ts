import { describe, expect, test } from "vitest"
import {
  addMonths,
  daysInMonth,
  daysInMonthOf,
  isLeapYear,
  nextQuarterStart,
  quarterStart,
} from "./month-arithmetic.ts"

describe("DATE-4: a month later is the corresponding day, or the end of a month that has none", () => {
  test.each([
    ["2026-01-15", 1, "2026-02-15", false],
    ["2026-01-27", 1, "2026-02-27", false],
    ["2026-01-28", 1, "2026-02-28", false],
    ["2026-01-29", 1, "2026-02-28", true],
    ["2026-01-31", 1, "2026-02-28", true],
    ["2024-01-29", 1, "2024-02-29", false],
    ["2024-01-30", 1, "2024-02-29", true],
    ["2024-01-31", 1, "2024-02-29", true],
    ["2026-03-31", 1, "2026-04-30", true],
    ["2026-03-31", 2, "2026-05-31", false],
    ["2026-12-31", 1, "2027-01-31", false],
    ["2026-11-30", 3, "2027-02-28", true],
    ["2024-02-29", 12, "2025-02-28", true],
    ["2024-02-29", 48, "2028-02-29", false],
    ["2026-03-31", -1, "2026-02-28", true],
    ["2026-01-31", -1, "2025-12-31", false],
    ["2026-01-01", -12, "2025-01-01", false],
    ["2026-05-05", 0, "2026-05-05", false],
    ["2026-05-05", 1.9, "2026-06-05", false],
  ] as const)("%s and %d months is %s (clamped: %s)", (from, months, date, clamped) => {
    expect(addMonths(from, months)).toEqual({ date, clamped })
  })

  test("beyond the calendar it is the last or the first day, and that is reported", () => {
    expect(addMonths("9999-11-30", 1)).toEqual({ date: "9999-12-30", clamped: false })
    expect(addMonths("9999-12-30", 1)).toEqual({ date: "9999-12-31", clamped: true })
    expect(addMonths("0001-02-28", -1)).toEqual({ date: "0001-01-28", clamped: false })
    expect(addMonths("0001-01-28", -1)).toEqual({ date: "0001-01-01", clamped: true })
    expect(addMonths("2026-01-01", Number.NaN)).toEqual({ date: "0001-01-01", clamped: true })
  })

  test.each([
    [1, 31],
    [2, 28],
    [3, 31],
    [4, 30],
    [5, 31],
    [6, 30],
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
    [11, 30],
    [12, 31],
  ])("month %i of 2026 has %i days", (month, days) => {
    expect(daysInMonth(2026, month)).toBe(days)
  })

  test("February has 29 days in leap years", () => {
    expect([2024, 2000, 2400].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 29])
    expect([2023, 2026, 1900, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 28, 28, 28])
    expect([4, 100, 400, 2024, 2025, 1900, 2000].map(isLeapYear)).toEqual([true, false, true, true, false, false, true])
    expect([daysInMonthOf("2024-02-01"), daysInMonthOf("2026-02-28"), daysInMonthOf("2026-12-31")]).toEqual([
      29, 28, 31,
    ])
  })
})

describe("DATE-5: a calendar quarter begins on the first of January, April, July and October", () => {
  test.each([
    ["2026-01-01", "2026-01-01", "2026-04-01"],
    ["2026-03-31", "2026-01-01", "2026-04-01"],
    ["2026-04-01", "2026-04-01", "2026-07-01"],
    ["2026-06-30", "2026-04-01", "2026-07-01"],
    ["2026-07-01", "2026-07-01", "2026-10-01"],
    ["2026-09-30", "2026-07-01", "2026-10-01"],
    ["2026-10-01", "2026-10-01", "2027-01-01"],
    ["2026-12-31", "2026-10-01", "2027-01-01"],
    ["9999-12-31", "9999-10-01", "9999-12-31"],
  ] as const)("%s lies in the quarter from %s up to but not including %s", (date, start, next) => {
    expect(quarterStart(date)).toBe(start)
    expect(nextQuarterStart(date)).toBe(next)
  })
})
