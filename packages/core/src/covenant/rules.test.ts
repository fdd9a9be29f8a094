import { play } from "@jinlin/testkit"
import { covenantAt, covenantCitation, covenantRules, covenantText as text } from "@jinlin/testkit/covenant"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/arithmetic.ts"
import { covenant, type Version } from "./index.ts"
import {
  accountedFor,
  begunOn,
  cameInTime,
  clauseNamedTwice,
  commentsAreOver,
  commentsCloseOn,
  daysLate,
  earliestEndOfComments,
  earliestForce,
  filingDuty,
  hasBegun,
  latestReceipt,
  mayMake,
  missingClauses,
  nextWithDay,
  openOrders,
  reminderOn,
  rulesFor,
  sameArticle,
  sameClauses,
  stillStands,
  takeOver,
  versionOn,
  wrongEndOfComments,
} from "./rules/index.ts"

const adopted = play(covenant, covenantAt("adopted")).state.versions[0]
if (adopted === undefined) throw new Error("the scene has no version")
const version = (number: number, from: CivilDate | null, more: Partial<Version> = {}): Version => ({
  ...adopted,
  version: number,
  from,
  ...more,
})
const numbers = (day: CivilDate, versions: ReadonlyArray<Version>) => versionOn(versions, day)?.version

describe("versions by the day", () => {
  const two = [version(1, "2026-05-01", { until: "2026-07-01" }), version(2, "2026-07-01")]

  it("COVENANT-11 on the day before, the day and the day after of each boundary", () => {
    expect(numbers("2026-04-30", two)).toBeUndefined()
    expect(numbers("2026-05-01", two)).toBe(1)
    expect(numbers("2026-05-02", two)).toBe(1)
    expect(numbers("2026-06-30", two)).toBe(1)
    expect(numbers("2026-07-01", two)).toBe(2)
    expect(numbers("2026-07-02", two)).toBe(2)
    expect(numbers("2026-05-01", [version(1, null)])).toBeUndefined()
  })

  it("COVENANT-11 nothing is in force before its decision or in the past", () => {
    const [today, none] = ["2026-04-12", null] as const
    expect(earliestForce({ decidedOn: "2026-04-10", today, notBefore: none })).toBe("2026-04-12")
    expect(earliestForce({ decidedOn: "2026-04-12", today, notBefore: none })).toBe("2026-04-12")
    expect(earliestForce({ decidedOn: "2026-04-13", today, notBefore: none })).toBe("2026-04-13")
    expect(earliestForce({ decidedOn: "2026-04-13", today, notBefore: "2026-04-14" })).toBe("2026-04-14")
    expect(earliestForce({ decidedOn: "2026-04-13", today, notBefore: "2026-04-11" })).toBe("2026-04-13")
  })

  it("COVENANT-12 a version has begun from its first day on", () => {
    expect(hasBegun(version(1, "2026-05-01"), "2026-04-30")).toBe(false)
    expect(hasBegun(version(1, "2026-05-01"), "2026-05-01")).toBe(true)
    expect(hasBegun(version(1, null), "2026-05-01")).toBe(false)
  })

  it("COVENANT-12 who takes over ends the last before and overtakes the rest", () => {
    const waiting = [version(1, "2026-05-01"), version(2, null), version(3, "2026-09-01")]
    expect(takeOver(waiting, "2026-08-31")).toEqual({ ends: { version: 1, until: "2026-08-31" }, overtaken: [2, 3] })
    expect(takeOver(waiting, "2026-09-01")).toEqual({ ends: { version: 1, until: "2026-09-01" }, overtaken: [2, 3] })
    expect(takeOver(waiting, "2026-09-02")).toEqual({ ends: { version: 3, until: "2026-09-02" }, overtaken: [2] })
    expect(takeOver(two, "2026-07-01")).toEqual({ ends: null, overtaken: [2] })
    const over = [version(1, null, { overtaken: true })]
    expect(takeOver(over, "2026-05-01")).toEqual({ ends: null, overtaken: [] })
  })

  it("COVENANT-12 a day is taken by what began on it and by nothing else", () => {
    const asked = (day: CivilDate, today: CivilDate, own: number | null) =>
      begunOn(two, { day, today, version: own })?.version
    expect(asked("2026-07-01", "2026-07-01", 3)).toBe(2)
    expect(asked("2026-07-01", "2026-06-30", 3)).toBeUndefined()
    expect(asked("2026-07-02", "2026-07-02", 3)).toBeUndefined()
    expect(asked("2026-07-01", "2026-07-01", 2)).toBeUndefined()
    expect(asked("2026-07-01", "2026-07-01", null)).toBe(2)
  })

  it("COVENANT-12 a later version with a day of its own is looked for after, not before", () => {
    expect(nextWithDay(two, 1)?.version).toBe(2)
    expect(nextWithDay(two, 2)).toBeUndefined()
    expect(nextWithDay([version(1, "2026-05-01"), version(2, null)], 1)).toBeUndefined()
  })

  it("COVENANT-14 a version can be corrected until it has ended", () => {
    const [first] = two
    if (first === undefined) throw new Error("no version")
    expect(stillStands(first, "2026-06-30")).toBe(true)
    expect(stillStands(first, "2026-07-01")).toBe(false)
    expect(stillStands(version(1, null), "2026-07-01")).toBe(true)
    expect(stillStands(version(1, null, { overtaken: true }), "2026-07-01")).toBe(false)
  })
})

describe("comments", () => {
  const round = { round: 1, openedOn: "2026-03-03", until: "2026-03-18", closedOn: null, offered: [] } as const

  it("COVENANT-3 fifteen days from the 3rd are over with the 18th, and the 19th is the day to close", () => {
    expect(earliestEndOfComments("2026-03-03", 15)).toBe("2026-03-18")
    expect(earliestEndOfComments("2026-02-20", 15)).toBe("2026-03-07")
    expect(commentsCloseOn(round)).toBe("2026-03-19")
    expect((["2026-03-18", "2026-03-19", "2026-03-20"] as const).map((day) => commentsAreOver(round, day))).toEqual([
      ...[false, true, true],
    ])
    const ends = ["2026-03-17", "2026-03-18", "2026-03-19", "2027-03-04", "2027-03-05"] as const
    expect(ends.map((until) => wrongEndOfComments("2026-03-03", until, 15))).toEqual([
      ...["too-short", undefined, undefined, undefined, "too-long"],
    ])
  })

  it("COVENANT-4 a comment came in time from the first to the last day", () => {
    const days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-17", "2026-03-18", "2026-03-19"] as const
    expect(days.map((day) => cameInTime(round, day, "2026-03-30"))).toEqual([false, true, true, true, true, false])
    expect(days.map((day) => cameInTime(round, day, "2026-03-04"))).toEqual([false, true, true, false, false, false])
    expect(latestReceipt(round, "2026-03-10")).toBe("2026-03-10")
    expect(latestReceipt(round, "2026-03-30")).toBe("2026-03-18")
  })

  it("COVENANT-6 a comment excuses what its disposition names, if it was taken up since the text was last offered", () => {
    const disposed = {
      disposition: "taken-up",
      reason: "so",
      clauses: ["parking"],
      round: 2,
      on: "2026-03-20",
    } as const
    const comment = { comment: "c", round: 1, clause: null, text: "sha-256:00", receivedOn: "2026-03-10" } as const
    const asked = (more: Partial<typeof disposed> | { readonly disposition: string }) =>
      [
        ...accountedFor(
          {
            round: { ...round, round: 2 },
            reasons: [],
            comments: [{ ...comment, disposed: { ...disposed, ...more } as typeof disposed }],
          },
          [],
        ).asked,
      ].join()
    expect(asked({})).toBe("parking")
    expect(asked({ disposition: "taken-up-in-part" })).toBe("parking")
    expect(asked({ disposition: "not-taken-up" })).toBe("")
    expect(asked({ round: 1 } as never)).toBe("")
    const none = accountedFor({ round, reasons: [{ clause: "dogs", reason: "so" }], comments: [] }, [
      { clauses: ["lead"] },
    ])
    expect([[...none.asked], [...none.stated]]).toEqual([["lead"], ["dogs"]])
  })
})

describe("filing", () => {
  it("COVENANT-13 thirty days after the decision is in time, the day after is late by one", () => {
    const duty = filingDuty(covenantRules("2026-04-10"), "2026-04-10")
    expect(duty).toEqual({ required: true, lastDay: "2026-05-10", citation: covenantCitation })
    expect(daysLate(duty, "2026-05-09")).toBe(0)
    expect(daysLate(duty, "2026-05-10")).toBe(0)
    expect(daysLate(duty, "2026-05-11")).toBe(1)
    expect(daysLate({ ...duty, lastDay: null }, "2099-01-01")).toBe(0)
  })

  it("COVENANT-13 where the law asks for none there is no last day, and nobody is reminded", () => {
    const none = { required: false, withinDays: 30, citation: covenantCitation }
    expect(filingDuty(covenantRules("2026-04-10", { filing: none }), "2026-04-10").lastDay).toBeNull()
    expect(reminderOn(adopted)).toBe("2026-05-10")
    for (const more of [
      { filed: { receipt: "r", with: "o", on: "2026-05-01", lateDays: 0 } },
      { overtaken: true },
      { reminded: true },
      { filing: { ...adopted.filing, required: false } },
    ] as const)
      expect(reminderOn({ ...adopted, ...more })).toBeUndefined()
  })
})

describe("orders and law", () => {
  const order = {
    order: "o-1",
    version: 1,
    by: "office-1",
    clauses: [],
    reason: "so",
    on: "2026-05-20",
    lifted: false,
  } as const

  it("COVENANT-14 an order is met by a version that answers it from the day on which that begins", () => {
    const answer = version(2, "2026-07-01", { corrects: ["o-1"] })
    const open = (day: CivilDate, versions: ReadonlyArray<Version>) => openOrders([order], versions, day).length
    expect([open("2026-06-30", [answer]), open("2026-07-01", [answer])]).toEqual([1, 0])
    expect(open("2026-07-01", [version(2, null, { corrects: ["o-1"] })])).toBe(1)
    expect(open("2026-07-01", [version(2, "2026-07-01")])).toBe(1)
    expect(openOrders([{ ...order, lifted: true }], [], "2026-07-01")).toEqual([])
  })

  it("COVENANT-20 rules of another day, of another kind, or none, are none", () => {
    const rules = covenantRules("2026-03-02")
    const kind = "residents-covenant"
    expect(rulesFor(rules, { kind, on: "2026-03-02" })).toBe(rules)
    expect(rulesFor(rules, { kind, on: "2026-03-03" })).toBeUndefined()
    expect(rulesFor(rules, { kind: "management-covenant", on: "2026-03-02" })).toBeUndefined()
    expect(rulesFor(null, { kind, on: "2026-03-02" })).toBeUndefined()
  })

  it("COVENANT-8 another article, or another instrument, is another law", () => {
    const one = { instrument: "a law", article: "31(2)", certainty: "law" } as const
    expect(sameArticle(one, { ...one, certainty: "by-analogy" })).toBe(true)
    expect(sameArticle(one, { ...one, article: "15" })).toBe(false)
    expect(sameArticle(one, { ...one, instrument: "another law" })).toBe(false)
  })

  it("COVENANT-10 only the bodies that the rules name may make it", () => {
    const rules = covenantRules("2026-03-02")
    expect([mayMake(rules, "residents-assembly"), mayMake(rules, "residents-committee"), mayMake(rules, null)]).toEqual(
      [true, false, false],
    )
  })
})

describe("clauses", () => {
  it("COVENANT-2 two clauses of one name are found, wherever they stand", () => {
    expect(clauseNamedTwice(text("lead:1", "dogs:1", "lead:2"))).toBe("lead")
    expect(clauseNamedTwice(text("lead:1", "dogs:1"))).toBeUndefined()
    expect(sameClauses(text("lead:1", "dogs:1"), text("lead:1", "dogs:1"))).toBe(true)
    for (const other of [
      text("dogs:1", "lead:1"),
      text("lead:1"),
      text("lead:1", "dogs:2"),
      text("lead:1", "dogs:1", "x:1"),
    ])
      expect(sameClauses(text("lead:1", "dogs:1"), other)).toBe(false)
  })

  it("COVENANT-7 each missing clause is named", () => {
    const required = ["lead", "fire", "dogs"].map((clause) => ({ clause }))
    expect(missingClauses(required, text("lead:1", "noise:1"))).toEqual([{ clause: "fire" }, { clause: "dogs" }])
    expect(missingClauses([], text("lead:1"))).toEqual([])
  })
})
