import { describe, expect, it } from "vitest"
import {
  type CoGovernance,
  coGovernance,
  combined,
  corrects,
  disclosable,
  hasEnded,
  isEnough,
  isLostForGood,
  isOrdered,
  jointIsRequired,
  lapsingBy,
  mayLink,
  mayReport,
  mayReturn,
  mayRevoke,
  maySkipAppraisal,
  newlyTouched,
  newStartsLeft,
  type Outcome,
  onBothSides,
  owesReport,
  periodIsOver,
  coGovernancePolicyDefaults as policy,
  stillRunning,
  unknownAppraisers,
  usedAs,
} from "./index.ts"

const text = (digit: number) => `sha-256:${String(digit).repeat(64)}` as const
const decided = (digit: number, on: "2026-03-10" | "2026-03-20"): Outcome => ({
  ...{ _tag: "Decided", text: text(digit), set: "joint-conference", on },
})
const rejected: Outcome = { _tag: "Rejected", on: "2026-03-10" }
const withdrawn: Outcome = { _tag: "Withdrawn", on: "2026-03-10" }

/** A matter whose deliberations came to this. */
const matter = (first: Outcome | null, second: Outcome | null, more: Partial<CoGovernance> = {}): CoGovernance => ({
  ...coGovernance.initial,
  status: "deliberating",
  policy,
  combine: "both",
  deliberations: {
    "self-governance": { matter: "m-1", outcome: first, past: [] },
    joint: { matter: second === null ? null : "m-2", outcome: second, past: [] },
  },
  ...more,
})
const skip = { reason: "nobody is touched", body: "joint-conference", on: "2026-03-15" } as const

describe("two deliberations together", () => {
  it.each([
    [null, null, { _tag: "Waiting", on: ["self-governance", "joint"] }],
    [decided(1, "2026-03-10"), null, { _tag: "Waiting", on: ["joint"] }],
    [null, decided(1, "2026-03-10"), { _tag: "Waiting", on: ["self-governance"] }],
    [rejected, decided(1, "2026-03-10"), { _tag: "Lost", which: ["self-governance"] }],
    [decided(1, "2026-03-10"), withdrawn, { _tag: "Lost", which: ["joint"] }],
    [rejected, null, { _tag: "Lost", which: ["self-governance"] }],
    [rejected, withdrawn, { _tag: "Lost", which: ["self-governance", "joint"] }],
    [
      decided(1, "2026-03-10"),
      decided(2, "2026-03-20"),
      { _tag: "Differing", selfGovernance: text(1), joint: text(2) },
    ],
    [decided(1, "2026-03-10"), decided(1, "2026-03-20"), { _tag: "Agreed", text: text(1), since: "2026-03-20" }],
    [decided(1, "2026-03-20"), decided(1, "2026-03-10"), { _tag: "Agreed", text: text(1), since: "2026-03-20" }],
  ])("COGOVERNANCE-6 %# wait, are lost, differ or agree", (first, second, expected) => {
    expect(combined(matter(first, second))).toEqual(expected)
  })

  it("COGOVERNANCE-6 with a skip hang on the residents alone, since the later of the two days", () => {
    const by = (first: Outcome | null) => combined(matter(first, null, { skip }))
    expect(by(null)).toEqual({ _tag: "Waiting", on: ["self-governance"] })
    expect(by(rejected)).toEqual({ _tag: "Lost", which: ["self-governance"] })
    expect(by(decided(1, "2026-03-10"))).toEqual({ _tag: "Agreed", text: text(1), since: "2026-03-15" })
    expect(by(decided(1, "2026-03-20"))).toEqual({ _tag: "Agreed", text: text(1), since: "2026-03-20" })
  })

  it("COGOVERNANCE-4 COGOVERNANCE-7 are ordered and needed as the combination says", () => {
    const table = [
      ["both", [], false, true],
      ["first-then-second", [], true, true],
      ["second-if-touched", [], true, false],
      ["second-if-touched", ["school"], true, true],
    ] as const
    for (const [combine, touched, ordered, required] of table) {
      const state = matter(null, null, { combine, touched })
      expect([isOrdered(state), jointIsRequired(state)]).toEqual([ordered, required])
    }
  })

  it("COGOVERNANCE-3 a matter is found among those that are and those that were", () => {
    const past = [{ matter: "m-0", ended: "Rejected" }] as const
    const state = matter(null, rejected)
    const known = { ...state, deliberations: { ...state.deliberations, joint: { ...state.deliberations.joint, past } } }
    expect(["m-0", "m-1", "m-2", "m-3"].map((one) => usedAs(known, one))).toEqual([
      ...["joint", "self-governance", "joint", undefined],
    ])
  })

  it("COGOVERNANCE-9 go again where one was lost or they differ, and what follows lapses with it", () => {
    const one = decided(1, "2026-03-10")
    expect(mayReturn(matter(one, null), "self-governance")).toBe(false)
    expect(mayReturn(matter(rejected, null), "self-governance")).toBe(true)
    expect(mayReturn(matter(rejected, null), "joint")).toBe(false)
    expect(mayReturn(matter(one, withdrawn), "self-governance")).toBe(true)
    expect(mayReturn(matter(one, decided(2, "2026-03-20")), "joint")).toBe(true)
    expect(mayReturn(matter(one, one), "joint")).toBe(false)
    const ordered = matter(one, rejected, { combine: "first-then-second" })
    expect(lapsingBy(ordered, "self-governance")).toEqual(["self-governance", "joint"])
    expect(lapsingBy(ordered, "joint")).toEqual(["joint"])
    expect(lapsingBy(matter(one, rejected), "self-governance")).toEqual(["self-governance"])
    expect(lapsingBy(matter(rejected, null, { combine: "first-then-second" }), "self-governance")).toEqual([
      "self-governance",
    ])
  })

  it("COGOVERNANCE-10 begin anew so often and no more", () => {
    const starts = (newStarts: number, times: number) => {
      const past = Array.from(
        { length: times - 1 },
        (_, index) => ({ matter: `m-${index + 5}`, ended: "Rejected" }) as const,
      )
      const state = matter(null, rejected, { policy: { ...policy, newStarts } })
      const known = {
        ...state,
        deliberations: { ...state.deliberations, joint: { matter: "m-2", outcome: rejected, past } },
      }
      return [newStartsLeft(known, "joint"), isLostForGood(known, "joint")]
    }
    expect(starts(0, 1)).toEqual([0, true])
    expect(starts(1, 1)).toEqual([1, false])
    expect(starts(1, 2)).toEqual([0, true])
    expect(starts(2, 1)).toEqual([2, false])
    expect(starts(2, 4)).toEqual([0, true])
    expect(isLostForGood(matter(null, withdrawn, { policy: { ...policy, newStarts: 0 } }), "joint")).toBe(false)
    expect(newStartsLeft(matter(null, null, { policy: null }), "joint")).toBe(1)
  })

  it("COGOVERNANCE-10 one still runs while it is attached and has come to nothing", () => {
    expect(stillRunning(matter(null, rejected))).toBe("self-governance")
    expect(stillRunning(matter(rejected, null))).toBeUndefined()
    expect(stillRunning(matter(rejected, withdrawn))).toBeUndefined()
    expect(stillRunning(coGovernance.initial)).toBeUndefined()
  })

  it("COGOVERNANCE-8 of the units that are named, those that nobody named before count, each once", () => {
    expect(newlyTouched(matter(null, null, { touched: ["a"] }), ["b", "a", "b", "c"])).toEqual(["b", "c"])
  })
})

describe("disclosures", () => {
  const resolution = { text: text(1), since: "2026-03-20", on: "2026-03-21" } as const
  const result = { report: text(9), implementedOn: "2026-05-01" } as const

  it("COGOVERNANCE-14 are of the text since the resolution, and of the report since the work was done", () => {
    expect(disclosable(matter(null, null), "decision")).toBeUndefined()
    expect(disclosable(matter(null, null), "result")).toBeUndefined()
    const state = matter(null, null, { resolution, result })
    expect(disclosable(state, "decision")).toEqual({ document: text(1), earliest: "2026-03-20" })
    expect(disclosable(state, "result")).toEqual({ document: text(9), earliest: "2026-05-01" })
  })

  it("COGOVERNANCE-12 a period is over at its end and not a minute before", () => {
    const ends = { date: "2026-04-05", minute: 600 } as const
    const table = [
      ["2026-04-04", 1439, false],
      ["2026-04-05", 599, false],
      ["2026-04-05", 600, true],
      ["2026-04-05", 601, true],
      ["2026-04-06", 0, true],
    ] as const
    for (const [civilDate, minuteOfDay, over] of table)
      expect(periodIsOver(ends, { civilDate, minuteOfDay })).toBe(over)
    expect(periodIsOver(null, { civilDate: "2026-04-04", minuteOfDay: 0 })).toBe(true)
  })

  it("COGOVERNANCE-12 are enough when posted, or when completed with nothing open and the clock past the end", () => {
    const now = { civilDate: "2026-04-05", minuteOfDay: 600 } as const
    const over = { ends: null, openObjections: 0 }
    for (const status of ["unprepared", "prepared", "checked", "superseded", "abandoned"] as const)
      for (const enough of ["posted", "completed"] as const)
        expect(isEnough({ ...over, status }, enough, now)).toBe(false)
    expect(isEnough({ ...over, status: "posted" }, "posted", now)).toBe(true)
    expect(isEnough({ ...over, status: "completed" }, "posted", now)).toBe(true)
    expect(isEnough({ ...over, status: "posted" }, "completed", now)).toBe(false)
    expect(isEnough({ ...over, status: "completed" }, "completed", now)).toBe(true)
    expect(isEnough({ ...over, openObjections: 1, status: "completed" }, "completed", now)).toBe(false)
    const ends = { date: "2026-04-06", minute: 0 } as const
    expect(isEnough({ ends, openObjections: 0, status: "completed" }, "completed", now)).toBe(false)
  })

  it("COGOVERNANCE-15 give way to their corrections", () => {
    const linked = { disclosure: "n-1", proves: text(1), from: "2026-03-21", lapsed: false } as const
    expect(corrects(null, { corrects: [] })).toBe(true)
    expect(corrects(linked, { corrects: [] })).toBe(false)
    expect(corrects(linked, { corrects: ["n-2"] })).toBe(false)
    expect(corrects(linked, { corrects: ["n-2", "n-1"] })).toBe(true)
  })

  it("COGOVERNANCE-1 COGOVERNANCE-13 COGOVERNANCE-15 after the end, corrections are filed, and what was done of what fell", () => {
    const linked = { disclosure: "n-1", proves: text(1), from: "2026-03-21", lapsed: false } as const
    const none = { decision: null, result: null }
    const begunOn = "2026-03-22"
    for (const status of ["unopened", "deliberating", "resolved", "implementing", "implemented"] as const) {
      const state = matter(null, null, { status, begunOn })
      expect([hasEnded(state), owesReport(state), mayLink(state, "decision")]).toEqual([false, false, true])
      expect(mayReport(state)).toBe(status === "implementing" || status === "implemented")
    }
    for (const status of ["closed", "rejected", "withdrawn", "revoked"] as const) {
      const fell = status === "rejected" || status === "revoked"
      const state = matter(null, null, { status, begunOn, disclosures: none })
      expect([hasEnded(state), owesReport(state), mayReport(state)]).toEqual([true, fell, fell])
      expect([mayLink(state, "decision"), mayLink(state, "result")]).toEqual([false, fell])
      const idle = matter(null, null, { status, begunOn: null, disclosures: { decision: linked, result: null } })
      expect([owesReport(idle), mayLink(idle, "decision"), mayLink(idle, "result")]).toEqual([false, true, false])
    }
  })
})

describe("appraisals and revocations", () => {
  it("COGOVERNANCE-16 are skipped where the charter lets it, one by one", () => {
    const only = (which: "internalBodiesAppraisal" | "coBuildingUnitsAppraisal") => {
      const strict = { ...policy, internalBodiesAppraisal: "required", coBuildingUnitsAppraisal: "required" } as const
      const state = { ...strict, [which]: "may-be-skipped" } as const
      return [maySkipAppraisal(state, "internal-bodies"), maySkipAppraisal(state, "co-building-units")]
    }
    expect(only("internalBodiesAppraisal")).toEqual([true, false])
    expect(only("coBuildingUnitsAppraisal")).toEqual([false, true])
  })

  it("COGOVERNANCE-17 nobody stands on both sides, and those of whom nothing is known are told", () => {
    const people = [
      { person: "p-1", bodies: ["branch"] },
      { person: "p-2", bodies: ["branch", "owners"] },
      { person: "p-3", bodies: ["owners"] },
    ]
    const who = (appraised: ReadonlyArray<string>, appraisers: ReadonlyArray<string>) =>
      onBothSides({ by: "branch", appraised, appraisers }, people)
    expect(who(["owners"], ["p-1"])).toEqual({ bodies: [], appraisers: [] })
    expect(who(["owners", "owners"], ["p-1", "p-2"])).toEqual({ bodies: ["owners"], appraisers: ["p-2"] })
    expect(who(["company", "branch"], [])).toEqual({ bodies: ["branch"], appraisers: [] })
    expect(who(["company"], ["p-2", "p-3"])).toEqual({ bodies: [], appraisers: [] })
    const of = (appraisers: ReadonlyArray<string>) =>
      unknownAppraisers({ by: "branch", appraised: [], appraisers }, people)
    expect(of(["p-1", "p-9", "p-8"])).toEqual(["p-9", "p-8"])
    expect(of(["p-3"])).toEqual([])
  })

  it("COGOVERNANCE-20 art. 30(3): residents over representatives and committee, representatives over the committee", () => {
    const assembly = "residents-assembly-of-residents"
    const households = "residents-assembly-of-households"
    const table = [
      [assembly, "representatives-meeting", true],
      [households, "representatives-meeting", true],
      [assembly, "residents-committee", true],
      [households, "residents-committee", true],
      ["representatives-meeting", "residents-committee", true],
      [assembly, households, true],
      [households, assembly, true],
      ["representatives-meeting", assembly, false],
      ["residents-committee", "representatives-meeting", false],
      ["residents-committee", assembly, false],
      [assembly, "joint-conference", false],
      ["joint-conference", "joint-conference", true],
    ] as const
    for (const [by, of, may] of table) expect([by, of, mayRevoke(policy, by, [of])]).toEqual([by, of, may])
    expect(mayRevoke(policy, assembly, [])).toBe(false)
    expect(mayRevoke(policy, assembly, ["joint-conference", "residents-committee"])).toBe(true)
  })
})
