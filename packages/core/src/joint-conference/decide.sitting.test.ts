import { given, on, play } from "@jinlin/testkit"
import { conferenceStep as at, conferenceAt } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferencePolicy,
  conferencePolicyDefaults as defaults,
  jointConference,
  type MeetingStatus,
} from "./index.ts"

type Of<Tag extends ConferenceCommand["_tag"]> = Extract<ConferenceCommand, { readonly _tag: Tag }>
const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const told = (status: MeetingStatus, policy: ConferencePolicy = defaults) =>
  play(jointConference, conferenceAt(status, policy)).history
const when = (
  history: ReadonlyArray<ConferenceEvent>,
  [day, minute]: readonly [CivilDate, number],
  command: ConferenceCommand,
) => given(jointConference, history).when(command, { actor, now: on(day, minute) })

describe("attendance", () => {
  const attend = (fields: Partial<Of<"RecordAttendance">> = {}): ConferenceCommand => ({
    _tag: "RecordAttendance",
    meeting: "spring",
    unit: "school",
    by: "delegate",
    person: "school:delegate",
    ...fields,
  })
  const early = ["2026-03-20", 0] as const

  it("CONFERENCE-8 grants it on the day of the meeting, before its hour too", () => {
    expect(when(told("noticed"), early, attend()).events).toEqual([
      { _tag: "AttendanceRecorded", meeting: "spring", unit: "school", by: "delegate", person: "school:delegate" },
    ])
    expect(when(told("noticed"), early, attend({ by: "alternate", person: "school:alternate" })).refusals).toEqual([])
  })

  it("CONFERENCE-15 refuses it on the day before and on the day after", () => {
    expect(when(told("noticed"), ["2026-03-19", 600], attend()).refusals).toEqual([
      {
        _tag: "MeetingNotBegun",
        rule: "CONFERENCE-15",
        meeting: "spring",
        on: "2026-03-20",
        minuteOfDay: 540,
        today: "2026-03-19",
        minuteNow: 600,
      },
    ])
    expect(when(told("noticed"), ["2026-03-21", 0], attend()).refusals).toEqual([
      { _tag: "MeetingDayPast", rule: "CONFERENCE-15", meeting: "spring", on: "2026-03-20", today: "2026-03-21" },
    ])
  })

  it("CONFERENCE-8 grants it to those who come late, after midnight too", () => {
    const late = attend({ unit: "judicial-office", person: "judicial-office:delegate" })
    expect(when(told("quorate"), ["2026-03-20", 900], late).events).toHaveLength(1)
    expect(when(told("quorate"), ["2026-03-21", 10], late).events).toHaveLength(1)
  })

  it("CONFERENCE-15 refuses it when the meeting should long be over", () => {
    const late = attend({ unit: "judicial-office", person: "judicial-office:delegate" })
    expect(when(told("quorate"), ["2026-03-21", 1439], late).refusals).toEqual([])
    expect(when(told("quorate"), ["2026-03-22", 0], late).refusals).toEqual([
      { _tag: "MeetingDayPast", rule: "CONFERENCE-15", meeting: "spring", on: "2026-03-20", today: "2026-03-22" },
    ])
  })

  it("CONFERENCE-8 refuses a unit that is not on the frozen roll", () => {
    expect(when(told("noticed"), early, attend({ unit: "bank" })).refusals).toEqual([
      {
        _tag: "NotOnRoll",
        rule: "CONFERENCE-8",
        unit: "bank",
        frozenOn: "2026-03-10",
        roll: ["clinic", "school", "estate-services", "coast-station", "judicial-office", "newspaper"],
      },
    ])
  })

  it("CONFERENCE-8 refuses a person whom the roll does not name, also where it names no alternate", () => {
    expect(when(told("noticed"), early, attend({ person: "school:alternate" })).refusals).toEqual([
      {
        _tag: "NotTheNamedPerson",
        rule: "CONFERENCE-8",
        unit: "school",
        by: "delegate",
        person: "school:alternate",
        named: "school:delegate",
      },
    ])
    const alone = play(jointConference, [
      ...conferenceAt("scheduled", defaults),
      at("2026-03-09", { _tag: "NameDelegate", unit: "school", delegate: "school:delegate", alternate: null }),
      at("2026-03-10", { _tag: "GiveNotice", meeting: "spring" }),
    ]).history
    expect(when(alone, early, attend({ by: "alternate", person: "school:alternate" })).refusals).toMatchObject([
      { _tag: "NotTheNamedPerson", by: "alternate", named: null },
    ])
  })

  it("CONFERENCE-9 refuses an alternate where the policy of the meeting lets none count", () => {
    const strict = told("noticed", { ...defaults, alternates: "never" })
    expect(when(strict, early, attend({ by: "alternate", person: "school:alternate" })).refusals).toEqual([
      { _tag: "AlternatesNotAdmitted", rule: "CONFERENCE-9", unit: "school" },
    ])
    expect(when(strict, early, attend()).refusals).toEqual([])
  })

  it("CONFERENCE-22 stays quiet about somebody who is there, and notes the other of the two", () => {
    const { history, state } = when(told("noticed"), early, attend({ by: "alternate", person: "school:alternate" }))
    expect(state.meetings[0]?.attendance).toEqual([{ unit: "school", delegate: false, alternate: true }])
    const again = attend({ by: "alternate", person: "school:alternate" })
    expect(when(history, early, again)).toMatchObject({ events: [], refusals: [] })
    expect(when(history, early, attend()).state.meetings[0]?.attendance).toEqual([
      { unit: "school", delegate: true, alternate: true },
    ])
  })
})

describe("the call to order", () => {
  const call: ConferenceCommand = { _tag: "CallToOrder", meeting: "spring" }
  const arrived = (...units: ReadonlyArray<string>) =>
    play(jointConference, [
      ...conferenceAt("noticed", defaults),
      ...units.map((unit) =>
        at("2026-03-20", {
          _tag: "RecordAttendance",
          meeting: "spring",
          unit,
          by: "delegate",
          person: `${unit}:delegate`,
        }),
      ),
    ]).history

  it("CONFERENCE-10 finds a quorum with three of five, and none with two", () => {
    expect(when(arrived("clinic", "school", "coast-station"), ["2026-03-20", 540], call).events).toEqual([
      {
        _tag: "MeetingFoundQuorate",
        meeting: "spring",
        finding: {
          rule: "CONFERENCE-10",
          holds: true,
          facts: {
            count: 3,
            of: 5,
            needed: 3,
            share: "1/2",
            comparison: "more-than",
            measure: "heads",
            base: "members",
          },
          flippedBy: 1,
        },
      },
    ])
    const [event] = when(arrived("clinic", "school", "newspaper"), ["2026-03-20", 540], call).events
    expect(event).toMatchObject({
      _tag: "MeetingFoundInquorate",
      finding: { holds: false, facts: { count: 2, of: 5, needed: 3 }, shortBy: 1, flippedBy: 1 },
    })
  })

  it("CONFERENCE-15 refuses it a minute before its hour, the day before and the day after", () => {
    const history = arrived("clinic", "school", "coast-station")
    expect(when(history, ["2026-03-20", 541], call).refusals).toEqual([])
    expect(when(history, ["2026-03-20", 539], call).refusals).toEqual([
      {
        _tag: "MeetingNotBegun",
        rule: "CONFERENCE-15",
        meeting: "spring",
        on: "2026-03-20",
        minuteOfDay: 540,
        today: "2026-03-20",
        minuteNow: 539,
      },
    ])
    expect(when(history, ["2026-03-19", 700], call).refusals).toMatchObject([{ _tag: "MeetingNotBegun" }])
    expect(when(history, ["2026-03-21", 540], call).refusals).toMatchObject([{ _tag: "MeetingDayPast" }])
  })

  it("CONFERENCE-5 goes by the quorum in force at the notice, whatever was adopted since", () => {
    const all = { ...defaults.quorum, share: { numerator: "1", denominator: "1" }, comparison: "at-least" } as const
    const history = play(jointConference, [
      ...conferenceAt("noticed", defaults),
      at("2026-03-11", { _tag: "AdoptPolicy", policy: { ...defaults, quorum: all }, effectiveFrom: "2026-03-11" }),
      ...["clinic", "school", "coast-station"].map((unit) =>
        at("2026-03-20", {
          _tag: "RecordAttendance",
          meeting: "spring",
          unit,
          by: "delegate",
          person: `${unit}:delegate`,
        }),
      ),
    ]).history
    expect(when(history, ["2026-03-20", 540], call).events).toMatchObject([{ _tag: "MeetingFoundQuorate" }])
  })
})

describe("closing a meeting", () => {
  const close: ConferenceCommand = { _tag: "CloseMeeting", meeting: "spring" }

  it("CONFERENCE-17 grants it: the minutes are due in ten days, and the next period begins", () => {
    expect(when(told("quorate"), ["2026-03-20", 700], close).events).toEqual([
      {
        _tag: "MeetingHeld",
        meeting: "spring",
        heldOn: "2026-03-20",
        minutesBefore: "2026-03-31",
        cadence: { since: "2026-03-20", before: "2026-06-21", callBefore: "2026-06-17" },
      },
    ])
  })

  it("CONFERENCE-17 counts from the day of the meeting, also when it is closed after midnight", () => {
    expect(when(told("quorate"), ["2026-03-21", 10], close).events).toMatchObject([
      { heldOn: "2026-03-20", minutesBefore: "2026-03-31" },
    ])
  })

  it("CONFERENCE-5 takes the days for the minutes from the notice, and the rhythm from the policy of the day", () => {
    const changed = { ...defaults, minutesDays: 5, meetingMonths: 1 }
    const history = play(jointConference, [
      ...conferenceAt("quorate", defaults),
      at("2026-03-20", { _tag: "AdoptPolicy", policy: changed, effectiveFrom: "2026-03-20" }),
    ]).history
    expect(when(history, ["2026-03-20", 700], close).events).toMatchObject([
      { minutesBefore: "2026-03-31", cadence: { before: "2026-04-21" } },
    ])
  })
})
