import { given, on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  presiderFor,
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
const opened = (
  policy: Partial<RotaPolicy> = {},
  names: ReadonlyArray<string> = units,
  startsOn: CivilDate = "2026-01-01",
) => at("2026-01-01", { _tag: "OpenRota", policy: { ...base, ...policy }, units: names, startsOn })
const advance: RotaCommand = { _tag: "AdvanceRota" }
const unseat = (unit: string): RotaCommand => ({ _tag: "UnseatUnit", unit })
const decline = (term: number): RotaCommand => ({ _tag: "DeclineTurn", term, reason: "no staff" })
const history = told(opened())

describe("naming a substitute", () => {
  const name = (unit: string | null = null): RotaCommand => ({ _tag: "NameSubstitute", unit })

  it("CHAIR-9 grants the unit that is named, and without a name the first of the stand-ins", () => {
    expect(when(history, "2026-01-10", name("property")).events).toEqual([
      { _tag: "SubstituteNamed", term: 1, unit: "property" },
    ])
    expect(when(history, "2026-01-10", name()).events).toEqual([{ _tag: "SubstituteNamed", term: 1, unit: "school" }])
    const previous = told(opened({ substitute: "previous-chair" }), at("2026-03-01", advance))
    expect(when(previous, "2026-03-10", name()).events).toEqual([{ _tag: "SubstituteNamed", term: 3, unit: "school" }])
  })

  it("CHAIR-9 lets it preside instead of the chair until the term ends, and no longer", () => {
    const named = told(opened(), at("2026-01-10", name("property")))
    const presider = (day: CivilDate) => presiderFor(when(named, day, advance).state, base, null)
    expect(presider("2026-01-31")).toEqual({ _tag: "Substitute", unit: "property" })
    expect(presider("2026-02-01")).toEqual({ _tag: "Chair", unit: "school" })
  })

  it("CHAIR-9 lets it preside until another unit takes the chair", () => {
    const vacant = told(
      opened({ movedTurns: "vacant" }),
      at("2026-01-10", unseat("clinic")),
      at("2026-01-11", name("property")),
    )
    expect(presiderFor(when(vacant, "2026-01-12", advance).state, base, null)).toEqual({
      _tag: "Substitute",
      unit: "property",
    })
    const filled = when(vacant, "2026-01-12", { _tag: "FillVacancy", term: 1, unit: "school" }).state
    expect(filled.substitute).toBeNull()
    expect(presiderFor(filled, base, null)).toEqual({ _tag: "Chair", unit: "school" })
  })

  it("CHAIR-9 stays quiet when that unit is named already, and takes another name", () => {
    const named = told(opened(), at("2026-01-10", name("property")))
    expect(when(named, "2026-01-11", name("property"))).toMatchObject({ events: [], refusals: [] })
    expect(when(named, "2026-01-11", name("school")).events).toEqual([
      { _tag: "SubstituteNamed", term: 1, unit: "school" },
    ])
  })

  it("CHAIR-11 refuses before the first term has begun: the day before, and no more on the day", () => {
    const ahead = told(opened({}, units, "2026-02-01"))
    expect(when(ahead, "2026-01-31", name()).refusals).toEqual([
      { _tag: "TermNotBegun", rule: "CHAIR-11", term: 1, serving: 0 },
    ])
    expect(when(ahead, "2026-02-01", name()).refusals).toEqual([])
  })

  it("CHAIR-9 refuses the chair itself", () => {
    expect(when(history, "2026-01-10", name("clinic")).refusals).toEqual([
      { _tag: "SubstituteIsChair", rule: "CHAIR-9", unit: "clinic" },
    ])
  })

  it("CHAIR-2 refuses a unit without a seat", () => {
    expect(when(history, "2026-01-10", name("court")).refusals).toEqual([
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "court", seated: units },
    ])
  })

  it("CHAIR-7 refuses where there is nobody but the chair, and where there is nobody at all", () => {
    const alone = told(opened({}, ["clinic"]))
    expect(when(alone, "2026-01-10", name()).refusals).toEqual([
      { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit: "clinic" },
    ])
    const empty = [...alone, ...when(alone, "2026-01-10", unseat("clinic")).events]
    expect(when(empty, "2026-01-11", name()).refusals).toEqual([{ _tag: "EmptyRoll", rule: "CHAIR-20" }])
  })
})

describe("declaring an interest", () => {
  const declare = (unit: string, item = "fence"): RotaCommand => ({ _tag: "DeclareInterest", item, unit })

  it("CHAIR-9 grants it to every unit, and the chair does not preside over this item", () => {
    const { events, state } = when(history, "2026-01-10", declare("clinic"))
    expect(events).toEqual([{ _tag: "InterestDeclared", item: "fence", unit: "clinic" }])
    expect(presiderFor(state, base, "fence")).toEqual({ _tag: "Substitute", unit: "school" })
    expect(presiderFor(state, base, "parking")).toEqual({ _tag: "Chair", unit: "clinic" })
    expect(presiderFor(state, base, null)).toEqual({ _tag: "Chair", unit: "clinic" })
    expect(when(history, "2026-01-10", declare("property")).events).toEqual([
      { _tag: "InterestDeclared", item: "fence", unit: "property" },
    ])
  })

  it("CHAIR-9 leaves the item to the convenor when every unit has an interest in it", () => {
    const all = told(opened(), ...units.map((unit) => at("2026-01-10", declare(unit))))
    expect(presiderFor(given(rotatingChair, all).state, base, "fence")).toEqual({ _tag: "Convenor", recused: units })
  })

  it("CHAIR-9 refuses the same interest twice; another item and another unit are granted", () => {
    const declared = told(opened(), at("2026-01-10", declare("clinic")))
    expect(when(declared, "2026-01-10", declare("clinic")).refusals).toEqual([
      { _tag: "InterestAlreadyDeclared", rule: "CHAIR-9", item: "fence", unit: "clinic" },
    ])
    expect(when(declared, "2026-01-10", declare("clinic", "parking")).refusals).toEqual([])
    expect(when(declared, "2026-01-10", declare("school")).refusals).toEqual([])
  })

  it("CHAIR-2 refuses a unit without a seat, whose interests went with it", () => {
    const gone = told(opened(), at("2026-01-10", declare("property")), at("2026-01-11", unseat("property")))
    expect(when(gone, "2026-01-12", declare("property")).refusals).toEqual([
      { _tag: "UnitNotSeated", rule: "CHAIR-2", unit: "property", seated: ["clinic", "school"] },
    ])
  })
})

describe("handing over the chair", () => {
  const record = `sha-256:${"0".repeat(64)}` as const
  const handOver = (term: number): RotaCommand => ({ _tag: "HandOverChair", term, record })

  it("CHAIR-17 grants it to the chair that has come, from the one before", () => {
    const { events, state } = when(history, "2026-02-05", handOver(2))
    expect(events.at(-1)).toEqual({
      _tag: "ChairHandedOver",
      term: 2,
      from: "clinic",
      to: "school",
      on: "2026-02-05",
      record,
    })
    expect(state.handOver).toBeNull()
  })

  it("CHAIR-17 is from nobody for the first chair", () => {
    expect(when(history, "2026-01-05", handOver(1)).events).toEqual([
      { _tag: "ChairHandedOver", term: 1, from: null, to: "clinic", on: "2026-01-05", record },
    ])
  })

  it("CHAIR-17 is from the unit that held the chair last, also when it left in the middle of a term", () => {
    const left = told(opened(), at("2026-02-05", unseat("school")))
    expect(when(left, "2026-02-06", handOver(2)).events).toMatchObject([{ from: "school", to: "property" }])
    const vacant = told(opened({ movedTurns: "vacant" }), at("2026-01-05", decline(2)), at("2026-02-20", advance))
    expect(when(vacant, "2026-02-20", handOver(2)).events).toMatchObject([{ from: "clinic", to: "property" }])
  })

  it("CHAIR-17 refuses a term whose hand-over is not due, and names the one whose is", () => {
    expect(when(history, "2026-02-05", handOver(1)).refusals).toEqual([
      { _tag: "HandOverNotDue", rule: "CHAIR-17", term: 1, due: 2 },
    ])
    const done = when(history, "2026-02-05", handOver(2)).history
    expect(when(done, "2026-02-06", handOver(2)).refusals).toEqual([
      { _tag: "HandOverNotDue", rule: "CHAIR-17", term: 2, due: null },
    ])
  })

  it("CHAIR-17 refuses while nobody has the chair", () => {
    const vacant = told(opened({ movedTurns: "vacant" }), at("2026-01-10", unseat("clinic")))
    expect(when(vacant, "2026-01-11", handOver(1)).refusals).toEqual([
      { _tag: "HandOverNotDue", rule: "CHAIR-17", term: 1, due: null },
    ])
  })
})

describe("reminding of a hand-over", () => {
  const remind = (term: number): RotaCommand => ({ _tag: "RemindHandOver", term })

  it("CHAIR-17 grants it on the day before which the record was due: not the day before, on the day, and later", () => {
    // The first day is not counted, then ten days: 2 to 11 January.
    const notDue = [{ _tag: "ReminderNotDue", rule: "CHAIR-17", term: 1, dueBefore: "2026-01-12", reminded: false }]
    const reminded = [{ _tag: "HandOverReminded", term: 1, unit: "clinic" }]
    expect(when(history, "2026-01-11", remind(1)).refusals).toEqual(notDue)
    expect(when(history, "2026-01-12", remind(1)).events).toEqual(reminded)
    expect(when(history, "2026-01-13", remind(1)).events).toEqual(reminded)
  })

  it("CHAIR-17 refuses a second reminder", () => {
    const once = when(history, "2026-01-12", remind(1)).history
    expect(when(once, "2026-01-13", remind(1)).refusals).toEqual([
      { _tag: "ReminderNotDue", rule: "CHAIR-17", term: 1, dueBefore: "2026-01-12", reminded: true },
    ])
  })

  it("CHAIR-17 refuses a term whose hand-over is not due, or done, or that nobody has", () => {
    expect(when(history, "2026-01-12", remind(2)).refusals).toEqual([
      { _tag: "HandOverNotDue", rule: "CHAIR-17", term: 2, due: 1 },
    ])
    const done = told(
      opened(),
      at("2026-01-05", { _tag: "HandOverChair", term: 1, record: `sha-256:${"0".repeat(64)}` }),
    )
    const refused = [{ _tag: "HandOverNotDue", rule: "CHAIR-17", term: 1, due: null }]
    expect(when(done, "2026-01-12", remind(1)).refusals).toEqual(refused)
    const vacant = told(opened({ movedTurns: "vacant", vacancyDays: 20 }), at("2026-01-05", unseat("clinic")))
    expect(when(vacant, "2026-01-12", remind(1)).refusals).toEqual(refused)
  })
})

describe("counting a meeting", () => {
  const byMeetings = { term: { _tag: "Meetings", count: 2 } } as const
  const counted = (meeting: string, heldOn: CivilDate): RotaCommand => ({ _tag: "CountMeeting", meeting, heldOn })
  const meetings = told(opened(byMeetings))
  const outside = (heldOn: CivilDate, from: CivilDate | null, until: CivilDate | null = null) => [
    { _tag: "MeetingOutsideTerm", rule: "CHAIR-10", meeting: "spring", heldOn, from, until },
  ]

  it("CHAIR-10 grants it in the serving term; with the last of its meetings the term ends with that day", () => {
    const one = when(meetings, "2026-02-10", counted("winter", "2026-02-10"))
    expect(one.events).toEqual([{ _tag: "MeetingCounted", meeting: "winter", heldOn: "2026-02-10", term: 1 }])
    const two = when(one.history, "2026-03-10", counted("spring", "2026-03-10"))
    expect(two.events).toEqual([
      { _tag: "MeetingCounted", meeting: "spring", heldOn: "2026-03-10", term: 1 },
      { _tag: "TermEndSet", term: 1, until: "2026-03-11" },
    ])
    expect(two.state.terms.slice(0, 2).map((term) => [term.from, term.until])).toEqual([
      ["2026-01-01", "2026-03-11"],
      ["2026-03-11", null],
    ])
    expect(when(two.history, "2026-03-10", advance).events).toEqual([])
    expect(when(two.history, "2026-03-11", advance).events[0]).toMatchObject({
      _tag: "TermBegun",
      term: 2,
      on: "2026-03-11",
    })
    expect(when(two.history, "2026-03-11", advance).state.meetings).toEqual([])
  })

  it("CHAIR-10 ends the term with the day of counting when a meeting is counted late, so that nothing ends in the past", () => {
    const one = when(meetings, "2026-03-10", counted("winter", "2026-03-10")).history
    const late = when(one, "2026-03-20", counted("spring", "2026-03-05"))
    expect(late.events.at(-1)).toEqual({ _tag: "TermEndSet", term: 1, until: "2026-03-21" })
  })

  it("CHAIR-10 counts a further meeting on the last day without setting the end again", () => {
    const two = told(
      opened(byMeetings),
      at("2026-03-10", counted("winter", "2026-03-01")),
      at("2026-03-10", counted("spring", "2026-03-10")),
    )
    expect(when(two, "2026-03-10", counted("extra", "2026-03-10")).events).toEqual([
      { _tag: "MeetingCounted", meeting: "extra", heldOn: "2026-03-10", term: 1 },
    ])
  })

  it("CHAIR-10 takes the days of the term: the first and today, neither the day before nor tomorrow", () => {
    const refusals = (heldOn: CivilDate) => when(meetings, "2026-02-10", counted("spring", heldOn)).refusals
    expect(refusals("2025-12-31")).toEqual(outside("2025-12-31", "2026-01-01"))
    expect(refusals("2026-01-01")).toEqual([])
    expect(refusals("2026-02-10")).toEqual([])
    expect(refusals("2026-02-11")).toEqual(outside("2026-02-11", "2026-01-01"))
  })

  it("CHAIR-10 counts a meeting on the day on which a term ended for the next one: its last day is the day before", () => {
    const two = told(
      opened(byMeetings),
      at("2026-03-01", counted("winter", "2026-03-01")),
      at("2026-03-10", counted("early-spring", "2026-03-10")),
    )
    expect(when(two, "2026-03-11", counted("spring", "2026-03-10")).refusals).toEqual(
      outside("2026-03-10", "2026-03-11"),
    )
    expect(when(two, "2026-03-11", counted("spring", "2026-03-11")).events.at(-1)).toEqual({
      _tag: "MeetingCounted",
      meeting: "spring",
      heldOn: "2026-03-11",
      term: 2,
    })
    expect(when(two, "2026-03-10", counted("spring", "2026-03-11")).refusals).toEqual(
      outside("2026-03-11", "2026-01-01", "2026-03-11"),
    )
  })

  it("CHAIR-10 refuses a meeting before the rota has begun", () => {
    const ahead = told(opened(byMeetings, units, "2026-02-01"))
    expect(when(ahead, "2026-01-31", counted("spring", "2026-01-31")).refusals).toEqual(outside("2026-01-31", null))
  })

  it("CHAIR-10 refuses a meeting that was counted", () => {
    const one = told(opened(byMeetings), at("2026-02-10", counted("spring", "2026-02-10")))
    expect(when(one, "2026-02-11", counted("spring", "2026-02-10")).refusals).toEqual([
      { _tag: "MeetingAlreadyCounted", rule: "CHAIR-10", meeting: "spring" },
    ])
    expect(when(one, "2026-02-11", counted("spring", "2026-02-12")).refusals).toEqual([
      ...outside("2026-02-12", "2026-01-01"),
      { _tag: "MeetingAlreadyCounted", rule: "CHAIR-10", meeting: "spring" },
    ])
  })

  it("CHAIR-10 refuses a rota whose terms are not counted in meetings", () => {
    expect(when(history, "2026-01-10", counted("spring", "2026-01-10")).refusals).toEqual([
      { _tag: "NotCountedInMeetings", rule: "CHAIR-10" },
    ])
  })
})
