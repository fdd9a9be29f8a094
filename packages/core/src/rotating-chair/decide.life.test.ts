import { given, on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { type RotaCommand, type RotaEvent, type RotaPolicy, rotaPolicyDefaults, rotatingChair } from "./index.ts"

const actor = { _tag: "System", rule: "CHAIR-10" } as const
const monthly: RotaPolicy = { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 }, horizonTerms: 1 }
const byMeetings: RotaPolicy = { ...monthly, term: { _tag: "Meetings", count: 2 } }

const opening = (fields: Partial<Extract<RotaCommand, { _tag: "OpenRota" }>> = {}): RotaCommand => ({
  _tag: "OpenRota",
  policy: monthly,
  units: ["clinic", "school"],
  startsOn: "2026-01-31",
  ...fields,
})
const at = (day: CivilDate, command: RotaCommand) => [command, { actor, now: on(day) }] as const
const told = (...steps: ReadonlyArray<ReturnType<typeof at>>) => {
  const { history, refused } = play(rotatingChair, steps)
  expect(refused).toEqual([])
  return history
}
const when = (history: ReadonlyArray<RotaEvent>, day: CivilDate, command: RotaCommand) =>
  given(rotatingChair, history).when(command, { actor, now: on(day) })
const opened = told(at("2026-01-31", opening()))
const advance: RotaCommand = { _tag: "AdvanceRota" }
const waited = (since: number) => [{ _tag: "WaitedLongest", since }]

describe("opening a rota", () => {
  it("CHAIR-20 grants it today: the units are seated in listed order, terms are published, the first one begins", () => {
    expect(when([], "2026-01-31", opening()).events).toEqual([
      { _tag: "RotaOpened", policy: monthly, startsOn: "2026-01-31", anchorDay: 31 },
      { _tag: "UnitSeated", unit: "clinic", seatedAt: 0, countsFromRound: 1, lateIn: 0 },
      { _tag: "UnitSeated", unit: "school", seatedAt: 0, countsFromRound: 1, lateIn: 0 },
      {
        _tag: "TermPublished",
        term: {
          ordinal: 1,
          round: 1,
          unit: "clinic",
          counts: true,
          from: "2026-01-31",
          until: "2026-02-28",
          because: waited(0),
        },
        repays: null,
      },
      {
        _tag: "TermPublished",
        term: {
          ordinal: 2,
          round: 1,
          unit: "school",
          counts: true,
          from: "2026-02-28",
          until: "2026-03-31",
          because: waited(0),
        },
        repays: null,
      },
      { _tag: "TermBegun", term: 1, unit: "clinic", on: "2026-01-31", handOverBefore: "2026-02-11" },
    ])
  })

  it("CHAIR-20 grants it ahead: terms are published, and none begins before its day", () => {
    const { events, state } = when([], "2026-01-30", opening())
    expect(events.map((event) => event._tag)).not.toContain("TermBegun")
    expect(state).toMatchObject({ status: "open", startsOn: "2026-01-31", serving: 0 })
  })

  it("CHAIR-20 refuses a first day in the past: yesterday is, today is not", () => {
    expect(when([], "2026-01-31", opening({ startsOn: "2026-01-30" })).refusals).toEqual([
      { _tag: "RotaStartsInPast", rule: "CHAIR-20", startsOn: "2026-01-30", earliest: "2026-01-31" },
    ])
    expect(when([], "2026-01-31", opening({ startsOn: "2026-01-31" })).refusals).toEqual([])
    expect(when([], "2026-01-31", opening({ startsOn: "2026-02-01" })).refusals).toEqual([])
  })

  it("CHAIR-20 refuses an empty list", () => {
    expect(when([], "2026-01-31", opening({ units: [] })).refusals).toEqual([{ _tag: "EmptyRoll", rule: "CHAIR-20" }])
  })

  it("CHAIR-22 takes the list as it is where no conference is kept, and asks for members where one is", () => {
    const among = (members: ReadonlyArray<string> | undefined) =>
      given(rotatingChair, []).when(opening(), { actor, now: on("2026-01-31"), members })
    expect(among(undefined).refusals).toEqual([])
    expect(among(["school", "clinic", "court"]).refusals).toEqual([])
    expect(among(["school"]).refusals).toEqual([{ _tag: "UnitsNotMembers", rule: "CHAIR-22", units: ["clinic"] }])
    expect(among([]).refusals).toEqual([{ _tag: "UnitsNotMembers", rule: "CHAIR-22", units: ["clinic", "school"] }])
  })

  it("CHAIR-20 refuses each unit that stands on the list twice, with its rows, and names every fault at once", () => {
    const units = ["clinic", "school", "clinic", "school", "clinic", "property"]
    expect(when([], "2026-01-31", opening({ units, startsOn: "2025-12-31" })).refusals).toEqual([
      { _tag: "RotaStartsInPast", rule: "CHAIR-20", startsOn: "2025-12-31", earliest: "2026-01-31" },
      { _tag: "DuplicateMember", rule: "CHAIR-20", unit: "clinic", rows: [1, 3, 5] },
      { _tag: "DuplicateMember", rule: "CHAIR-20", unit: "school", rows: [2, 4] },
    ])
  })

  it("CHAIR-20 refuses a second opening, of an open rota and of a closed one", () => {
    const refused = [{ _tag: "RotaAlreadyOpened", rule: "CHAIR-20", startsOn: "2026-01-31" }]
    expect(when(opened, "2026-02-01", opening({ startsOn: "2026-03-01" })).refusals).toEqual(refused)
    const closed = told(at("2026-01-31", opening()), at("2026-02-01", { _tag: "CloseRota" }))
    expect(when(closed, "2026-02-01", opening({ startsOn: "2026-03-01" })).refusals).toEqual(refused)
  })

  it("CHAIR-12 seats the units of the opening list alike, whatever becomes of newcomers", () => {
    const late = opening({ policy: { ...monthly, newcomers: "this-round" } })
    expect(when([], "2026-01-31", late).state.seats).toEqual(when([], "2026-01-31", opening()).state.seats)
  })
})

describe("a rota that is not open", () => {
  const commands: ReadonlyArray<RotaCommand> = [
    { _tag: "AdoptRotaPolicy", policy: monthly, effectiveFrom: "2026-02-01" },
    { _tag: "SeatUnit", unit: "court" },
    { _tag: "UnseatUnit", unit: "clinic" },
    { _tag: "MergeUnits", units: ["clinic", "school"], into: "clinic" },
    { _tag: "SwapTurns", first: 1, second: 2 },
    { _tag: "SkipTurn", term: 2, reason: "no" },
    { _tag: "DeclineTurn", term: 2, reason: "no" },
    { _tag: "RecordNoShow", term: 1 },
    { _tag: "NameSubstitute", unit: null },
    { _tag: "DeclareInterest", item: "fence", unit: "clinic" },
    { _tag: "FillVacancy", term: 1, unit: null },
    { _tag: "HandOverChair", term: 1, record: "sha-256:00" },
    { _tag: "RemindHandOver", term: 1 },
    { _tag: "CountMeeting", meeting: "m", heldOn: "2026-01-31" },
    { _tag: "AdvanceRota" },
    { _tag: "CloseRota" },
  ]
  const closed = told(at("2026-01-31", opening()), at("2026-02-01", { _tag: "CloseRota" }))

  it.each(commands)("CHAIR-20 refuses $_tag before it is opened and after it is closed", (command) => {
    expect(when([], "2026-02-01", command).refusals).toEqual([
      { _tag: "RotaNotOpen", rule: "CHAIR-20", status: "unopened" },
    ])
    expect(when(closed, "2026-02-01", command).refusals).toEqual([
      { _tag: "RotaNotOpen", rule: "CHAIR-20", status: "closed" },
    ])
  })

  it("CHAIR-20 closes on the day on which it is closed, after what has come about by then", () => {
    expect(when(opened, "2026-02-28", { _tag: "CloseRota" }).events).toMatchObject([
      { _tag: "TermBegun", term: 2, unit: "school", on: "2026-02-28" },
      { _tag: "TermPublished", term: { ordinal: 3 } },
      { _tag: "RotaClosed", on: "2026-02-28" },
    ])
    expect(when(opened, "2026-02-27", { _tag: "CloseRota" }).events).toEqual([{ _tag: "RotaClosed", on: "2026-02-27" }])
  })
})

describe("taking note of the day", () => {
  it("CHAIR-10 begins a term on its first day: not the day before, once on the day, and late with the same day", () => {
    const begun = { _tag: "TermBegun", term: 2, unit: "school", on: "2026-02-28", handOverBefore: "2026-03-11" }
    const published = {
      _tag: "TermPublished",
      term: {
        ordinal: 3,
        round: 1,
        unit: "clinic",
        counts: true,
        from: "2026-03-31",
        until: "2026-04-30",
        because: waited(1),
      },
      repays: null,
    }
    expect(when(opened, "2026-02-27", advance).events).toEqual([])
    expect(when(opened, "2026-02-28", advance).events).toEqual([begun, published])
    expect(when(opened, "2026-03-01", advance).events).toEqual([begun, published])
    expect(when([...opened, ...when(opened, "2026-02-28", advance).events], "2026-02-28", advance).events).toEqual([])
  })

  it("CHAIR-8 catches up with every term that has begun meanwhile, in order", () => {
    expect(when(opened, "2026-05-31", advance).state.terms.map((term) => [term.ordinal, term.from])).toEqual([
      [5, "2026-05-31"],
      [6, "2026-06-30"],
    ])
  })

  it("CHAIR-17 asks for no hand-over when the same unit goes on", () => {
    const alone = told(at("2026-01-31", opening({ units: ["clinic"] })))
    expect(when(alone, "2026-02-28", advance).events[0]).toEqual({
      _tag: "TermBegun",
      term: 2,
      unit: "clinic",
      on: "2026-02-28",
      handOverBefore: null,
    })
  })

  it("CHAIR-20 refuses without a trace what has come about by itself; the next command that is granted records it", () => {
    const refused = when(opened, "2026-02-28", { _tag: "SeatUnit", unit: "clinic" })
    expect(refused.refusals).toEqual([{ _tag: "UnitAlreadySeated", rule: "CHAIR-12", unit: "clinic", position: 1 }])
    expect(refused.events).toEqual([])
    const tags = when(opened, "2026-02-28", { _tag: "SeatUnit", unit: "court" }).events.map((event) => event._tag)
    expect(tags).toEqual(["TermBegun", "TermPublished", "UnitSeated"])
  })
})

describe("adopting a policy", () => {
  const adopt = (effectiveFrom: CivilDate, policy: RotaPolicy = { ...monthly, handOverDays: 1 }): RotaCommand => ({
    _tag: "AdoptRotaPolicy",
    policy,
    effectiveFrom,
  })
  const tooEarly = (effectiveFrom: CivilDate, earliest: CivilDate) => [
    { _tag: "EffectiveTooEarly", rule: "CHAIR-18", effectiveFrom, earliest },
  ]

  it("CHAIR-18 grants it from today or a later day, and refuses a day that is past", () => {
    expect(when(opened, "2026-02-10", adopt("2026-02-09")).refusals).toEqual(tooEarly("2026-02-09", "2026-02-10"))
    expect(when(opened, "2026-02-10", adopt("2026-02-10")).events).toEqual([
      { _tag: "RotaPolicyAdopted", policy: { ...monthly, handOverDays: 1 }, effectiveFrom: "2026-02-10" },
    ])
    expect(when(opened, "2026-02-10", adopt("2026-02-11")).refusals).toEqual([])
  })

  it("CHAIR-18 refuses a day before that of the policy adopted last; the same day takes its place", () => {
    const history = told(at("2026-01-31", opening()), at("2026-02-10", adopt("2026-03-01")))
    expect(when(history, "2026-02-10", adopt("2026-02-28")).refusals).toEqual(tooEarly("2026-02-28", "2026-03-01"))
    expect(when(history, "2026-02-10", adopt("2026-03-01")).refusals).toEqual([])
    expect(when(history, "2026-02-10", adopt("2026-03-02")).refusals).toEqual([])
  })

  it("CHAIR-18 refuses a change between days and meetings, and says which the rota is counted in, with every other fault", () => {
    expect(when(opened, "2026-02-10", adopt("2026-02-09", byMeetings)).refusals).toEqual([
      ...tooEarly("2026-02-09", "2026-02-10"),
      { _tag: "TermBasisFixed", rule: "CHAIR-18", basis: "calendar" },
    ])
    const meetings = told(at("2026-01-31", opening({ policy: byMeetings })))
    expect(when(meetings, "2026-02-10", adopt("2026-02-10")).refusals).toEqual([
      { _tag: "TermBasisFixed", rule: "CHAIR-18", basis: "meetings" },
    ])
    const quarterly = adopt("2026-02-10", { ...monthly, term: { _tag: "Quarter" } })
    expect(when(opened, "2026-02-10", quarterly).refusals).toEqual([])
    const threeMeetings = adopt("2026-02-10", { ...byMeetings, term: { _tag: "Meetings", count: 3 } })
    expect(when(meetings, "2026-02-10", threeMeetings).refusals).toEqual([])
  })

  it("CHAIR-18 reads a policy for the first day of the term that is published: the day before, the day, the day after", () => {
    const twoMonths: RotaPolicy = { ...monthly, term: { _tag: "Months", count: 2 } }
    const untilOfTermThree = (effectiveFrom: CivilDate) => {
      const history = told(at("2026-01-31", opening()), at("2026-01-31", adopt(effectiveFrom, twoMonths)))
      return when(history, "2026-02-28", advance).state.terms.map((term) => `${term.from} ${term.until}`)
    }
    const [short, long] = ["2026-03-31 2026-04-30", "2026-03-31 2026-05-31"]
    expect(untilOfTermThree("2026-03-30")).toEqual(["2026-02-28 2026-03-31", long])
    expect(untilOfTermThree("2026-03-31")).toEqual(["2026-02-28 2026-03-31", long])
    expect(untilOfTermThree("2026-04-01")).toEqual(["2026-02-28 2026-03-31", short])
  })

  it("CHAIR-18 takes a wider horizon when the next term begins, and a narrower one by publishing nothing for a while", () => {
    const wide = told(
      at("2026-01-31", opening()),
      at("2026-02-10", adopt("2026-02-10", { ...monthly, horizonTerms: 3 })),
    )
    const ordinals = (history: ReadonlyArray<RotaEvent>, day: CivilDate) =>
      when(history, day, advance).state.terms.map((term) => term.ordinal)
    expect(ordinals(wide, "2026-02-27")).toEqual([1, 2])
    expect(ordinals(wide, "2026-02-28")).toEqual([2, 3, 4, 5])
    const narrow = told(
      at("2026-01-31", opening({ policy: { ...monthly, horizonTerms: 3 } })),
      at("2026-02-10", adopt("2026-02-10", { ...monthly, horizonTerms: 1 })),
    )
    expect(ordinals(narrow, "2026-02-28")).toEqual([2, 3, 4])
    expect(ordinals(narrow, "2026-04-30")).toEqual([4, 5])
  })
})
