import { given, on, play } from "@jinlin/testkit"
import { conferenceStep as at, conferenceAt, someDigest, someResolution } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import {
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferencePolicy,
  conferencePolicyDefaults as defaults,
  jointConference,
  type Presider,
} from "./index.ts"

type Ballot = Extract<ConferenceCommand, { readonly _tag: "AdoptResolution" }>
const actor = { _tag: "System", rule: "CONFERENCE-21" } as const
const quorate = (policy: ConferencePolicy = defaults) => play(jointConference, conferenceAt("quorate", policy)).history
const when = (history: ReadonlyArray<ConferenceEvent>, fields: Partial<Ballot> = {}, presider?: Presider) =>
  given(jointConference, history).when(
    { ...someResolution, ...fields },
    { actor, now: on("2026-03-20", 600), presider },
  )
const present = ["clinic", "school", "estate-services", "coast-station"]
const votes = (
  approving: ReadonlyArray<string>,
  against: ReadonlyArray<string> = [],
  abstain: ReadonlyArray<string> = [],
) => ({ for: approving, against, abstain })

describe("a text that is put to the vote", () => {
  it("CONFERENCE-14 is recorded with everything that makes it one, when it is adopted", () => {
    const { events, state } = when(quorate())
    const facts = { share: "1/2", comparison: "more-than", measure: "heads" }
    expect(events).toEqual([
      {
        _tag: "ResolutionAdopted",
        meeting: "spring",
        resolution: "lights",
        item: "street-lights",
        textDigest: someDigest(1),
        presided: { _tag: "Chair", unit: "clinic" },
        recused: [],
        votes: votes(["clinic", "school", "estate-services"], ["coast-station"]),
        quorum: {
          rule: "CONFERENCE-10",
          holds: true,
          facts: { count: 4, of: 5, needed: 3, ...facts, base: "members" },
          flippedBy: 2,
        },
        majority: {
          rule: "CONFERENCE-12",
          holds: true,
          facts: { count: 3, of: 4, needed: 3, ...facts, base: "present" },
          flippedBy: 1,
        },
        responsibleUnit: "estate-services",
        dueOn: "2026-04-30",
        remindOn: "2026-04-27",
        on: "2026-03-20",
      },
    ])
    expect(state.meetings[0]?.actions).toEqual([
      {
        resolution: "lights",
        unit: "estate-services",
        dueOn: "2026-04-30",
        remindOn: "2026-04-27",
        reminded: [],
        closed: false,
      },
    ])
  })

  it("CONFERENCE-14 is recorded with its findings when it is lost, and asks for nothing", () => {
    const { events, state } = when(quorate(), {
      votes: votes(["clinic", "school"], ["coast-station"], ["estate-services"]),
    })
    expect(events).toMatchObject([
      {
        _tag: "ResolutionLost",
        resolution: "lights",
        responsibleUnit: "estate-services",
        dueOn: "2026-04-30",
        majority: { holds: false, shortBy: 1, facts: { count: 2, of: 4 } },
      },
    ])
    expect(state.meetings[0]?.actions).toEqual([])
    expect(state.meetings[0]?.texts).toMatchObject([{ resolution: "lights", adopted: false }])
  })

  it("CONFERENCE-12 is lost with half of those present and adopted with one more; who does not vote is not for it", () => {
    const result = (...approving: ReadonlyArray<string>) => when(quorate(), { votes: votes(approving) }).events[0]?._tag
    expect(result("clinic", "school")).toBe("ResolutionLost")
    expect(result("clinic", "school", "estate-services")).toBe("ResolutionAdopted")
  })

  it("CONFERENCE-7 CONFERENCE-12 is refused on an item that is not on the agenda, or is resolved", () => {
    expect(when(quorate(), { item: "parking" }).refusals).toEqual([
      { _tag: "ItemNotOnAgenda", rule: "CONFERENCE-7", meeting: "spring", item: "parking", agenda: ["street-lights"] },
    ])
    const adopted = when(quorate()).history
    expect(when(adopted, { resolution: "lights-2", textDigest: someDigest(2) }).refusals).toEqual([
      { _tag: "ItemAlreadyResolved", rule: "CONFERENCE-12", item: "street-lights", resolution: "lights" },
    ])
  })

  it("CONFERENCE-12 is refused when it was put before, and may come back with another text", () => {
    const lost = when(quorate(), { votes: votes(["clinic"]) }).history
    expect(when(lost, { resolution: "lights-2" }).refusals).toEqual([
      {
        _tag: "TextAlreadyPut",
        rule: "CONFERENCE-12",
        item: "street-lights",
        resolution: "lights",
        textDigest: someDigest(1),
      },
    ])
    expect(when(lost, { resolution: "lights-2", textDigest: someDigest(2) }).refusals).toEqual([])
  })

  it("CONFERENCE-12 may stand on two items, each of which is resolved by itself", () => {
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
    ]).history
    const first = when(two).history
    expect(when(first, { item: "parking", resolution: "parking-1" }).refusals).toEqual([])
  })

  it("CONFERENCE-14 is refused under an id that was given, in an open meeting or in one that is over", () => {
    const taken = [{ _tag: "ResolutionIdTaken", rule: "CONFERENCE-14", resolution: "lights" }]
    const lost = when(quorate(), { votes: votes(["clinic"]) }).history
    expect(when(lost, { textDigest: someDigest(2) }).refusals).toEqual(taken)
    const settled = play(jointConference, conferenceAt("settled", defaults)).history
    const next = conferenceAt("quorate", defaults).slice(conferenceAt("scheduled", defaults).length - 2)
    const again = play(
      { ...jointConference, initial: given(jointConference, settled).state },
      next.map(([command]) => [
        "meeting" in command ? { ...command, meeting: "summer", ...summer(command) } : command,
        { actor, now: on(summerDay(command), 540) },
      ]),
    )
    expect(again.refused).toEqual([])
    expect(
      given(jointConference, [...settled, ...again.history]).when(
        { ...someResolution, meeting: "summer", dueOn: "2026-07-30" },
        { actor, now: on("2026-06-20", 600) },
      ).refusals,
    ).toEqual(taken)
  })

  it("CONFERENCE-14 is refused without a member that is responsible, or with a day that is past", () => {
    const members = [...present, "judicial-office"]
    for (const unit of ["newspaper", "bank"])
      expect(when(quorate(), { responsibleUnit: unit }).refusals).toEqual([
        { _tag: "NotAMember", rule: "CONFERENCE-3", unit, members },
      ])
    expect(when(quorate(), { dueOn: "2026-03-19" }).refusals).toEqual([
      { _tag: "DueInPast", rule: "CONFERENCE-14", dueOn: "2026-03-19", earliest: "2026-03-20" },
    ])
    expect(when(quorate(), { dueOn: "2026-03-20" }).refusals).toEqual([])
  })
})

const summer = (command: ConferenceCommand) => (command._tag === "ScheduleMeeting" ? { on: "2026-06-20" as const } : {})
const summerDay = ({ _tag }: ConferenceCommand) => {
  if (_tag === "RecordAttendance" || _tag === "CallToOrder") return "2026-06-20"
  return _tag === "GiveNotice" ? "2026-06-10" : "2026-06-02"
}

describe("who votes", () => {
  it("CONFERENCE-11 refuses a unit that stands in the votes twice, in one list or in two", () => {
    const twice = { _tag: "AlreadyVoted", rule: "CONFERENCE-11", unit: "school" }
    expect(when(quorate(), { votes: votes(["clinic", "school", "school"]) }).refusals).toEqual([twice])
    expect(when(quorate(), { votes: votes(["clinic", "school"], [], ["school"]) }).refusals).toEqual([twice])
  })

  it("CONFERENCE-11 refuses the absent, observers and strangers, voting or recused", () => {
    for (const unit of ["judicial-office", "newspaper", "bank"]) {
      const absent = { _tag: "NotPresent", rule: "CONFERENCE-11", unit, present }
      expect(when(quorate(), { votes: votes(["clinic"], [unit]) }).refusals).toEqual([absent])
      expect(when(quorate(), { recused: [unit] }).refusals).toEqual([absent])
    }
  })

  it("CONFERENCE-11 refuses the vote of one who is recused", () => {
    expect(when(quorate(), { recused: ["school"] }).refusals).toEqual([
      { _tag: "RecusedUnitVotes", rule: "CONFERENCE-11", unit: "school", item: "street-lights" },
    ])
  })

  it("CONFERENCE-10 counts without those who are recused: 3 of 4, and 2 of 3 present vote for it", () => {
    const { events } = when(quorate(), {
      recused: ["school"],
      votes: votes(["clinic", "estate-services"], ["coast-station"]),
    })
    expect(events).toMatchObject([
      {
        _tag: "ResolutionAdopted",
        recused: ["school"],
        quorum: { facts: { count: 3, of: 4 } },
        majority: { facts: { count: 2, of: 3 } },
      },
    ])
  })

  it("CONFERENCE-10 refuses when too few are left without them, and says how many are missing", () => {
    const recused = ["school", "estate-services", "coast-station"]
    expect(when(quorate(), { recused, votes: votes(["clinic"]) }).refusals).toMatchObject([
      {
        _tag: "NoQuorumForItem",
        rule: "CONFERENCE-10",
        meeting: "spring",
        item: "street-lights",
        finding: { holds: false, facts: { count: 1, of: 2, needed: 2 }, shortBy: 1 },
      },
    ])
  })
})

describe("who presides", () => {
  const without = (unit: string) => present.filter((one) => one !== unit)

  it("CONFERENCE-13 refuses anybody but the unit in the chair while it is there and has no interest", () => {
    const clinic = { _tag: "AnotherPresides", rule: "CONFERENCE-13", expected: "clinic" }
    expect(when(quorate(), { presidedBy: "school" }).refusals).toEqual([{ ...clinic, named: "school" }])
    expect(when(quorate(), { presidedBy: null }).refusals).toEqual([{ ...clinic, named: null }])
  })

  it("CONFERENCE-13 records a substitute or the convenor where the chair is recused", () => {
    const recused = { recused: ["clinic"], votes: votes(without("clinic")) }
    expect(when(quorate(), { ...recused, presidedBy: "school" }).events).toMatchObject([
      { presided: { _tag: "Substitute", unit: "school" } },
    ])
    expect(when(quorate(), { ...recused, presidedBy: null }).events).toMatchObject([{ presided: { _tag: "Convenor" } }])
  })

  it("CONFERENCE-13 refuses the chair on an item in which it has an interest, and the absent", () => {
    expect(when(quorate(), { recused: ["clinic"], votes: votes(without("clinic")) }).refusals).toEqual([
      { _tag: "RecusedUnitPresides", rule: "CONFERENCE-13", unit: "clinic", item: "street-lights" },
    ])
    expect(when(quorate(), { presidedBy: "judicial-office" }).refusals).toEqual([
      { _tag: "PresiderNotPresent", rule: "CONFERENCE-13", unit: "judicial-office", present },
    ])
  })

  it("CONFERENCE-13 follows the rota where one is kept, even past a chair that is there", () => {
    const school: Presider = { _tag: "Unit", unit: "school" }
    expect(when(quorate(), { presidedBy: "school" }, school).events).toMatchObject([
      { presided: { _tag: "Substitute", unit: "school" } },
    ])
    expect(when(quorate(), {}, school).refusals).toEqual([
      { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: "clinic", expected: "school" },
    ])
    expect(when(quorate(), { presidedBy: null }, { _tag: "Convenor" }).refusals).toEqual([])
  })

  it("CONFERENCE-13 lets the convenor preside, and nobody else, where no unit is in the chair", () => {
    const history = play(jointConference, [
      ...conferenceAt("noticed", defaults),
      at("2026-03-11", { _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: null }),
      ...conferenceAt("quorate", defaults).slice(conferenceAt("noticed", defaults).length),
    ]).history
    expect(when(history, { presidedBy: null }).events).toMatchObject([{ presided: { _tag: "Convenor" } }])
    expect(when(history, { presidedBy: "clinic" }).refusals).toEqual([
      { _tag: "AnotherPresides", rule: "CONFERENCE-13", named: "clinic", expected: null },
    ])
  })

  it("CONFERENCE-20 refuses the secretary's body as a substitute", () => {
    const served = (policy: ConferencePolicy) =>
      given(jointConference, quorate(policy)).when(
        { _tag: "AppointSecretariat", body: "school", person: "p-1" },
        { actor, now: on("2026-03-20") },
      ).history
    const substitute = { presidedBy: "school", recused: ["clinic"], votes: votes(without("clinic")) }
    expect(when(served(defaults), substitute).refusals).toEqual([
      { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "school", meetings: ["spring"] },
    ])
    expect(when(served({ ...defaults, chairMayBeSecretary: true }), substitute).refusals).toEqual([])
  })
})
