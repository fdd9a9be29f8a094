import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { drawNumber } from "../kernel/draw.ts"
import {
  doubledTurns,
  explain,
  fairnessReport,
  type MoveCause,
  nextInTurn,
  owedBy,
  policyOn,
  presiderFor,
  type Rota,
  type RotaPolicy,
  rotaPolicyDefaults,
  rotatingChair,
  type Seat,
  type SeatSpan,
  seatOf,
  servingTerm,
  standIns,
  type Term,
  type TermLength,
  type TurnOrder,
  type TurnRecord,
  termOf,
  termOn,
  termUntil,
  turnQueue,
  unbegun,
  whoTakesOver,
} from "./index.ts"
import { whoFills } from "./rules/fill-vacancy.ts"

const months = (count: number): TermLength => ({ _tag: "Months", count })
const quarter: TermLength = { _tag: "Quarter" }
const longestWaiting: TurnOrder = { _tag: "LongestWaiting" }
const listed: TurnOrder = { _tag: "Listed" }

/** A unit with its place on the list; the rest as it is for a unit that was never given a turn. */
const seat = (unit: string, position: number, fields: Partial<Seat> = {}): Seat => ({
  unit,
  position,
  queued: position,
  seatedAt: 0,
  lastTurn: 0,
  lastRound: 0,
  lateIn: 0,
  ...fields,
})
const term = (ordinal: number, unit: string | null, fields: Partial<Term> = {}): Term => ({
  ordinal,
  round: 1,
  unit,
  counts: unit !== null,
  from: null,
  until: null,
  because: [],
  ...fields,
})
const rota = (fields: Partial<Rota>): Rota => ({ ...rotatingChair.initial, status: "open", ...fields })

describe("when a term ends", () => {
  it.each<readonly [TermLength, CivilDate, number, CivilDate]>([
    // Anchored on the 31st: the month's last day where there is no 31st, and never drifting.
    [months(1), "2026-01-31", 31, "2026-02-28"],
    [months(1), "2026-02-28", 31, "2026-03-31"],
    [months(1), "2026-03-31", 31, "2026-04-30"],
    [months(1), "2026-04-30", 31, "2026-05-31"],
    [months(1), "2028-01-31", 31, "2028-02-29"],
    [months(1), "2028-02-29", 31, "2028-03-31"],
    // Centuries: 2100 has no leap day, 2000 and 2400 have.
    [months(1), "2100-01-31", 31, "2100-02-28"],
    [months(1), "2000-01-31", 31, "2000-02-29"],
    [months(1), "2400-01-31", 31, "2400-02-29"],
    // Anchored on the 30th and the 29th.
    [months(1), "2026-01-30", 30, "2026-02-28"],
    [months(1), "2028-01-30", 30, "2028-02-29"],
    [months(1), "2026-01-29", 29, "2026-02-28"],
    [months(1), "2028-01-29", 29, "2028-02-29"],
    [months(1), "2026-02-28", 29, "2026-03-29"],
    // In the middle and at the beginning of a month.
    [months(1), "2026-01-15", 15, "2026-02-15"],
    [months(1), "2026-01-01", 1, "2026-02-01"],
    // Over the end of a year, and many months.
    [months(1), "2026-12-31", 31, "2027-01-31"],
    [months(2), "2026-12-31", 31, "2027-02-28"],
    [months(3), "2026-11-30", 30, "2027-02-28"],
    [months(12), "2028-02-29", 29, "2029-02-28"],
    [months(12), "2027-02-28", 29, "2028-02-29"],
    [months(60), "2026-01-31", 31, "2031-01-31"],
    // A rota that turned from quarters to months finds its own day again.
    [months(1), "2026-04-01", 31, "2026-05-31"],
    [months(1), "2026-04-01", 15, "2026-05-15"],
    // The calendar ends.
    [months(1), "9999-11-30", 30, "9999-12-30"],
    [months(1), "9999-12-01", 1, "9999-12-31"],
    [months(60), "9995-01-31", 31, "9999-12-31"],
  ])("CHAIR-10 %o from %s, anchored on day %i, ends on %s", (length, from, anchor, until) => {
    expect(termUntil(length, from, anchor)).toBe(until)
  })

  it.each<readonly [CivilDate, CivilDate]>([
    ["2026-01-01", "2026-04-01"],
    ["2026-01-31", "2026-04-01"],
    ["2026-02-28", "2026-04-01"],
    ["2026-03-31", "2026-04-01"],
    ["2026-04-01", "2026-07-01"],
    ["2026-05-31", "2026-07-01"],
    ["2026-06-30", "2026-07-01"],
    ["2026-07-01", "2026-10-01"],
    ["2026-08-31", "2026-10-01"],
    ["2026-09-30", "2026-10-01"],
    ["2026-10-01", "2027-01-01"],
    ["2026-11-30", "2027-01-01"],
    ["2026-12-31", "2027-01-01"],
    ["9999-10-01", "9999-12-31"],
  ])("CHAIR-10 a quarter from %s ends on %s, whatever the day on which the rota opened", (from, until) => {
    expect(termUntil(quarter, from, 1)).toBe(until)
    expect(termUntil(quarter, from, 31)).toBe(until)
  })

  it.each([
    [1, "2027-02-01"],
    [2, "2027-03-01"],
    [3, "2027-04-01"],
    [4, "2027-05-01"],
    [5, "2027-06-01"],
    [6, "2027-07-01"],
    [7, "2027-08-01"],
    [8, "2027-09-01"],
    [9, "2027-10-01"],
    [10, "2027-11-01"],
    [11, "2027-12-01"],
    [12, "2028-01-01"],
  ])("CHAIR-10 %i months from New Year end on %s", (count, until) => {
    expect(termUntil(months(count), "2027-01-01", 1)).toBe(until)
  })

  it("CHAIR-10 a term counted in meetings has no last day before it ends", () => {
    expect(termUntil({ _tag: "Meetings", count: 3 }, "2026-01-01", 1)).toBeNull()
  })
})

describe("whose turn is next", () => {
  const next = (fields: Partial<Rota>, order: TurnOrder, except: ReadonlyArray<string> = []) =>
    nextInTurn(rota({ round: 1, ...fields }), order, except)

  it("CHAIR-3 by the queue: who was seated or given a turn longest ago, wherever it stands on the list", () => {
    const seats = [
      seat("clinic", 1, { queued: 7, lastTurn: 4 }),
      seat("school", 2, { queued: 5, lastTurn: 2, seatedAt: 1 }),
      seat("property", 3, { queued: 6, lastTurn: 3 }),
    ]
    expect(next({ seats }, longestWaiting)).toEqual({
      unit: "school",
      round: 1,
      because: { _tag: "WaitedLongest", since: 2 },
      repays: null,
    })
    expect(next({ seats: seats.toReversed() }, longestWaiting)?.unit).toBe("school")
  })

  it("CHAIR-12 by the queue: a newcomer waits from its seating", () => {
    const seats = [seat("clinic", 1, { queued: 9, lastTurn: 8 }), seat("court", 4, { queued: 8, seatedAt: 5 })]
    expect(next({ seats }, longestWaiting)).toMatchObject({ unit: "court", because: { since: 5 } })
  })

  it("CHAIR-3 by the list: every seat once in a round, then the next round", () => {
    const [clinic, school, property] = [seat("clinic", 1), seat("school", 2), seat("property", 3)]
    const had = (one: Seat, round: number): Seat => ({ ...one, lastRound: round })
    expect(next({ seats: [property, school, clinic] }, listed)).toEqual({
      unit: "clinic",
      round: 1,
      because: { _tag: "NextOnList", round: 1, position: 1 },
      repays: null,
    })
    expect(next({ seats: [had(clinic, 1), school, property] }, listed)).toMatchObject({ unit: "school", round: 1 })
    expect(next({ seats: [had(clinic, 1), had(school, 1), property] }, listed)).toMatchObject({ unit: "property" })
    expect(next({ seats: [had(clinic, 1), had(school, 1), had(property, 1)] }, listed)).toEqual({
      unit: "clinic",
      round: 2,
      because: { _tag: "NextOnList", round: 2, position: 1 },
      repays: null,
    })
  })

  it("CHAIR-12 by the list: who joined in the middle of a round is its last, and takes its own place from then on", () => {
    const late = seat("court", 1, { lateIn: 2, lastRound: 1 })
    const others = [seat("clinic", 2, { lastRound: 1 }), seat("school", 3, { lastRound: 1 })]
    expect(next({ round: 2, seats: [late, ...others] }, listed)?.unit).toBe("clinic")
    const had = others.map((one) => ({ ...one, lastRound: 2 }))
    expect(next({ round: 2, seats: [late, ...had] }, listed)).toMatchObject({ unit: "court", round: 2 })
    expect(next({ round: 2, seats: [{ ...late, lastRound: 2 }, ...had] }, listed)).toMatchObject({
      unit: "court",
      round: 3,
    })
  })

  it("CHAIR-3 by a draw: for each round another order, which anybody can draw again from the seed", () => {
    const drawn: TurnOrder = { _tag: "Drawn", seed: "pearl" }
    const units = ["clinic", "school", "property", "court"]
    for (const round of [1, 2, 3]) {
      const [first, second] = units.toSorted(
        (one, other) => drawNumber(`pearl/${round}/${one}`) - drawNumber(`pearl/${round}/${other}`),
      )
      const seats = units.map((unit, place) => seat(unit, place + 1, { lastRound: round - 1 }))
      expect(next({ round, seats }, drawn)).toEqual({
        unit: first,
        round,
        because: { _tag: "NextDrawn", round, seed: "pearl" },
        repays: null,
      })
      const had = seats.map((one) => (one.unit === first ? { ...one, lastRound: round } : one))
      expect(next({ round, seats: had }, drawn)?.unit).toBe(second)
    }
  })

  it("CHAIR-3 by a draw in which two numbers are equal: by the list", () => {
    // Found by trying names: these two draw the same number from this seed.
    const [one, other] = ["1bkiecw", "7cb0v4"]
    expect(drawNumber(`s/1/${one}`)).toBe(drawNumber(`s/1/${other}`))
    const drawn: TurnOrder = { _tag: "Drawn", seed: "s" }
    expect(next({ seats: [seat(one, 2), seat(other, 1)] }, drawn)?.unit).toBe(other)
    expect(next({ seats: [seat(one, 1), seat(other, 2)] }, drawn)?.unit).toBe(one)
  })

  it.each([longestWaiting, listed, { _tag: "Drawn", seed: "pearl" } as const])(
    "CHAIR-7 what is owed comes first, in the order in which it came about: $_tag",
    (order) => {
      const seats = [seat("clinic", 1), seat("school", 2), seat("property", 3)]
      const owed: Rota["owed"] = [
        { unit: "property", since: 3, cause: "no-show" },
        { unit: "school", since: 2, cause: "skipped" },
      ]
      expect(next({ round: 4, seats, owed }, order)).toEqual({
        unit: "property",
        round: 4,
        because: { _tag: "TurnOwed", owedSince: 3, cause: "no-show" },
        repays: { unit: "property", since: 3, cause: "no-show" },
      })
      expect(next({ seats, owed }, order, ["property"])).toMatchObject({ unit: "school", repays: { since: 2 } })
      expect(next({ seats, owed }, order, ["property", "school"])).toMatchObject({ unit: "clinic", repays: null })
      expect(next({ seats: seats.slice(0, 1), owed }, order)).toMatchObject({ unit: "clinic", repays: null })
    },
  )

  it.each([longestWaiting, listed])(
    "CHAIR-2 nobody, where nobody is seated or everybody is passed over: $_tag",
    (order) => {
      expect(next({ seats: [] }, order)).toBeUndefined()
      expect(next({ seats: [seat("clinic", 1)] }, order, ["clinic"])).toBeUndefined()
      expect(next({ seats: [seat("clinic", 1)] }, order)?.unit).toBe("clinic")
    },
  )

  it("CHAIR-7 passing a unit over leaves it its turn of the round", () => {
    const seats = [seat("clinic", 1, { lastRound: 1 }), seat("school", 2, { lastRound: 1 }), seat("property", 3)]
    expect(next({ seats }, listed, ["property"])).toMatchObject({ unit: "clinic", round: 2 })
    const after = [seat("clinic", 1, { lastRound: 2 }), ...seats.slice(1)]
    expect(next({ round: 2, seats: after }, listed)).toMatchObject({ unit: "property", round: 1 })
  })
})

describe("which turns a merged unit gives back", () => {
  const turns = [
    [2, 5, 8],
    [3, 6],
  ] as const

  it.each([
    ["keep-earlier", [6, 8]],
    ["keep-later", [2, 3]],
    ["keep-both", []],
  ] as const)("CHAIR-14 %s: of five turns, where one had three and the other two, %j", (rule, given) => {
    expect(doubledTurns(rule, [turns[0], turns[1]])).toEqual(given)
    expect(doubledTurns(rule, [turns[1], turns[0]])).toEqual(given)
  })

  it("CHAIR-14 none, where one of the two has none", () => {
    for (const rule of ["keep-earlier", "keep-later", "keep-both"] as const) {
      expect(doubledTurns(rule, [[], [3, 6]])).toEqual([])
      expect(doubledTurns(rule, [[2, 5], []])).toEqual([])
    }
  })

  it("CHAIR-14 counts ordinals as numbers: 10 comes after 9", () => {
    expect(doubledTurns("keep-earlier", [[9], [10]])).toEqual([10])
    expect(doubledTurns("keep-later", [[10], [9]])).toEqual([9])
  })
})

describe("who stands in and who presides", () => {
  const seats = [seat("clinic", 1), seat("school", 2), seat("property", 3), seat("court", 4)]
  const terms = [term(4, "clinic"), term(5, "property"), term(6, "clinic"), term(7, "school")]
  const serving = rota({ seats, terms, serving: 4, previous: term(3, "court") })

  it("CHAIR-9 first the units of the published terms, then the others as they stand on the list, never the chair", () => {
    expect(standIns(serving, { substitute: "next-in-turn" })).toEqual(["property", "school", "court"])
    expect(standIns({ ...serving, seats: seats.toReversed() }, { substitute: "next-in-turn" })).toEqual([
      "property",
      "school",
      "court",
    ])
  })

  it("CHAIR-9 the chair before this one first, where the policy says so and it is still seated", () => {
    expect(standIns(serving, { substitute: "previous-chair" })).toEqual(["court", "property", "school"])
    const left = { ...serving, seats: seats.slice(0, 3) }
    expect(standIns(left, { substitute: "previous-chair" })).toEqual(["property", "school"])
    expect(standIns({ ...serving, previous: term(3, "clinic") }, { substitute: "previous-chair" })).toEqual([
      "property",
      "school",
      "court",
    ])
    expect(standIns({ ...serving, previous: null }, { substitute: "previous-chair" })).toEqual([
      "property",
      "school",
      "court",
    ])
  })

  const presider = (fields: Partial<Rota>, item: string | null = "fence") =>
    presiderFor({ ...serving, ...fields }, { substitute: "next-in-turn" }, item)
  const interests = (...units: ReadonlyArray<string>) => units.map((unit) => ({ item: "fence", unit }))

  it("CHAIR-9 the chair, unless it has an interest in this item", () => {
    expect(presider({})).toEqual({ _tag: "Chair", unit: "clinic" })
    expect(presider({ interests: interests("clinic") })).toEqual({ _tag: "Substitute", unit: "property" })
    expect(presider({ interests: interests("clinic") }, "parking")).toEqual({ _tag: "Chair", unit: "clinic" })
    expect(presider({ interests: interests("clinic") }, null)).toEqual({ _tag: "Chair", unit: "clinic" })
  })

  it("CHAIR-9 the next stand-in without an interest, at last the convenor", () => {
    expect(presider({ interests: interests("clinic", "property") })).toEqual({ _tag: "Substitute", unit: "school" })
    expect(presider({ interests: interests("clinic", "property", "school", "court") })).toEqual({
      _tag: "Convenor",
      recused: ["clinic", "property", "school", "court"],
    })
  })

  it("CHAIR-9 the substitute that was named for this term, before the stand-ins, unless it has an interest", () => {
    const substitute = { term: 4, unit: "court" }
    expect(presider({ substitute }, null)).toEqual({ _tag: "Substitute", unit: "court" })
    expect(presider({ substitute, interests: interests("court") })).toEqual({ _tag: "Substitute", unit: "property" })
    expect(presider({ substitute: { term: 3, unit: "court" } })).toEqual({ _tag: "Chair", unit: "clinic" })
  })

  it("CHAIR-9 before the first term begins: a stand-in, since there is no chair", () => {
    const ahead = { serving: 0, previous: null }
    expect(standIns({ ...serving, ...ahead }, { substitute: "next-in-turn" })).toEqual([
      "clinic",
      "property",
      "school",
      "court",
    ])
    expect(presider(ahead)).toEqual({ _tag: "Substitute", unit: "clinic" })
  })

  it("CHAIR-9 a stand-in for a vacant chair, and the convenor where nobody is seated", () => {
    expect(presider({ terms: [term(4, null), ...terms.slice(1)] })).toEqual({ _tag: "Substitute", unit: "property" })
    expect(presider({ terms: [term(4, null)], seats: [] })).toEqual({ _tag: "Convenor", recused: [] })
  })
})

describe("who takes a turn that moved", () => {
  const seats = [seat("clinic", 1), seat("school", 2), seat("property", 3)]
  const policy = (movedTurns: RotaPolicy["movedTurns"]) => ({ ...rotaPolicyDefaults, movedTurns })
  const where = rota({ seats, terms: [term(1, "clinic"), term(2, "school", { round: 4 })], serving: 1, round: 6 })
  const move = { term: { unit: "school", round: 4 }, cause: "declined" } as const

  it("CHAIR-5 the next in turn, as a turn of its own; a stand-in, as nobody's; or nobody", () => {
    expect(whoTakesOver(where, policy("next-in-turn"), move)).toEqual({
      unit: "clinic",
      counts: true,
      round: 6,
      because: [
        { _tag: "TookOver", before: "school", cause: "declined" },
        { _tag: "WaitedLongest", since: 0 },
      ],
      repays: null,
    })
    expect(whoTakesOver(where, policy("substitute"), move)).toEqual({
      unit: "property",
      counts: false,
      round: 4,
      because: [{ _tag: "StandsIn", before: "school", cause: "declined" }],
      repays: null,
    })
    expect(whoTakesOver(where, policy("vacant"), move)).toEqual({
      unit: null,
      counts: false,
      round: 4,
      because: [{ _tag: "LeftVacant", before: "school", cause: "declined" }],
      repays: null,
    })
  })

  it.each(["next-in-turn", "substitute"] as const)("CHAIR-5 nobody, where the unit is alone: %s", (movedTurns) => {
    const alone = rota({ seats: [seat("school", 2)], terms: [term(1, "school")], serving: 1 })
    expect(whoTakesOver(alone, policy(movedTurns), move)).toMatchObject({
      unit: null,
      because: [{ _tag: "LeftVacant" }],
    })
  })

  it("CHAIR-5 also before the first term begins, when there is no chair to ask last", () => {
    const ahead = { ...where, serving: 0 }
    expect(whoTakesOver(ahead, policy("substitute"), move)).toMatchObject({ unit: "clinic", counts: false })
    const alone = { ...ahead, seats: [seat("school", 2)], terms: [term(1, "school")] }
    expect(whoTakesOver(alone, policy("substitute"), move)).toMatchObject({ unit: null, counts: false })
  })

  it("CHAIR-5 passes over nobody where the term was nobody's", () => {
    const vacant = { term: { unit: null, round: 4 }, cause: "vacant" } as const
    expect(whoTakesOver(where, policy("next-in-turn"), vacant)).toMatchObject({ unit: "clinic" })
    expect(whoTakesOver(where, policy("substitute"), vacant)).toMatchObject({ unit: "school" })
  })
})

describe("who takes a vacant term", () => {
  const seats = [seat("clinic", 1), seat("school", 2), seat("property", 3)]
  const fills = (because: Term["because"], unit: string | null = null, names = seats) =>
    whoFills(rota({ seats: names, round: 1 }), longestWaiting, { term: { because }, unit })?.unit
  const left = (before: string | null, cause: MoveCause) => ({ _tag: "LeftVacant", before, cause }) as const

  it("CHAIR-15 the next in turn; a unit that put it off or gave it up after all others", () => {
    expect(fills([])).toBe("clinic")
    expect(fills([left("clinic", "skipped")])).toBe("school")
    expect(fills([left("clinic", "declined")])).toBe("school")
    expect(fills([left("clinic", "declined"), left("school", "skipped")])).toBe("property")
    expect(fills([left("clinic", "declined")], null, seats.slice(0, 1))).toBe("clinic")
  })

  it("CHAIR-15 a unit that left and came back, merged, or handed it to another is not passed over", () => {
    expect(fills([left("clinic", "left")])).toBe("clinic")
    expect(fills([left("clinic", "merged")])).toBe("clinic")
    expect(fills([left(null, "nobody-seated")])).toBe("clinic")
    expect(fills([{ _tag: "TookOver", before: "clinic", cause: "skipped" }, left("school", "left")])).toBe("clinic")
    expect(fills([{ _tag: "StandsIn", before: "clinic", cause: "declined" }, left("school", "left")])).toBe("clinic")
  })

  it("CHAIR-15 the unit that is appointed, whatever it gave up", () => {
    expect(fills([left("school", "declined")], "school")).toBe("school")
    expect(fills([], "court")).toBeUndefined()
    expect(fills([], null, [])).toBeUndefined()
  })
})

describe("what is read of a rota", () => {
  const terms = [
    term(3, "clinic", { from: "2026-03-01", until: "2026-04-01" }),
    term(4, "school", { from: "2026-04-01", until: "2026-05-01" }),
    term(5, null, { from: "2026-05-01", until: null }),
  ]
  const book = rota({ seats: [seat("clinic", 1), seat("school", 2)], terms, serving: 3 })

  it("CHAIR-5 its terms: by number, the serving one, those to come", () => {
    expect(termOf(book, 4)).toBe(terms[1])
    expect(termOf(book, 2)).toBeUndefined()
    expect(servingTerm(book)).toBe(terms[0])
    expect(servingTerm({ ...book, serving: 0 })).toBeUndefined()
    expect(unbegun(book).map((one) => one.ordinal)).toEqual([4, 5])
  })

  it("CHAIR-2 its seats, and CHAIR-7 what a unit owes", () => {
    expect(seatOf(book, "school")?.position).toBe(2)
    expect(seatOf(book, "court")).toBeUndefined()
    const owed: Rota["owed"] = [
      { unit: "clinic", since: 2, cause: "skipped" },
      { unit: "school", since: 3, cause: "no-show" },
      { unit: "clinic", since: 5, cause: "skipped" },
    ]
    expect(owedBy({ owed }, "clinic").map((turn) => turn.since)).toEqual([2, 5])
    expect(owedBy({ owed }, "court")).toEqual([])
  })

  it("CHAIR-10 the term of a day: the first day counts, the day after the last does not", () => {
    const on = (day: CivilDate, where: Rota = book) => termOn(where, day)?.ordinal
    expect(on("2026-03-31", { ...book, serving: 0 })).toBe(3)
    expect(on("2026-02-28")).toBeUndefined()
    expect(on("2026-03-01")).toBe(3)
    expect(on("2026-03-31")).toBe(3)
    expect(on("2026-04-01")).toBe(4)
    expect(on("2026-04-30")).toBe(4)
    expect(on("2026-05-01")).toBeUndefined()
  })

  it("CHAIR-10 the term of a day, counted in meetings: the serving one until it has an end", () => {
    const open = rota({ terms: [term(1, "clinic", { from: "2026-03-01" }), term(2, "school")], serving: 1 })
    const ended = rota({
      terms: [
        term(1, "clinic", { from: "2026-03-01", until: "2026-06-11" }),
        term(2, "school", { from: "2026-06-11" }),
      ],
      serving: 1,
    })
    expect(termOn(open, "2026-02-28")).toBeUndefined()
    expect(termOn(open, "2026-03-01")?.ordinal).toBe(1)
    expect(termOn(open, "2029-01-01")?.ordinal).toBe(1)
    expect(termOn(ended, "2026-06-10")?.ordinal).toBe(1)
    expect(termOn(ended, "2026-06-11")).toBeUndefined()
    expect(termOn(rota({ terms: [term(1, "clinic")], serving: 1 }), "2026-03-01")).toBeUndefined()
  })

  it("CHAIR-18 the policy of a day: the last one whose first day has come, and before the first the first", () => {
    const dated = (handOverDays: number, effectiveFrom: CivilDate) => ({
      policy: { ...rotaPolicyDefaults, handOverDays },
      effectiveFrom,
    })
    const policies = [dated(1, "2026-01-01"), dated(2, "2026-03-01"), dated(3, "2026-03-01"), dated(4, "2026-05-01")]
    const on = (day: CivilDate) => policyOn({ policies }, day)?.handOverDays
    expect(on("2025-12-31")).toBe(1)
    expect(on("2026-01-01")).toBe(1)
    expect(on("2026-02-28")).toBe(1)
    expect(on("2026-03-01")).toBe(3)
    expect(on("2026-03-02")).toBe(3)
    expect(on("2026-04-30")).toBe(3)
    expect(on("2026-05-01")).toBe(4)
    expect(policyOn({ policies: [] }, "2026-01-01")).toBeUndefined()
  })

  it("CHAIR-19 why a unit sits in a term: every reason, the latest last; nothing for a term that is not published", () => {
    const because: Term["because"] = [
      { _tag: "WaitedLongest", since: 2 },
      { _tag: "Swapped", withTerm: 6, before: "court" },
    ]
    expect(explain({ terms: [term(4, "clinic", { because })] }, 4)).toEqual({ term: 4, unit: "clinic", because })
    expect(explain({ terms: [term(4, "clinic", { because })] }, 5)).toBeUndefined()
  })
})

describe("the ring for very long forecasts", () => {
  it("CHAIR-4 gives turns in the order of joining, and each unit waits again at the end", () => {
    const ring = turnQueue(3)
    for (const unit of [2, 0, 1]) ring.join(unit)
    expect([ring.next(), ring.next(), ring.next(), ring.next()]).toEqual([2, 0, 1, 2])
    expect(ring.size()).toBe(3)
  })

  it("CHAIR-12 a unit joins once, and at the end; CHAIR-13 also when it comes back", () => {
    const ring = turnQueue(3)
    for (const unit of [0, 1, 0]) ring.join(unit)
    expect(ring.size()).toBe(2)
    ring.leave(0)
    ring.leave(0)
    ring.leave(2)
    expect(ring.size()).toBe(1)
    ring.join(2)
    ring.join(0)
    expect([ring.next(), ring.next(), ring.next(), ring.next()]).toEqual([1, 2, 0, 1])
  })

  it("CHAIR-2 gives nobody a turn when nobody is there", () => {
    const ring = turnQueue(1)
    expect(ring.next()).toBe(-1)
    ring.join(0)
    ring.leave(0)
    expect(ring.next()).toBe(-1)
    ring.join(0)
    expect([ring.next(), ring.next()]).toEqual([0, 0])
  })

  it("CHAIR-2 knows no unit beyond its capacity", () => {
    const ring = turnQueue(2)
    ring.join(2)
    ring.leave(5)
    expect([ring.size(), ring.next()]).toEqual([0, -1])
  })

  it("CHAIR-8 forgets nobody when it runs out of room: two hundred turns in a ring made for two", () => {
    const ring = turnQueue(2)
    ring.join(0)
    ring.join(1)
    const turns = Array.from({ length: 200 }, (_, index) => {
      // Unit 1 has just had its turn: it leaves, comes back, and stands at the end as before.
      if (index % 4 === 2) {
        ring.leave(1)
        ring.join(1)
      }
      return ring.next()
    })
    expect(turns).toEqual(Array.from({ length: 200 }, (_, index) => index % 2))
    expect(ring.size()).toBe(2)
  })
})

describe("the fairness report", () => {
  const record = (termNumber: number, unit: string, outcome: TurnRecord["outcome"]): TurnRecord => ({
    term: termNumber,
    unit,
    outcome,
  })
  const span = (unit: string, from = 0, until: number | null = null): SeatSpan => ({ unit, from, until })
  const row = { seated: true, turns: 0, published: 0, standIns: 0, skipped: 0, declined: 0, noShows: 0, owed: 0 }

  it("CHAIR-4 counts what became of every turn, for each unit", () => {
    const report = fairnessReport({
      records: [
        record(1, "clinic", "served"),
        record(2, "school", "skipped"),
        record(2, "property", "served"),
        record(3, "school", "owed-no-show"),
        record(4, "clinic", "declined"),
        record(4, "school", "stood-in"),
        record(5, "property", "no-show"),
        record(6, "school", "serving"),
        record(7, "clinic", "published"),
        record(8, "property", "declined"),
      ],
      seats: [span("clinic"), span("school"), span("property")],
      owed: [{ unit: "school" }, { unit: "school" }],
      serving: 6,
    })
    expect(report.rows).toEqual([
      { ...row, unit: "clinic", turns: 2, published: 1, declined: 1, longestWait: 3 },
      { ...row, unit: "school", turns: 1, standIns: 1, skipped: 1, noShows: 1, owed: 2, longestWait: 6 },
      // The turn of term 8, declined already, counts when its term comes.
      { ...row, unit: "property", turns: 2, declined: 1, noShows: 1, longestWait: 3 },
    ])
    expect(report.spread).toBe(1)
  })

  it("CHAIR-4 compares only units that were seated from the first term to now", () => {
    const turns = [1, 2, 3, 4].map((number) => record(number, "clinic", "served"))
    const spread = (...seats: ReadonlyArray<SeatSpan>) =>
      fairnessReport({ records: turns, seats, owed: [], serving: 5 }).spread
    expect(spread(span("clinic"), span("school"))).toBe(4)
    expect(spread(span("clinic"), span("school", 1))).toBe(0)
    expect(spread(span("clinic"), span("school", 0, 3))).toBe(0)
    expect(spread(span("clinic"), span("school", 0, 3), span("school", 4))).toBe(0)
    expect(spread(span("school"), span("property"))).toBe(0)
    expect(spread(span("clinic", 2))).toBe(0)
    expect(spread()).toBe(0)
  })

  it("CHAIR-3 measures waits from the seating, between turns, and up to now or to leaving", () => {
    const longest = (seats: ReadonlyArray<SeatSpan>, turns: ReadonlyArray<number>, serving: number) =>
      fairnessReport({ records: turns.map((number) => record(number, "clinic", "served")), seats, owed: [], serving })
        .rows[0]?.longestWait
    expect(longest([span("clinic")], [], 0)).toBe(0)
    expect(longest([span("clinic")], [4], 5)).toBe(4)
    expect(longest([span("clinic")], [1, 7], 8)).toBe(6)
    expect(longest([span("clinic")], [7, 1], 8)).toBe(6)
    expect(longest([span("clinic")], [1, 2], 9)).toBe(7)
    expect(longest([span("clinic", 3)], [5], 6)).toBe(2)
    expect(longest([span("clinic", 3, 9)], [5], 20)).toBe(4)
    // Turns before it came and after it left end no wait of this stay.
    expect(longest([span("clinic", 3, 9)], [1, 3, 9, 12], 20)).toBe(6)
    // Of two stays the longer wait.
    expect(longest([span("clinic", 0, 2), span("clinic", 10)], [1, 13], 14)).toBe(3)
    expect(longest([span("clinic", 0, 8), span("clinic", 10)], [1, 13], 14)).toBe(7)
  })

  it("CHAIR-4 lists units in the order of their seating, each once, with those that left", () => {
    const { rows } = fairnessReport({
      records: [],
      seats: [span("school", 0, 2), span("clinic"), span("school", 4, 5), span("court", 1, 3), span("court", 4)],
      owed: [],
      serving: 6,
    })
    expect(rows.map(({ seated, unit }) => [unit, seated])).toEqual([
      ["school", false],
      ["clinic", true],
      ["court", true],
    ])
  })
})
