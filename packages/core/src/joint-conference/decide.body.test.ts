import { given, play } from "@jinlin/testkit"
import { conferenceStep as at, conferenceAt, foundedConference, someDigest } from "@jinlin/testkit/joint-conference"
import { describe, expect, it } from "vitest"
import {
  type ConferenceEvent,
  type ConferencePolicy,
  cadenceFrom,
  convenorOn,
  conferencePolicyDefaults as defaults,
  jointConference,
} from "./index.ts"

const founded = play(jointConference, foundedConference(defaults)).history
const after = (history: ReadonlyArray<ConferenceEvent>, ...steps: ReadonlyArray<ReturnType<typeof at>>) =>
  play({ ...jointConference, initial: given(jointConference, history).state }, steps)
const when = (history: ReadonlyArray<ConferenceEvent>, step: ReturnType<typeof at>) =>
  given(jointConference, history).when(...step)

describe("founding and dissolving", () => {
  const found = at("2026-01-05", { _tag: "FoundConference", level: "community", convenor: "p-1", policy: defaults })

  it("CONFERENCE-1 grants the founding: today, with a convenor, a policy, and a first period", () => {
    const { events, state } = when([], found)
    expect(events).toEqual([
      {
        _tag: "ConferenceFounded",
        level: "community",
        convenor: "p-1",
        policy: defaults,
        on: "2026-01-05",
        cadence: { since: "2026-01-05", before: "2026-04-06", callBefore: "2026-04-02" },
      },
    ])
    expect(state).toMatchObject({
      status: "active",
      level: "community",
      convenors: [{ person: "p-1", from: "2026-01-05" }],
    })
  })

  it("CONFERENCE-1 refuses to found what was founded, and what was dissolved", () => {
    const dissolve = at("2026-01-06", { _tag: "DissolveConference", reason: "two communities became one" })
    expect(when(founded, found).refusals).toEqual([
      { _tag: "ConferenceAlreadyFounded", rule: "CONFERENCE-1", status: "active" },
    ])
    const { history } = when(founded, dissolve)
    expect(history.at(-1)).toEqual({
      _tag: "ConferenceDissolved",
      reason: "two communities became one",
      on: "2026-01-06",
    })
    expect(when(history, found).refusals).toEqual([
      { _tag: "ConferenceAlreadyFounded", rule: "CONFERENCE-1", status: "dissolved" },
    ])
  })

  it("CONFERENCE-1 refuses everything before the founding and after the end", () => {
    const step = at("2026-01-06", { _tag: "NoteMissingMeeting" })
    expect(when([], step).refusals).toEqual([
      { _tag: "ConferenceNotActive", rule: "CONFERENCE-1", status: "unfounded" },
    ])
    const { history, state } = when(founded, at("2026-01-06", { _tag: "DissolveConference", reason: "over" }))
    expect(state.cadence).toBeNull()
    expect(when(history, step).refusals).toEqual([
      { _tag: "ConferenceNotActive", rule: "CONFERENCE-1", status: "dissolved" },
    ])
  })

  it("CONFERENCE-1 refuses to dissolve while a meeting is not over, and names it", () => {
    const { history } = play(jointConference, conferenceAt("minuted", defaults))
    const dissolve = at("2026-04-21", { _tag: "DissolveConference", reason: "over" })
    expect(when(history, dissolve).refusals).toEqual([
      { _tag: "MeetingsStillOpen", rule: "CONFERENCE-1", meetings: ["spring"] },
    ])
    const close = at("2026-04-20", { _tag: "CloseAction", resolution: "lights", evidence: someDigest(1) })
    expect(after(history, close, dissolve).state.status).toBe("dissolved")
  })
})

describe("the convenor", () => {
  const assign = (person: string, from: `${number}-${number}-${number}`) =>
    at("2026-02-10", { _tag: "AssignConvenor", person, from })

  it("CONFERENCE-2 grants somebody from today on, and from a later day on", () => {
    const { history, state } = after(founded, assign("p-2", "2026-02-10"), assign("p-3", "2026-03-01"))
    expect(history.map((event) => event._tag)).toEqual(["ConvenorAssigned", "ConvenorAssigned"])
    expect(
      ["2026-02-09", "2026-02-10", "2026-02-28", "2026-03-01"].map((day) => convenorOn(state, day as "2026-02-09")),
    ).toEqual(["leader-1", "p-2", "p-2", "p-3"])
  })

  it("CONFERENCE-2 puts somebody between two who are named, and in the place of one named for the same day", () => {
    const named = [assign("p-3", "2026-04-01"), assign("p-2", "2026-03-01"), assign("p-4", "2026-04-01")]
    expect(after(founded, ...named).state.convenors).toEqual([
      { person: "leader-1", from: "2026-01-05" },
      { person: "p-2", from: "2026-03-01" },
      { person: "p-4", from: "2026-04-01" },
    ])
  })

  it("CONFERENCE-2 refuses a day that is past, by one day", () => {
    expect(when(founded, assign("p-2", "2026-02-09")).refusals).toEqual([
      { _tag: "AssignmentInPast", rule: "CONFERENCE-2", from: "2026-02-09", earliest: "2026-02-10" },
    ])
  })

  it("CONFERENCE-2 stays quiet about who convenes on that day already", () => {
    expect(when(founded, assign("leader-1", "2026-03-01"))).toMatchObject({ events: [], refusals: [] })
  })
})

describe("the policy", () => {
  const longer: ConferencePolicy = { ...defaults, noticeDays: 5 }
  const adopt = (effectiveFrom: `${number}-${number}-${number}`) =>
    at("2026-02-10", { _tag: "AdoptPolicy", policy: longer, effectiveFrom })

  it("CONFERENCE-5 grants one from today or a later day on", () => {
    expect(when(founded, adopt("2026-02-10")).events).toEqual([
      { _tag: "PolicyAdopted", policy: longer, effectiveFrom: "2026-02-10" },
    ])
    expect(when(founded, adopt("2026-03-01")).refusals).toEqual([])
  })

  it("CONFERENCE-5 refuses one from yesterday on, or from before the one adopted last", () => {
    expect(when(founded, adopt("2026-02-09")).refusals).toEqual([
      { _tag: "EffectiveTooEarly", rule: "CONFERENCE-5", effectiveFrom: "2026-02-09", earliest: "2026-02-10" },
    ])
    const { history } = when(founded, adopt("2026-03-01"))
    expect(when(history, adopt("2026-02-28")).refusals).toEqual([
      { _tag: "EffectiveTooEarly", rule: "CONFERENCE-5", effectiveFrom: "2026-02-28", earliest: "2026-03-01" },
    ])
    expect(when(history, adopt("2026-03-01")).refusals).toEqual([])
  })

  it("CONFERENCE-5 judges a notice by the policy of its day, to the day", () => {
    const { history } = play(jointConference, conferenceAt("scheduled", defaults))
    const changed = after(
      history,
      at("2026-03-10", { _tag: "AdoptPolicy", policy: longer, effectiveFrom: "2026-03-15" }),
    )
    const all = [...history, ...changed.history]
    const notice = (day: `${number}-${number}-${number}`) =>
      when(all, at(day, { _tag: "GiveNotice", meeting: "spring" }))
    expect(notice("2026-03-14").events).toMatchObject([{ _tag: "MeetingNoticed", policy: defaults }])
    expect(notice("2026-03-15").refusals).toMatchObject([
      { _tag: "NoticeTooLate", noticeDays: 5, lastDay: "2026-03-14" },
    ])
  })
})

describe("the secretary", () => {
  const appoint = (body: string, person = "clerk-2") => at("2026-02-10", { _tag: "AppointSecretariat", body, person })

  it("CONFERENCE-20 grants a body and the person in it who answers", () => {
    expect(when(founded, appoint("library")).events).toEqual([
      { _tag: "SecretariatAppointed", body: "library", person: "clerk-2", on: "2026-02-10" },
    ])
    expect(when(founded, appoint("party-organization")).state.secretariat).toEqual({
      body: "party-organization",
      person: "clerk-2",
    })
  })

  it("CONFERENCE-20 stays quiet about the one it has", () => {
    expect(when(founded, appoint("party-organization", "clerk-1"))).toMatchObject({ events: [], refusals: [] })
  })

  it.each(["scheduled", "noticed", "quorate", "inquorate"] as const)(
    "CONFERENCE-20 refuses the unit in the chair of a meeting that is %s",
    (status) => {
      const { history } = play(jointConference, conferenceAt(status, defaults))
      expect(when(history, appoint("clinic")).refusals).toEqual([
        { _tag: "SecretaryPresides", rule: "CONFERENCE-20", body: "clinic", meetings: ["spring"] },
      ])
      expect(when(history, appoint("school")).refusals).toEqual([])
    },
  )

  it.each(["held", "minuted", "settled", "cancelled"] as const)(
    "CONFERENCE-20 grants it when the meeting is %s",
    (status) => {
      const { history } = play(jointConference, conferenceAt(status, defaults))
      expect(when(history, appoint("clinic")).refusals).toEqual([])
    },
  )

  it("CONFERENCE-20 grants it where the policy of the meeting waives that, whatever the policy of the day says", () => {
    const waiving = play(jointConference, conferenceAt("noticed", { ...defaults, chairMayBeSecretary: true })).history
    const strict = after(
      waiving,
      at("2026-02-10", { _tag: "AdoptPolicy", policy: defaults, effectiveFrom: "2026-02-10" }),
    )
    expect(when([...waiving, ...strict.history], appoint("clinic")).refusals).toEqual([])
  })
})

describe("a period without a meeting", () => {
  const note = (day: `${number}-${number}-${number}`) => at(day, { _tag: "NoteMissingMeeting" })

  it("CONFERENCE-19 is noted on the first day on which it is too late to call one, and not the day before", () => {
    expect(when(founded, note("2026-04-01"))).toMatchObject({ events: [], refusals: [] })
    expect(when(founded, note("2026-04-02")).events).toEqual([
      {
        _tag: "MeetingFoundMissing",
        since: "2026-01-05",
        before: "2026-04-06",
        next: { since: "2026-01-05", before: "2026-07-06", callBefore: "2026-07-02" },
      },
    ])
  })

  it("CONFERENCE-19 is noted once", () => {
    const { history } = when(founded, note("2026-04-02"))
    expect(when(history, note("2026-04-02"))).toMatchObject({ events: [], refusals: [] })
    expect(when(history, note("2026-07-01")).events).toEqual([])
    expect(when(history, note("2026-07-02")).events).toHaveLength(1)
  })

  it("CONFERENCE-19 is noted for each period that went by, however late anybody looks", () => {
    const { events } = when(founded, note("2027-01-05"))
    expect(events.map((event) => (event._tag === "MeetingFoundMissing" ? event.before : ""))).toEqual([
      "2026-04-06",
      "2026-07-06",
      "2026-10-06",
      "2027-01-06",
    ])
  })

  it("CONFERENCE-19 is followed by a period under the policy of the day on which it was certain, whenever that is noted", () => {
    const monthly = { ...defaults, meetingMonths: 1 }
    const adopted = (effectiveFrom: "2026-04-02" | "2026-04-03") =>
      after(founded, at("2026-02-01", { _tag: "AdoptPolicy", policy: monthly, effectiveFrom })).history
    const next = (effectiveFrom: "2026-04-02" | "2026-04-03") => {
      const [event] = when([...founded, ...adopted(effectiveFrom)], note("2026-04-20")).events
      return event?._tag === "MeetingFoundMissing" ? event.next.before : undefined
    }
    expect(next("2026-04-02")).toBe("2026-05-06")
    expect(next("2026-04-03")).toBe("2026-07-06")
  })

  it("CONFERENCE-19 begins anew with the day on which a meeting was held", () => {
    const { state } = play(jointConference, conferenceAt("held", defaults))
    expect(state.cadence).toEqual(cadenceFrom("2026-03-20", defaults))
  })
})
