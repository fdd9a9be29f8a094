import { on, play } from "@jinlin/testkit"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import { due, type RotaCommand, type RotaPolicy, rotaPolicyDefaults, rotatingChair } from "./index.ts"

const at = (day: CivilDate, command: RotaCommand) =>
  [command, { actor: { _tag: "System", rule: "CHAIR-10" }, now: on(day) }] as const
const open = (policy: Partial<RotaPolicy> = {}, units: ReadonlyArray<string> = ["clinic", "school", "property"]) =>
  at("2026-01-01", {
    _tag: "OpenRota",
    policy: { ...rotaPolicyDefaults, term: { _tag: "Months", count: 1 }, ...policy },
    units,
    startsOn: "2026-01-01",
  })
const waiting = (...steps: ReadonlyArray<ReturnType<typeof at>>) => due(play(rotatingChair, steps).state)
const next = (day: CivilDate) => ({ rule: "CHAIR-10", on: day, command: { _tag: "AdvanceRota" } })

describe("what a rota waits for", () => {
  it("CHAIR-10 the first day of the next term, and CHAIR-17 a hand-over record that is missing", () => {
    expect(waiting(open())).toEqual([
      next("2026-02-01"),
      { rule: "CHAIR-17", on: "2026-01-12", command: { _tag: "RemindHandOver", term: 1 } },
    ])
  })

  it("CHAIR-17 no record that has come, and none that it was reminded of", () => {
    const handOver = at("2026-01-05", { _tag: "HandOverChair", term: 1, record: `sha-256:${"0".repeat(64)}` })
    expect(waiting(open(), handOver)).toEqual([next("2026-02-01")])
    expect(waiting(open(), at("2026-01-12", { _tag: "RemindHandOver", term: 1 }))).toEqual([next("2026-02-01")])
  })

  it("CHAIR-15 the end of a vacancy, while anybody is there to end it", () => {
    const leave = (unit: string) => at("2026-01-05", { _tag: "UnseatUnit", unit })
    expect(waiting(open({ movedTurns: "vacant" }), leave("clinic"))).toEqual([
      next("2026-02-01"),
      { rule: "CHAIR-15", on: "2026-01-12", command: { _tag: "AdvanceRota" } },
    ])
    expect(waiting(open({}, ["clinic"]), leave("clinic"))).toEqual([next("2026-02-01")])
  })

  it("CHAIR-10 no day for a term counted in meetings, until its end is known", () => {
    const byMeetings = open({ term: { _tag: "Meetings", count: 1 } })
    const reminder = { rule: "CHAIR-17", on: "2026-01-12", command: { _tag: "RemindHandOver", term: 1 } }
    expect(waiting(byMeetings)).toEqual([reminder])
    expect(waiting(byMeetings, at("2026-01-08", { _tag: "CountMeeting", meeting: "m", heldOn: "2026-01-08" }))).toEqual(
      [next("2026-01-09"), reminder],
    )
  })

  it("CHAIR-20 nothing before it is opened and after it is closed", () => {
    expect(waiting()).toEqual([])
    expect(waiting(open(), at("2026-01-05", { _tag: "CloseRota" }))).toEqual([])
  })

  it("CHAIR-8 nothing that is refused on its day: whoever issues what is due gets it granted", () => {
    const steps = [open({ movedTurns: "vacant" }), at("2026-01-05", { _tag: "DeclineTurn", term: 2, reason: "no" })]
    let { state } = play(rotatingChair, steps)
    for (let time = 0; time < 20; time += 1) {
      const [first] = due(state).toSorted((one, other) => (one.on < other.on ? -1 : 1))
      if (first === undefined) throw new Error("an open rota waits for nothing")
      const step = play({ ...rotatingChair, initial: state }, [at(first.on, first.command)])
      expect(step.refused).toEqual([])
      expect(step.history).not.toEqual([])
      state = step.state
    }
  })
})
