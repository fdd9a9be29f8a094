import { given, on, play } from "@jinlin/testkit"
import { conferenceAt, foundedConference } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferencePolicy,
  conferencePolicyDefaults as defaults,
  jointConference,
  type MeetingOutcome,
  type MeetingStatus,
  type Presider,
} from "./index.ts"

type Of<Tag extends ConferenceCommand["_tag"]> = Extract<ConferenceCommand, { readonly _tag: Tag }>
const actor = { _tag: "System", rule: "CONFERENCE-21" } as const

const told = (status: MeetingStatus | MeetingOutcome, policy: ConferencePolicy = defaults) =>
  play(jointConference, conferenceAt(status, policy)).history
const when = (
  history: ReadonlyArray<ConferenceEvent>,
  day: CivilDate,
  command: ConferenceCommand,
  presider?: Presider,
) => given(jointConference, history).when(command, { actor, now: on(day), presider })
const founded = play(jointConference, foundedConference(defaults)).history
const members = ["clinic", "school", "estate-services", "coast-station", "judicial-office"]

describe("setting a meeting", () => {
  const set = (fields: Partial<Of<"ScheduleMeeting">> = {}): ConferenceCommand => ({
    _tag: "ScheduleMeeting",
    meeting: "spring",
    on: "2026-03-20",
    minuteOfDay: 540,
    place: "the service centre",
    chairUnit: "clinic",
    ...fields,
  })

  it("CONFERENCE-15 grants it, with a unit or the convenor in the chair", () => {
    expect(when(founded, "2026-03-02", set()).events).toEqual([
      {
        _tag: "MeetingScheduled",
        meeting: "spring",
        on: "2026-03-20",
        minuteOfDay: 540,
        place: "the service centre",
        chairUnit: "clinic",
        noticeBefore: "2026-03-17",
        continues: null,
        agenda: [],
      },
    ])
    expect(when(founded, "2026-03-02", set({ chairUnit: null })).state.meetings[0]?.chairUnit).toBeNull()
  })

  it("CONFERENCE-6 refuses a day too near for the notice: three full days must fit between", () => {
    expect(when(founded, "2026-03-15", set()).refusals).toEqual([])
    expect(when(founded, "2026-03-16", set()).refusals).toEqual([])
    expect(when(founded, "2026-03-17", set()).refusals).toEqual([
      {
        _tag: "MeetingTooSoon",
        rule: "CONFERENCE-6",
        meeting: "spring",
        on: "2026-03-20",
        noticeDays: 3,
        earliest: "2026-03-21",
      },
    ])
  })

  it("CONFERENCE-15 refuses an id that a meeting has or had", () => {
    const taken = [{ _tag: "MeetingIdTaken", rule: "CONFERENCE-15", meeting: "spring" }]
    const later = set({ on: "2026-06-20" })
    expect(when(told("scheduled"), "2026-03-02", later).refusals).toEqual(taken)
    expect(when(told("cancelled"), "2026-03-15", later).refusals).toEqual(taken)
    expect(when(told("cancelled"), "2026-03-15", set({ meeting: "summer", on: "2026-06-20" })).refusals).toEqual([])
  })

  it("CONFERENCE-3 refuses an observer and a stranger in the chair", () => {
    for (const unit of ["newspaper", "bank"])
      expect(when(founded, "2026-03-02", set({ chairUnit: unit })).refusals).toEqual([
        { _tag: "NotAMember", rule: "CONFERENCE-3", unit, members },
      ])
  })

  it("CONFERENCE-13 refuses whom the rota does not name, where one is kept", () => {
    const clinic: Presider = { _tag: "Unit", unit: "clinic" }
    expect(when(founded, "2026-03-02", set(), clinic).refusals).toEqual([])
    expect(when(founded, "2026-03-02", set({ chairUnit: null }), { _tag: "Convenor" }).refusals).toEqual([])
    expect(when(founded, "2026-03-02", set({ chairUnit: "school" }), clinic).refusals).toEqual([
      { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: "school", expected: "clinic" },
    ])
    expect(when(founded, "2026-03-02", set(), { _tag: "Convenor" }).refusals).toEqual([
      { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: "clinic", expected: null },
    ])
  })

  it("CONFERENCE-20 refuses the secretary's body in the chair, unless the policy waives that", () => {
    const served = (policy: ConferencePolicy) => {
      const { history } = play(jointConference, foundedConference(policy))
      return when(history, "2026-02-01", { _tag: "AppointSecretariat", body: "clinic", person: "p-1" }).history
    }
    expect(when(served(defaults), "2026-03-02", set()).refusals).toEqual([
      { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "clinic", meetings: ["spring"] },
    ])
    expect(when(served({ ...defaults, chairMayBeSecretary: true }), "2026-03-02", set()).refusals).toEqual([])
  })
})

describe("replacing the unit in the chair", () => {
  const replace = (chairUnit: string | null): ConferenceCommand => ({
    _tag: "ReplaceChairUnit",
    meeting: "spring",
    chairUnit,
  })

  it("CONFERENCE-13 grants another member, or the convenor, before and after the notice", () => {
    for (const status of ["scheduled", "noticed"] as const) {
      expect(when(told(status), "2026-03-10", replace("school")).events).toEqual([
        { _tag: "ChairUnitReplaced", meeting: "spring", before: "clinic", chairUnit: "school" },
      ])
      expect(when(told(status), "2026-03-10", replace(null)).state.meetings[0]?.chairUnit).toBeNull()
    }
  })

  it("CONFERENCE-22 stays quiet about the one it has", () => {
    expect(when(told("scheduled"), "2026-03-10", replace("clinic"))).toMatchObject({ events: [], refusals: [] })
  })

  it("CONFERENCE-8 takes a member of the roll before the notice, and of the frozen roll after it", () => {
    const bank: ConferenceCommand = {
      _tag: "AdmitUnit",
      unit: "bank",
      kind: "enterprise",
      capacity: "member",
      delegate: "bank:delegate",
      alternate: null,
    }
    const joined = (status: MeetingStatus) => when(told(status), "2026-03-10", bank).history
    expect(when(joined("scheduled"), "2026-03-10", replace("bank")).refusals).toEqual([])
    expect(when(joined("noticed"), "2026-03-10", replace("bank")).refusals).toEqual([
      { _tag: "NotAMember", rule: "CONFERENCE-3", unit: "bank", members },
    ])
    expect(when(told("noticed"), "2026-03-10", replace("newspaper")).refusals).toMatchObject([{ _tag: "NotAMember" }])
  })

  it("CONFERENCE-13 and CONFERENCE-20 refuse whom the rota does not name, and the secretary's body", () => {
    const school: Presider = { _tag: "Unit", unit: "school" }
    expect(when(told("scheduled"), "2026-03-10", replace("coast-station"), school).refusals).toEqual([
      { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: "coast-station", expected: "school" },
    ])
    const served = when(told("noticed"), "2026-03-10", {
      _tag: "AppointSecretariat",
      body: "school",
      person: "p-1",
    }).history
    expect(when(served, "2026-03-10", replace("school")).refusals).toEqual([
      { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "school", meetings: ["spring"] },
    ])
  })
})

describe("the agenda", () => {
  const add = (fields: Partial<Of<"AddAgendaItem">> = {}): ConferenceCommand => ({
    _tag: "AddAgendaItem",
    meeting: "spring",
    item: "parking",
    title: "Parking at the clinic",
    proposedBy: "clinic",
    ...fields,
  })
  const withdraw = (item: string): ConferenceCommand => ({ _tag: "WithdrawAgendaItem", meeting: "spring", item })

  it("CONFERENCE-7 grants an item of a member, an observer or the secretary's body", () => {
    for (const proposedBy of ["clinic", "newspaper", "party-organization"])
      expect(when(told("scheduled"), "2026-03-02", add({ proposedBy })).events).toEqual([
        { _tag: "AgendaItemAdded", meeting: "spring", item: "parking", title: "Parking at the clinic", proposedBy },
      ])
  })

  it("CONFERENCE-7 refuses it when fewer than 15 full days lie before the meeting", () => {
    expect(when(told("scheduled"), "2026-03-03", add()).refusals).toEqual([])
    expect(when(told("scheduled"), "2026-03-04", add()).refusals).toEqual([])
    expect(when(told("scheduled"), "2026-03-05", add()).refusals).toEqual([
      {
        _tag: "AgendaClosed",
        rule: "CONFERENCE-7",
        meeting: "spring",
        on: "2026-03-20",
        agendaDays: 15,
        lastDay: "2026-03-04",
        today: "2026-03-05",
      },
    ])
  })

  it("CONFERENCE-7 refuses an item twice, and one of a stranger", () => {
    expect(when(told("scheduled"), "2026-03-02", add({ item: "street-lights" })).refusals).toEqual([
      { _tag: "ItemAlreadyOnAgenda", rule: "CONFERENCE-7", meeting: "spring", item: "street-lights" },
    ])
    expect(when(told("scheduled"), "2026-03-02", add({ proposedBy: "bank" })).refusals).toMatchObject([
      { _tag: "UnitUnknown", unit: "bank" },
    ])
  })

  it("CONFERENCE-7 takes nothing after the notice, and lets an item be withdrawn until the meeting begins", () => {
    expect(when(told("noticed"), "2026-03-02", add()).refusals).toEqual([
      { _tag: "StepOrder", rule: "CONFERENCE-15", meeting: "spring", expected: ["scheduled"], got: "noticed" },
    ])
    for (const status of ["scheduled", "noticed"] as const) {
      const { events, state } = when(told(status), "2026-03-12", withdraw("street-lights"))
      expect(events).toEqual([{ _tag: "AgendaItemWithdrawn", meeting: "spring", item: "street-lights" }])
      expect(state.meetings[0]?.agenda).toEqual([])
    }
  })

  it("CONFERENCE-7 refuses to withdraw what is not there", () => {
    expect(when(told("scheduled"), "2026-03-12", withdraw("parking")).refusals).toEqual([
      {
        _tag: "ItemNotOnAgenda",
        rule: "CONFERENCE-7",
        meeting: "spring",
        item: "parking",
        agenda: ["street-lights"],
      },
    ])
  })
})

describe("the notice", () => {
  const notice: ConferenceCommand = { _tag: "GiveNotice", meeting: "spring" }

  it("CONFERENCE-8 grants it and freezes the policy and the roll of its day", () => {
    const [event] = when(told("scheduled"), "2026-03-10", notice).events
    expect(event).toMatchObject({
      _tag: "MeetingNoticed",
      meeting: "spring",
      on: "2026-03-20",
      minuteOfDay: 540,
      place: "the service centre",
      noticedOn: "2026-03-10",
      policy: defaults,
    })
    expect(event?._tag === "MeetingNoticed" ? event.roll : []).toEqual([
      ...members.map((unit) => ({
        unit,
        capacity: "member",
        delegate: `${unit}:delegate`,
        alternate: `${unit}:alternate`,
      })),
      { unit: "newspaper", capacity: "observer", delegate: "newspaper:delegate", alternate: "newspaper:alternate" },
    ])
  })

  it("CONFERENCE-6 refuses it when fewer than three full days lie before the meeting", () => {
    expect(when(told("scheduled"), "2026-03-15", notice).refusals).toEqual([])
    expect(when(told("scheduled"), "2026-03-16", notice).refusals).toEqual([])
    expect(when(told("scheduled"), "2026-03-17", notice).refusals).toEqual([
      {
        _tag: "NoticeTooLate",
        rule: "CONFERENCE-6",
        meeting: "spring",
        on: "2026-03-20",
        noticeDays: 3,
        lastDay: "2026-03-16",
        today: "2026-03-17",
      },
    ])
  })

  it("CONFERENCE-3 refuses it when the unit in the chair has left, until another one is named", () => {
    const { history } = when(told("scheduled"), "2026-03-09", {
      _tag: "ReleaseUnit",
      unit: "clinic",
      reason: "it closed",
    })
    expect(when(history, "2026-03-10", notice).refusals).toEqual([
      { _tag: "NotAMember", rule: "CONFERENCE-3", unit: "clinic", members: members.slice(1) },
    ])
    const replaced = when(history, "2026-03-10", { _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: "school" })
    expect(when(replaced.history, "2026-03-10", notice).refusals).toEqual([])
  })

  it("CONFERENCE-8 refuses it where no member is left, whoever observes", () => {
    const leaving = members.map((unit) => ({ _tag: "ReleaseUnit", unit, reason: "it moved" }) as const)
    const alone = leaving.reduce(
      (history, command) => when(history, "2026-03-09", command).history,
      when(told("scheduled"), "2026-03-09", { _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: null }).history,
    )
    expect(when(alone, "2026-03-10", notice).refusals).toEqual([
      { _tag: "NoMemberOnRoll", rule: "CONFERENCE-8", meeting: "spring" },
    ])
  })

  it("CONFERENCE-20 refuses it where a later policy no longer waives that the secretary's body presides", () => {
    const waiving = told("scheduled", { ...defaults, chairMayBeSecretary: true })
    const served = when(waiving, "2026-03-09", { _tag: "AppointSecretariat", body: "clinic", person: "p-1" }).history
    expect(when(served, "2026-03-10", notice).refusals).toEqual([])
    const strict = when(served, "2026-03-09", {
      _tag: "AdoptPolicy",
      policy: defaults,
      effectiveFrom: "2026-03-10",
    }).history
    expect(when(strict, "2026-03-10", notice).refusals).toEqual([
      { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "clinic", meetings: ["spring"] },
    ])
  })
})

describe("calling off, putting off, calling once more", () => {
  const again = { on: "2026-03-30", minuteOfDay: 600, place: "the school" } as const
  const adjourn = (fields: Partial<Of<"AdjournMeeting">> = {}): ConferenceCommand => ({
    _tag: "AdjournMeeting",
    ...again,
    meeting: "spring",
    into: "spring-again",
    chairUnit: "school",
    ...fields,
  })
  const reconvene: ConferenceCommand = { _tag: "ReconveneMeeting", ...again, meeting: "spring" }
  const third = { ...defaults.quorum, share: { numerator: "1", denominator: "3" } }
  const patient: ConferencePolicy = { ...defaults, reconvening: { quorum: third, noticeDays: 2 } }

  it("CONFERENCE-15 grants to call off a meeting with the reason, before it begins", () => {
    for (const status of ["scheduled", "noticed"] as const)
      expect(
        when(told(status), "2026-03-20", { _tag: "CancelMeeting", meeting: "spring", reason: "a typhoon" }).events,
      ).toEqual([{ _tag: "MeetingCancelled", meeting: "spring", reason: "a typhoon" }])
  })

  it("CONFERENCE-16 grants to put off an inquorate meeting to a new one with the same agenda", () => {
    const { events, state } = when(told("inquorate"), "2026-03-20", adjourn())
    expect(events).toEqual([
      { _tag: "MeetingAdjourned", meeting: "spring", into: "spring-again" },
      {
        _tag: "MeetingScheduled",
        ...again,
        meeting: "spring-again",
        chairUnit: "school",
        noticeBefore: "2026-03-27",
        continues: "spring",
        agenda: [{ item: "street-lights", title: "Lights at the school gate", proposedBy: "school" }],
      },
    ])
    expect(state.meetings.map(({ meeting, status }) => [meeting, status])).toEqual([["spring-again", "scheduled"]])
  })

  it("CONFERENCE-16 refuses to put it off to a day too near, to an id that is taken, or to a chair that may not", () => {
    expect(when(told("inquorate"), "2026-03-27", adjourn({ into: "spring" })).refusals).toEqual([
      { _tag: "MeetingIdTaken", rule: "CONFERENCE-15", meeting: "spring" },
      {
        _tag: "MeetingTooSoon",
        rule: "CONFERENCE-6",
        meeting: "spring",
        on: "2026-03-30",
        noticeDays: 3,
        earliest: "2026-03-31",
      },
    ])
    expect(when(told("inquorate"), "2026-03-20", adjourn({ chairUnit: "newspaper" })).refusals).toMatchObject([
      { _tag: "NotAMember", unit: "newspaper" },
    ])
    const rota: Presider = { _tag: "Unit", unit: "clinic" }
    expect(when(told("inquorate"), "2026-03-20", adjourn(), rota).refusals).toMatchObject([
      { _tag: "AnotherPresides", named: "school", expected: "clinic" },
    ])
  })

  it("CONFERENCE-16 refuses to call it once more where the policy has no rule for that", () => {
    expect(when(told("inquorate"), "2026-03-20", reconvene).refusals).toEqual([
      { _tag: "ReconveningNotAdmitted", rule: "CONFERENCE-16", meeting: "spring" },
    ])
  })

  it("CONFERENCE-16 grants to call it once more under its own quorum, with nobody there yet", () => {
    const { events, state } = when(told("inquorate", patient), "2026-03-20", reconvene)
    expect(events).toEqual([{ _tag: "MeetingReconvened", ...again, meeting: "spring" }])
    expect(state.meetings[0]).toMatchObject({ ...again, status: "noticed", reconvened: true, attendance: [] })
    const two = ["clinic", "school"].map(
      (unit) =>
        ({ _tag: "RecordAttendance", meeting: "spring", unit, by: "delegate", person: `${unit}:delegate` }) as const,
    )
    const called = [...two, { _tag: "CallToOrder", meeting: "spring" } as const].map(
      (command) => [command, { actor, now: on("2026-03-30", 600) }] as const,
    )
    expect(play({ ...jointConference, initial: state }, called).history.at(-1)).toMatchObject({
      _tag: "MeetingFoundQuorate",
      finding: { facts: { count: 2, of: 5, needed: 2, share: "1/3" } },
    })
  })

  it("CONFERENCE-16 keeps to the notice of that rule, to the day", () => {
    expect(when(told("inquorate", patient), "2026-03-27", reconvene).refusals).toEqual([])
    expect(when(told("inquorate", patient), "2026-03-28", reconvene).refusals).toEqual([
      {
        _tag: "MeetingTooSoon",
        rule: "CONFERENCE-6",
        meeting: "spring",
        on: "2026-03-30",
        noticeDays: 2,
        earliest: "2026-03-31",
      },
    ])
  })

  it("CONFERENCE-16 refuses to call it a third time", () => {
    const { history } = when(told("inquorate", patient), "2026-03-20", reconvene)
    const call: ConferenceCommand = { _tag: "CallToOrder", meeting: "spring" }
    const inquorate = given(jointConference, history).when(call, { actor, now: on("2026-03-30", 600) }).history
    expect(when(inquorate, "2026-03-30", { ...reconvene, on: "2026-04-10" }).refusals).toEqual([
      { _tag: "AlreadyReconvened", rule: "CONFERENCE-16", meeting: "spring" },
    ])
  })
})
