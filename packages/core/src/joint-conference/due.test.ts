import { given, on, play } from "@jinlin/testkit"
import {
  conferenceStep as at,
  conferenceAt,
  conferencePolicies,
  conferenceStories,
  foundedConference,
  tellConference,
} from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, type CivilDate } from "../kernel/date-arithmetic.ts"
import { type Conference, conferencePolicyDefaults as defaults, due, jointConference } from "./index.ts"

const told = (status: Parameters<typeof conferenceAt>[0]) => play(jointConference, conferenceAt(status, defaults)).state
const missing = (day: CivilDate) => ({ rule: "CONFERENCE-19", on: day, command: { _tag: "NoteMissingMeeting" } })
const reminder = (stage: string, day: CivilDate) => ({
  rule: "CONFERENCE-18",
  on: day,
  command: { _tag: "RemindAction", resolution: "lights", stage },
})

describe("what falls due", () => {
  it("CONFERENCE-19 in a conference that waits for its first meeting", () => {
    expect(due(play(jointConference, foundedConference(defaults)).state)).toEqual([missing("2026-04-02")])
    expect(due(jointConference.initial)).toEqual([])
  })

  it("CONFERENCE-17 CONFERENCE-18 after a meeting: its minutes, its reminders, and the next meeting", () => {
    const minutes = { rule: "CONFERENCE-17", on: "2026-03-31", command: { _tag: "RemindMinutes", meeting: "spring" } }
    const reminders = [reminder("before-due", "2026-04-27"), reminder("overdue", "2026-05-01")]
    expect(due(told("held"))).toEqual([missing("2026-06-17"), minutes, ...reminders])
    expect(due(told("minuted"))).toEqual([missing("2026-06-17"), ...reminders])
    expect(due(told("settled"))).toEqual([missing("2026-06-17")])
  })

  it("CONFERENCE-18 a reminder that went out is due no more, and neither are late minutes that were asked for", () => {
    const after = (day: CivilDate, command: Parameters<typeof at>[1]) =>
      due(play({ ...jointConference, initial: told("held") }, [at(day, command)]).state)
    expect(after("2026-04-27", { _tag: "RemindAction", resolution: "lights", stage: "before-due" })).not.toContainEqual(
      reminder("before-due", "2026-04-27"),
    )
    expect(after("2026-03-31", { _tag: "RemindMinutes", meeting: "spring" }).map(({ rule }) => rule)).toEqual([
      "CONFERENCE-19",
      "CONFERENCE-18",
      "CONFERENCE-18",
    ])
  })

  it("CONFERENCE-18 nothing is due of what is closed, and nothing while a meeting sits", () => {
    const digest = `sha-256:${"0".repeat(64)}` as const
    const { state } = play({ ...jointConference, initial: told("held") }, [
      at("2026-04-20", { _tag: "CloseAction", resolution: "lights", evidence: digest }),
    ])
    expect(due(state).map(({ rule }) => rule)).toEqual(["CONFERENCE-19", "CONFERENCE-17"])
    expect(due(told("quorate"))).toEqual([])
  })
})

const system = { _tag: "System", rule: "CONFERENCE-18" } as const

/** A timekeeper that looks every so many days and issues what is due by then; what came of it, in no order. */
const watch = (conference: Conference, from: CivilDate, everyDays: number): ReadonlyArray<string> => {
  const happened: Array<string> = []
  let state = conference
  for (let passed = 0; passed <= 360; passed += everyDays) {
    const today = addDays(from, passed)
    for (const { command, on: day } of due(state)) {
      if (day > today) continue
      const outcome = given({ ...jointConference, initial: state }, []).when(command, { actor: system, now: on(today) })
      expect(outcome.refusals).toEqual([])
      happened.push(...outcome.events.map((event) => JSON.stringify(event)))
      state = outcome.state
    }
  }
  expect(due(state).filter((one) => one.on <= addDays(from, 360))).toEqual([])
  return happened.toSorted()
}

describe("a timekeeper", () => {
  it("CONFERENCE-17 CONFERENCE-18 CONFERENCE-19 comes to the same whether it looks daily, every other month or once a year, and is never refused", () => {
    const stories = fc.record({
      policy: conferencePolicies(),
      members: fc.integer({ min: 1, max: 5 }),
      moves: conferenceStories({ maxEpisodes: 6 }),
    })
    fc.assert(
      fc.property(stories, (story) => {
        const { conference, today } = tellConference(jointConference, story)
        fc.pre(conference.meetings.every(({ status }) => status !== "quorate"))
        const daily = watch(conference, today, 1)
        expect(watch(conference, today, 60)).toEqual(daily)
        expect(watch(conference, today, 360)).toEqual(daily)
        expect(new Set(daily).size).toBe(daily.length)
      }),
      { numRuns: 60 },
    )
  })
})
