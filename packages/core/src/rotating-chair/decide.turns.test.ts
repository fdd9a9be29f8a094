import { given, on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { type RotaCommand, type RotaEvent, type RotaPolicy, rotaPolicyDefaults, rotatingChair } from "./index.ts"

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
const swap = (first: number, second: number): RotaCommand => ({ _tag: "SwapTurns", first, second })
const putOff = (term: number): RotaCommand => ({ _tag: "SkipTurn", term, reason: "flood season" })
const decline = (term: number): RotaCommand => ({ _tag: "DeclineTurn", term, reason: "no staff" })
const noShow = (term: number): RotaCommand => ({ _tag: "RecordNoShow", term })
const fill = (term: number, unit: string | null = null): RotaCommand => ({ _tag: "FillVacancy", term, unit })
const advance: RotaCommand = { _tag: "AdvanceRota" }

/** Published so far: 1 clinic, 2 school, 3 property, 4 clinic; the school is next. */
const history = told(opened())
const holders = (events: ReadonlyArray<RotaEvent>) => given(rotatingChair, events).state.terms.map((term) => term.unit)

/** What every command that moves a published turn refuses in the same way. */
const moving = [
  ["SwapTurns", (term: number) => swap(term, 3)],
  ["SkipTurn", putOff],
  ["DeclineTurn", decline],
] as const

describe.each(moving)("a turn that %s cannot move", (_tag, command) => {
  it("CHAIR-5 is one that is not published: the answer names those that are", () => {
    expect(when(history, "2026-01-10", command(5)).refusals).toEqual([
      { _tag: "TermNotPublished", rule: "CHAIR-5", term: 5, published: [1, 2, 3, 4] },
    ])
    expect(when(history, "2026-02-10", command(1)).refusals).toEqual([
      { _tag: "TermNotPublished", rule: "CHAIR-5", term: 1, published: [2, 3, 4, 5] },
    ])
  })

  it("CHAIR-5 is one that has begun: movable the day before its first day, and from that day on no more", () => {
    const begun = { _tag: "TermAlreadyBegun", rule: "CHAIR-5", term: 2, firstOpen: 3 }
    expect(when(history, "2026-01-31", command(2)).refusals).toEqual([])
    expect(when(history, "2026-02-01", command(2)).refusals).toEqual([begun])
    expect(when(history, "2026-02-02", command(2)).refusals).toEqual([begun])
  })

  it("CHAIR-6 is one that is vacant or stood in for: it is nobody's", () => {
    const vacant = told(opened({ movedTurns: "vacant" }), at("2026-01-05", decline(2)))
    const standing = told(opened({ movedTurns: "substitute" }), at("2026-01-05", decline(2)))
    const refused = [{ _tag: "TurnNotHeld", rule: "CHAIR-6", term: 2 }]
    expect(when(vacant, "2026-01-10", command(2)).refusals).toEqual(refused)
    expect(when(standing, "2026-01-10", command(2)).refusals).toEqual(refused)
  })
})

describe("swapping two turns", () => {
  it("CHAIR-6 grants it: the units change places, and each term says with which", () => {
    const { events, state } = when(history, "2026-01-10", swap(2, 4))
    expect(events).toEqual([{ _tag: "TurnsSwapped", first: 2, second: 4 }])
    expect(state.terms.map((term) => term.unit)).toEqual(["clinic", "clinic", "property", "school"])
    expect([state.terms[1]?.because.at(-1), state.terms[3]?.because.at(-1)]).toEqual([
      { _tag: "Swapped", withTerm: 4, before: "school" },
      { _tag: "Swapped", withTerm: 2, before: "clinic" },
    ])
    expect(state.terms[1]).toMatchObject({ ordinal: 2, from: "2026-02-01", until: "2026-03-01", counts: true })
  })

  it("CHAIR-6 refuses two turns of one unit, and one turn with itself", () => {
    const two = told(opened({ horizonTerms: 4 }))
    expect(when(two, "2026-01-10", swap(2, 5)).refusals).toEqual([
      { _tag: "NothingToSwap", rule: "CHAIR-6", first: 2, second: 5, unit: "school" },
    ])
    expect(when(history, "2026-01-10", swap(3, 3)).refusals).toEqual([
      { _tag: "NothingToSwap", rule: "CHAIR-6", first: 3, second: 3, unit: "property" },
    ])
  })

  it("CHAIR-5 refuses with what is wrong with each of the two, in their order", () => {
    expect(when(history, "2026-02-10", swap(9, 2)).refusals).toEqual([
      { _tag: "TermNotPublished", rule: "CHAIR-5", term: 9, published: [2, 3, 4, 5] },
      { _tag: "TermAlreadyBegun", rule: "CHAIR-5", term: 2, firstOpen: 3 },
    ])
    expect(when(history, "2026-02-10", swap(3, 2)).refusals).toEqual([
      { _tag: "TermAlreadyBegun", rule: "CHAIR-5", term: 2, firstOpen: 3 },
    ])
  })
})

describe("putting a turn off", () => {
  it("CHAIR-7 grants it: the turn goes to the next in turn and is owed", () => {
    const { events, state } = when(history, "2026-01-10", putOff(2))
    expect(events).toEqual([
      { _tag: "TurnSkipped", term: 2, unit: "school", reason: "flood season" },
      {
        _tag: "TurnMoved",
        term: 2,
        before: "school",
        cause: "skipped",
        unit: "property",
        counts: true,
        round: 1,
        because: [
          { _tag: "TookOver", before: "school", cause: "skipped" },
          { _tag: "WaitedLongest", since: 3 },
        ],
        repays: null,
      },
    ])
    expect(state.owed).toEqual([{ unit: "school", since: 2, cause: "skipped" }])
  })

  it("CHAIR-7 lets a unit that owes a turn take the one that moved, and the debt is settled", () => {
    const owing = told(opened(), at("2026-01-10", putOff(2)))
    const { events, state } = when(owing, "2026-01-11", putOff(3))
    expect(events[1]).toMatchObject({ term: 3, unit: "school", repays: { unit: "school", since: 2, cause: "skipped" } })
    expect(state.owed).toEqual([{ unit: "property", since: 3, cause: "skipped" }])
  })

  it("CHAIR-7 repays debts in the order in which they came about, before anybody's next turn", () => {
    const owing = told(opened(), at("2026-01-10", putOff(3)), at("2026-01-11", putOff(4)))
    expect(given(rotatingChair, owing).state.owed.map((turn) => turn.unit)).toEqual(["clinic"])
    const more = told(
      opened({ movedTurns: "vacant" }),
      at("2026-01-10", putOff(3)),
      at("2026-01-11", putOff(4)),
      at("2026-03-01", advance),
    )
    const published = more.flatMap((event) =>
      event._tag === "TermPublished" ? [[event.term.ordinal, event.term.unit]] : [],
    )
    expect(published.slice(4)).toEqual([
      [5, "property"],
      [6, "clinic"],
    ])
  })

  it("CHAIR-7 refuses the last unit", () => {
    const alone = told(opened({}, ["clinic"]))
    expect(when(alone, "2026-01-10", putOff(2)).refusals).toEqual([
      { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit: "clinic" },
    ])
  })

  it("CHAIR-7 refuses a unit that owes as many turns as it may: one fewer, and it is granted", () => {
    const long = { horizonTerms: 9, movedTurns: "vacant" } as const
    const once = told(opened({ ...long, owedTurnsLimit: 2 }), at("2026-01-10", putOff(2)))
    expect(when(once, "2026-01-11", putOff(5)).refusals).toEqual([])
    const twice = [...once, ...when(once, "2026-01-11", putOff(5)).events]
    expect(when(twice, "2026-01-12", putOff(8)).refusals).toEqual([
      { _tag: "OwedTurnsLimitReached", rule: "CHAIR-7", unit: "school", owed: 2, limit: 2 },
    ])
    expect(when(twice, "2026-01-12", putOff(3)).refusals).toEqual([])
  })

  it("CHAIR-7 counts no-shows among what a unit owes", () => {
    const owing = told(opened({ owedTurnsLimit: 1 }), at("2026-01-10", noShow(1)))
    expect(when(owing, "2026-01-11", putOff(4)).refusals).toEqual([
      { _tag: "OwedTurnsLimitReached", rule: "CHAIR-7", unit: "clinic", owed: 1, limit: 1 },
    ])
  })

  it("CHAIR-7 costs no turn in a list, even when nobody else has one left in the round", () => {
    // 1 clinic, 2 school, 3 property, then the clinic and the school again: the property company is next, and puts off term 3.
    const listed = told(opened({ order: { _tag: "Listed" }, horizonTerms: 4 }), at("2026-01-10", putOff(3)))
    const later = [...listed, ...when(listed, "2026-04-01", advance).events]
    const published = later.flatMap((event) => (event._tag === "TermPublished" ? [event.term.unit] : []))
    expect(holders(listed)).toEqual(["clinic", "school", "clinic", "clinic", "school"])
    expect(published.slice(5)).toEqual(["property", "property", "school"])
  })

  it("CHAIR-7 keeps its place in the queue and no more: two turns put off while first in it are two of the others'", () => {
    const long = { horizonTerms: 5, owedTurnsLimit: 2 } as const
    const twice = told(opened(long, ["clinic", "school"]), at("2026-01-10", putOff(3)), at("2026-01-11", putOff(5)))
    expect(holders(twice)).toEqual(["clinic", "school", "school", "school", "school", "school"])
    const later = [...twice, ...when(twice, "2026-06-01", advance).events]
    const published = later.flatMap((event) => (event._tag === "TermPublished" ? [event.term.unit] : []))
    expect(published.slice(6)).toEqual(["clinic", "clinic", "clinic", "school", "clinic"])
  })
})

describe("declining a turn", () => {
  it("CHAIR-16 grants it: the turn moves, and nothing is owed", () => {
    const { events, state } = when(history, "2026-01-10", decline(2))
    expect(events).toEqual([
      { _tag: "TurnDeclined", term: 2, unit: "school", reason: "no staff" },
      {
        _tag: "TurnMoved",
        term: 2,
        before: "school",
        cause: "declined",
        unit: "property",
        counts: true,
        round: 1,
        because: [
          { _tag: "TookOver", before: "school", cause: "declined" },
          { _tag: "WaitedLongest", since: 3 },
        ],
        repays: null,
      },
    ])
    expect(state.owed).toEqual([])
  })

  it("CHAIR-16 keeps the unit's place in the queue: it is not asked again before its turn comes round", () => {
    const { state } = when(history, "2026-01-10", decline(4))
    expect(state.terms.map((term) => term.unit)).toEqual(["clinic", "school", "property", "school"])
    expect(state.seats.toSorted((one, other) => one.queued - other.queued).map((known) => known.unit)).toEqual([
      "property",
      "clinic",
      "school",
    ])
  })

  it("CHAIR-7 refuses the last unit", () => {
    expect(when(told(opened({}, ["clinic"])), "2026-01-10", decline(2)).refusals).toEqual([
      { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit: "clinic" },
    ])
  })
})

describe("recording a no-show", () => {
  it("CHAIR-11 grants it for the serving term: owed, or used up, as the policy says", () => {
    const owed = when(history, "2026-01-10", noShow(1))
    expect(owed.events).toEqual([{ _tag: "NoShowRecorded", term: 1, unit: "clinic", owed: true }])
    expect(owed.state.owed).toEqual([{ unit: "clinic", since: 1, cause: "no-show" }])
    const counts = when(told(opened({ noShow: "counts" })), "2026-01-10", noShow(1))
    expect(counts.events).toEqual([{ _tag: "NoShowRecorded", term: 1, unit: "clinic", owed: false }])
    expect(counts.state.owed).toEqual([])
  })

  it("CHAIR-11 grants it for the term that has just ended, and for no earlier one", () => {
    expect(when(history, "2026-02-01", noShow(1)).events.at(-1)).toEqual({
      _tag: "NoShowRecorded",
      term: 1,
      unit: "clinic",
      owed: true,
    })
    expect(when(history, "2026-03-01", noShow(1)).refusals).toEqual([
      { _tag: "TermNotPublished", rule: "CHAIR-5", term: 1, published: [3, 4, 5, 6] },
    ])
  })

  it("CHAIR-11 makes a unit owe nothing that has left in the meantime", () => {
    const left = told(opened(), at("2026-02-02", { _tag: "UnseatUnit", unit: "clinic" }))
    expect(when(left, "2026-02-03", noShow(1)).events).toEqual([
      { _tag: "NoShowRecorded", term: 1, unit: "clinic", owed: false },
    ])
  })

  it("CHAIR-11 refuses a term that has not begun", () => {
    expect(when(history, "2026-01-31", noShow(2)).refusals).toEqual([
      { _tag: "TermNotBegun", rule: "CHAIR-11", term: 2, serving: 1 },
    ])
  })

  it("CHAIR-11 refuses the same term twice, also when the next one has begun", () => {
    const noted = told(opened(), at("2026-01-10", noShow(1)))
    const refused = [{ _tag: "NoShowAlreadyRecorded", rule: "CHAIR-11", term: 1 }]
    expect(when(noted, "2026-01-11", noShow(1)).refusals).toEqual(refused)
    expect(when(noted, "2026-02-01", noShow(1)).refusals).toEqual(refused)
    expect(when(noted, "2026-02-01", noShow(2)).refusals).toEqual([])
  })

  it("CHAIR-6 refuses a vacant term and one that is stood in for: it was nobody's turn", () => {
    const refused = [{ _tag: "TurnNotHeld", rule: "CHAIR-6", term: 2 }]
    const vacant = told(opened({ movedTurns: "vacant" }), at("2026-01-05", decline(2)))
    expect(when(vacant, "2026-02-01", noShow(2)).refusals).toEqual(refused)
    const standing = told(opened({ movedTurns: "substitute" }), at("2026-01-05", decline(2)))
    expect(when(standing, "2026-02-01", noShow(2)).refusals).toEqual(refused)
  })
})

describe("a vacancy", () => {
  const vacant = told(opened({ movedTurns: "vacant", vacancyDays: 7 }), at("2026-01-05", decline(2)))
  const waited = [
    { _tag: "TookOver", before: null, cause: "vacant" },
    { _tag: "WaitedLongest", since: 3 },
  ]
  const owing = [waited[0], { _tag: "TurnOwed", owedSince: 3, cause: "skipped" }]
  const appointed = [{ _tag: "Appointed" }]
  const taken = (unit: string, because: unknown = waited, repays: unknown = null) => ({
    _tag: "TurnMoved",
    term: 2,
    before: null,
    cause: "vacant",
    unit,
    counts: true,
    round: 1,
    because,
    repays,
  })

  it("CHAIR-15 begins with the term that nobody has, and ends with its last day: six days later not, on the seventh, and no later", () => {
    const begun = when(vacant, "2026-02-01", advance)
    expect(begun.events.slice(0, 2)).toEqual([
      { _tag: "TermBegun", term: 2, unit: null, on: "2026-02-01", handOverBefore: null },
      { _tag: "ChairVacated", term: 2, since: "2026-02-01", endsOn: "2026-02-08" },
    ])
    const filled = [
      taken("property"),
      { _tag: "VacancyFilled", term: 2, unit: "property", on: "2026-02-08", handOverBefore: "2026-02-19" },
    ]
    expect(when(begun.history, "2026-02-07", advance).events).toEqual([])
    expect(when(begun.history, "2026-02-08", advance).events).toEqual(filled)
    expect(when(begun.history, "2026-02-09", advance).events).toEqual(filled)
    expect(when(begun.history, "2026-02-08", advance).state.vacancy).toBeNull()
  })

  it("CHAIR-15 goes on into the next term, and ends when it would have ended", () => {
    const long = told(
      opened({ movedTurns: "vacant", vacancyDays: 40 }),
      at("2026-01-05", decline(2)),
      at("2026-01-06", decline(3)),
    )
    const { events } = when(long, "2026-03-13", advance)
    expect(events.filter((event) => event._tag === "ChairVacated" || event._tag === "VacancyFilled")).toMatchObject([
      { term: 2, since: "2026-02-01", endsOn: "2026-03-13" },
      { term: 3, since: "2026-02-01", endsOn: "2026-03-13" },
      { term: 3, on: "2026-03-13" },
    ])
  })

  it("CHAIR-15 ends with the term when a unit has the next one", () => {
    const long = told(opened({ movedTurns: "vacant", vacancyDays: 40 }), at("2026-01-05", decline(2)))
    const { state } = when(long, "2026-03-01", advance)
    expect(state.vacancy).toBeNull()
    expect(state.serving).toBe(3)
  })

  it("CHAIR-15 goes on when everybody has left before it ends, and ends when a unit comes", () => {
    const empty = told(
      opened({ movedTurns: "vacant", vacancyDays: 7 }, ["clinic", "school"]),
      at("2026-01-10", { _tag: "UnseatUnit", unit: "clinic" }),
      at("2026-01-12", { _tag: "UnseatUnit", unit: "school" }),
    )
    expect(when(empty, "2026-01-16", advance).events).toEqual([])
    const ended = when(empty, "2026-01-17", advance)
    expect(ended.events).toEqual([{ _tag: "ChairVacated", term: 1, since: "2026-01-10", endsOn: null }])
    expect(when(ended.history, "2026-01-18", advance).events).toEqual([])
    expect(when(ended.history, "2026-01-18", { _tag: "SeatUnit", unit: "court" }).state.vacancy).toBeNull()
  })

  it("CHAIR-15 is filled before its day by the next in turn or by whoever is appointed, who uses up its next turn", () => {
    const begun = when(vacant, "2026-02-01", advance).history
    expect(when(begun, "2026-02-03", fill(2)).events).toEqual([
      taken("property"),
      { _tag: "VacancyFilled", term: 2, unit: "property", on: "2026-02-03", handOverBefore: "2026-02-14" },
    ])
    const filled = when(begun, "2026-02-03", fill(2, "clinic"))
    expect(filled.events).toEqual([
      taken("clinic", appointed),
      // It had the chair last and takes it again: nothing is handed over.
      { _tag: "VacancyFilled", term: 2, unit: "clinic", on: "2026-02-03", handOverBefore: null },
    ])
    expect(filled.state.seats.map((known) => known.queued)).toEqual([9, 8, 6])
  })

  it("CHAIR-15 is filled ahead of the term, without a vacancy of the chair", () => {
    expect(when(vacant, "2026-01-10", fill(2)).events).toEqual([taken("property")])
  })

  it("CHAIR-15 uses up the next turn of the round of whoever is appointed", () => {
    const listed = told(opened({ movedTurns: "vacant", order: { _tag: "Listed" } }), at("2026-01-05", decline(2)))
    const { events, state } = when(listed, "2026-01-10", fill(2, "clinic"))
    expect(events[0]).toMatchObject({ unit: "clinic", round: 3, repays: null })
    expect(state.seats.map((known) => known.lastRound)).toEqual([3, 1, 1])
  })

  it("CHAIR-15 settles no debt of whoever is appointed, and settles that of the next in turn", () => {
    const indebted = told(
      opened({ movedTurns: "vacant" }),
      at("2026-01-05", decline(2)),
      at("2026-01-06", putOff(3)),
      at("2026-01-07", putOff(4)),
    )
    expect(when(indebted, "2026-01-10", fill(2)).events).toEqual([
      taken("property", owing, { unit: "property", since: 3, cause: "skipped" }),
    ])
    expect(when(indebted, "2026-01-10", fill(2, "property")).events).toEqual([taken("property", appointed)])
  })

  it("CHAIR-15 does not go back to the unit that put the term off or gave it up, unless there is no other", () => {
    const owing = (names: ReadonlyArray<string>, move: (term: number) => RotaCommand) =>
      when(
        told(opened({ movedTurns: "vacant", horizonTerms: 1 }, names), at("2026-01-05", move(2))),
        "2026-01-10",
        fill(2),
      ).events[0]
    expect(owing(["clinic", "school"], putOff)).toMatchObject({ unit: "clinic" })
    expect(owing(["clinic", "school"], decline)).toMatchObject({ unit: "clinic" })
    const alone = told(
      opened({ movedTurns: "vacant", horizonTerms: 1 }, ["clinic", "school"]),
      at("2026-01-05", putOff(2)),
      at("2026-01-06", { _tag: "UnseatUnit", unit: "clinic" }),
    )
    expect(when(alone, "2026-01-10", fill(2)).events[0]).toMatchObject({ unit: "school" })
  })

  it("CHAIR-15 refuses a term that somebody has", () => {
    expect(when(vacant, "2026-01-10", fill(3)).refusals).toEqual([
      { _tag: "TermNotVacant", rule: "CHAIR-15", term: 3, unit: "property" },
    ])
  })

  it("CHAIR-5 refuses a term that is not published", () => {
    expect(when(vacant, "2026-01-10", fill(7)).refusals).toEqual([
      { _tag: "TermNotPublished", rule: "CHAIR-5", term: 7, published: [1, 2, 3, 4] },
    ])
  })

  it("CHAIR-2 refuses a unit without a seat, with whatever else is wrong", () => {
    expect(when(vacant, "2026-01-10", fill(3, "court")).refusals).toEqual([
      { _tag: "TermNotVacant", rule: "CHAIR-15", term: 3, unit: "property" },
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "court", seated: units },
    ])
  })

  it("CHAIR-20 refuses where nobody is seated", () => {
    const empty = told(opened({}, ["clinic"]), at("2026-01-10", { _tag: "UnseatUnit", unit: "clinic" }))
    expect(when(empty, "2026-01-11", fill(1)).refusals).toEqual([{ _tag: "EmptyRoll", rule: "CHAIR-20" }])
  })
})
