import { given, play } from "@jinlin/testkit"
import {
  disclosureStep as at,
  disclosureRules,
  postingOn,
  preparing,
  sceneCalendar,
  sceneSubject,
} from "@jinlin/testkit/disclosure"
import { describe, expect, it } from "vitest"
import type { CalendarData } from "../kernel/calendar-schema.ts"
import { type DisclosureCommand, disclosure, due } from "./index.ts"

type Step = ReturnType<typeof at>

const [known] = sceneCalendar.years
if (known === undefined) throw new Error("the calendar of the scene has no year")

/** The next year, once it is published: off until the third, and a Saturday worked for it. */
const published: CalendarData = {
  ...sceneCalendar,
  version: "2026-12-28",
  years: [
    known,
    { year: 2027, off: ["2027-01-01", "2027-01-04"], work: ["2027-01-02", "2027-01-09"], source: known.source },
  ],
}

const document = sceneSubject().digest
const complete: DisclosureCommand = { _tag: "CompleteDisclosure" }
const recount: DisclosureCommand = { _tag: "RecountPeriod" }

/** Put up on a day of December. */
const up = (day: "2026-12-17" | "2026-12-18" | "2026-12-20"): ReadonlyArray<Step> => [
  at("2026-12-10", preparing),
  at("2026-12-10", { _tag: "ConfirmCheck", document, preparation: 1 }),
  at(day, postingOn(day), {
    rules: disclosureRules(day, {
      sheets: { days: 0, citation: { instrument: "jinlin", certainty: "our-default" } },
    }),
  }),
]
const then = (before: ReadonlyArray<Step>, [command, around]: Step) =>
  given(disclosure, play(disclosure, before).history).when(command, around)

describe("a period that hangs on a year without a calendar", () => {
  it("DISCLOSURE-8 is provisional, and falls due to be counted again on what may be its last day", () => {
    const { refused, state } = play(disclosure, up("2026-12-17"))
    expect(refused).toEqual([])
    expect(state.period).toMatchObject({ lastDay: "2027-01-01", provisional: true })
    expect(due(state)).toEqual([
      { rule: "DISCLOSURE-8", on: "2027-01-01", command: recount },
      { rule: "DISCLOSURE-13", on: "2027-01-02", command: complete },
    ])
  })

  it("DISCLOSURE-8 gives way to a holiday that is published later, and so is not completed too early", () => {
    const early = then(up("2026-12-17"), at("2027-01-02", complete, { calendar: published, minuteOfDay: 0 }))
    expect(early.refusals).toMatchObject([
      { _tag: "PeriodStillRuns", lastDay: "2027-01-02", provisional: false, end: { date: "2027-01-03", minute: 0 } },
    ])
    const counted = then(up("2026-12-17"), at("2027-01-01", recount, { calendar: published }))
    expect(counted.events).toMatchObject([{ _tag: "PeriodRecounted", period: { lastDay: "2027-01-02" } }])
    expect(due(counted.state)).toEqual([{ rule: "DISCLOSURE-13", on: "2027-01-03", command: complete }])
    expect(
      then([...up("2026-12-17"), at("2027-01-01", recount, { calendar: published })], at("2027-01-01", recount)),
    ).toMatchObject({ events: [], refusals: [] })
  })

  it("DISCLOSURE-8 ends sooner where a day turns out to be worked, and never before as many days as are asked", () => {
    expect(play(disclosure, up("2026-12-18")).state.period).toMatchObject({ lastDay: "2027-01-04" })
    const counted = then(up("2026-12-18"), at("2027-01-02", recount, { calendar: published }))
    expect(counted.state.period).toMatchObject({ lastDay: "2027-01-02", provisional: false })
  })

  it("DISCLOSURE-8 is completed on weekends alone while nobody publishes that year, and says so", () => {
    expect(then(up("2026-12-20"), at("2027-01-04", recount))).toMatchObject({ events: [], refusals: [] })
    const over = then(up("2026-12-20"), at("2027-01-05", complete, { minuteOfDay: 0 }))
    expect(over.events).toMatchObject([
      { _tag: "DisclosureCompleted", period: { lastDay: "2027-01-04", provisional: true } },
    ])
    expect(then(up("2026-12-20"), at("2027-01-05", complete, { calendar: undefined })).refusals).toMatchObject([
      { _tag: "CalendarMissing" },
    ])
  })

  it("DISCLOSURE-9 does not stand through a last day that moved behind the day on which it came down", () => {
    const down: DisclosureCommand = {
      _tag: "TakeDown",
      posting: 1,
      on: "2027-01-02",
      reason: "thought to be over",
      evidence: null,
    }
    const steps = [...up("2026-12-17"), at("2027-01-02", down)]
    expect(play(disclosure, steps).state.period).toMatchObject({ lastDay: "2027-01-01" })
    expect(then(steps, at("2027-01-04", complete, { calendar: published })).refusals).toMatchObject([
      { _tag: "PeriodNotBegun", missing: ["notice-board"] },
    ])
    expect(then(steps, at("2027-01-04", recount, { calendar: published })).events).toMatchObject([{ period: null }])
  })
})
