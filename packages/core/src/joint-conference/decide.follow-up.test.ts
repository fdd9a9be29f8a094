import { given, on, play } from "@jinlin/testkit"
import { conferenceStep as at, conferenceAt, someDigest } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  type ConferenceCommand,
  type ConferenceEvent,
  conferencePolicyDefaults as defaults,
  jointConference,
  type MeetingOutcome,
  type MeetingStatus,
} from "./index.ts"

const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const told = (status: MeetingStatus | MeetingOutcome) => play(jointConference, conferenceAt(status, defaults)).history
const when = (history: ReadonlyArray<ConferenceEvent>, day: CivilDate, command: ConferenceCommand) =>
  given(jointConference, history).when(command, { actor, now: on(day) })
const notOpen = (open: ReadonlyArray<string>, resolution = "lights") => [
  { _tag: "ActionNotOpen", rule: "CONFERENCE-18", resolution, open },
]

describe("the minutes", () => {
  const file: ConferenceCommand = { _tag: "FileMinutes", meeting: "spring", digest: someDigest(2) }
  const remind: ConferenceCommand = { _tag: "RemindMinutes", meeting: "spring" }

  it("CONFERENCE-17 are granted, and settle a meeting that resolved nothing", () => {
    expect(when(told("held"), "2026-03-25", file).events).toEqual([
      { _tag: "MinutesFiled", meeting: "spring", digest: someDigest(2), on: "2026-03-25" },
    ])
    const idle = when(told("quorate"), "2026-03-20", { _tag: "CloseMeeting", meeting: "spring" }).history
    expect(when(idle, "2026-03-25", file).events).toEqual([
      { _tag: "MinutesFiled", meeting: "spring", digest: someDigest(2), on: "2026-03-25" },
      { _tag: "MeetingSettled", meeting: "spring", on: "2026-03-25" },
    ])
  })

  it("CONFERENCE-17 are asked for on the eleventh day after the meeting, and not the day before", () => {
    expect(when(told("held"), "2026-03-30", remind).refusals).toEqual([
      { _tag: "MinutesReminderNotDue", rule: "CONFERENCE-17", meeting: "spring", from: "2026-03-31" },
    ])
    expect(when(told("held"), "2026-03-31", remind).events).toEqual([
      { _tag: "MinutesReminded", meeting: "spring", minutesBefore: "2026-03-31" },
    ])
  })

  it("CONFERENCE-17 are asked for once, and may still be filed", () => {
    const { history } = when(told("held"), "2026-04-01", remind)
    expect(when(history, "2026-04-02", remind)).toMatchObject({ events: [], refusals: [] })
    expect(when(history, "2026-04-02", file).events).toHaveLength(1)
    expect(when(told("minuted"), "2026-04-02", remind).refusals).toMatchObject([{ _tag: "StepOrder", got: "minuted" }])
  })
})

describe("what was resolved", () => {
  const close: ConferenceCommand = { _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) }

  it("CONFERENCE-18 is closed with evidence: at once when it is done, and that settles a meeting with minutes", () => {
    const closed = { _tag: "ActionClosed", resolution: "lights", evidence: someDigest(3), on: "2026-04-20" }
    expect(when(told("held"), "2026-04-20", close).events).toEqual([closed])
    expect(when(told("minuted"), "2026-04-20", close).events).toEqual([
      closed,
      { _tag: "MeetingSettled", meeting: "spring", on: "2026-04-20" },
    ])
    const { history } = when(told("held"), "2026-04-20", close)
    expect(
      when(history, "2026-04-21", { _tag: "FileMinutes", meeting: "spring", digest: someDigest(2) }).events,
    ).toHaveLength(2)
  })

  it("CONFERENCE-18 is not settled while something else is open", () => {
    const two = play(jointConference, [
      ...conferenceAt("scheduled", defaults),
      at("2026-03-02", {
        _tag: "AddAgendaItem",
        meeting: "spring",
        item: "parking",
        title: "Parking",
        proposedBy: "clinic",
      }),
      ...conferenceAt("quorate", defaults).slice(conferenceAt("scheduled", defaults).length),
      ...conferenceAt("held", defaults)
        .slice(conferenceAt("quorate", defaults).length, -1)
        .flatMap(([command, around]) => [
          [command, around] as const,
          [{ ...command, item: "parking", resolution: "parking" } as ConferenceCommand, around] as const,
        ]),
      ...conferenceAt("minuted", defaults).slice(-2),
    ]).history
    const { events, history } = when(two, "2026-04-20", close)
    expect(events.map((event) => event._tag)).toEqual(["ActionClosed"])
    expect(when(history, "2026-04-20", close).refusals).toEqual(notOpen(["parking"]))
    expect(when(history, "2026-04-20", { ...close, resolution: "parking" }).events).toHaveLength(2)
  })

  it("CONFERENCE-18 is refused when it is closed already, or was never resolved", () => {
    const { history } = when(told("held"), "2026-04-20", close)
    expect(when(history, "2026-04-21", close).refusals).toEqual(notOpen([]))
    expect(when(told("settled"), "2026-04-21", close).refusals).toEqual(notOpen([]))
    expect(when(told("held"), "2026-04-20", { ...close, resolution: "parking" }).refusals).toEqual(
      notOpen(["lights"], "parking"),
    )
  })
})

describe("the due day", () => {
  const extend = (dueOn: CivilDate): ConferenceCommand => ({
    _tag: "ExtendAction",
    resolution: "lights",
    dueOn,
    reason: "the lamps are late",
  })

  it("CONFERENCE-18 is put off with a reason, and reminders begin anew", () => {
    const reminded = when(told("held"), "2026-04-27", {
      _tag: "RemindAction",
      resolution: "lights",
      stage: "before-due",
    })
    expect(reminded.state.meetings[0]?.actions[0]?.reminded).toEqual(["before-due"])
    const { events, state } = when(reminded.history, "2026-04-28", extend("2026-05-31"))
    expect(events).toEqual([
      {
        _tag: "ActionExtended",
        resolution: "lights",
        before: "2026-04-30",
        dueOn: "2026-05-31",
        remindOn: "2026-05-28",
        reason: "the lamps are late",
      },
    ])
    expect(state.meetings[0]?.actions[0]).toMatchObject({ dueOn: "2026-05-31", remindOn: "2026-05-28", reminded: [] })
  })

  it("CONFERENCE-18 is never brought forward, and not set to the day that it is", () => {
    for (const asked of ["2026-04-29", "2026-04-30"] as const)
      expect(when(told("held"), "2026-04-20", extend(asked)).refusals).toEqual([
        { _tag: "ExtensionNotLater", rule: "CONFERENCE-18", resolution: "lights", dueOn: "2026-04-30", asked },
      ])
    expect(when(told("held"), "2026-04-20", extend("2026-05-01")).refusals).toEqual([])
    expect(when(told("settled"), "2026-04-20", extend("2026-05-01")).refusals).toEqual(notOpen([]))
  })
})

describe("the responsible unit", () => {
  const reassign = (unit: string): ConferenceCommand => ({
    _tag: "ReassignAction",
    resolution: "lights",
    unit,
    reason: "the clinic is nearer",
  })

  it("CONFERENCE-18 is replaced by another member, with the reason", () => {
    const { events, state } = when(told("held"), "2026-04-01", reassign("clinic"))
    expect(events).toEqual([
      {
        _tag: "ActionReassigned",
        resolution: "lights",
        before: "estate-services",
        unit: "clinic",
        reason: "the clinic is nearer",
      },
    ])
    expect(state.meetings[0]?.actions[0]?.unit).toBe("clinic")
  })

  it("CONFERENCE-18 is not an observer or a stranger, and it stays quiet about the one it is", () => {
    for (const unit of ["newspaper", "bank"])
      expect(when(told("held"), "2026-04-01", reassign(unit)).refusals).toMatchObject([{ _tag: "NotAMember", unit }])
    expect(when(told("held"), "2026-04-01", reassign("estate-services"))).toMatchObject({ events: [], refusals: [] })
    expect(when(told("scheduled"), "2026-04-01", reassign("clinic")).refusals).toEqual(notOpen([]))
  })
})

describe("reminders", () => {
  const remind = (stage: "before-due" | "overdue"): ConferenceCommand => ({
    _tag: "RemindAction",
    resolution: "lights",
    stage,
  })

  it.each([
    ["before-due", "2026-04-26", "2026-04-27"],
    ["overdue", "2026-04-30", "2026-05-01"],
  ] as const)("CONFERENCE-18 of the stage %s do not go out on %s, and do on %s", (stage, early, from) => {
    expect(when(told("held"), early, remind(stage)).refusals).toEqual([
      { _tag: "ActionReminderNotDue", rule: "CONFERENCE-18", resolution: "lights", stage, from },
    ])
    expect(when(told("held"), from, remind(stage)).events).toEqual([
      { _tag: "ActionReminded", resolution: "lights", stage, unit: "estate-services", dueOn: "2026-04-30" },
    ])
  })

  it("CONFERENCE-18 go out once for each stage, also when nobody looked in time", () => {
    const late = when(told("held"), "2026-06-01", remind("before-due"))
    expect(late.events).toHaveLength(1)
    expect(when(late.history, "2026-06-02", remind("before-due"))).toMatchObject({ events: [], refusals: [] })
    expect(when(late.history, "2026-06-02", remind("overdue")).events).toHaveLength(1)
  })

  it("CONFERENCE-18 do not go out when it is closed", () => {
    const { history } = when(told("held"), "2026-04-20", {
      _tag: "CloseAction",
      resolution: "lights",
      evidence: someDigest(3),
    })
    expect(when(history, "2026-06-01", remind("overdue")).refusals).toEqual(notOpen([]))
  })
})
