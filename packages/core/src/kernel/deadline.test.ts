import { afterEach, describe, expect, test, vi } from "vitest"
import { exampleCalendar as calendar, exampleData } from "../../test/example-calendar.ts"
import type { CivilDate } from "./day-arithmetic.ts"
import { recomputeDeadline, resolveDeadline } from "./deadline.ts"
import { deadlineRule } from "./deadline-rule.ts"
import type { Moment } from "./moment.ts"
import { type Deadline, isPast } from "./resolved-deadline.ts"
import { workCalendar } from "./work-calendar.ts"
import { momentAt } from "./zone.ts"

const millisecondsPerMinute = 60_000

/** A moment in Shanghai, by its wall clock; told with the platform's `Date`. */
const shanghai = (date: CivilDate, clock = "10:00:00"): Moment =>
  momentAt(Date.parse(`${date}T${clock}+08:00`), "Asia/Shanghai", 480)

/** 08:30 to 12:00 and 14:30 to 17:30: six and a half hours. */
const businessHours = [
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
]

const around = { calendar, businessHours }

const resolved = (...args: Parameters<typeof resolveDeadline>): Deadline => {
  const found = resolveDeadline(...args)
  if (!found.ok) throw new Error(found.refusal._tag)
  return found.value
}

const lastDayOf = (...args: Parameters<typeof resolveDeadline>): string => {
  const deadline = resolved(...args)
  return deadline._tag === "CivilDeadline" ? deadline.lastDay : "an instant"
}

const stepsOf = (...args: Parameters<typeof resolveDeadline>): ReadonlyArray<string> =>
  resolved(...args).steps.map((step) => step._tag)

afterEach(() => {
  vi.unstubAllGlobals()
})

describe("DEADLINE-1 and DEADLINE-4: days after a beginning leave the first day out and roll over rest days", () => {
  test.each([
    ["2026-03-02", 10, "2026-03-12", "a Thursday"],
    ["2026-03-02", 4, "2026-03-06", "a Friday"],
    ["2026-03-02", 5, "2026-03-09", "from Saturday to Monday"],
    ["2026-03-02", 6, "2026-03-09", "from Sunday to Monday"],
    ["2026-03-02", 7, "2026-03-09", "a Monday"],
    ["2026-02-04", 9, "2026-02-13", "the Friday before the holiday"],
    ["2026-02-04", 10, "2026-02-14", "a Saturday that is worked stays"],
    ["2026-02-04", 11, "2026-02-24", "from the first day of Spring Festival to the day after it"],
    ["2026-02-04", 19, "2026-02-24", "from the last day of Spring Festival to the day after it"],
    ["2026-02-04", 20, "2026-02-24", "the day after it stays"],
    ["2025-12-31", 1, "2026-01-04", "from New Year to the Sunday that is worked"],
    ["2026-12-30", 1, "2026-12-31", "the last day that is known"],
  ] as const)("%s and %i days is %s (%s)", (from, amount, lastDay, _what) => {
    expect(lastDayOf(deadlineRule(amount, "calendar-day"), shanghai(from), around)).toBe(lastDay)
  })

  test("the hour at which it begins makes no difference", () => {
    const rule = deadlineRule(10, "calendar-day")
    expect(lastDayOf(rule, shanghai("2026-03-02", "00:00:00"), around)).toBe("2026-03-12")
    expect(lastDayOf(rule, shanghai("2026-03-02", "23:59:59"), around)).toBe("2026-03-12")
  })

  test("without roll-over the last day stays where it falls", () => {
    const rule = deadlineRule(5, "calendar-day", { rollOver: "none" })
    expect(lastDayOf(rule, shanghai("2026-03-02"), around)).toBe("2026-03-07")
    expect(stepsOf(rule, shanghai("2026-03-02"), around)).toEqual(["StartDayNotCounted", "LastDayEnds"])
  })

  test("the whole answer is data that explains itself", () => {
    const rule = deadlineRule(11, "calendar-day")
    expect(resolveDeadline(rule, shanghai("2026-02-04"), around)).toEqual({
      ok: true,
      value: {
        _tag: "CivilDeadline",
        lastDay: "2026-02-24",
        end: { date: "2026-02-25", minute: 0 },
        rule,
        from: { instant: 1_770_170_400_000, zone: "Asia/Shanghai", civilDate: "2026-02-04", minuteOfDay: 600 },
        calendar: { id: "example", version: "1" },
        provisional: false,
        steps: [
          { _tag: "StartDayNotCounted", rule: "DEADLINE-1", day: "2026-02-04" },
          {
            _tag: "RolledOver",
            rule: "DEADLINE-4",
            from: "2026-02-15",
            restThrough: "2026-02-23",
            to: "2026-02-24",
          },
          { _tag: "LastDayEnds", rule: "DEADLINE-5", day: "2026-02-24", at: "midnight", minute: 1440 },
        ],
      },
    })
  })
})

describe("DEADLINE-2: hours run day and night and ask no calendar", () => {
  test.each([
    [1, "2026-02-13T11:00:00.000+08:00"],
    [24, "2026-02-14T10:00:00.000+08:00"],
    [240, "2026-02-23T10:00:00.000+08:00"],
  ])("%i hours after ten o'clock on the eve of the holiday", (amount, end) => {
    const deadline = resolved(deadlineRule(amount, "hour"), shanghai("2026-02-13"), around)
    expect(deadline).toMatchObject({
      _tag: "InstantDeadline",
      end: Date.parse(end),
      steps: [{ _tag: "HoursRunThrough", rule: "DEADLINE-2", hours: amount }],
    })
  })

  test("hours before an event are counted back, and years without a calendar are no matter", () => {
    const rule = deadlineRule(48, "hour", { direction: "before" })
    expect(resolved(rule, shanghai("2031-01-02"), around)).toMatchObject({
      end: Date.parse("2030-12-31T10:00:00+08:00"),
    })
  })

  test("hours that lead out of the calendar are refused", () => {
    const edge = momentAt(253_402_300_799_999 - 86_400_000, "UTC", 0)
    expect(resolveDeadline(deadlineRule(24, "hour"), edge, around).ok).toBe(true)
    expect(resolveDeadline(deadlineRule(25, "hour"), edge, around)).toMatchObject({ refusal: { year: 10_000 } })
    const start = momentAt(-62_135_596_800_000 + 86_400_000, "UTC", 0)
    const before = (amount: number) => deadlineRule(amount, "hour", { direction: "before" })
    expect(resolveDeadline(before(24), start, around).ok).toBe(true)
    expect(resolveDeadline(before(25), start, around)).toMatchObject({ refusal: { _tag: "DateOutOfRange", year: 0 } })
  })
})

describe("DEADLINE-3: months end on the corresponding day, or on the last day of the month", () => {
  test.each([
    ["2026-03-10", 1, "2026-04-10", false],
    ["2025-01-28", 1, "2025-02-28", false],
    ["2025-01-29", 1, "2025-02-28", true],
    ["2025-01-31", 1, "2025-02-28", true],
    ["2026-01-31", 1, "2026-02-28", true],
    ["2025-03-31", 1, "2025-04-30", true],
    ["2025-03-31", 3, "2025-06-30", true],
    ["2025-12-31", 2, "2026-02-28", true],
    ["2025-12-31", 6, "2026-06-30", true],
    ["2026-01-15", 1, "2026-02-24", false],
    ["2026-02-28", 1, "2026-03-30", false],
  ] as const)("%s and %i months is %s (month end: %s)", (from, amount, lastDay, clamped) => {
    const rule = deadlineRule(amount, "month")
    expect(lastDayOf(rule, shanghai(from), around)).toBe(lastDay)
    expect(stepsOf(rule, shanghai(from), around).includes("ClampedToMonthEnd")).toBe(clamped)
  })

  test("29 February has no corresponding day in the next year, and has one four years later", () => {
    const months = (amount: number) => deadlineRule(amount, "month", { rollOver: "none" })
    expect(lastDayOf(months(12), shanghai("2024-02-29"), around)).toBe("2025-02-28")
    expect(lastDayOf(months(48), shanghai("2024-02-29"), around)).toBe("2028-02-29")
    expect(resolved(months(12), shanghai("2024-02-29"), around).steps[1]).toEqual({
      _tag: "ClampedToMonthEnd",
      rule: "DEADLINE-3",
      dayOfMonth: 29,
      monthEnd: "2025-02-28",
    })
  })
})

describe("DEADLINE-5: the last day ends at midnight, or when business stops", () => {
  test.each([
    ["midnight", { date: "2026-03-13", minute: 0 }],
    ["close-of-business", { date: "2026-03-12", minute: 1050 }],
  ] as const)("at %s", (endsAt, end) => {
    const rule = deadlineRule(10, "calendar-day", { endsAt })
    expect(resolved(rule, shanghai("2026-03-02"), around)).toMatchObject({ lastDay: "2026-03-12", end })
  })

  test("the business hours are kept with the deadline that they end, and with no other", () => {
    const closing = deadlineRule(10, "calendar-day", { endsAt: "close-of-business" })
    expect(resolved(closing, shanghai("2026-03-02"), around).businessHours).toEqual(businessHours)
    expect(resolved(deadlineRule(10, "calendar-day"), shanghai("2026-03-02"), around)).not.toHaveProperty(
      "businessHours",
    )
  })

  test("business until midnight ends with the day", () => {
    const rule = deadlineRule(1, "working-day", { endsAt: "close-of-business" })
    const late = { calendar, businessHours: [{ opens: 600, closes: 1440 }] }
    expect(resolved(rule, shanghai("2026-03-09"), late)).toMatchObject({
      lastDay: "2026-03-10",
      end: { date: "2026-03-11", minute: 0 },
    })
  })
})

describe("DEADLINE-6: before an event so many full days lie between, and rest days shorten nothing", () => {
  const before = (amount: number, unit: "calendar-day" | "working-day" | "month") =>
    deadlineRule(amount, unit, { direction: "before" })

  test.each([
    ["2026-03-20", 10, "calendar-day", "2026-03-09"],
    ["2026-03-20", 1, "calendar-day", "2026-03-18"],
    ["2026-03-18", 10, "calendar-day", "2026-03-07"],
    ["2026-02-24", 10, "calendar-day", "2026-02-13"],
    ["2026-03-03", 10, "calendar-day", "2026-02-20"],
    ["2031-03-20", 10, "calendar-day", "2031-03-09"],
    ["2026-02-24", 1, "working-day", "2026-02-13"],
    ["2026-02-24", 3, "working-day", "2026-02-11"],
    ["2026-03-09", 1, "working-day", "2026-03-05"],
    ["2026-03-11", 3, "working-day", "2026-03-05"],
    ["2026-03-12", 3, "working-day", "2026-03-08"],
    ["2026-03-20", 1, "month", "2026-02-19"],
    ["2026-03-01", 1, "month", "2026-01-31"],
    ["2026-03-28", 1, "month", "2026-02-27"],
    ["2026-03-29", 1, "month", "2026-02-28"],
    ["2026-03-31", 1, "month", "2026-02-28"],
    ["2026-05-31", 3, "month", "2026-02-28"],
    ["2024-03-30", 1, "month", "2024-02-29"],
  ] as const)("before %s, %i %s(s): the last day is %s", (event, amount, unit, lastDay) => {
    expect(lastDayOf(before(amount, unit), shanghai(event), around)).toBe(lastDay)
  })

  test("ten days' notice of a meeting on the 20th: the 10th to the 19th lie between", () => {
    const deadline = resolved(before(10, "calendar-day"), shanghai("2026-03-20", "09:00:00"), around)
    expect(deadline).toMatchObject({
      lastDay: "2026-03-09",
      end: { date: "2026-03-10", minute: 0 },
      steps: [
        { _tag: "FullDaysBetween", rule: "DEADLINE-6", first: "2026-03-10", last: "2026-03-19" },
        { _tag: "LastDayEnds" },
      ],
    })
    expect(isPast(deadline, shanghai("2026-03-09", "23:59:59"))).toBe(false)
    expect(isPast(deadline, shanghai("2026-03-10", "00:00:00"))).toBe(true)
  })

  test("working days and clamped months are explained too", () => {
    expect(resolved(before(3, "working-day"), shanghai("2026-02-24"), around).steps.slice(0, 2)).toEqual([
      { _tag: "WorkingDaysCounted", rule: "DEADLINE-7", workingDays: 3, restDays: 9 },
      { _tag: "FullDaysBetween", rule: "DEADLINE-6", first: "2026-02-12", last: "2026-02-23" },
    ])
    expect(stepsOf(before(1, "month"), shanghai("2026-03-31"), around)).toEqual([
      "ClampedToMonthEnd",
      "FullDaysBetween",
      "LastDayEnds",
    ])
  })
})

describe("DEADLINE-7: working days are counted one by one", () => {
  test.each([
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-13", 2, "2026-02-24"],
    ["2026-02-13", 3, "2026-02-25"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-02-20", 1, "2026-02-24"],
    ["2026-02-27", 1, "2026-02-28"],
    ["2026-03-06", 5, "2026-03-13"],
    ["2026-03-07", 5, "2026-03-13"],
    ["2025-12-30", 2, "2026-01-04"],
  ] as const)("%s and %i working days is %s", (from, amount, lastDay) => {
    expect(lastDayOf(deadlineRule(amount, "working-day"), shanghai(from), around)).toBe(lastDay)
    const rolling = deadlineRule(amount, "working-day", { rollOver: "next-working-day" })
    expect(lastDayOf(rolling, shanghai(from), around)).toBe(lastDay)
    expect(stepsOf(rolling, shanghai(from), around)).not.toContain("RolledOver")
  })

  test("the rest days that were passed over are told", () => {
    expect(resolved(deadlineRule(3, "working-day"), shanghai("2026-02-13"), around).steps).toEqual([
      { _tag: "StartDayNotCounted", rule: "DEADLINE-1", day: "2026-02-13" },
      { _tag: "WorkingDaysCounted", rule: "DEADLINE-7", workingDays: 3, restDays: 9 },
      { _tag: "LastDayEnds", rule: "DEADLINE-5", day: "2026-02-25", at: "midnight", minute: 1440 },
    ])
  })
})

describe("DEADLINE-8: working hours pass only in business hours of working days", () => {
  test.each([
    ["2026-03-06", "09:00:00", 2, "2026-03-06", 660],
    ["2026-03-06", "09:00:00", 3, "2026-03-06", 720],
    ["2026-03-06", "09:00:00", 4, "2026-03-06", 930],
    ["2026-03-06", "08:00:00", 1, "2026-03-06", 570],
    ["2026-03-06", "13:00:00", 1, "2026-03-06", 930],
    ["2026-03-06", "16:30:00", 1, "2026-03-06", 1050],
    ["2026-03-06", "16:30:00", 4, "2026-03-09", 690],
    ["2026-03-06", "20:00:00", 1, "2026-03-09", 570],
    ["2026-03-07", "10:00:00", 1, "2026-03-09", 570],
    ["2026-02-13", "17:30:00", 1, "2026-02-14", 570],
    ["2026-02-14", "17:00:00", 1, "2026-02-24", 540],
    ["2026-03-09", "08:30:00", 13, "2026-03-10", 1050],
    ["2026-03-09", "08:30:00", 14, "2026-03-11", 570],
    ["2026-03-09", "08:31:00", 13, "2026-03-11", 511],
    ["2026-03-06", "09:00:01", 2, "2026-03-06", 661],
    ["2026-03-06", "17:29:01", 1, "2026-03-09", 570],
    ["2026-03-06", "23:59:30", 1, "2026-03-09", 570],
  ] as const)("%s %s and %i hours is %s, minute %i", (from, clock, amount, date, minute) => {
    expect(resolved(deadlineRule(amount, "working-hour"), shanghai(from, clock), around)).toMatchObject({
      _tag: "CivilDeadline",
      lastDay: date,
      end: { date, minute },
    })
  })

  test.each([
    ["2026-03-09", "09:30:00", 1, "2026-03-09", 510],
    ["2026-03-09", "09:30:00", 2, "2026-03-06", 990],
    ["2026-03-09", "15:00:00", 1, "2026-03-09", 690],
    ["2026-03-09", "13:00:00", 3, "2026-03-09", 540],
    ["2026-03-09", "20:00:00", 6, "2026-03-09", 540],
    ["2026-03-08", "12:00:00", 1, "2026-03-06", 990],
    ["2026-02-24", "08:30:00", 1, "2026-02-14", 990],
    ["2026-03-11", "08:30:00", 13, "2026-03-09", 510],
    ["2026-03-11", "08:30:00", 14, "2026-03-06", 990],
  ] as const)("before %s %s, %i hours lie from %s, minute %i on", (event, clock, amount, date, minute) => {
    const rule = deadlineRule(amount, "working-hour", { direction: "before" })
    expect(resolved(rule, shanghai(event, clock), around)).toMatchObject({ lastDay: date, end: { date, minute } })
  })

  test("business round the clock begins and ends at midnight", () => {
    const always = { calendar, businessHours: [{ opens: 0, closes: 1440 }] }
    expect(resolved(deadlineRule(24, "working-hour"), shanghai("2026-03-09", "00:00:00"), always)).toMatchObject({
      lastDay: "2026-03-09",
      end: { date: "2026-03-10", minute: 0 },
    })
    const before = deadlineRule(24, "working-hour", { direction: "before" })
    expect(resolved(before, shanghai("2026-03-10", "00:00:00"), always)).toMatchObject({
      lastDay: "2026-03-08",
      end: { date: "2026-03-09", minute: 0 },
    })
  })

  test("the stretch is told from end to end", () => {
    expect(resolved(deadlineRule(4, "working-hour"), shanghai("2026-03-06", "16:30:00"), around).steps).toEqual([
      {
        _tag: "WorkingHoursCounted",
        rule: "DEADLINE-8",
        hours: 4,
        from: { date: "2026-03-06", minute: 990 },
        to: { date: "2026-03-09", minute: 690 },
      },
    ])
  })
})

describe("DEADLINE-10: an unpublished year is refused, or assumed and said so", () => {
  const provisional = { unpublished: "provisional" } as const

  test.each([
    ["a roll-over", deadlineRule(2, "calendar-day")],
    ["working days", deadlineRule(1, "working-day")],
    ["working hours", deadlineRule(7, "working-hour")],
    ["months", deadlineRule(1, "month")],
  ])("%s into 2027 is refused", (_what, rule) => {
    expect(resolveDeadline(rule, shanghai("2026-12-31"), around)).toMatchObject({
      ok: false,
      refusal: { _tag: "CalendarYearUnpublished", rule: "CALENDAR-5", year: 2027, covers: { lastYear: 2026 } },
    })
  })

  test("days that do not roll over need no calendar", () => {
    expect(lastDayOf(deadlineRule(2, "calendar-day", { rollOver: "none" }), shanghai("2026-12-31"), around)).toBe(
      "2027-01-02",
    )
  })

  test("provisionally, weekends alone are rest days, and the deadline says so", () => {
    const deadline = resolved(deadlineRule(2, "calendar-day", provisional), shanghai("2026-12-31"), around)
    expect(deadline).toMatchObject({ lastDay: "2027-01-04", provisional: true, calendar: { version: "1" } })
    expect(deadline.steps.at(-1)).toEqual({ _tag: "WeekendsAssumed", rule: "DEADLINE-10", year: 2027 })
    expect(lastDayOf(deadlineRule(1, "working-day", provisional), shanghai("2026-12-31"), around)).toBe("2027-01-01")
    expect(
      resolved(deadlineRule(7, "working-hour", provisional), shanghai("2026-12-31", "08:30:00"), around),
    ).toMatchObject({
      end: { date: "2027-01-01", minute: 540 },
      provisional: true,
    })
  })

  test("before an event in the first known days, the year before is needed", () => {
    const before = (choices: object) => deadlineRule(5, "working-day", { direction: "before", ...choices })
    expect(resolveDeadline(before({}), shanghai("2025-01-03"), around)).toMatchObject({ refusal: { year: 2024 } })
    expect(resolved(before(provisional), shanghai("2025-01-03"), around)).toMatchObject({
      lastDay: "2024-12-25",
      provisional: true,
    })
  })

  test("a provisional deadline that leaves the calendar is refused all the same", () => {
    const late = (amount: number, unit: "working-day" | "working-hour") =>
      resolveDeadline(deadlineRule(amount, unit, provisional), shanghai("9999-12-29", "08:30:00"), around)
    expect(late(1, "working-day")).toMatchObject({ ok: true, value: { lastDay: "9999-12-30" } })
    expect(late(2, "working-day")).toMatchObject({ ok: false, refusal: { _tag: "DateOutOfRange", year: 10_000 } })
    expect(late(5, "working-day")).toMatchObject({
      ok: false,
      refusal: { _tag: "CalendarYearUnpublished", year: 10_000 },
    })
    expect(late(13, "working-hour")).toMatchObject({ ok: true, value: { lastDay: "9999-12-30" } })
    expect(late(14, "working-hour")).toMatchObject({ ok: false, refusal: { _tag: "DateOutOfRange", year: 10_000 } })
  })

  test("where every year that is needed is published, nothing is provisional", () => {
    expect(resolved(deadlineRule(2, "calendar-day", provisional), shanghai("2026-12-28"), around)).toMatchObject({
      lastDay: "2026-12-30",
      provisional: false,
    })
  })

  test("new data moves provisional deadlines and no others", () => {
    const year2027 = {
      year: 2027,
      off: ["2027-01-01", "2027-01-04"],
      work: ["2027-01-03"],
      source: { title: "later", published: "2026-11-30" },
    } as const
    const newer = workCalendar({ ...exampleData, version: "2", years: [...exampleData.years, year2027] })
    if (!newer.ok) expect.fail("the calendar is sound")
    const later = { calendar: newer.value }
    const assumed = resolved(deadlineRule(2, "calendar-day", provisional), shanghai("2026-12-31"), around)
    expect(recomputeDeadline(assumed, later)).toMatchObject({
      value: { lastDay: "2027-01-03", provisional: false, calendar: { version: "2" } },
    })
    expect(recomputeDeadline(assumed, around)).toEqual({ ok: true, value: assumed })
    const firm = resolved(deadlineRule(2, "calendar-day", { rollOver: "none" }), shanghai("2026-12-31"), around)
    expect(recomputeDeadline(firm, later)).toEqual({ ok: true, value: firm })
    const hours = resolved(deadlineRule(7, "working-hour", provisional), shanghai("2026-12-31", "08:30:00"), around)
    expect(recomputeDeadline(hours, later)).toMatchObject({ value: { end: { date: "2027-01-03", minute: 540 } } })
  })
})

describe("DEADLINE-9: what cannot be counted by is refused", () => {
  test.each([
    [0, { _tag: "EmptyInterval", rule: "DEADLINE-9", of: "period", length: 0, minimum: 1 }],
    [-3, { _tag: "EmptyInterval", rule: "DEADLINE-9", of: "period", length: -3, minimum: 1 }],
    [1.5, { _tag: "InvalidAmount", rule: "DEADLINE-9", amount: 1.5, minimum: 1, maximum: 100_000 }],
    [Number.NaN, { _tag: "InvalidAmount", rule: "DEADLINE-9", amount: Number.NaN, minimum: 1, maximum: 100_000 }],
    [100_001, { _tag: "InvalidAmount", rule: "DEADLINE-9", amount: 100_001, minimum: 1, maximum: 100_000 }],
  ])("an amount of %d", (amount, refusal) => {
    for (const unit of ["hour", "working-hour", "calendar-day", "working-day", "month"] as const)
      expect(resolveDeadline(deadlineRule(amount, unit), shanghai("2026-03-02"), around)).toEqual({
        ok: false,
        refusal,
      })
  })

  test("1 and 100,000 are amounts", () => {
    expect(resolveDeadline(deadlineRule(1, "hour"), shanghai("2026-03-02"), around).ok).toBe(true)
    expect(resolveDeadline(deadlineRule(100_000, "hour"), shanghai("2026-03-02"), around).ok).toBe(true)
  })

  test.each([
    ["calendar-day", { direction: "before", rollOver: "next-working-day" }, "rollOver", "none", "before"],
    ["hour", { rollOver: "next-working-day" }, "rollOver", "none", "hour"],
    ["working-hour", { rollOver: "next-working-day" }, "rollOver", "none", "working-hour"],
    ["hour", { endsAt: "close-of-business" }, "endsAt", "midnight", "hour"],
    ["working-hour", { endsAt: "close-of-business" }, "endsAt", "midnight", "working-hour"],
  ] as const)("%s with %j contradicts itself", (unit, choices, field, mustBe, because) => {
    expect(resolveDeadline(deadlineRule(5, unit, choices), shanghai("2026-03-02"), around)).toEqual({
      ok: false,
      refusal: { _tag: "DeadlineContradiction", rule: "DEADLINE-9", field, mustBe, because },
    })
  })

  test("business hours that are needed and not there are asked for", () => {
    const missing = { _tag: "BusinessHoursMissing", rule: "DEADLINE-9" }
    expect(resolveDeadline(deadlineRule(1, "working-hour"), shanghai("2026-03-02"), { calendar })).toEqual({
      ok: false,
      refusal: { ...missing, because: "working-hour" },
    })
    const closing = deadlineRule(1, "month", { endsAt: "close-of-business" })
    expect(resolveDeadline(closing, shanghai("2026-03-02"), { calendar })).toEqual({
      ok: false,
      refusal: { ...missing, because: "close-of-business" },
    })
    expect(resolveDeadline(deadlineRule(1, "month"), shanghai("2026-03-02"), { calendar }).ok).toBe(true)
  })

  test("a deadline beyond the year 9999 or before the year 1 is refused", () => {
    const none = { rollOver: "none" } as const
    const late = shanghai("9999-12-21")
    expect(lastDayOf(deadlineRule(9, "calendar-day", none), late, around)).toBe("9999-12-30")
    for (const amount of [10, 11])
      expect(resolveDeadline(deadlineRule(amount, "calendar-day", none), late, around)).toMatchObject({
        refusal: { _tag: "DateOutOfRange", year: 10_000 },
      })
    expect(lastDayOf(deadlineRule(1, "month", none), shanghai("9999-11-10"), around)).toBe("9999-12-10")
    expect(resolveDeadline(deadlineRule(100_000, "month", none), late, around)).toMatchObject({
      refusal: { _tag: "DateOutOfRange", year: 10_000 },
    })
    const early = shanghai("0001-02-01")
    const before = (amount: number, unit: "calendar-day" | "month") =>
      deadlineRule(amount, unit, { direction: "before" })
    expect(lastDayOf(before(30, "calendar-day"), early, around)).toBe("0001-01-01")
    expect(resolveDeadline(before(31, "calendar-day"), early, around)).toMatchObject({ refusal: { year: 0 } })
    expect(resolveDeadline(before(1, "month"), shanghai("0001-02-01"), around)).toMatchObject({ refusal: { year: 0 } })
    expect(lastDayOf(before(1, "month"), shanghai("0001-02-02"), around)).toBe("0001-01-01")
  })
})

describe("DEADLINE-11: at its end a deadline is over, a moment before it is not", () => {
  const byDay = resolved(deadlineRule(10, "calendar-day"), shanghai("2026-03-02"), around)
  const byClose = resolved(
    deadlineRule(10, "calendar-day", { endsAt: "close-of-business" }),
    shanghai("2026-03-02"),
    around,
  )
  const byHour = resolved(deadlineRule(24, "hour"), shanghai("2026-03-02"), around)

  test.each([
    ["2026-03-11", "23:59:59", false],
    ["2026-03-12", "00:00:00", false],
    ["2026-03-12", "23:59:59", false],
    ["2026-03-13", "00:00:00", true],
    ["2026-03-13", "00:01:00", true],
    ["2026-03-14", "00:00:00", true],
    ["2027-01-01", "00:00:00", true],
  ] as const)("with the end of the last day: on %s at %s it is past: %s", (date, clock, past) => {
    expect(isPast(byDay, shanghai(date, clock))).toBe(past)
  })

  test.each([
    ["2026-03-11", "17:30:00", false],
    ["2026-03-12", "17:29:59", false],
    ["2026-03-12", "17:30:00", true],
    ["2026-03-12", "17:31:00", true],
    ["2026-03-13", "08:30:00", true],
  ] as const)("with the close of business: on %s at %s it is past: %s", (date, clock, past) => {
    expect(isPast(byClose, shanghai(date, clock))).toBe(past)
  })

  test.each([
    ["09:59:59.999", false],
    ["10:00:00.000", true],
    ["10:00:00.001", true],
  ] as const)("after 24 hours: at %s it is past: %s", (clock, past) => {
    expect(isPast(byHour, shanghai("2026-03-03", clock))).toBe(past)
  })

  test("a moment told in another zone is read on the deadline's own clock", () => {
    const midnight = shanghai("2026-03-13", "00:00:00").instant
    const inLondon = (instant: number) => momentAt(instant, "Europe/London", 0)
    expect(inLondon(midnight).civilDate).toBe("2026-03-12")
    expect(isPast(byDay, inLondon(midnight - millisecondsPerMinute))).toBe(false)
    expect(isPast(byDay, inLondon(midnight))).toBe(true)
  })
})

describe("no clock is read", () => {
  test("without a Date in the world every deadline is the same", () => {
    const from = shanghai("2026-02-04")
    const rules = [
      deadlineRule(11, "calendar-day"),
      deadlineRule(5, "working-day"),
      deadlineRule(1, "month", { endsAt: "close-of-business" }),
      deadlineRule(20, "working-hour"),
      deadlineRule(72, "hour"),
    ]
    const before = rules.map((rule) => resolveDeadline(rule, from, around))
    vi.stubGlobal("Date", undefined)
    vi.stubGlobal("Intl", undefined)
    expect(rules.map((rule) => resolveDeadline(rule, from, around))).toEqual(before)
    expect(before.every(({ ok }) => ok)).toBe(true)
  })
})
