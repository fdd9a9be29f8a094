import { given, on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  nextInTurn,
  type RotaCommand,
  type RotaEvent,
  type RotaPolicy,
  rotaPolicyDefaults,
  rotatingChair,
} from "./index.ts"

const actor = { _tag: "System", rule: "CHAIR-10" } as const
const base: RotaPolicy = { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 }, horizonTerms: 3 }
const at = (day: CivilDate, command: RotaCommand) => [command, { actor, now: on(day) }] as const
const told = (...steps: ReadonlyArray<ReturnType<typeof at>>) => {
  const { history, refused } = play(rotatingChair, steps)
  expect(refused).toEqual([])
  return history
}
const when = (history: ReadonlyArray<RotaEvent>, day: CivilDate, command: RotaCommand) =>
  given(rotatingChair, history).when(command, { actor, now: on(day) })

const units = ["clinic", "school", "property"]
const opened = (policy: Partial<RotaPolicy> = {}, names: ReadonlyArray<string> = units) =>
  at("2026-01-01", { _tag: "OpenRota", policy: { ...base, ...policy }, units: names, startsOn: "2026-01-01" })
const seat = (unit: string): RotaCommand => ({ _tag: "SeatUnit", unit })
const unseat = (unit: string): RotaCommand => ({ _tag: "UnseatUnit", unit })
const putOff = (term: number): RotaCommand => ({ _tag: "SkipTurn", term, reason: "inspection" })

/** Published so far: 1 clinic, 2 school, 3 property, 4 clinic; the school is next. */
const history = told(opened())

describe("seating a unit", () => {
  it("CHAIR-12 grants it at the end of the list and of the queue, and publishes nothing", () => {
    const { events, state } = when(history, "2026-01-10", seat("court"))
    expect(events).toEqual([{ _tag: "UnitSeated", unit: "court", seatedAt: 1, countsFromRound: 2, lateIn: 0 }])
    expect(state.seats.at(-1)).toEqual({
      unit: "court",
      position: 4,
      queued: 8,
      seatedAt: 1,
      lastTurn: 0,
      lastRound: 1,
      lateIn: 0,
    })
    expect(state.terms).toEqual(when(history, "2026-01-10", { _tag: "AdvanceRota" }).state.terms)
  })

  it("CHAIR-12 refuses a unit that has a seat, with its place", () => {
    expect(when(history, "2026-01-10", seat("school")).refusals).toEqual([
      { _tag: "UnitAlreadySeated", rule: "CHAIR-12", unit: "school", position: 2 },
    ])
  })

  it("CHAIR-12 seats it into this round as its last, or from the next round on, as the policy says", () => {
    const listed = (newcomers: RotaPolicy["newcomers"]) =>
      when(told(opened({ order: { _tag: "Listed" }, newcomers })), "2026-01-10", seat("court"))
    expect(listed("this-round").events).toEqual([
      { _tag: "UnitSeated", unit: "court", seatedAt: 1, countsFromRound: 2, lateIn: 2 },
    ])
    expect(listed("next-round").events).toEqual([
      { _tag: "UnitSeated", unit: "court", seatedAt: 1, countsFromRound: 3, lateIn: 0 },
    ])
    const turns = (newcomers: RotaPolicy["newcomers"]) =>
      play(rotatingChair, [
        opened({ order: { _tag: "Listed" }, newcomers }),
        at("2026-01-10", seat("court")),
        at("2026-05-01", { _tag: "AdvanceRota" }),
      ]).history.flatMap((event) => (event._tag === "TermPublished" ? [event.term.unit] : []))
    const before = ["clinic", "school", "property", "clinic"]
    expect(turns("this-round")).toEqual([...before, "school", "property", "court", "clinic"])
    expect(turns("next-round")).toEqual([...before, "school", "property", "clinic", "school"])
  })

  it("CHAIR-15 gives a unit that comes while nobody is seated every vacant term, and the chair at once", () => {
    const deserted = told(opened({}, ["clinic"]), at("2026-01-10", unseat("clinic")))
    expect(when(deserted, "2026-01-20", seat("court")).events).toEqual([
      { _tag: "UnitSeated", unit: "court", seatedAt: 1, countsFromRound: 2, lateIn: 0 },
      ...[1, 2, 3, 4].flatMap((term): ReadonlyArray<RotaEvent> => {
        const moved: RotaEvent = {
          _tag: "TurnMoved",
          term,
          before: null,
          cause: "vacant",
          unit: "court",
          counts: true,
          round: 1,
          because: [
            { _tag: "TookOver", before: null, cause: "vacant" },
            { _tag: "WaitedLongest", since: Math.max(1, term - 1) },
          ],
          repays: null,
        }
        const filled: RotaEvent = {
          _tag: "VacancyFilled",
          term,
          unit: "court",
          on: "2026-01-20",
          handOverBefore: "2026-01-31",
        }
        return term === 1 ? [moved, filled] : [moved]
      }),
    ])
  })

  it("CHAIR-15 leaves a vacant term vacant when others are seated: the newcomer does not jump into it", () => {
    const vacant = told(opened({ movedTurns: "vacant" }), at("2026-01-05", putOff(2)))
    expect(when(vacant, "2026-01-10", seat("court")).events.map((event) => event._tag)).toEqual(["UnitSeated"])
  })
})

describe("unseating a unit", () => {
  it("CHAIR-5 grants it: a published turn goes to the next in turn, and nobody else's changes", () => {
    const { events, state } = when(history, "2026-01-10", unseat("property"))
    expect(events).toEqual([
      { _tag: "UnitUnseated", unit: "property" },
      {
        _tag: "TurnMoved",
        term: 3,
        before: "property",
        cause: "left",
        unit: "school",
        counts: true,
        round: 1,
        because: [
          { _tag: "TookOver", before: "property", cause: "left" },
          { _tag: "WaitedLongest", since: 2 },
        ],
        repays: null,
      },
    ])
    expect(state.terms.map((term) => term.unit)).toEqual(["clinic", "school", "school", "clinic"])
  })

  it("CHAIR-15 vacates the chair of a unit that serves and fills it on the same day", () => {
    const { events, state } = when(history, "2026-01-10", unseat("clinic"))
    expect(events.slice(0, 4)).toEqual([
      { _tag: "UnitUnseated", unit: "clinic" },
      { _tag: "ChairVacated", term: 1, since: "2026-01-10", endsOn: "2026-01-17" },
      {
        _tag: "TurnMoved",
        term: 1,
        before: "clinic",
        cause: "left",
        unit: "school",
        counts: true,
        round: 1,
        because: [
          { _tag: "TookOver", before: "clinic", cause: "left" },
          { _tag: "WaitedLongest", since: 2 },
        ],
        repays: null,
      },
      { _tag: "VacancyFilled", term: 1, unit: "school", on: "2026-01-10", handOverBefore: "2026-01-21" },
    ])
    expect(events.slice(4)).toMatchObject([{ _tag: "TurnMoved", term: 4, before: "clinic", unit: "property" }])
    expect(state.vacancy).toBeNull()
    expect(state.handOver).toEqual({ term: 1, from: "clinic", dueBefore: "2026-01-21", reminded: false })
  })

  it("CHAIR-5 sends the turn to a stand-in, who has no turn by it, where the policy says so", () => {
    const asked = (substitute: RotaPolicy["substitute"], day: CivilDate, unit: string) =>
      when(told(opened({ movedTurns: "substitute", substitute })), day, unseat(unit)).events.at(-1)
    expect(asked("next-in-turn", "2026-01-10", "property")).toEqual({
      _tag: "TurnMoved",
      term: 3,
      before: "property",
      cause: "left",
      unit: "school",
      counts: false,
      round: 1,
      because: [{ _tag: "StandsIn", before: "property", cause: "left" }],
      repays: null,
    })
    expect(asked("previous-chair", "2026-03-01", "clinic")).toMatchObject({ term: 4, unit: "school", counts: false })
    expect(asked("next-in-turn", "2026-03-01", "clinic")).toMatchObject({ term: 4, unit: "school", counts: false })
  })

  it("CHAIR-5 asks the chair itself when there is nobody else to stand in for a later turn", () => {
    const two = told(opened({ movedTurns: "substitute" }, ["clinic", "school"]))
    expect(when(two, "2026-01-10", unseat("school")).events).toMatchObject([
      { _tag: "UnitUnseated" },
      { _tag: "TurnMoved", term: 2, unit: "clinic", counts: false },
      { _tag: "TurnMoved", term: 4, unit: "clinic", counts: false },
    ])
  })

  it("CHAIR-15 leaves the turn vacant where the policy says so, and the chair with the day on which that ends", () => {
    const { events, state } = when(told(opened({ movedTurns: "vacant" })), "2026-01-10", unseat("clinic"))
    const left = { before: "clinic", cause: "left" } as const
    const vacant = { unit: null, counts: false, because: [{ _tag: "LeftVacant", ...left }], repays: null } as const
    expect(events).toEqual([
      { _tag: "UnitUnseated", unit: "clinic" },
      { _tag: "ChairVacated", term: 1, since: "2026-01-10", endsOn: "2026-01-17" },
      { _tag: "TurnMoved", term: 1, ...left, ...vacant, round: 1 },
      { _tag: "TurnMoved", term: 4, ...left, ...vacant, round: 1 },
    ])
    expect(state.vacancy).toEqual({ term: 1, since: "2026-01-10", endsOn: "2026-01-17" })
  })

  it("CHAIR-15 sets no end to a vacancy while nobody is seated", () => {
    const { state } = when(told(opened({}, ["clinic"])), "2026-01-10", unseat("clinic"))
    expect(state.vacancy).toEqual({ term: 1, since: "2026-01-10", endsOn: null })
    expect(state.terms.map((term) => term.unit)).toEqual([null, null, null, null])
  })

  it("CHAIR-13 takes what the unit owes with it, and gives none of it back when the unit returns", () => {
    const indebted = told(opened(), at("2026-01-05", putOff(3)))
    const gone = when(indebted, "2026-01-10", unseat("property"))
    expect(gone.state.owed).toEqual([])
    const back = when([...indebted, ...gone.events], "2026-01-11", seat("property"))
    expect(back.state.owed).toEqual([])
    expect(nextInTurn(back.state, base.order)?.unit).toBe("clinic")
  })

  it("CHAIR-9 ends the unit's standing in for the chair", () => {
    const named = told(opened(), at("2026-01-05", { _tag: "NameSubstitute", unit: "property" }))
    expect(when(named, "2026-01-10", unseat("school")).state.substitute).toEqual({ term: 1, unit: "property" })
    expect(when(named, "2026-01-10", unseat("property")).state.substitute).toBeNull()
  })

  it("CHAIR-2 refuses a unit without a seat, and names those that have one", () => {
    expect(when(history, "2026-01-10", unseat("court")).refusals).toEqual([
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "court", seated: units },
    ])
  })

  it("CHAIR-5 stays quiet about everybody else: a unit without a published turn leaves, and nothing moves", () => {
    const newcomer = told(opened(), at("2026-01-05", seat("court")))
    expect(when(newcomer, "2026-01-10", unseat("court")).events).toEqual([{ _tag: "UnitUnseated", unit: "court" }])
  })
})

describe("merging two units", () => {
  const merge = (one: string, other: string, into: string): RotaCommand => ({
    _tag: "MergeUnits",
    units: [one, other],
    into,
  })
  const merging = (policy: Partial<RotaPolicy>, command: RotaCommand) =>
    when(told(opened({ horizonTerms: 5, ...policy })), "2026-01-10", command)

  it("CHAIR-14 grants it: one seat, the turns of both, and of the doubled ones the later goes back", () => {
    // Ahead: 2 school, 3 property, 4 clinic, 5 school, 6 property; the clinic is next.
    const { events, state } = merging({}, merge("school", "property", "campus"))
    expect(events).toEqual([
      { _tag: "UnitsMerged", units: ["school", "property"], into: "campus", on: "2026-01-10", owed: [] },
      ...[5, 6].map((term) => ({
        _tag: "TurnMoved",
        term,
        before: "campus",
        cause: "merged",
        unit: "clinic",
        counts: true,
        round: 1,
        because: [
          { _tag: "TookOver", before: "campus", cause: "merged" },
          { _tag: "WaitedLongest", since: term - 1 },
        ],
        repays: null,
      })),
    ])
    expect(state.seats.map((known) => [known.unit, known.position])).toEqual([
      ["clinic", 1],
      ["campus", 2],
    ])
    expect(state.terms.map((term) => term.unit)).toEqual(["clinic", "campus", "campus", "clinic", "clinic", "clinic"])
    expect(state.terms[1]?.because).toEqual([
      { _tag: "WaitedLongest", since: 0 },
      { _tag: "Merged", before: "school" },
    ])
  })

  it("CHAIR-14 gives back the earlier ones, or none, as the policy says", () => {
    const moved = (mergedTurns: RotaPolicy["mergedTurns"]) =>
      merging({ mergedTurns }, merge("school", "property", "campus")).events.flatMap((event) =>
        event._tag === "TurnMoved" ? [event.term] : [],
      )
    expect(moved("keep-earlier")).toEqual([5, 6])
    expect(moved("keep-later")).toEqual([2, 3])
    expect(moved("keep-both")).toEqual([])
  })

  it("CHAIR-14 keeps the name of one of the two, whose terms then need no further reason", () => {
    const { state } = merging({ mergedTurns: "keep-both" }, merge("property", "school", "school"))
    expect(state.terms.map((term) => [term.unit, term.because.length])).toEqual([
      ["clinic", 1],
      ["school", 1],
      ["school", 2],
      ["clinic", 1],
      ["school", 1],
      ["school", 2],
    ])
  })

  it("CHAIR-14 counts neither the serving term nor a stand-in's term among the doubled ones", () => {
    const serving = merging({ horizonTerms: 1 }, merge("clinic", "school", "campus"))
    expect(serving.events).toHaveLength(1)
    expect(serving.state.terms.map((term) => term.unit)).toEqual(["campus", "campus"])
    const standing = when(
      told(opened({ movedTurns: "substitute" }), at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })),
      "2026-01-10",
      merge("school", "property", "campus"),
    )
    expect(standing.state.terms.map((term) => [term.unit, term.counts])).toEqual([
      ["clinic", true],
      ["campus", false],
      ["campus", true],
      ["clinic", true],
    ])
  })

  it("CHAIR-14 takes over what the deeper in debt owed, or what both owed where both turns are kept", () => {
    const owing = (mergedTurns: RotaPolicy["mergedTurns"]) => [
      opened({ horizonTerms: 8, owedTurnsLimit: 2, mergedTurns, movedTurns: "vacant" }),
      at("2026-01-02", putOff(3)),
      at("2026-01-03", putOff(2)),
      at("2026-01-04", putOff(6)),
      at("2026-01-05", putOff(4)),
    ]
    const owed = (mergedTurns: RotaPolicy["mergedTurns"], one: string, other: string) =>
      when(told(...owing(mergedTurns)), "2026-01-10", merge(one, other, "campus")).state.owed.map(
        (turn) => `${turn.unit} ${turn.since}`,
      )
    expect(owed("keep-earlier", "school", "property")).toEqual(["clinic 4", "campus 3", "campus 6"])
    expect(owed("keep-earlier", "property", "school")).toEqual(["clinic 4", "campus 3", "campus 6"])
    expect(owed("keep-both", "school", "property")).toEqual(["clinic 4", "campus 2", "campus 3", "campus 6"])
  })

  it("CHAIR-14 renames whatever bore one of the two names: interest, substitute, the chair before, a hand-over", () => {
    const { state } = when(
      told(
        opened(),
        at("2026-02-01", { _tag: "DeclareInterest", item: "fence", unit: "property" }),
        at("2026-02-01", { _tag: "NameSubstitute", unit: "property" }),
      ),
      "2026-02-02",
      merge("clinic", "property", "campus"),
    )
    expect(state.interests).toEqual([{ item: "fence", unit: "campus" }])
    expect(state.substitute).toEqual({ term: 2, unit: "campus" })
    expect(state.previous?.unit).toBe("campus")
    expect(state.lastChair).toBe("school")
    expect(state.handOver).toEqual({ term: 2, from: "campus", dueBefore: "2026-02-12", reminded: false })
  })

  it("CHAIR-9 lets nobody stand in for itself: a substitute that merged with the chair is none any more", () => {
    const named = told(opened(), at("2026-01-05", { _tag: "NameSubstitute", unit: "property" }))
    const merged = when(named, "2026-01-10", merge("clinic", "property", "campus")).state
    expect(merged.substitute).toBeNull()
    expect(merged.lastChair).toBe("campus")
  })

  it("CHAIR-14 refuses a merger of a unit with itself, and a name that a third unit bears", () => {
    const refused = (one: string, other: string, into: string) =>
      when(history, "2026-01-10", merge(one, other, into)).refusals
    expect(refused("clinic", "clinic", "campus")).toEqual([
      { _tag: "MergeNeedsTwoUnits", rule: "CHAIR-14", units: ["clinic", "clinic"], into: "campus" },
    ])
    expect(refused("clinic", "school", "property")).toEqual([
      { _tag: "MergeNeedsTwoUnits", rule: "CHAIR-14", units: ["clinic", "school"], into: "property" },
    ])
    expect(refused("clinic", "school", "school")).toEqual([])
  })

  it("CHAIR-2 refuses units without a seat, each of them", () => {
    expect(when(history, "2026-01-10", merge("court", "library", "campus")).refusals).toEqual([
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "court", seated: units },
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "library", seated: units },
    ])
  })
})
