import { given, play } from "@jinlin/testkit"
import { conferenceStep as at, conferenceAt, foundedConference } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import {
  type ConferenceCommand,
  type ConferenceEvent,
  conferencePolicyDefaults as defaults,
  jointConference,
  unitOf,
} from "./index.ts"

const founded = play(jointConference, foundedConference(defaults)).history
const when = (history: ReadonlyArray<ConferenceEvent>, command: ConferenceCommand) =>
  given(jointConference, history).when(...at("2026-03-02", command))
const units = ["clinic", "school", "estate-services", "coast-station", "judicial-office", "newspaper"]

describe("admitting a unit", () => {
  const admit = (fields: Partial<Extract<ConferenceCommand, { _tag: "AdmitUnit" }>> = {}): ConferenceCommand => ({
    _tag: "AdmitUnit",
    unit: "bank",
    kind: "enterprise",
    capacity: "member",
    delegate: "bank:delegate",
    alternate: null,
    ...fields,
  })

  it("CONFERENCE-3 grants it with its delegate, with or without an alternate", () => {
    expect(when(founded, admit()).events).toEqual([
      {
        _tag: "UnitAdmitted",
        unit: "bank",
        kind: "enterprise",
        capacity: "member",
        delegate: "bank:delegate",
        alternate: null,
        on: "2026-03-02",
      },
    ])
    expect(when(founded, admit({ alternate: "bank:alternate" })).state.units.at(-1)).toEqual({
      unit: "bank",
      kind: "enterprise",
      capacity: "member",
      delegate: "bank:delegate",
      alternate: "bank:alternate",
    })
  })

  it("CONFERENCE-3 refuses a unit that is in, and a person who speaks for another unit, and says so of both", () => {
    expect(when(founded, admit({ unit: "school" })).refusals).toEqual([
      { _tag: "UnitAlreadyAdmitted", rule: "CONFERENCE-3", unit: "school" },
    ])
    const busy = admit({ delegate: "clinic:alternate", alternate: "school:delegate" })
    expect(when(founded, busy).refusals).toEqual([
      { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: "clinic:alternate", unit: "clinic" },
      { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: "school:delegate", unit: "school" },
    ])
  })

  it("CONFERENCE-3 refuses a delegate who is to be the alternate too", () => {
    expect(when(founded, admit({ alternate: "bank:delegate" })).refusals).toEqual([
      { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: "bank:delegate", unit: "bank" },
    ])
  })
})

describe("releasing a unit", () => {
  const release = (unit: string): ConferenceCommand => ({ _tag: "ReleaseUnit", unit, reason: "it moved away" })

  it("CONFERENCE-4 grants it", () => {
    const { events, state } = when(founded, release("school"))
    expect(events).toEqual([{ _tag: "UnitReleased", unit: "school", reason: "it moved away", on: "2026-03-02" }])
    expect(state.units.map(({ unit }) => unit)).toEqual(units.filter((unit) => unit !== "school"))
  })

  it("CONFERENCE-4 refuses a stranger, and one that is responsible for something open", () => {
    expect(when(founded, release("bank")).refusals).toEqual([
      { _tag: "UnitUnknown", rule: "CONFERENCE-3", unit: "bank", units },
    ])
    const minuted = play(jointConference, conferenceAt("minuted", defaults)).history
    expect(when(minuted, release("estate-services")).refusals).toEqual([
      { _tag: "UnitHasOpenActions", rule: "CONFERENCE-4", unit: "estate-services", resolutions: ["lights"] },
    ])
    expect(when(minuted, release("school")).refusals).toEqual([])
    const settled = play(jointConference, conferenceAt("settled", defaults)).history
    expect(when(settled, release("estate-services")).refusals).toEqual([])
  })
})

describe("merging two units", () => {
  const merge = (
    fields: Partial<Extract<ConferenceCommand, { _tag: "MergeMemberUnits" }>> = {},
  ): ConferenceCommand => ({
    _tag: "MergeMemberUnits",
    units: ["clinic", "estate-services"],
    into: "services",
    delegate: "clinic:delegate",
    alternate: "estate-services:delegate",
    ...fields,
  })

  it("CONFERENCE-4 grants it, with people of either, and the new unit takes the place of both", () => {
    const { events, state } = when(founded, merge())
    expect(events).toEqual([
      {
        _tag: "MemberUnitsMerged",
        units: ["clinic", "estate-services"],
        unit: "services",
        kind: "unit-kind",
        capacity: "member",
        delegate: "clinic:delegate",
        alternate: "estate-services:delegate",
        on: "2026-03-02",
      },
    ])
    expect(state.units.map(({ unit }) => unit)).toEqual([
      "school",
      "coast-station",
      "judicial-office",
      "newspaper",
      "services",
    ])
  })

  it("CONFERENCE-4 grants the name of one of the two", () => {
    expect(when(founded, merge({ into: "clinic" })).refusals).toEqual([])
  })

  it("CONFERENCE-4 makes a member of a member and an observer, in either order, and an observer of two", () => {
    const capacity = (...of: readonly [string, string]) =>
      unitOf(when(founded, merge({ units: of, delegate: "p-1", alternate: null })).state, "services")?.capacity
    expect(capacity("clinic", "newspaper")).toBe("member")
    expect(capacity("newspaper", "clinic")).toBe("member")
    const second = when(founded, {
      _tag: "AdmitUnit",
      unit: "radio",
      kind: "press",
      capacity: "observer",
      delegate: "radio:delegate",
      alternate: null,
    })
    const both = merge({ units: ["newspaper", "radio"], delegate: "p-1", alternate: null })
    expect(unitOf(when(second.history, both).state, "services")).toMatchObject({
      capacity: "observer",
      kind: "unit-kind",
    })
  })

  it("CONFERENCE-4 hands on what was open, and what the two were to preside over or had proposed", () => {
    const minuted = play(jointConference, conferenceAt("minuted", defaults)).history
    expect(when(minuted, merge()).state.meetings[0]?.actions).toMatchObject([
      { resolution: "lights", unit: "services" },
    ])
    const scheduled = play(jointConference, conferenceAt("scheduled", defaults)).history
    const { state } = when(scheduled, merge({ units: ["clinic", "school"], delegate: "p-1", alternate: null }))
    expect(state.meetings).toMatchObject([{ chairUnit: "services", agenda: [{ proposedBy: "services" }] }])
    const other = when(scheduled, merge({ units: ["school", "coast-station"], delegate: "p-1", alternate: null }))
    expect(other.state.meetings).toMatchObject([{ chairUnit: "clinic", agenda: [{ proposedBy: "services" }] }])
  })

  it("CONFERENCE-8 leaves the frozen roll of a noticed meeting as it is, with who presides and what is closed", () => {
    const quorate = play(jointConference, conferenceAt("quorate", defaults)).history
    const { state } = when(quorate, merge())
    expect(state.meetings[0]?.chairUnit).toBe("clinic")
    expect(state.meetings[0]?.frozen?.roll.map(({ unit }) => unit)).toEqual(units)
  })

  it("CONFERENCE-4 refuses one unit with itself, a name that a third one bears, strangers, and busy people", () => {
    expect(when(founded, merge({ units: ["clinic", "clinic"] })).refusals).toMatchObject([
      { _tag: "MergeNeedsTwoUnits", rule: "CONFERENCE-4", units: ["clinic", "clinic"], into: "services" },
      { _tag: "PersonSpeaksAlready", person: "estate-services:delegate" },
    ])
    expect(when(founded, merge({ into: "school" })).refusals).toEqual([
      { _tag: "MergeNeedsTwoUnits", rule: "CONFERENCE-4", units: ["clinic", "estate-services"], into: "school" },
    ])
    expect(when(founded, merge({ units: ["bank", "library"], delegate: "p-1", alternate: null })).refusals).toEqual([
      { _tag: "UnitUnknown", rule: "CONFERENCE-3", unit: "bank", units },
      { _tag: "UnitUnknown", rule: "CONFERENCE-3", unit: "library", units },
    ])
    expect(when(founded, merge({ delegate: "p-1", alternate: "p-1" })).refusals).toEqual([
      { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: "p-1", unit: "services" },
    ])
  })

  it("CONFERENCE-20 refuses to make the secretary's body preside over a meeting that is set", () => {
    const scheduled = play(jointConference, conferenceAt("scheduled", defaults)).history
    expect(when(scheduled, merge({ into: "party-organization" })).refusals).toEqual([
      { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "party-organization", meetings: ["spring"] },
    ])
    const other = merge({ units: ["school", "estate-services"], into: "party-organization", delegate: "p-1" })
    expect(when(scheduled, other).refusals).toEqual([])
    const noticed = play(jointConference, conferenceAt("noticed", defaults)).history
    expect(when(noticed, merge({ into: "party-organization" })).refusals).toEqual([])
  })
})

describe("naming a delegate", () => {
  const name = (unit: string, delegate: string, alternate: string | null = null): ConferenceCommand => ({
    _tag: "NameDelegate",
    unit,
    delegate,
    alternate,
  })

  it("CONFERENCE-3 grants a new one, and the alternate as delegate", () => {
    const { events, state } = when(founded, name("school", "school:alternate", "p-1"))
    expect(events).toEqual([
      { _tag: "DelegateNamed", unit: "school", delegate: "school:alternate", alternate: "p-1", on: "2026-03-02" },
    ])
    expect(unitOf(state, "school")).toMatchObject({ delegate: "school:alternate", alternate: "p-1" })
    expect(unitOf(state, "clinic")).toMatchObject({ delegate: "clinic:delegate" })
  })

  it("CONFERENCE-3 refuses a stranger's, and somebody who speaks for another unit", () => {
    expect(when(founded, name("bank", "p-1")).refusals).toEqual([
      { _tag: "UnitUnknown", rule: "CONFERENCE-3", unit: "bank", units },
    ])
    expect(when(founded, name("school", "clinic:delegate")).refusals).toEqual([
      { _tag: "PersonSpeaksAlready", rule: "CONFERENCE-3", person: "clinic:delegate", unit: "clinic" },
    ])
  })

  it("CONFERENCE-22 stays quiet where nothing changes, and not where one of the two does", () => {
    expect(when(founded, name("school", "school:delegate", "school:alternate"))).toMatchObject({
      events: [],
      refusals: [],
    })
    expect(when(founded, name("school", "school:delegate")).events).toHaveLength(1)
    expect(when(founded, name("school", "p-1", "school:alternate")).events).toHaveLength(1)
  })

  it("CONFERENCE-8 leaves a meeting whose notice is out with whom it was noticed", () => {
    const noticed = play(jointConference, conferenceAt("noticed", defaults)).history
    const { state } = when(noticed, name("school", "p-1"))
    expect(state.meetings[0]?.frozen?.roll).toContainEqual({
      unit: "school",
      capacity: "member",
      delegate: "school:delegate",
      alternate: "school:alternate",
    })
  })
})
