import { describe, expect, test } from "vitest"
import { exampleCalendar as calendar } from "../../test/example-calendar.ts"
import { resolveDeadline } from "./deadline.ts"
import { deadlineRule } from "./deadline-rule.ts"
import { BusinessHours, Deadline, DeadlineRule } from "./deadline-schema.ts"
import { decodeStrictly } from "./reading.ts"
import { momentAt } from "./zone.ts"

const readRule = decodeStrictly(DeadlineRule)
const readHours = decodeStrictly(BusinessHours)
const readDeadline = decodeStrictly(Deadline)

const businessHours = [
  { opens: 510, closes: 720 },
  { opens: 870, closes: 1050 },
]

/** Wednesday 4 February 2026, ten o'clock in Shanghai. */
const from = momentAt(1_770_170_400_000, "Asia/Shanghai", 480)

describe("DEADLINE-9: a rule that cannot be counted by is refused when it is read", () => {
  test("a sound rule is read as it stands", () => {
    const rule = deadlineRule(10, "calendar-day")
    expect(rule).toEqual({
      amount: 10,
      unit: "calendar-day",
      direction: "after",
      rollOver: "next-working-day",
      endsAt: "midnight",
      unpublished: "refuse",
    })
    expect(readRule(rule)).toEqual({ ok: true, value: rule })
  })

  test.each([
    ["hour", "after", "none"],
    ["working-hour", "after", "none"],
    ["calendar-day", "after", "next-working-day"],
    ["working-day", "after", "none"],
    ["month", "after", "next-working-day"],
    ["calendar-day", "before", "none"],
    ["month", "before", "none"],
  ] as const)("%s %s an anchor rolls over to: %s", (unit, direction, rollOver) => {
    expect(deadlineRule(1, unit, { direction }).rollOver).toBe(rollOver)
    expect(readRule(deadlineRule(1, unit, { direction })).ok).toBe(true)
  })

  test.each([
    [{ ...deadlineRule(0, "month") }, "", "EmptyInterval"],
    [{ ...deadlineRule(0.5, "month") }, "", "InvalidAmount"],
    [{ ...deadlineRule(3, "hour"), endsAt: "close-of-business" }, "", "DeadlineContradiction"],
    [{ ...deadlineRule(3, "hour"), unit: "week" }, "unit", "UnknownChoice"],
    [{ ...deadlineRule(3, "hour"), amount: "3" }, "amount", "WrongType"],
    [{ ...deadlineRule(3, "hour"), grace: 1 }, "grace", "UnknownField"],
  ])("%j is refused at %j: %s", (rule, path, tag) => {
    const read = readRule(rule)
    expect(read.ok ? [] : read.refusal.map((found) => [found.path.join("."), found.refusal._tag])).toEqual([
      [path, tag],
    ])
  })

  test.each([
    [businessHours, "ok"],
    [[{ opens: 0, closes: 1440 }], "ok"],
    [
      [
        { opens: 510, closes: 720 },
        { opens: 720, closes: 1050 },
      ],
      "ok",
    ],
    [[], "none"],
    [[{ opens: 510, closes: 510 }], "EmptyInterval 0"],
    [[{ opens: 720, closes: 510 }], "EmptyInterval -210"],
    [
      [
        { opens: 510, closes: 720 },
        { opens: 719, closes: 1050 },
      ],
      "out-of-order 1",
    ],
    [
      [
        { opens: 870, closes: 1050 },
        { opens: 510, closes: 720 },
      ],
      "out-of-order 1",
    ],
    [[{ opens: -1, closes: 720 }], "not-on-the-clock 0"],
    [[{ opens: 510.5, closes: 720 }], "not-on-the-clock 0"],
    [[{ opens: 1440, closes: 1441 }], "not-on-the-clock 0"],
    [[{ opens: 510, closes: 1441 }], "not-on-the-clock 0"],
  ])("business hours %j are answered: %s", (hours, expected) => {
    const inWords = (refusal: object): string =>
      Object.entries(refusal)
        .filter(([key]) => key === "reason" || key === "window" || key === "length")
        .map(([key, value]) => (key === "length" ? `EmptyInterval ${value}` : `${value}`))
        .toSorted((a, b) => b.length - a.length)
        .join(" ")
    const read = readHours(hours)
    expect(read.ok ? "ok" : inWords(read.refusal[0].refusal)).toBe(expected)
  })
})

describe("DEADLINE-9: business hours that are no hours are refused with their reason", () => {
  test("no window at all", () => {
    expect(readHours([])).toEqual({
      ok: false,
      refusal: [{ path: [], refusal: { _tag: "InvalidBusinessHours", rule: "DEADLINE-9", reason: "none" } }],
    })
  })

  test("a window without length", () => {
    expect(readHours([{ opens: 510, closes: 510 }])).toEqual({
      ok: false,
      refusal: [
        {
          path: [],
          refusal: { _tag: "EmptyInterval", rule: "DEADLINE-9", of: "business-window", length: 0, minimum: 1 },
        },
      ],
    })
  })
})

describe("a resolved deadline goes through an event and comes back the same", () => {
  test.each([
    deadlineRule(11, "calendar-day"),
    deadlineRule(3, "working-day", { endsAt: "close-of-business" }),
    deadlineRule(1, "month"),
    deadlineRule(20, "working-hour"),
    deadlineRule(48, "hour"),
    deadlineRule(10, "calendar-day", { direction: "before" }),
    deadlineRule(1, "month", { direction: "before" }),
    deadlineRule(400, "working-day", { unpublished: "provisional" }),
  ])("%j", (rule) => {
    const resolved = resolveDeadline(rule, from, { calendar, businessHours })
    if (!resolved.ok) expect.fail(resolved.refusal._tag)
    expect(readDeadline(JSON.parse(JSON.stringify(resolved.value)))).toEqual(resolved)
  })

  test("a deadline that was tampered with is refused where it was", () => {
    const resolved = resolveDeadline(deadlineRule(11, "calendar-day"), from, { calendar })
    if (!resolved.ok) expect.fail(resolved.refusal._tag)
    expect(readDeadline({ ...resolved.value, lastDay: "2026-02-30" })).toMatchObject({
      refusal: [{ path: ["lastDay"], refusal: { _tag: "InvalidDate" } }],
    })
    expect(readDeadline({ ...resolved.value, steps: [{ _tag: "Guessed" }] })).toMatchObject({
      refusal: [{ path: ["steps", 0, "_tag"], refusal: { _tag: "UnknownTag", got: "Guessed" } }],
    })
  })
})
