import { CalendarData, decodeStrictly } from "@jinlin/core/kernel"
import { addDays, type CivilDate, workCalendar } from "@jinlin/core/kernel/arithmetic"
import chineseDays from "chinese-days"
import { describe, expect, test } from "vitest"
import { china2024, china2025, china2026, chinaWorkCalendar } from "./index.ts"

const compiled = workCalendar(chinaWorkCalendar)
if (!compiled.ok) throw new Error(compiled.refusal._tag)
const calendar = compiled.value

const isWorked = (date: CivilDate): boolean => {
  const answer = calendar.isWorkingDay(date)
  if (!answer.ok) throw new Error(answer.refusal._tag)
  return answer.value
}

const daysOf = (year: number): ReadonlyArray<CivilDate> => {
  const days: Array<CivilDate> = []
  for (let day: CivilDate = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day)
  return days
}

describe("the State Council's arrangements as data", () => {
  test.each([
    [2024, 366, 251],
    [2025, 365, 248],
    [2026, 365, 248],
  ])("%i has %i days, of which %i are worked", (year, days, worked) => {
    expect(daysOf(year)).toHaveLength(days)
    expect(daysOf(year).filter(isWorked)).toHaveLength(worked)
  })

  test.each([2024, 2025, 2026])("every day of %i is answered as chinese-days answers it", (year) => {
    const differing = daysOf(year).filter((day) => isWorked(day) !== chineseDays.isWorkday(day))
    expect(differing).toEqual([])
  })

  test.each([
    ["2024-02-09", true, "the eve of Spring Festival, left to each employer"],
    ["2024-02-10", false, "the first day of Spring Festival"],
    ["2024-02-18", true, "a Sunday that is worked"],
    ["2025-01-28", false, "the eve of Spring Festival"],
    ["2025-02-04", false, "the last day of Spring Festival"],
    ["2025-02-05", true, "the day after it"],
    ["2025-10-08", false, "the eighth day, for Mid-Autumn"],
    ["2026-01-02", false, "the Friday after New Year"],
    ["2026-01-04", true, "a Sunday that is worked"],
    ["2026-02-14", true, "a Saturday that is worked"],
    ["2026-02-23", false, "the ninth day of Spring Festival"],
    ["2026-02-24", true, "the day after it"],
    ["2026-10-10", true, "a Saturday that is worked"],
  ] as const)("%s is worked: %s (%s)", (date, worked, _what) => {
    expect(isWorked(date)).toBe(worked)
  })

  test("the nth working day is the one that chinese-days counts, forward and backward", () => {
    const differing = [...daysOf(2024), ...daysOf(2025)].slice(60, -60).flatMap((day) =>
      [1, 2, 17, -1, -3].filter((count) => {
        const found = calendar.addWorkingDays(day, count)
        return !found.ok || found.value !== chineseDays.findWorkday(count, day)
      }),
    )
    expect(differing).toEqual([])
  })

  test("2027 is not published, and National Day 2027 is not taken for a working day", () => {
    const refusal = {
      _tag: "CalendarYearUnpublished",
      rule: "CALENDAR-5",
      calendar: "cn.state-council",
      year: 2027,
      covers: { firstYear: 2024, lastYear: 2026 },
    }
    expect(calendar.isWorkingDay("2027-10-01")).toEqual({ ok: false, refusal })
    expect(calendar.addWorkingDays("2026-12-31", 1)).toEqual({ ok: false, refusal })
  })

  test("each year names its notice, and the version is the day of the newest", () => {
    expect(
      [china2024, china2025, china2026].map(({ year, source }) => [year, source.number, source.published]),
    ).toEqual([
      [2024, "国办发明电〔2023〕7号", "2023-10-25"],
      [2025, "国办发明电〔2024〕12号", "2024-11-12"],
      [2026, "国办发明电〔2025〕7号", "2025-11-04"],
    ])
    expect(chinaWorkCalendar.version).toBe("2025-11-04")
  })

  test("the data reads through its own schema, as a file from elsewhere would", () => {
    expect(decodeStrictly(CalendarData)(JSON.parse(JSON.stringify(chinaWorkCalendar)))).toEqual({
      ok: true,
      value: chinaWorkCalendar,
    })
  })
})
