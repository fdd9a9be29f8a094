import {
  type ConferenceCommand,
  ConferenceEvent,
  conferencePolicyDefaults,
  jointConference as decider,
} from "@jinlin/core/joint-conference"
import { type Actor, type Checked, type Decider, decodeStrictly, type Refusal, replay } from "@jinlin/core/kernel"
import {
  type RotaCommand,
  RotaEvent,
  rotatingChair as rotaDecider,
  rotaPolicyDefaults,
} from "@jinlin/core/rotating-chair"
import { on } from "@jinlin/testkit"
import { asJson, type Json } from "../json-text.ts"
import { authorityExpected, type Case, caseId, reference, type Told } from "./scenario.ts"
import { jointConference, rotatingChair } from "./subjects.ts"

const digest = `sha-256:${"6".repeat(64)}` as const

/** One command of each tag, about a rota of the clinic, the school and the property company in its first month. */
const toRota: { readonly [Tag in RotaCommand["_tag"]]: Extract<RotaCommand, { readonly _tag: Tag }> } = {
  OpenRota: { _tag: "OpenRota", policy: rotaPolicyDefaults, units: ["clinic"], startsOn: "2026-02-01" },
  AdoptRotaPolicy: { _tag: "AdoptRotaPolicy", policy: rotaPolicyDefaults, effectiveFrom: "2026-02-01" },
  SeatUnit: { _tag: "SeatUnit", unit: "court" },
  UnseatUnit: { _tag: "UnseatUnit", unit: "school" },
  MergeUnits: { _tag: "MergeUnits", units: ["clinic", "school"], into: "clinic" },
  SwapTurns: { _tag: "SwapTurns", first: 2, second: 4 },
  SkipTurn: { _tag: "SkipTurn", term: 2, reason: "flood season" },
  DeclineTurn: { _tag: "DeclineTurn", term: 2, reason: "no staff" },
  RecordNoShow: { _tag: "RecordNoShow", term: 1 },
  NameSubstitute: { _tag: "NameSubstitute", unit: null },
  DeclareInterest: { _tag: "DeclareInterest", item: "fence", unit: "school" },
  FillVacancy: { _tag: "FillVacancy", term: 2, unit: null },
  HandOverChair: { _tag: "HandOverChair", term: 1, record: digest },
  RemindHandOver: { _tag: "RemindHandOver", term: 1 },
  CountMeeting: { _tag: "CountMeeting", meeting: "spring", heldOn: "2026-01-10" },
  AdvanceRota: { _tag: "AdvanceRota" },
  CloseRota: { _tag: "CloseRota" },
}

const appointment = { on: "2026-04-10", minuteOfDay: 540, place: "the meeting room" } as const
const people = { delegate: "p-new", alternate: null }

/** One command of each tag, about a conference whose meeting `spring` sits, the clinic in the chair. */
const toConference: {
  readonly [Tag in ConferenceCommand["_tag"]]: Extract<ConferenceCommand, { readonly _tag: Tag }>
} = {
  FoundConference: {
    _tag: "FoundConference",
    level: "community",
    convenor: "p-convenor",
    policy: conferencePolicyDefaults,
  },
  AdoptPolicy: { _tag: "AdoptPolicy", policy: conferencePolicyDefaults, effectiveFrom: "2026-04-01" },
  AssignConvenor: { _tag: "AssignConvenor", person: "p-next", from: "2026-04-01" },
  AppointSecretariat: { _tag: "AppointSecretariat", body: "party-organization", person: "p-next" },
  AdmitUnit: { _tag: "AdmitUnit", unit: "museum", kind: "museum", capacity: "member", ...people },
  ReleaseUnit: { _tag: "ReleaseUnit", unit: "school", reason: "it moves away" },
  MergeMemberUnits: { _tag: "MergeMemberUnits", units: ["school", "court"], into: "campus", ...people },
  NameDelegate: { _tag: "NameDelegate", unit: "school", ...people },
  ScheduleMeeting: { _tag: "ScheduleMeeting", meeting: "summer", ...appointment, chairUnit: "clinic" },
  ReplaceChairUnit: { _tag: "ReplaceChairUnit", meeting: "spring", chairUnit: "school" },
  AddAgendaItem: { _tag: "AddAgendaItem", meeting: "spring", item: "fence", title: "A matter", proposedBy: "school" },
  WithdrawAgendaItem: { _tag: "WithdrawAgendaItem", meeting: "spring", item: "lights" },
  GiveNotice: { _tag: "GiveNotice", meeting: "spring" },
  CancelMeeting: { _tag: "CancelMeeting", meeting: "spring", reason: "a typhoon" },
  RecordAttendance: { _tag: "RecordAttendance", meeting: "spring", unit: "court", by: "delegate", person: "court:d" },
  CallToOrder: { _tag: "CallToOrder", meeting: "spring" },
  AdjournMeeting: { _tag: "AdjournMeeting", meeting: "spring", into: "summer", ...appointment, chairUnit: "clinic" },
  ReconveneMeeting: { _tag: "ReconveneMeeting", meeting: "spring", ...appointment },
  AdoptResolution: {
    _tag: "AdoptResolution",
    meeting: "spring",
    resolution: "lights-1",
    item: "lights",
    textDigest: digest,
    presidedBy: "clinic",
    recused: [],
    votes: { for: ["clinic", "school"], against: [], abstain: [] },
    responsibleUnit: "school",
    dueOn: "2026-04-30",
  },
  CloseMeeting: { _tag: "CloseMeeting", meeting: "spring" },
  FileMinutes: { _tag: "FileMinutes", meeting: "spring", digest },
  RemindMinutes: { _tag: "RemindMinutes", meeting: "spring" },
  CloseAction: { _tag: "CloseAction", resolution: "lights-1", evidence: digest },
  ExtendAction: { _tag: "ExtendAction", resolution: "lights-1", dueOn: "2026-05-31", reason: "the cable is late" },
  ReassignAction: { _tag: "ReassignAction", resolution: "lights-1", unit: "court", reason: "it has the ladder" },
  RemindAction: { _tag: "RemindAction", resolution: "lights-1", stage: "overdue" },
  NoteMissingMeeting: { _tag: "NoteMissingMeeting" },
  DissolveConference: { _tag: "DissolveConference", reason: "the community was divided" },
}

const post = (name: string, within: string, person: string, onBehalfOf?: string): Actor =>
  onBehalfOf === undefined
    ? { _tag: "Post", person, post: name, within }
    : { _tag: "Post", person, post: name, within, onBehalfOf }

type Actors = ReadonlyArray<readonly [who: string, actor: Actor]>

const aroundRota: Actors = [
  ["the convenor", post("convenor", "conference", "p-1")],
  ["the secretary", post("secretary", "party-organization", "p-2")],
  ["the secretary, typing for somebody", post("secretary", "party-organization", "p-2", "p-5")],
  ["the delegate of the school", post("delegate", "school", "p-3")],
  ["the delegate of the property company", post("delegate", "property", "p-4")],
  ["a resident", post("resident", "building-3", "p-6")],
  ["a person whose post is called system", post("system", "conference", "p-7")],
  ["the system", { _tag: "System", rule: "CHAIR-10" }],
]

const aroundConference: Actors = [
  ["the superior", post("superior", "subdistrict", "p-0")],
  ["the convenor", post("convenor", "subdistrict", "p-convenor")],
  ["somebody else who calls himself convenor", post("convenor", "subdistrict", "p-other")],
  ["the secretary", post("secretary", "party-organization", "p-secretary")],
  ["the secretary, typing for somebody", post("secretary", "party-organization", "p-secretary", "school:d")],
  ["the secretary of another body", post("secretary", "another-body", "p-secretary", "school:d")],
  ["the head of the school", post("unit-head", "school", "p-8")],
  ["the delegate of the clinic", post("delegate", "clinic", "clinic:d")],
  ["the delegate of the school", post("delegate", "school", "school:d")],
  ["the alternate of the school", post("alternate", "school", "school:a")],
  ["the system", { _tag: "System", rule: "CONFERENCE-18" }],
]

/** The part of a told scenario that cases refer to: its first events, up to and with the first one of a tag. */
const upTo = (told: Told, tag: string): number => {
  const place = told.events.findIndex((event) => (event as { readonly _tag?: string })._tag === tag)
  if (place < 0) throw new Error(`${told.name} has no ${tag}.`)
  return place + 1
}

/** The state after the first events of a scenario, as whoever has only its file finds it. */
const stateAt = <Around, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Around, State, Command, Event, Reason>,
  read: (input: unknown) => Checked<Event, unknown>,
  events: ReadonlyArray<Json>,
): State =>
  replay(
    decider,
    events.map((event) => {
      const found = read(event)
      if (!found.ok) throw new Error(JSON.stringify(found.refusal))
      return found.value
    }),
  )

const sentence = (who: string, command: string, granted: boolean): string =>
  `${command}: ${who} ${granted ? "may" : "may not"}.`

/** Who may ask what of a rota: every command, by eight actors. */
export const rotaAuthority = (turns: Told): ReadonlyArray<Case> => {
  const count = upTo(turns, "TermBegun")
  const state = stateAt(rotaDecider, decodeStrictly(RotaEvent), turns.events.slice(0, count))
  return Object.values(toRota)
    .flatMap((command) => aroundRota.map(([who, actor]) => ({ actor, command, who })))
    .map(({ actor, command, who }, index) => {
      const around = { actor, now: on("2026-01-10") }
      const { expect, granted, rule } = authorityExpected(rotatingChair.authority, state, { command, around })
      return {
        id: caseId("rotating-chair", "authority", index + 1),
        says: sentence(who, command._tag, granted),
        rules: granted && rule !== "CHAIR-21" ? ["CHAIR-21", rule] : [rule],
        history: reference(turns.name, count),
        command: asJson(command),
        circumstances: asJson(around),
        expect,
      }
    })
}

/** Who may ask what of a conference: every command, by eleven actors. */
export const conferenceAuthority = (sitting: Told): ReadonlyArray<Case> => {
  const count = upTo(sitting, "MeetingFoundQuorate")
  const state = stateAt(decider, decodeStrictly(ConferenceEvent), sitting.events.slice(0, count))
  return Object.values(toConference)
    .flatMap((command) => aroundConference.map(([who, actor]) => ({ actor, command, who })))
    .map(({ actor, command, who }, index) => {
      const around = { actor, now: on("2026-03-02", 545) }
      const { expect, granted, rule } = authorityExpected(jointConference.authority, state, { command, around })
      return {
        id: caseId("joint-conference", "authority", index + 1),
        says: sentence(who, command._tag, granted),
        rules: granted && rule !== "CONFERENCE-21" ? ["CONFERENCE-21", rule] : [rule],
        history: reference(sitting.name, count),
        command: asJson(command),
        circumstances: asJson(around),
        expect,
      }
    })
}
