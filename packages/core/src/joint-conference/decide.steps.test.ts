import { given, on, play } from "@jinlin/testkit"
import { conferenceAt, conferenceCommands, someDigest, someResolution } from "@jinlin/testkit/joint-conference"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "../kernel/reading.ts"
import {
  type ConferenceCommand,
  ConferenceEvent,
  ConferenceRefusal,
  conferencePolicyDefaults as defaults,
  jointConference,
  type MeetingOutcome,
  type MeetingStatus,
} from "./index.ts"

const statuses = [
  "scheduled",
  "noticed",
  "quorate",
  "inquorate",
  "held",
  "minuted",
  "settled",
  "cancelled",
  "adjourned",
] as const satisfies ReadonlyArray<MeetingStatus | MeetingOutcome>
type Step = (typeof statuses)[number]

const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const again = { on: "2026-06-30", minuteOfDay: 540, place: "the hall" } as const
const policy = { ...defaults, agendaDays: 0, reconvening: { quorum: defaults.quorum, noticeDays: 0 } }

/** Each command about the meeting, as it would be granted where its step begins, with the day on which it comes. */
const commands: Readonly<Record<string, readonly [ConferenceCommand, "2026-03-16" | "2026-03-20" | "2026-06-02"]>> = {
  ReplaceChairUnit: [{ _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: "school" }, "2026-03-16"],
  AddAgendaItem: [
    { _tag: "AddAgendaItem", meeting: "spring", item: "parking", title: "Parking", proposedBy: "clinic" },
    "2026-03-16",
  ],
  WithdrawAgendaItem: [{ _tag: "WithdrawAgendaItem", meeting: "spring", item: "street-lights" }, "2026-03-16"],
  GiveNotice: [{ _tag: "GiveNotice", meeting: "spring" }, "2026-03-16"],
  CancelMeeting: [{ _tag: "CancelMeeting", meeting: "spring", reason: "a typhoon" }, "2026-03-16"],
  RecordAttendance: [
    {
      _tag: "RecordAttendance",
      meeting: "spring",
      unit: "judicial-office",
      by: "delegate",
      person: "judicial-office:delegate",
    },
    "2026-03-20",
  ],
  CallToOrder: [{ _tag: "CallToOrder", meeting: "spring" }, "2026-03-20"],
  AdoptResolution: [{ ...someResolution, resolution: "parking", item: "street-lights" }, "2026-03-20"],
  CloseMeeting: [{ _tag: "CloseMeeting", meeting: "spring" }, "2026-03-20"],
  AdjournMeeting: [
    { _tag: "AdjournMeeting", ...again, meeting: "spring", into: "summer", chairUnit: "clinic" },
    "2026-03-20",
  ],
  ReconveneMeeting: [{ _tag: "ReconveneMeeting", ...again, meeting: "spring" }, "2026-03-20"],
  FileMinutes: [{ _tag: "FileMinutes", meeting: "spring", digest: someDigest(2) }, "2026-06-02"],
  RemindMinutes: [{ _tag: "RemindMinutes", meeting: "spring" }, "2026-06-02"],
  CloseAction: [{ _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) }, "2026-06-02"],
  ExtendAction: [{ _tag: "ExtendAction", resolution: "lights", dueOn: "2026-07-01", reason: "late" }, "2026-06-02"],
  ReassignAction: [{ _tag: "ReassignAction", resolution: "lights", unit: "clinic", reason: "near" }, "2026-06-02"],
  RemindAction: [{ _tag: "RemindAction", resolution: "lights", stage: "overdue" }, "2026-06-02"],
}

/** Where each of them acts. Everywhere else it is refused: out of order, or because nothing is open. Written by hand. */
const acts: Readonly<Record<string, ReadonlyArray<Step>>> = {
  ReplaceChairUnit: ["scheduled", "noticed"],
  AddAgendaItem: ["scheduled"],
  WithdrawAgendaItem: ["scheduled", "noticed"],
  GiveNotice: ["scheduled"],
  CancelMeeting: ["scheduled", "noticed"],
  RecordAttendance: ["noticed", "quorate"],
  CallToOrder: ["noticed"],
  AdoptResolution: ["quorate"],
  CloseMeeting: ["quorate"],
  AdjournMeeting: ["inquorate"],
  ReconveneMeeting: ["inquorate"],
  FileMinutes: ["held"],
  RemindMinutes: ["held"],
  CloseAction: ["held", "minuted"],
  ExtendAction: ["held", "minuted"],
  ReassignAction: ["held", "minuted"],
  RemindAction: ["held", "minuted"],
}

const reached = new Map(statuses.map((status) => [status, play(jointConference, conferenceAt(status, policy))]))
const whereabouts = (status: Step) => {
  const told = reached.get(status)
  if (told === undefined) throw new Error(`no story leads to ${status}`)
  return told
}

describe("every step of a meeting with every command", () => {
  it("CONFERENCE-15 the scene reaches every step without a refusal, and the steps are what they are called", () => {
    for (const status of statuses) {
      const { refused, state } = whereabouts(status)
      expect(refused).toEqual([])
      const found = [...state.meetings, ...state.closed].find(({ meeting }) => meeting === "spring")
      expect(found && ("status" in found ? found.status : found.outcome)).toBe(status)
    }
  })

  for (const [name, [command, day]] of Object.entries(commands))
    for (const status of statuses) {
      const isListed = acts[name]?.includes(status) === true
      it(`CONFERENCE-15 ${name} ${isListed ? "acts" : "is refused"} where the meeting is ${status}`, () => {
        const { events, refusals } = given(jointConference, whereabouts(status).history).when(command, {
          actor,
          now: on(day),
        })
        if (isListed) {
          expect(refusals).toEqual([])
          expect(events.length).toBeGreaterThan(0)
          return
        }
        expect(events).toEqual([])
        const refusal =
          "resolution" in command && command._tag !== "AdoptResolution"
            ? { _tag: "ActionNotOpen", rule: "CONFERENCE-18", resolution: "lights", open: [] }
            : { _tag: "StepOrder", rule: "CONFERENCE-15", meeting: "spring", expected: acts[name], got: status }
        expect(refusals).toEqual([refusal])
      })
    }

  it("CONFERENCE-15 what concerns no meeting that there is, is refused with those that there are", () => {
    const { history } = whereabouts("scheduled")
    for (const [command, day] of Object.values(commands)) {
      if (!("meeting" in command)) continue
      const { refusals } = given(jointConference, history).when(
        { ...command, meeting: "autumn" },
        { actor, now: on(day) },
      )
      expect(refusals).toEqual([{ _tag: "MeetingUnknown", rule: "CONFERENCE-15", meeting: "autumn", open: ["spring"] }])
    }
  })
})

const deeplyFrozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deeplyFrozen)
  }
  return value
}

describe("any command, wherever a meeting stands", () => {
  const anywhere = fc.constantFrom(...statuses)
  const days = fc.constantFrom("2026-01-05", "2026-03-10", "2026-03-20", "2026-05-04", "2027-03-01")
  const presiders = fc.constantFrom(
    undefined,
    { _tag: "Convenor" } as const,
    { _tag: "Unit", unit: "clinic" } as const,
    { _tag: "Unit", unit: "unit-1" } as const,
  )
  const names: Readonly<Record<string, string>> = {
    "meeting-1": "spring",
    "unit-1": "clinic",
    "unit-2": "school",
    "unit-3": "estate-services",
    "item-1": "street-lights",
    "resolution-1": "lights",
    "person-1": "school:delegate",
  }
  const renamed = (command: ConferenceCommand): ConferenceCommand =>
    JSON.parse(JSON.stringify(command), (_key, value) => (typeof value === "string" ? (names[value] ?? value) : value))

  it("CONFERENCE-22 comes to events or to refusals that their schemas know, twice the same, and nothing is changed by asking", () => {
    const readEvents = decodeStrictly(ConferenceEvent)
    const readRefusals = decodeStrictly(ConferenceRefusal)
    fc.assert(
      fc.property(
        anywhere,
        days,
        presiders,
        conferenceCommands({ today: "2026-03-10" }),
        (status, day, presider, asked) => {
          const state = deeplyFrozen(whereabouts(status).state)
          const command = deeplyFrozen(renamed(asked))
          const around = deeplyFrozen({ actor, now: on(day), presider })
          const decided = jointConference.decide(command, state, around)
          expect(jointConference.decide(command, state, around)).toEqual(decided)
          const said = Result.isSuccess(decided)
            ? decided.success.map((event) => [event, readEvents(event)] as const)
            : decided.failure.map((refusal) => [refusal, readRefusals(refusal)] as const)
          for (const [value, read] of said) expect(read).toEqual({ ok: true, value })
          const written = said.map(([value]) => value)
          expect(JSON.parse(JSON.stringify(written))).toEqual(written)
        },
      ),
      { numRuns: 1500 },
    )
  })
})
