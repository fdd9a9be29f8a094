import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { project } from "../kernel/projection.ts"
import {
  explain,
  fairnessReport,
  presiderFor,
  type RotaCommand,
  rotaPolicyDefaults,
  rotatingChair,
  tenures,
  turnHistory,
} from "./index.ts"

const convenor = { _tag: "Post", person: "p-leader", post: "convenor", within: "conference" } as const
const at = (day: CivilDate, command: RotaCommand) => [command, { actor: convenor, now: on(day) }] as const
const open = at("2026-01-01", {
  _tag: "OpenRota",
  policy: rotaPolicyDefaults,
  units: ["school", "clinic", "property", "judicial-office"],
  startsOn: "2026-01-01",
})
const look = (day: CivilDate) => at(day, { _tag: "AdvanceRota" })

/** Whose turns are published, from the term that serves on. */
const chairs = (...steps: ReadonlyArray<ReturnType<typeof at>>) => {
  const { refused, state } = play(rotatingChair, steps)
  expect(refused).toEqual([])
  return state.terms.map((term) => `${term.from} ${term.unit}`)
}

describe("stories of a rota", () => {
  it("CHAIR-10 a year of turns: each quarter the next in turn, each term beginning where the one before it ended", () => {
    // #region a-year-of-turns
    const year = play(rotatingChair, [open, look("2026-04-01"), look("2026-07-01"), look("2026-10-01")])

    expect(project(tenures, year.history)).toEqual([
      { term: 1, unit: "school", from: "2026-01-01", until: "2026-04-01" },
      { term: 2, unit: "clinic", from: "2026-04-01", until: "2026-07-01" },
      { term: 3, unit: "property", from: "2026-07-01", until: "2026-10-01" },
      { term: 4, unit: "judicial-office", from: "2026-10-01", until: null },
    ])
    expect(explain(year.state, 7)).toEqual({
      term: 7,
      unit: "property",
      because: [{ _tag: "WaitedLongest", since: 3 }],
    })
    // #endregion a-year-of-turns
    expect(fairnessReport(project(turnHistory, year.history)).spread).toBe(0)
  })

  it("CHAIR-8 the year is the same when nobody looks before its end", () => {
    const often = play(rotatingChair, [open, look("2026-04-01"), look("2026-07-01"), look("2026-10-01")])
    const once = play(rotatingChair, [open, look("2026-10-01")])
    expect(once.history).toEqual(often.history)
  })

  it("CHAIR-6 the school and the property company trade their turns; the judicial office's stays where it was", () => {
    // #region swap
    const swap = at("2026-01-20", { _tag: "SwapTurns", first: 2, second: 3 })

    expect(chairs(open)).toEqual([
      "2026-01-01 school",
      "2026-04-01 clinic",
      "2026-07-01 property",
      "2026-10-01 judicial-office",
    ])
    expect(chairs(open, swap)).toEqual([
      "2026-01-01 school",
      "2026-04-01 property",
      "2026-07-01 clinic",
      "2026-10-01 judicial-office",
    ])
    expect(chairs(open, swap, swap)).toEqual(chairs(open))
    // #endregion swap
  })

  it("CHAIR-7 the clinic puts its turn off: another unit takes it, and the clinic's comes back before anybody's next one", () => {
    // #region skip-and-repay
    const skip = at("2026-02-12", { _tag: "SkipTurn", term: 2, reason: "the clinic moves house in April" })
    const put = play(rotatingChair, [open, skip])

    expect(put.state.owed).toEqual([{ unit: "clinic", since: 2, cause: "skipped" }])
    expect(explain(put.state, 2)).toEqual({
      term: 2,
      unit: "school",
      because: [
        { _tag: "WaitedLongest", since: 0 },
        { _tag: "TookOver", before: "clinic", cause: "skipped" },
        { _tag: "WaitedLongest", since: 1 },
      ],
    })

    const repaid = play(rotatingChair, [open, skip, look("2026-04-01")])
    expect(repaid.state.owed).toEqual([])
    expect(explain(repaid.state, 5)).toEqual({
      term: 5,
      unit: "clinic",
      because: [{ _tag: "TurnOwed", owedSince: 2, cause: "skipped" }],
    })
    // #endregion skip-and-repay
  })

  it("CHAIR-5 the property company leaves: its own turn moves, and no other", () => {
    // #region leaver
    const leave = at("2026-02-12", { _tag: "UnseatUnit", unit: "property" })

    expect(chairs(open, leave)).toEqual([
      "2026-01-01 school",
      "2026-04-01 clinic",
      "2026-07-01 school",
      "2026-10-01 judicial-office",
    ])
    // #endregion leaver
  })

  it("CHAIR-9 the school has an interest in an item: over this item somebody else presides, and the turn stays the school's", () => {
    // #region recusal
    const declare = (unit: string) => at("2026-02-12", { _tag: "DeclareInterest", item: "playground-fence", unit })
    const { state } = play(rotatingChair, [open, declare("school"), declare("clinic")])

    expect(presiderFor(state, rotaPolicyDefaults, "playground-fence")).toEqual({ _tag: "Substitute", unit: "property" })
    expect(presiderFor(state, rotaPolicyDefaults, "parking")).toEqual({ _tag: "Chair", unit: "school" })
    // #endregion recusal
    expect(state.terms[0]?.unit).toBe("school")
  })
})
