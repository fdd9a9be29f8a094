import {
  type Conference,
  type ConferenceCommand,
  type ConferenceEvent,
  type ConferencePolicy,
  jointConference,
  type Seat,
} from "@jinlin/core/joint-conference"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { assertConferenceLaw, type ConferenceDecider, type ConferenceLaw, conferenceLaws } from "./index.ts"

type Tag = ConferenceCommand["_tag"]

/** A decider that sees another conference than there is, for some commands or for all. */
const seeing = (change: (conference: Conference) => Conference, ...tags: ReadonlyArray<Tag>): ConferenceDecider => ({
  ...jointConference,
  decide: (command, state, around) =>
    jointConference.decide(command, tags.length === 0 || tags.includes(command._tag) ? change(state) : state, around),
})

/** A decider that says something else than what happened. */
const saying = (change: (event: ConferenceEvent) => ReadonlyArray<ConferenceEvent>): ConferenceDecider => ({
  ...jointConference,
  decide: (command, state, around) =>
    Result.map(jointConference.decide(command, state, around), (events) => events.flatMap(change)),
})

/** A decider that takes note of some events in another way. */
const noting = (
  change: (before: Conference, event: ConferenceEvent, after: Conference) => Conference,
): ConferenceDecider => ({
  ...jointConference,
  evolve: (state, event) => change(state, event, jointConference.evolve(state, event)),
})

const forgetting = (tag: ConferenceEvent["_tag"]): ConferenceDecider =>
  noting((before, event, after) => (event._tag === tag ? before : after))

const policies = (change: Partial<ConferencePolicy>) => (conference: Conference) => ({
  ...conference,
  policies: conference.policies.map((dated) => ({ ...dated, policy: { ...dated.policy, ...change } })),
})

const frozen =
  (
    policy: Partial<ConferencePolicy>,
    roll: (roll: ReadonlyArray<Seat>, conference: Conference) => ReadonlyArray<Seat>,
  ) =>
  (conference: Conference): Conference => ({
    ...conference,
    meetings: conference.meetings.map((meeting) => ({
      ...meeting,
      frozen: meeting.frozen && {
        ...meeting.frozen,
        policy: { ...meeting.frozen.policy, ...policy },
        roll: roll(meeting.frozen.roll, conference),
      },
    })),
  })

let asked = 0
const nobody = { numerator: "1", denominator: "100" }
const anybody = { share: nobody, comparison: "at-least", measure: "heads" } as const

/** For each law a decider that breaks it. */
const broken: Readonly<Record<string, ConferenceDecider>> = {
  "CONFERENCE-1": seeing((conference) =>
    conference.status === "dissolved" ? { ...conference, status: "active" } : conference,
  ),
  "CONFERENCE-2": forgetting("ConvenorAssigned"),
  "CONFERENCE-3": seeing((conference) => ({ ...conference, units: [] }), "AdmitUnit"),
  "CONFERENCE-4": seeing((conference) => ({ ...conference, meetings: [] }), "ReleaseUnit"),
  "CONFERENCE-5": noting((_before, event, after) =>
    event._tag === "PolicyAdopted" ? frozen({ noticeDays: 20 }, (roll) => roll)(after) : after,
  ),
  "CONFERENCE-6": saying((event) => [event._tag === "MeetingNoticed" ? { ...event, noticedOn: event.on } : event]),
  "CONFERENCE-7": seeing(policies({ agendaDays: 0 }), "AddAgendaItem"),
  "CONFERENCE-8": seeing(
    frozen({}, (_roll, { units }) => units),
    "RecordAttendance",
  ),
  "CONFERENCE-9": seeing(
    frozen({}, (roll) => roll.map((seat) => ({ ...seat, capacity: "member" }))),
    "CallToOrder",
  ),
  "CONFERENCE-10": seeing(
    frozen({ quorum: { ...anybody, base: "members" } }, (roll) => roll),
    "CallToOrder",
  ),
  "CONFERENCE-11": saying((event) =>
    event._tag === "ResolutionAdopted"
      ? [{ ...event, votes: { ...event.votes, for: [...event.votes.for, ...event.votes.for] } }]
      : [event],
  ),
  "CONFERENCE-12": seeing(
    frozen({ majority: { ...anybody, base: "present" } }, (roll) => roll),
    "AdoptResolution",
  ),
  "CONFERENCE-13": saying((event) =>
    event._tag === "ResolutionAdopted" || event._tag === "ResolutionLost"
      ? [{ ...event, presided: { _tag: "Convenor" } }]
      : [event],
  ),
  "CONFERENCE-14": saying((event) => [event._tag === "ResolutionLost" ? { ...event, dueOn: "2000-01-01" } : event]),
  "CONFERENCE-15": forgetting("MeetingCancelled"),
  "CONFERENCE-16": saying((event) => [
    event._tag === "MeetingScheduled" && event.continues !== null ? { ...event, agenda: [] } : event,
  ]),
  "CONFERENCE-17": saying((event) => (event._tag === "MeetingSettled" ? [] : [event])),
  "CONFERENCE-18": forgetting("ActionReminded"),
  "CONFERENCE-19": forgetting("MeetingFoundMissing"),
  "CONFERENCE-20": seeing((conference) => ({ ...conference, secretariat: null })),
  "CONFERENCE-22": noting((_before, _event, after) => {
    asked += 1
    return { ...after, closed: after.closed.slice(asked % 2) }
  }),
}

/** What is said against a decider; nothing where the law holds for it. */
const faultOf = (law: ConferenceLaw, decider: ConferenceDecider): string | undefined => {
  try {
    assertConferenceLaw(law, decider, { numRuns: 1000, endOnFailure: true })
    return undefined
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describe("every law catches a decider that breaks it", () => {
  for (const law of conferenceLaws)
    it(`${law.id} ${law.says}`, () => {
      const decider = broken[law.id]
      if (decider === undefined) throw new Error(`no decider breaks ${law.id}`)
      expect(faultOf(law, decider)).toContain(`${law.id} does not hold`)
    })
})
