import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  notices,
  type RotaCommand,
  type RotaEvent,
  type RotaPolicy,
  rotaPolicyDefaults,
  rotatingChair,
} from "./index.ts"

const at = (day: CivilDate, command: RotaCommand) =>
  [command, { actor: { _tag: "System", rule: "CHAIR-10" }, now: on(day) }] as const
const open = (policy: Partial<RotaPolicy> = {}) =>
  at("2026-01-01", {
    _tag: "OpenRota",
    policy: { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 }, horizonTerms: 1, ...policy },
    units: ["clinic", "school"],
    startsOn: "2026-01-01",
  })
const told = (...steps: ReadonlyArray<ReturnType<typeof at>>) => play(rotatingChair, steps).history.flatMap(notices)
const unit = (id: string) => ({ _tag: "Unit", unit: id })
const convenor = { _tag: "Post", post: "convenor" }
const secretary = { _tag: "Post", post: "secretary" }

describe("who is told what", () => {
  it("CHAIR-5 a unit, of its published turn; CHAIR-10 everybody, of a term that begins", () => {
    expect(told(open())).toEqual([
      { template: "turn-published", to: [unit("clinic")], data: { term: 1, unit: "clinic", from: "2026-01-01" } },
      { template: "turn-published", to: [unit("school")], data: { term: 2, unit: "school", from: "2026-02-01" } },
      {
        template: "term-begun",
        to: [{ _tag: "AllUnits" }],
        data: { term: 1, unit: "clinic", on: "2026-01-01", handOverBefore: "2026-01-12" },
      },
    ])
  })

  it("CHAIR-7 the unit that takes over a turn, with the secretary", () => {
    expect(told(open(), at("2026-01-05", { _tag: "SkipTurn", term: 2, reason: "flood" })).slice(3)).toEqual([
      {
        template: "turn-taken-over",
        to: [unit("clinic"), secretary],
        data: { term: 2, unit: "clinic", before: "school", cause: "skipped" },
      },
    ])
  })

  it("CHAIR-15 the convenor and the secretary, of a turn that nobody takes and of a chair that nobody has", () => {
    const vacant = [open({ movedTurns: "vacant" }), at("2026-01-05", { _tag: "UnseatUnit", unit: "clinic" })]
    expect(told(...vacant).slice(3)).toEqual([
      {
        template: "chair-vacated",
        to: [convenor, secretary],
        data: { term: 1, since: "2026-01-05", endsOn: "2026-01-12" },
      },
      {
        template: "turn-left-vacant",
        to: [convenor, secretary],
        data: { term: 1, unit: null, before: "clinic", cause: "left" },
      },
    ])
  })

  it("CHAIR-9 the unit that is named a substitute", () => {
    expect(told(open(), at("2026-01-05", { _tag: "NameSubstitute", unit: "school" })).slice(3)).toEqual([
      { template: "substitute-named", to: [unit("school")], data: { term: 1, unit: "school" } },
    ])
  })

  it("CHAIR-17 the chair whose hand-over record is missing, the convenor and the secretary", () => {
    expect(told(open(), at("2026-01-12", { _tag: "RemindHandOver", term: 1 })).slice(3)).toEqual([
      {
        template: "hand-over-missing",
        to: [unit("clinic"), convenor, secretary],
        data: { term: 1, unit: "clinic" },
      },
    ])
  })

  it("CHAIR-15 nobody, of a term that is published or begins without a unit: the vacancy is told instead", () => {
    const term = {
      ordinal: 3,
      round: 1,
      unit: null,
      counts: false,
      from: "2026-03-01",
      until: null,
      because: [],
    } as const
    const silent: ReadonlyArray<RotaEvent> = [
      { _tag: "TermPublished", term, repays: null },
      { _tag: "TermBegun", term: 3, unit: null, on: "2026-03-01", handOverBefore: null },
      { _tag: "UnitSeated", unit: "court", seatedAt: 1, countsFromRound: 2, lateIn: 0 },
    ]
    expect(silent.flatMap(notices)).toEqual([])
  })
})
