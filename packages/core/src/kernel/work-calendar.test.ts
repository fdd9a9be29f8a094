import { describe, expect, test } from "vitest"
import { exampleCalendar as calendar, exampleData } from "../../test/example-calendar.ts"
import type { CalendarData, CalendarYear } from "./calendar-year.ts"
import { civilDateOf, dayNumber } from "./day-arithmetic.ts"
import { assumingWeekends } from "./weekend-assumption.ts"
import { workCalendar } from "./work-calendar.ts"

const source = { title: "test", published: "2026-01-01" } as const
const plain = (year: number): CalendarYear => ({ year, off: [], work: [], source })
const compiled = (years: ReadonlyArray<CalendarYear>) => workCalendar({ id: "test", version: "1", years })
const unpublished = (year: number) => ({
  ok: false,
  refusal: {
    _tag: "CalendarYearUnpublished",
    rule: "CALENDAR-5",
    calendar: "example",
    year,
    covers: { firstYear: 2025, lastYear: 2026 },
  },
})

describe("CALENDAR-1: Monday to Friday are worked and weekends are not, except for the days that are listed", () => {
  test.each([
    ["2026-02-13", true, "a Friday"],
    ["2026-02-14", true, "a Saturday that is worked"],
    ["2026-02-15", false, "the first day of the holiday, a Sunday"],
    ["2026-02-16", false, "a Monday of the holiday"],
    ["2026-02-23", false, "the last day of the holiday, a Monday"],
    ["2026-02-24", true, "the day after the holiday"],
    ["2026-02-28", true, "a Saturday that is worked"],
    ["2026-03-01", false, "a Sunday"],
    ["2026-03-07", false, "a Saturday"],
    ["2026-01-04", true, "a Sunday that is worked"],
    ["2025-01-01", false, "the first day that is known"],
    ["2026-12-31", true, "the last day that is known"],
  ] as const)("%s is worked: %s (%s)", (date, worked, _what) => {
    expect(calendar.isWorkingDay(date)).toEqual({ ok: true, value: worked })
  })
})

describe("CALENDAR-6: the nth working day is counted without the day it is counted from", () => {
  test.each([
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-13", 2, "2026-02-24"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-02-15", 1, "2026-02-24"],
    ["2026-02-23", 1, "2026-02-24"],
    ["2026-02-24", 1, "2026-02-25"],
    ["2026-02-27", 1, "2026-02-28"],
    ["2026-02-27", 2, "2026-03-02"],
    ["2026-03-06", 1, "2026-03-09"],
    ["2026-03-07", 1, "2026-03-09"],
    ["2026-03-09", 5, "2026-03-16"],
    ["2026-03-09", 0, "2026-03-09"],
    ["2026-03-08", 0, "2026-03-08"],
    ["2026-03-09", 1.9, "2026-03-10"],
    ["2026-02-24", -1, "2026-02-14"],
    ["2026-02-24", -2, "2026-02-13"],
    ["2026-02-20", -1, "2026-02-14"],
    ["2026-02-14", -1, "2026-02-13"],
    ["2026-03-09", -1, "2026-03-06"],
    ["2026-03-08", -1, "2026-03-06"],
    ["2025-12-31", 1, "2026-01-04"],
    ["2026-01-04", -1, "2025-12-31"],
    ["2025-01-01", 1, "2025-01-02"],
    ["2026-12-30", 1, "2026-12-31"],
  ] as const)("from %s, %d is %s", (from, count, to) => {
    expect(calendar.addWorkingDays(from, count)).toEqual({ ok: true, value: to })
  })
})

describe("CALENDAR-7: working days between two days leave out the first and count the last", () => {
  test.each([
    ["2026-02-13", "2026-02-13", 0],
    ["2026-02-13", "2026-02-14", 1],
    ["2026-02-13", "2026-02-23", 1],
    ["2026-02-13", "2026-02-24", 2],
    ["2026-02-15", "2026-02-23", 0],
    ["2026-02-24", "2026-02-13", -2],
    ["2026-02-24", "2026-02-14", -1],
    ["2026-02-24", "2026-02-15", 0],
    ["2026-03-02", "2026-03-08", 4],
    ["2026-03-01", "2026-03-08", 5],
  ] as const)("from %s to %s there are %i", (from, to, count) => {
    expect(calendar.workingDaysBetween(from, to)).toEqual({ ok: true, value: count })
  })
})

describe("CALENDAR-8: the next working day is the day itself if it is worked", () => {
  test.each([
    ["2026-02-14", "2026-02-14"],
    ["2026-02-15", "2026-02-24"],
    ["2026-02-23", "2026-02-24"],
    ["2026-02-24", "2026-02-24"],
    ["2026-03-07", "2026-03-09"],
    ["2026-12-31", "2026-12-31"],
  ] as const)("on or after %s it is %s", (date, next) => {
    expect(calendar.nextWorkingDay(date)).toEqual({ ok: true, value: next })
  })
})

describe("CALENDAR-5: beyond the published years there is no answer", () => {
  test("the years that are covered are told, as a half-open interval too", () => {
    expect(calendar.coverage).toEqual({ firstYear: 2025, lastYear: 2026, from: "2025-01-01", until: "2027-01-01" })
    expect([calendar.id, calendar.version]).toEqual(["example", "1"])
  })

  test("a day of another year is refused with that year", () => {
    for (const [date, year] of [
      ["2024-12-31", 2024],
      ["2027-01-01", 2027],
      ["2027-10-01", 2027],
      ["1999-05-05", 1999],
    ] as const) {
      expect(calendar.isWorkingDay(date)).toEqual(unpublished(year))
      expect(calendar.nextWorkingDay(date)).toEqual(unpublished(year))
      expect(calendar.addWorkingDays(date, 1)).toEqual(unpublished(year))
      expect(calendar.addWorkingDays(date, 0)).toEqual(unpublished(year))
      expect(calendar.workingDaysBetween(date, "2026-01-05")).toEqual(unpublished(year))
      expect(calendar.workingDaysBetween("2026-01-05", date)).toEqual(unpublished(year))
    }
  })

  test("counting over the edge is refused with the year beyond it", () => {
    expect(calendar.addWorkingDays("2026-12-31", 1)).toEqual(unpublished(2027))
    expect(calendar.addWorkingDays("2026-06-01", 1000)).toEqual(unpublished(2027))
    expect(calendar.addWorkingDays("2025-01-02", -1)).toEqual(unpublished(2024))
    expect(calendar.addWorkingDays("2025-01-01", -1)).toEqual(unpublished(2024))
  })

  test("a year that ends on rest days does not say what comes after them", () => {
    const restful = compiled([{ ...plain(2026), off: ["2026-12-31"] }])
    expect(restful.ok && restful.value.nextWorkingDay("2026-12-31")).toMatchObject({ refusal: { year: 2027 } })
    expect(restful.ok && restful.value.nextWorkingDay("2026-12-30")).toEqual({ ok: true, value: "2026-12-30" })
    expect(restful.ok && restful.value.isWorkingDay("2026-12-31")).toEqual({ ok: true, value: false })
    expect(restful.ok && restful.value.isWorkingDay("2027-01-01")).toMatchObject({ refusal: { year: 2027 } })
  })

  test("a year without a working day says which year would have the next and the last", () => {
    const days = Array.from({ length: 365 }, (_, day) => civilDateOf(dayNumber("2026-01-01") + day))
    const idle = compiled([{ ...plain(2026), off: days }])
    expect(idle.ok && idle.value.nextWorkingDay("2026-06-01")).toMatchObject({ refusal: { year: 2027 } })
    expect(idle.ok && idle.value.addWorkingDays("2026-06-01", -1)).toMatchObject({ refusal: { year: 2025 } })
  })

  test("before its first working day a calendar has none", () => {
    const year = compiled([plain(2026)])
    expect(year.ok && year.value.addWorkingDays("2026-01-02", -1)).toEqual({ ok: true, value: "2026-01-01" })
    expect(year.ok && year.value.addWorkingDays("2026-01-01", -1)).toMatchObject({ refusal: { year: 2025 } })
  })
})

describe("CALENDAR-2 to CALENDAR-4: data that contradicts itself makes no calendar", () => {
  test("CALENDAR-2: a day that is both off and worked is refused", () => {
    expect(
      compiled([plain(2025), { ...plain(2026), off: ["2026-05-01"], work: ["2026-05-09", "2026-05-01"] }]),
    ).toEqual({
      ok: false,
      refusal: { _tag: "CalendarConflict", rule: "CALENDAR-2", year: 2026, date: "2026-05-01" },
    })
  })

  test("CALENDAR-3: a day of another year is refused, on either list", () => {
    const outside = (date: string) => ({
      ok: false,
      refusal: { _tag: "DayOutsideYear", rule: "CALENDAR-3", year: 2026, date },
    })
    expect(compiled([{ ...plain(2026), off: ["2025-12-31"] }])).toEqual(outside("2025-12-31"))
    expect(compiled([{ ...plain(2026), work: ["2027-01-02"] }])).toEqual(outside("2027-01-02"))
  })

  test("CALENDAR-3: a day that does not exist is refused with its reason", () => {
    expect(compiled([{ ...plain(2026), off: ["2026-02-29"] }])).toMatchObject({
      refusal: { _tag: "InvalidDate", reason: "day", daysInMonth: 28 },
    })
    expect(compiled([{ ...plain(2026), work: ["2026-2-8"] }])).toMatchObject({ refusal: { reason: "shape" } })
    const numbers = JSON.parse("[20260501]") as CalendarYear["off"]
    expect(compiled([{ ...plain(2026), off: numbers }])).toMatchObject({
      refusal: { _tag: "WrongType", got: "number" },
    })
    expect(compiled([plain(10_000)])).toMatchObject({ refusal: { _tag: "DateOutOfRange", year: 10_000 } })
    expect(compiled([plain(1)]).ok).toBe(true)
    expect(compiled([plain(0)])).toMatchObject({ refusal: { _tag: "DateOutOfRange", year: 0 } })
    expect(compiled([plain(2026.5)])).toMatchObject({ refusal: { _tag: "DateOutOfRange", year: 2026.5 } })
  })

  test("CALENDAR-4: years follow each other without a gap, none is given twice, and there is one", () => {
    const broken = { _tag: "CalendarYearsBroken", rule: "CALENDAR-4" }
    expect(compiled([])).toEqual({ ok: false, refusal: { ...broken, reason: "empty" } })
    expect(compiled([plain(2026), plain(2024)])).toEqual({
      ok: false,
      refusal: { ...broken, reason: "gap", year: 2025 },
    })
    expect(compiled([plain(2025), plain(2025)])).toEqual({
      ok: false,
      refusal: { ...broken, reason: "twice", year: 2025 },
    })
    expect(compiled([plain(2026), plain(2024), plain(2025)])).toMatchObject({
      ok: true,
      value: { coverage: { firstYear: 2024, lastYear: 2026 } },
    })
  })

  test("weekend days listed as off, weekdays listed as worked and days listed twice change nothing", () => {
    const noisy: CalendarData = {
      ...exampleData,
      years: exampleData.years.map((year) => ({
        ...year,
        off: [...year.off, ...year.off, year.year === 2026 ? "2026-03-07" : "2025-03-08"] as const,
        work: [...year.work, year.year === 2026 ? "2026-03-09" : "2025-03-10"] as const,
      })),
    }
    const again = workCalendar(noisy)
    expect(again.ok && again.value.workingDaysBetween("2025-01-01", "2026-12-31")).toEqual(
      calendar.workingDaysBetween("2025-01-01", "2026-12-31"),
    )
  })

  test("the last year of all ends with its last day", () => {
    const last = compiled([plain(9999)])
    expect(last.ok && last.value.coverage.until).toBe("9999-12-31")
    expect(last.ok && last.value.nextWorkingDay("9999-12-31")).toEqual({ ok: true, value: "9999-12-31" })
  })
})

describe("CALENDAR-9: where it is asked for, weekends alone are assumed beyond the published years", () => {
  const assuming = assumingWeekends(calendar)

  test.each([
    ["2027-01-01", true],
    ["2027-01-02", false],
    ["2027-10-01", true],
    ["2026-02-16", false],
    ["2026-02-14", true],
    ["2024-12-31", true],
    ["2024-12-29", false],
  ] as const)("%s is worked: %s", (date, worked) => {
    expect(assuming.isWorkingDay(date)).toEqual({ ok: true, value: worked })
  })

  test.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-12-31", 2, "2027-01-04"],
    ["2027-01-04", -2, "2026-12-31"],
    ["2025-01-02", -1, "2024-12-31"],
    ["2027-01-02", 0, "2027-01-02"],
    ["2026-02-13", 2, "2026-02-24"],
  ] as const)("from %s, %i is %s, and so many lie between", (from, count, to) => {
    expect(assuming.addWorkingDays(from, count)).toEqual({ ok: true, value: to })
    expect(assuming.workingDaysBetween(from, to)).toEqual({ ok: true, value: count })
  })

  test("the next working day is found", () => {
    expect(assuming.nextWorkingDay("2027-01-02")).toEqual({ ok: true, value: "2027-01-04" })
    expect(assuming.nextWorkingDay("2027-01-04")).toEqual({ ok: true, value: "2027-01-04" })
  })

  test("at both ends of the calendar counting ends with a refusal", () => {
    expect(assuming.addWorkingDays("9999-12-31", 1)).toEqual(unpublished(10_000))
    expect(assuming.addWorkingDays("9999-12-30", 1)).toEqual({ ok: true, value: "9999-12-31" })
    expect(assuming.nextWorkingDay("9999-12-31")).toEqual({ ok: true, value: "9999-12-31" })
    expect(assuming.addWorkingDays("0001-01-01", -1)).toEqual(unpublished(0))
    expect(assuming.addWorkingDays("0001-01-02", -1)).toEqual({ ok: true, value: "0001-01-01" })
  })
})
