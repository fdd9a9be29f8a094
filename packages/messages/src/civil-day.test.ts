import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dayBefore, readCivilDay } from "./civil-day.ts"

describe("readCivilDay", () => {
  test.each(["0001-01-01", "2024-02-29", "2000-02-29", "2026-04-30", "2026-12-31", "9999-12-31"])(
    "reads %s",
    (text) => {
      const { year, month, day } = readCivilDay(text) ?? { year: 0, month: 0, day: 0 }
      const digits = (number: number, length: number): string => String(number).padStart(length, "0")
      expect(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`).toBe(text)
    },
  )

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-00-10",
    "2026-13-10",
    "2026-01-00",
    "0000-01-01",
    "2026-1-3",
    "2026-11-23\0",
    "2026-11-23T00:00",
    " 2026-11-23",
    "２０２６-11-23",
    20261123,
    null,
    undefined,
  ])("does not read %j", (text) => expect(readCivilDay(text)).toBeUndefined())
})

describe("dayBefore", () => {
  test.each([
    ["2026-03-01", "2026-02-28"],
    ["2024-03-01", "2024-02-29"],
    ["2026-01-01", "2025-12-31"],
    ["2026-11-23", "2026-11-22"],
    ["2026-05-01", "2026-04-30"],
  ])("of %s is %s", (day, before) => {
    const read = readCivilDay(day)
    expect(read && dayBefore(read)).toEqual(readCivilDay(before))
  })

  test("agrees with the calendar of JavaScript on every day since year 100", () => {
    const first = Date.UTC(100, 0, 2) / 86_400_000
    const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.integer({ min: first, max: Date.UTC(9999, 11, 31) / 86_400_000 }), (day) => {
        const read = readCivilDay(iso(day))
        expect(read && dayBefore(read)).toEqual(readCivilDay(iso(day - 1)))
      }),
    )
  })
})
