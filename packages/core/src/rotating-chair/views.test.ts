import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { project } from "../kernel/projection.ts"
import {
  fairnessReport,
  type RotaCommand,
  type RotaPolicy,
  rotaPolicyDefaults,
  rotatingChair,
  tenures,
  turnHistory,
} from "./index.ts"

const at = (day: CivilDate, command: RotaCommand) =>
  [command, { actor: { _tag: "System", rule: "CHAIR-10" }, now: on(day) }] as const
const units = ["clinic", "school", "property"]
const open = (policy: Partial<RotaPolicy> = {}, names: ReadonlyArray<string> = units) =>
  at("2026-01-01", {
    _tag: "OpenRota",
    policy: { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 }, horizonTerms: 3, ...policy },
    units: names,
    startsOn: "2026-01-01",
  })
const look = (day: CivilDate) => at(day, { _tag: "AdvanceRota" })
const unseat = (day: CivilDate, unit: string) => at(day, { _tag: "UnseatUnit", unit })
const told = (...steps: ReadonlyArray<ReturnType<typeof at>>) => {
  const { history, refused } = play(rotatingChair, steps)
  expect(refused).toEqual([])
  return history
}
const spans = (...steps: ReadonlyArray<ReturnType<typeof at>>) =>
  project(tenures, told(...steps)).map(({ from, term, unit, until }) => `${term} ${unit} ${from} ${until}`)
const records = (...steps: ReadonlyArray<ReturnType<typeof at>>) =>
  project(turnHistory, told(...steps)).records.map(({ outcome, term, unit }) => `${term} ${unit} ${outcome}`)

describe("who held the chair when", () => {
  it("CHAIR-1 a span for each term; the last one goes on", () => {
    expect(spans(open(), look("2026-02-01"))).toEqual(["1 clinic 2026-01-01 2026-02-01", "2 school 2026-02-01 null"])
  })

  it("CHAIR-1 no span for a chair that is taken over on the day on which it is vacated", () => {
    expect(spans(open(), unseat("2026-01-10", "clinic"))).toEqual([
      "1 clinic 2026-01-01 2026-01-10",
      "1 school 2026-01-10 null",
    ])
    expect(spans(open(), unseat("2026-01-01", "clinic"))).toEqual(["1 school 2026-01-01 null"])
  })

  it("CHAIR-1 a span of its own for a vacancy, and one more for each term that it goes on into", () => {
    const decline = (term: number) => at("2026-01-05", { _tag: "DeclineTurn", term, reason: "no" })
    expect(spans(open({ movedTurns: "vacant", vacancyDays: 40 }), decline(2), decline(3), look("2026-03-13"))).toEqual([
      "1 clinic 2026-01-01 2026-02-01",
      "2 null 2026-02-01 2026-03-01",
      "3 null 2026-03-01 2026-03-13",
      "3 clinic 2026-03-13 null",
    ])
  })

  it("CHAIR-14 a new span when the unit in the chair bears another name; none when it keeps its own or another merges", () => {
    const merge = (one: string, other: string, into: string) =>
      at("2026-01-10", { _tag: "MergeUnits", units: [one, other], into })
    expect(spans(open(), merge("clinic", "school", "campus"))).toEqual([
      "1 clinic 2026-01-01 2026-01-10",
      "1 campus 2026-01-10 null",
    ])
    expect(spans(open(), merge("clinic", "school", "clinic"))).toEqual(["1 clinic 2026-01-01 null"])
    expect(spans(open(), merge("property", "school", "campus"))).toEqual(["1 clinic 2026-01-01 null"])
    expect(
      spans(open({ movedTurns: "vacant" }), unseat("2026-01-05", "clinic"), merge("property", "school", "campus")),
    ).toEqual(["1 clinic 2026-01-01 2026-01-05", "1 null 2026-01-05 null"])
  })

  it("CHAIR-20 ends with the rota", () => {
    expect(spans(open(), at("2026-01-10", { _tag: "CloseRota" }))).toEqual(["1 clinic 2026-01-01 2026-01-10"])
    expect(spans(open(), at("2026-01-01", { _tag: "CloseRota" }))).toEqual([])
    expect(spans(open(), look("2026-02-01"), at("2026-02-10", { _tag: "CloseRota" }))).toEqual([
      "1 clinic 2026-01-01 2026-02-01",
      "2 school 2026-02-01 2026-02-10",
    ])
  })
})

describe("what became of every turn", () => {
  it("CHAIR-4 published, serving, served", () => {
    expect(records(open(), look("2026-02-01"))).toEqual([
      "1 clinic served",
      "2 school serving",
      "3 property published",
      "4 clinic published",
      "5 school published",
    ])
  })

  it("CHAIR-6 traded", () => {
    expect(records(open(), at("2026-01-05", { _tag: "SwapTurns", first: 2, second: 3 }))).toEqual([
      "1 clinic serving",
      "3 school published",
      "2 property published",
      "4 clinic published",
    ])
  })

  it("CHAIR-7 put off and CHAIR-16 declined, with the turn of whoever took it over", () => {
    const skip = at("2026-01-05", { _tag: "SkipTurn", term: 2, reason: "flood" })
    expect(records(open(), skip)).toEqual([
      "1 clinic serving",
      "3 property published",
      "4 clinic published",
      "2 school skipped",
      "2 property published",
    ])
    const history = project(turnHistory, told(open(), skip))
    expect(history.owed).toEqual([{ unit: "school", since: 2 }])
    expect(project(turnHistory, told(open(), skip, look("2026-02-01"))).owed).toEqual([])
    const decline = at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })
    expect(records(open({ movedTurns: "vacant" }), decline).slice(-1)).toEqual(["2 school declined"])
  })

  it("CHAIR-5 moved on: a turn taken over and given up again leaves no trace of being published", () => {
    const decline = at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })
    const again = at("2026-01-06", { _tag: "DeclineTurn", term: 2, reason: "no" })
    expect(records(open(), decline, again).filter((record) => record.startsWith("2"))).toEqual([
      "2 school declined",
      "2 property declined",
      "2 school published",
    ])
  })

  it("CHAIR-9 stood in for, which is a turn of nobody's; and nothing of it when the stand-in leaves before the term", () => {
    const decline = at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })
    const standing = open({ movedTurns: "substitute" })
    const second = (...steps: ReadonlyArray<ReturnType<typeof at>>) =>
      records(standing, decline, ...steps).filter((record) => record.startsWith("2"))
    expect(second()).toEqual(["2 school declined", "2 property stood-in"])
    expect(second(unseat("2026-01-06", "property"))).toEqual(["2 school declined", "2 school stood-in"])
    expect(second(unseat("2026-02-06", "property"))).toEqual([
      "2 school declined",
      "2 property stood-in",
      "2 clinic stood-in",
    ])
  })

  it("CHAIR-15 served in part by two units, of which the second has the no-show", () => {
    const left = [open(), unseat("2026-01-10", "clinic"), at("2026-01-20", { _tag: "RecordNoShow", term: 1 })] as const
    expect(records(...left).filter((record) => record.startsWith("1"))).toEqual([
      "1 clinic served",
      "1 school owed-no-show",
    ])
    expect(project(turnHistory, told(...left)).owed).toEqual([{ unit: "school", since: 1 }])
  })

  it("CHAIR-11 missed: owed or used up, of the serving term or the one before", () => {
    const missed = (policy: Partial<RotaPolicy>, day: CivilDate) =>
      records(open(policy), at(day, { _tag: "RecordNoShow", term: 1 }))[0]
    expect(missed({}, "2026-01-10")).toBe("1 clinic owed-no-show")
    expect(missed({}, "2026-02-10")).toBe("1 clinic owed-no-show")
    expect(missed({ noShow: "counts" }, "2026-02-10")).toBe("1 clinic no-show")
    expect(
      project(turnHistory, told(open({ noShow: "counts" }), at("2026-01-10", { _tag: "RecordNoShow", term: 1 }))).owed,
    ).toEqual([])
  })

  it("CHAIR-14 under the new name from the term that serves on; what was served keeps the old one", () => {
    const merge = at("2026-02-10", { _tag: "MergeUnits", units: ["clinic", "school"], into: "campus" })
    const steps = [open({ mergedTurns: "keep-both" }), look("2026-02-01"), merge] as const
    expect(records(...steps)).toEqual([
      "1 clinic served",
      "2 campus serving",
      "3 property published",
      "4 campus published",
      "5 campus published",
    ])
    expect(project(turnHistory, told(...steps)).seats).toEqual([
      { unit: "clinic", from: 0, until: 2 },
      { unit: "school", from: 0, until: 2 },
      { unit: "property", from: 0, until: null },
      { unit: "campus", from: 2, until: null },
    ])
  })

  it("CHAIR-14 with the stand-in's term and the debts of the merged units under the new name", () => {
    const decline = at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })
    const merge = at("2026-01-10", { _tag: "MergeUnits", units: ["clinic", "property"], into: "campus" })
    expect(
      records(open({ movedTurns: "substitute" }), decline, merge).filter((record) => record.startsWith("2")),
    ).toEqual(["2 school declined", "2 campus stood-in"])
    const noShow = at("2026-01-05", { _tag: "RecordNoShow", term: 1 })
    expect(project(turnHistory, told(open(), noShow, merge)).owed).toEqual([
      { unit: "campus", since: 1, cause: "no-show" },
    ])
  })

  it("CHAIR-13 a unit that leaves and returns has two spans, and owes nothing any more", () => {
    const skip = at("2026-01-05", { _tag: "SkipTurn", term: 2, reason: "flood" })
    const back = at("2026-02-10", { _tag: "SeatUnit", unit: "school" })
    const history = project(
      turnHistory,
      told(open({ movedTurns: "vacant" }), skip, unseat("2026-01-10", "school"), back),
    )
    expect(history.owed).toEqual([])
    expect(history.seats.filter((seat) => seat.unit === "school")).toEqual([
      { unit: "school", from: 0, until: 1 },
      { unit: "school", from: 2, until: null },
    ])
  })

  it("CHAIR-4 makes the fairness report", () => {
    const report = fairnessReport(project(turnHistory, told(open(), look("2026-05-01"))))
    expect(report.spread).toBe(1)
    expect(report.rows.map(({ longestWait, published, turns, unit }) => [unit, turns, published, longestWait])).toEqual(
      [
        ["clinic", 2, 1, 3],
        ["school", 2, 1, 3],
        ["property", 1, 1, 3],
      ],
    )
  })
})
