import { on, play } from "@jinlin/testkit"
import {
  conferenceStep as at,
  conferenceAt,
  conferenceCommands,
  someResolution,
} from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Actor, authorize } from "../kernel/authority.ts"
import type { CivilDate } from "../kernel/date-arithmetic.ts"
import {
  authority,
  type Conference,
  type ConferenceCommand,
  decides,
  conferencePolicyDefaults as defaults,
  jointConference,
  type MeetingOutcome,
  type MeetingStatus,
} from "./index.ts"

type Tag = ConferenceCommand["_tag"]
const told = (status: MeetingStatus | MeetingOutcome): Conference =>
  play(jointConference, conferenceAt(status, defaults)).state
const held = (post: string, within: string, person: string, onBehalfOf?: string): Actor => ({
  _tag: "Post",
  person,
  post,
  within,
  onBehalfOf,
})
const system: Actor = { _tag: "System", rule: "CONFERENCE-18" }
const ask = (actor: Actor, command: ConferenceCommand, state: Conference, day: CivilDate = "2026-03-20") =>
  authorize(authority, command, state, { actor, now: on(day) })

const superior = held("superior", "subdistrict", "p-9")
const convenor = held("convenor", "conference", "leader-1")
const secretary = held("secretary", "party-organization", "clerk-7")
const typist = held("secretary", "party-organization", "clerk-7", "school:delegate")
const delegate = (unit: string) => held("delegate", unit, `${unit}:delegate`)
const alternate = (unit: string) => held("alternate", unit, `${unit}:alternate`)
const head = (unit: string) => held("unit-head", unit, "p-8")
const everybody: Readonly<Record<string, Actor>> = {
  superior,
  convenor,
  secretary,
  "secretary on behalf": typist,
  "delegate of the chair": delegate("clinic"),
  "delegate of the school": delegate("school"),
  "alternate of the school": alternate("school"),
  "head of the school": head("school"),
  system,
  stranger: held("visitor", "elsewhere", "p-7"),
}

const spring = { meeting: "spring" }
const unit = { unit: "school", delegate: "p-1", alternate: null }
const appointment = { on: "2026-06-01", minuteOfDay: 0, place: "hall" } as const
const action = { resolution: "lights" }
const commands: { readonly [Of in Tag]: ConferenceCommand & { readonly _tag: Of } } = {
  FoundConference: { _tag: "FoundConference", level: "community", convenor: "p-1", policy: defaults },
  AdoptPolicy: { _tag: "AdoptPolicy", policy: defaults, effectiveFrom: "2026-06-01" },
  AssignConvenor: { _tag: "AssignConvenor", person: "p-1", from: "2026-06-01" },
  AppointSecretariat: { _tag: "AppointSecretariat", body: "library", person: "p-1" },
  AdmitUnit: { _tag: "AdmitUnit", ...unit, kind: "school", capacity: "member" },
  ReleaseUnit: { _tag: "ReleaseUnit", unit: "school", reason: "it moved" },
  MergeMemberUnits: { ...unit, _tag: "MergeMemberUnits", units: ["school", "clinic"], into: "both" },
  NameDelegate: { _tag: "NameDelegate", ...unit },
  ScheduleMeeting: { _tag: "ScheduleMeeting", ...appointment, ...spring, chairUnit: "school" },
  ReplaceChairUnit: { _tag: "ReplaceChairUnit", ...spring, chairUnit: "school" },
  AddAgendaItem: { _tag: "AddAgendaItem", ...spring, item: "parking", title: "Parking", proposedBy: "school" },
  WithdrawAgendaItem: { _tag: "WithdrawAgendaItem", ...spring, item: "street-lights" },
  GiveNotice: { _tag: "GiveNotice", ...spring },
  CancelMeeting: { _tag: "CancelMeeting", ...spring, reason: "a typhoon" },
  RecordAttendance: { _tag: "RecordAttendance", ...spring, unit: "school", by: "delegate", person: "school:delegate" },
  CallToOrder: { _tag: "CallToOrder", ...spring },
  AdjournMeeting: { _tag: "AdjournMeeting", ...appointment, ...spring, into: "summer", chairUnit: null },
  ReconveneMeeting: { _tag: "ReconveneMeeting", ...appointment, ...spring },
  AdoptResolution: someResolution,
  CloseMeeting: { _tag: "CloseMeeting", ...spring },
  FileMinutes: { _tag: "FileMinutes", ...spring, digest: someResolution.textDigest },
  RemindMinutes: { _tag: "RemindMinutes", ...spring },
  CloseAction: { _tag: "CloseAction", ...action, evidence: someResolution.textDigest },
  ExtendAction: { _tag: "ExtendAction", ...action, dueOn: "2026-06-01", reason: "late" },
  ReassignAction: { _tag: "ReassignAction", ...action, unit: "school", reason: "near" },
  RemindAction: { _tag: "RemindAction", ...action, stage: "overdue" },
  NoteMissingMeeting: { _tag: "NoteMissingMeeting" },
  DissolveConference: { _tag: "DissolveConference", reason: "over" },
}

const arranging = ["convenor", "secretary", "secretary on behalf"]
const reminding = [...arranging, "system"]
/** Who may, while the meeting `spring` sits with the clinic in the chair. Written by hand; whoever is not named may not. */
const may: Readonly<Record<Tag, ReadonlyArray<string>>> = {
  FoundConference: ["superior"],
  AdoptPolicy: ["convenor"],
  AssignConvenor: ["superior"],
  AppointSecretariat: ["convenor"],
  AdmitUnit: ["convenor"],
  ReleaseUnit: ["convenor"],
  MergeMemberUnits: ["convenor"],
  NameDelegate: ["secretary on behalf", "head of the school"],
  ScheduleMeeting: arranging,
  ReplaceChairUnit: reminding,
  AddAgendaItem: [...arranging, "delegate of the school", "alternate of the school"],
  WithdrawAgendaItem: ["convenor", "secretary on behalf", "delegate of the school", "alternate of the school"],
  GiveNotice: arranging,
  CancelMeeting: ["convenor"],
  RecordAttendance: arranging,
  CallToOrder: ["convenor", "delegate of the chair"],
  AdjournMeeting: arranging,
  ReconveneMeeting: ["convenor"],
  AdoptResolution: ["delegate of the chair"],
  CloseMeeting: ["convenor", "delegate of the chair"],
  FileMinutes: arranging,
  RemindMinutes: reminding,
  CloseAction: arranging,
  ExtendAction: ["convenor"],
  ReassignAction: ["convenor"],
  RemindAction: reminding,
  NoteMissingMeeting: reminding,
  DissolveConference: ["superior"],
}

describe("who may do what", () => {
  const state = told("quorate")

  for (const [tag, command] of Object.entries(commands))
    it(`CONFERENCE-21 ${tag} is for ${may[tag as Tag].join(", ")} and nobody else`, () => {
      const allowed = Object.entries(everybody).filter(([, actor]) => ask(actor, command, state).ok)
      expect(allowed.map(([name]) => name).toSorted()).toEqual([...may[tag as Tag]].toSorted())
    })

  it("CONFERENCE-21 names the posts that may, and records the grounds", () => {
    expect(ask(delegate("school"), commands.AdoptResolution, state)).toEqual({
      ok: false,
      refusal: {
        _tag: "Forbidden",
        rule: "CONFERENCE-21",
        command: "AdoptResolution",
        allowed: ["delegate", "alternate", "convenor"],
      },
    })
    expect(ask(system, commands.GiveNotice, state)).toMatchObject({
      ok: false,
      refusal: { allowed: ["convenor", "secretary"] },
    })
    expect(ask(system, commands.RemindAction, state)).toEqual({
      ok: true,
      value: { rule: "CONFERENCE-18", post: "system", within: "system" },
    })
    expect(ask(secretary, commands.GiveNotice, state)).toEqual({
      ok: true,
      value: { rule: "CONFERENCE-21", post: "secretary", within: "party-organization" },
    })
  })
})

describe("who is who, by the conference itself", () => {
  const state = told("quorate")

  it("CONFERENCE-2 the convenor is the one of the day, from the first minute of his first day", () => {
    const next = play({ ...jointConference, initial: state }, [
      at("2026-03-20", { _tag: "AssignConvenor", person: "leader-2", from: "2026-04-01" }),
    ]).state
    const allowed = (person: string, day: CivilDate) =>
      ask(held("convenor", "conference", person), commands.AdmitUnit, next, day).ok
    expect([allowed("leader-1", "2026-03-31"), allowed("leader-2", "2026-03-31")]).toEqual([true, false])
    expect([allowed("leader-1", "2026-04-01"), allowed("leader-2", "2026-04-01")]).toEqual([false, true])
  })

  it("CONFERENCE-20 the secretary is whoever is it within the body that serves, and nobody where none does", () => {
    expect(ask(held("secretary", "library", "clerk-7"), commands.GiveNotice, state).ok).toBe(false)
    expect(ask(secretary, commands.GiveNotice, { ...state, secretariat: null }).ok).toBe(false)
    expect(ask(held("secretary", "library", "clerk-7", "p-1"), commands.NameDelegate, state).ok).toBe(false)
  })

  it("CONFERENCE-21 a delegate is whom the roll names, for the unit within which the post is held", () => {
    expect(ask(held("delegate", "school", "school:alternate"), commands.AddAgendaItem, state).ok).toBe(false)
    expect(ask(held("alternate", "school", "school:delegate"), commands.AddAgendaItem, state).ok).toBe(false)
    expect(ask(held("delegate", "clinic", "school:delegate"), commands.AddAgendaItem, state).ok).toBe(false)
    expect(ask(delegate("clinic"), commands.AddAgendaItem, state).ok).toBe(false)
    expect(ask(delegate("bank"), { ...commands.AddAgendaItem, proposedBy: "bank" }, state).ok).toBe(false)
    expect(ask(head("clinic"), commands.NameDelegate, state).ok).toBe(false)
  })

  it("CONFERENCE-21 an item is withdrawn for the unit that proposed it, and for nobody where there is none", () => {
    expect(ask(delegate("clinic"), commands.WithdrawAgendaItem, state).ok).toBe(false)
    expect(ask(delegate("school"), { ...commands.WithdrawAgendaItem, item: "parking" }, state).ok).toBe(false)
    expect(ask(delegate("school"), { ...commands.WithdrawAgendaItem, meeting: "autumn" }, state).ok).toBe(false)
  })

  it("CONFERENCE-13 who presides is the person who came for that unit and counts", () => {
    const late = play({ ...jointConference, initial: told("noticed") }, [
      at("2026-03-20", {
        _tag: "RecordAttendance",
        meeting: "spring",
        unit: "clinic",
        by: "alternate",
        person: "clinic:alternate",
      }),
    ]).state
    expect(ask(alternate("clinic"), commands.CallToOrder, late).ok).toBe(true)
    expect(ask(delegate("clinic"), commands.CallToOrder, late).ok).toBe(false)
    expect(ask(delegate("clinic"), commands.CallToOrder, told("noticed")).ok).toBe(false)
    expect(ask(delegate("clinic"), commands.CallToOrder, told("scheduled")).ok).toBe(false)
    expect(ask(delegate("clinic"), { ...commands.CallToOrder, meeting: "autumn" }, state).ok).toBe(false)
  })

  it("CONFERENCE-13 a result is declared by whoever is named as presiding, unit or convenor", () => {
    const bySchool = { ...someResolution, presidedBy: "school" }
    expect(ask(delegate("school"), bySchool, state).ok).toBe(true)
    expect(ask(delegate("clinic"), bySchool, state).ok).toBe(false)
    const byConvenor = { ...someResolution, presidedBy: null }
    expect(ask(convenor, byConvenor, state).ok).toBe(true)
    expect(ask(held("convenor", "conference", "leader-2"), byConvenor, state).ok).toBe(false)
    expect(ask(delegate("clinic"), byConvenor, state).ok).toBe(false)
  })
})

describe("the secretary decides nothing", () => {
  const deciding: ReadonlyArray<Tag> = [
    "FoundConference",
    "AdoptPolicy",
    "AssignConvenor",
    "AppointSecretariat",
    "AdmitUnit",
    "ReleaseUnit",
    "MergeMemberUnits",
    "CancelMeeting",
    "CallToOrder",
    "ReconveneMeeting",
    "AdoptResolution",
    "CloseMeeting",
    "ExtendAction",
    "ReassignAction",
    "DissolveConference",
  ]

  it("CONFERENCE-20 the table says which commands decide", () => {
    expect(
      Object.keys(decides)
        .filter((tag) => decides[tag as Tag])
        .toSorted(),
    ).toEqual([...deciding].toSorted())
    expect(Object.keys(decides).toSorted()).toEqual(Object.keys(authority).toSorted())
  })

  it("CONFERENCE-20 none of them is granted to a secretary, whoever it is, for whomever it says to act, wherever things stand", () => {
    const people = fc.constantFrom("leader-1", "clerk-1", "clinic:delegate", "school:delegate", "p-1")
    const bodies = fc.constantFrom("party-organization", "clinic", "school", "library", "conference")
    const steps = fc.constantFrom<MeetingStatus | MeetingOutcome>(
      "scheduled",
      "noticed",
      "quorate",
      "inquorate",
      "held",
      "minuted",
      "settled",
    )
    const states = new Map<string, Conference>()
    fc.assert(
      fc.property(
        fc.oneof(conferenceCommands({ tags: deciding }), fc.constantFrom(...deciding.map((tag) => commands[tag]))),
        steps,
        fc.record({ person: people, within: bodies, onBehalfOf: fc.option(people, { nil: undefined }) }),
        (command, step, { onBehalfOf, person, within }) => {
          const state = states.get(step) ?? told(step)
          states.set(step, state)
          expect(ask(held("secretary", within, person, onBehalfOf), command, state).ok).toBe(false)
          expect(ask(system, command, state).ok).toBe(false)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
