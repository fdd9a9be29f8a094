import { on } from "@jinlin/testkit"
import { sceneCalendar } from "@jinlin/testkit/disclosure"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate, workCalendar } from "../kernel/arithmetic.ts"
import type { Posting } from "./index.ts"
import {
  carriedFrom,
  completesOn,
  earliestObjection,
  earliestPosting,
  earliestTakeDown,
  isKept,
  keepsTheLaw,
  lastConfirming,
  missingChannels,
  notCarried,
  openObjections,
  periodOf,
  reachesThrough,
  stretchesOf,
  stretchesOn,
} from "./rules/index.ts"

const calendar = workCalendar(sceneCalendar)
if (!calendar.ok) throw new Error("the calendar of the scene is none")

/** Put up on a day, and down on another or not at all: `up("board", "2026-09-01", "2026-09-10")`. */
const up = (channel: string, from: CivilDate, down: CivilDate | null = null): Posting => ({
  ...{ number: 1, channel, place: "the gate", on: from, evidence: null, enteredOn: from },
  takenDown: down === null ? null : { on: down, reason: "the wind", evidence: null, enteredOn: down },
})

const board = "notice-board"

/** The period of some postings; null: none; the day on which it begins and its last day. */
const period = (postings: ReadonlyArray<Posting>, channels: ReadonlyArray<string> = [board], days = 15) => {
  const counted = periodOf({ postings, channels, days, calendar: calendar.value, now: on("2026-11-01"), known: null })
  if (!counted.ok) return counted.refusal
  return counted.value && [counted.value.from.civilDate, counted.value.lastDay, counted.value.provisional]
}

describe("how long it stood", () => {
  it.each([
    ["nothing", [], []],
    ["one board", [up(board, "2026-09-01")], [["2026-09-01", null]]],
    ["one that came down", [up(board, "2026-09-01", "2026-09-10")], [["2026-09-01", "2026-09-10"]]],
    ["another channel", [up("online", "2026-09-01")], []],
    [
      "two boards, one after the other with a day between",
      [up(board, "2026-09-01", "2026-09-10"), up(board, "2026-09-11")],
      [
        ["2026-09-01", "2026-09-10"],
        ["2026-09-11", null],
      ],
    ],
    [
      "one that went up on the day on which the other came down",
      [up(board, "2026-09-01", "2026-09-10"), up(board, "2026-09-10")],
      [["2026-09-01", null]],
    ],
    [
      "one that was up while the other came down",
      [up(board, "2026-09-01", "2026-09-10"), up(board, "2026-09-09", "2026-09-12")],
      [["2026-09-01", "2026-09-12"]],
    ],
    [
      "a short one within a long one",
      [up(board, "2026-09-01", "2026-09-20"), up(board, "2026-09-03", "2026-09-04")],
      [["2026-09-01", "2026-09-20"]],
    ],
    [
      "entered in another order",
      [up(board, "2026-09-10"), up(board, "2026-09-01", "2026-09-10")],
      [["2026-09-01", null]],
    ],
  ] as const)("DISCLOSURE-9 %s", (_, postings, expected) => {
    expect(stretchesOn(postings, board).map(({ from, until }) => [from, until])).toEqual(expected)
  })

  it("DISCLOSURE-7 counts only days on which it stood on every required channel", () => {
    const both = [board, "online"]
    const stretches = (postings: ReadonlyArray<Posting>) =>
      stretchesOf({ postings, channels: both }).map(({ from, until }) => [from, until])
    expect(stretches([up(board, "2026-09-01")])).toEqual([])
    expect(stretches([up(board, "2026-09-01"), up("online", "2026-09-04")])).toEqual([["2026-09-04", null]])
    expect(stretches([up(board, "2026-09-01", "2026-09-03"), up("online", "2026-09-04")])).toEqual([])
    expect(stretches([up(board, "2026-09-01", "2026-09-04"), up("online", "2026-09-04")])).toEqual([
      ["2026-09-04", "2026-09-04"],
    ])
    const often = [up(board, "2026-09-01"), up("online", "2026-09-02", "2026-09-05"), up("online", "2026-09-07")]
    expect(stretches(often)).toEqual([
      ["2026-09-02", "2026-09-05"],
      ["2026-09-07", null],
    ])
    expect(stretchesOf({ postings: often, channels: [] })).toEqual([])
    const ended = (boardUntil: CivilDate, onlineUntil: CivilDate) =>
      stretches([up(board, "2026-09-01", boardUntil), up("online", "2026-09-02", onlineUntil)])
    expect(ended("2026-09-10", "2026-09-08")).toEqual([["2026-09-02", "2026-09-08"]])
    expect(ended("2026-09-08", "2026-09-10")).toEqual([["2026-09-02", "2026-09-08"]])
    expect(stretches([up(board, "2026-09-01"), up("online", "2026-09-02", "2026-09-08")])).toEqual([
      ["2026-09-02", "2026-09-08"],
    ])
  })

  it("DISCLOSURE-7 names the channels on which it does not stand", () => {
    const channels = [board, "online"]
    expect(missingChannels({ channels, postings: [] })).toEqual(channels)
    expect(missingChannels({ channels, postings: [up(board, "2026-09-01")] })).toEqual(["online"])
    expect(missingChannels({ channels, postings: [up(board, "2026-09-01", "2026-09-02")] })).toEqual(channels)
    expect(missingChannels({ channels: [board], postings: [up(board, "2026-09-01")] })).toEqual([])
  })

  it("DISCLOSURE-9 a day is stood through when something hangs at its midnight", () => {
    const until = (day: CivilDate | null) => reachesThrough({ from: "2026-09-01", until: day }, "2026-09-16")
    expect([until("2026-09-15"), until("2026-09-16"), until("2026-09-17"), until(null)]).toEqual([
      ...[false, false, true, true],
    ])
  })

  it("DISCLOSURE-9 the order in which postings are entered makes no difference", () => {
    const posting = fc
      .record({
        from: fc.nat(12),
        days: fc.option(fc.nat(6), { nil: null }),
        channel: fc.constantFrom(board, "online"),
      })
      .map(({ channel, days, from }) => {
        const day = addDays("2026-09-01", from)
        return up(channel, day, days === null ? null : addDays(day, days))
      })
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 6 }), fc.nat(5), (postings, turn) => {
        const turned = [...postings.slice(turn), ...postings.slice(0, turn)]
        const channels = [board, "online"]
        expect(stretchesOf({ postings: turned, channels })).toEqual(stretchesOf({ postings, channels }))
        for (const channel of channels) {
          const stretches = stretchesOn(postings, channel)
          for (const [place, { until }] of stretches.entries()) {
            const next = stretches[place + 1]
            if (next !== undefined) expect(until !== null && until < next.from).toBe(true)
          }
        }
      }),
    )
  })
})

describe("how it is counted", () => {
  /** By hand, from a calendar: the day of the posting and the last of fifteen days. */
  it.each([
    ["a Tuesday: Wednesday the 16th", "2026-09-01", "2026-09-16"],
    ["a Friday: a Saturday, so the Sunday after it, which is worked", "2026-09-04", "2026-09-20"],
    ["a Saturday: a Sunday that is worked", "2026-09-05", "2026-09-20"],
    ["a Saturday: a Sunday, so Monday the 14th", "2026-08-29", "2026-09-14"],
    ["the month's end: over it to 15 September", "2026-08-31", "2026-09-15"],
    ["the last day before the holiday", "2026-09-15", "2026-09-30"],
    ["its first day: over all of it to Thursday the 8th", "2026-09-16", "2026-10-08"],
    ["its last day: to the day after it", "2026-09-22", "2026-10-08"],
    ["the day after that: the 8th itself", "2026-09-23", "2026-10-08"],
    ["a Friday: a Saturday that is worked", "2026-09-25", "2026-10-10"],
    ["February of 28 days", "2026-02-20", "2026-03-09"],
    ["to the last day of the year", "2026-12-16", "2026-12-31"],
  ] as const)("DISCLOSURE-8 from %s", (_, from, lastDay) => {
    expect(period([up(board, from)])).toEqual([from, lastDay, false])
  })

  it("DISCLOSURE-8 where a year is not published weekends alone stand for it, and that is said", () => {
    expect(period([up(board, "2026-12-17")])).toEqual(["2026-12-17", "2027-01-01", true])
    expect(period([up(board, "2026-12-18")])).toEqual(["2026-12-18", "2027-01-04", true])
  })

  it("DISCLOSURE-8 days are at least those that are asked, its own not counted, and at most until the next working day", () => {
    fc.assert(
      fc.property(fc.nat(330), fc.integer({ min: 1, max: 30 }), (day, days) => {
        const from = addDays("2026-01-01", day)
        const counted = period([up(board, from)], [board], days)
        if (!Array.isArray(counted)) throw new Error("no period")
        const [begins, lastDay = ""] = counted
        expect(begins).toBe(from)
        expect(lastDay >= addDays(from, days)).toBe(true)
        // The longest holiday of the scene has seven days; two days of a weekend may lie before it.
        expect(lastDay <= addDays(from, days + 8)).toBe(true)
      }),
    )
  })

  it("DISCLOSURE-9 it is the first stretch that was stood through, or that may still be", () => {
    const gone = up(board, "2026-09-01", "2026-09-16")
    expect(period([gone])).toBe(null)
    expect(
      period([
        { ...gone, takenDown: { on: "2026-09-17", reason: "it is over", evidence: null, enteredOn: "2026-09-17" } },
      ]),
    ).toEqual([...["2026-09-01", "2026-09-16", false]])
    expect(period([gone, up(board, "2026-09-18")])).toEqual(["2026-09-18", "2026-10-08", false])
    const over = up(board, "2026-09-01", "2026-09-18")
    expect(period([over, up(board, "2026-09-25")])).toEqual(["2026-09-01", "2026-09-16", false])
  })

  it("DISCLOSURE-9 what was counted is kept as long as something stood from its first to its last midnight", () => {
    const postings = [up(board, "2026-09-01")]
    const counted = periodOf({
      ...{ postings, channels: [board], days: 15 },
      ...{ calendar: calendar.value, now: on("2026-09-01"), known: null },
    })
    if (!counted.ok || counted.value === null) throw new Error("no period")
    const kept = (...postings: ReadonlyArray<Posting>) =>
      counted.ok && counted.value !== null && isKept({ postings, channels: [board] }, counted.value)
    expect(kept(up(board, "2026-09-01"))).toBe(true)
    expect(kept(up(board, "2026-08-30", "2026-09-17"))).toBe(true)
    expect(kept(up(board, "2026-09-01", "2026-09-16"))).toBe(false)
    expect(kept(up(board, "2026-09-02"))).toBe(false)
    expect(kept(up(board, "2026-09-01", "2026-09-05"), up(board, "2026-09-05"))).toBe(true)
    expect(kept(up(board, "2026-09-01", "2026-09-05"), up(board, "2026-09-06"))).toBe(false)
  })

  it("DISCLOSURE-8 nothing that is certain is counted again, and what would end beyond all days is not counted", () => {
    const first = periodOf({
      ...{ postings: [up(board, "2026-09-01")], channels: [board], days: 15 },
      ...{ calendar: calendar.value, now: on("2026-09-01"), known: null },
    })
    if (!first.ok || first.value === null) throw new Error("no period")
    const again = (known: typeof first.value) =>
      periodOf({
        ...{ postings: [up(board, "2026-09-01")], channels: [board], days: 20 },
        ...{ calendar: calendar.value, now: on("2026-09-02"), known },
      })
    expect(again(first.value)).toEqual({ ok: true, value: first.value })
    expect(again({ ...first.value, provisional: true })).toMatchObject({ value: { lastDay: "2026-09-21" } })
    expect(period([up(board, "9999-12-25")])).toEqual({ from: "9999-12-25", days: 15 })
  })
})

describe("which day can be entered", () => {
  it.each([
    ["today alone where no sheet may lie", { days: 0 }, "2026-09-10"],
    ["three days back", { days: 3 }, "2026-09-07"],
    ["not before the decision", { days: 9, since: "2026-09-05" }, "2026-09-05"],
    ["not before the check", { days: 9, checkedOn: "2026-09-08" }, "2026-09-08"],
    ["not at all while the decision is to come", { days: 9, since: "2026-09-12" }, "2026-09-12"],
  ] as const)("DISCLOSURE-6 %s", (_, more, earliest) => {
    const day = { since: "2026-08-01", checkedOn: "2026-08-01", today: "2026-09-10" } as const
    expect(earliestPosting({ ...day, ...more })).toBe(earliest)
  })

  it("DISCLOSURE-5 the law asks for fifteen days and the notice board", () => {
    expect(keepsTheLaw(14, [board])).toBe(false)
    expect(keepsTheLaw(15, [board])).toBe(true)
    expect(keepsTheLaw(16, ["online", board])).toBe(true)
    expect(keepsTheLaw(15, ["online"])).toBe(false)
  })
})

const text = `sha-256:${"1".repeat(64)}` as const
const objection = (name: string, answeredOn: CivilDate | null = null) => ({
  ...({ objection: name, text, receivedOn: "2026-09-02", evidence: text, on: "2026-09-03" } as const),
  ...({ by: "person-1", from: null } as const),
  answered: answeredOn === null ? null : { answer: text, on: answeredOn },
})

describe("objections", () => {
  const all = [objection("one"), objection("two", "2026-09-04"), objection("three")]

  it("DISCLOSURE-12 those that wait for an answer are open", () => {
    expect(openObjections(all).map((one) => one.objection)).toEqual(["one", "three"])
  })

  it("DISCLOSURE-15 a correction takes over what is open, and says where it comes from", () => {
    expect(carriedFrom("disclosure-1", all)).toEqual([
      ...["one", "three"].map((name) => {
        const { answered: _, ...raised } = objection(name)
        return { ...raised, from: "disclosure-1" }
      }),
    ])
    expect(notCarried(all, [])).toEqual(["one", "three"])
    expect(notCarried(all, [objection("three")])).toEqual(["one"])
    const other = { ...objection("one"), text: `sha-256:${"2".repeat(64)}` as const }
    expect(notCarried(all, [other, objection("three", "2026-09-09")])).toEqual(["one"])
  })

  it("DISCLOSURE-10 the first day of which an objection can be entered", () => {
    const postings = [up(board, "2026-09-03"), up("online", "2026-09-01")]
    const of = (today: CivilDate, corrects: string | null = null) =>
      earliestObjection({ postings, corrects, days: 3, today })
    expect(of("2026-09-03")).toBe("2026-09-01")
    expect(of("2026-09-05")).toBe("2026-09-02")
    expect(of("2026-09-03", "disclosure-1")).toBe("2026-08-31")
    expect(earliestObjection({ postings: [], corrects: null, days: 3, today: "2026-09-05" })).toBe("2026-09-02")
  })

  it("DISCLOSURE-9 the days between which it is said to have come down, and to hang after all", () => {
    expect(earliestTakeDown("2026-09-01", { days: 3, today: "2026-09-04" })).toBe("2026-09-01")
    expect(earliestTakeDown("2026-09-01", { days: 3, today: "2026-09-05" })).toBe("2026-09-02")
    expect(lastConfirming("2026-09-05", 3)).toBe("2026-09-08")
    expect(lastConfirming("2026-09-05", 0)).toBe("2026-09-05")
  })

  it("DISCLOSURE-13 it completes by itself when sheets have been entered, or with the last answer", () => {
    const postings = [up(board, "2026-09-01")]
    const counted = periodOf({
      ...{ postings, channels: [board], days: 15 },
      ...{ calendar: calendar.value, now: on("2026-09-01"), known: null },
    })
    const known = counted.ok ? counted.value : null
    const day = (sheetDays: number, ...objections: ReadonlyArray<ReturnType<typeof objection>>) =>
      completesOn({ period: known, postings, objections, sheetDays })
    expect(day(0)).toBe("2026-09-17")
    expect(day(3)).toBe("2026-09-20")
    const late = (on: CivilDate, enteredOn: CivilDate) =>
      completesOn({
        period: known,
        postings: [...postings, { ...up(board, on), enteredOn }],
        objections: [],
        sheetDays: 3,
      })
    expect(late("2026-09-16", "2026-09-17")).toBe("2026-09-20")
    expect(late("2026-09-16", "2026-09-19")).toBe("2026-09-22")
    expect(late("2026-09-17", "2026-09-19")).toBe("2026-09-20")
    expect(day(3, objection("one"))).toBe(undefined)
    expect(day(3, objection("one", "2026-09-19"))).toBe("2026-09-20")
    expect(day(3, objection("one", "2026-09-21"), objection("two", "2026-09-05"))).toBe("2026-09-21")
    expect(completesOn({ period: null, postings, objections: [], sheetDays: 0 })).toBe(undefined)
  })
})
