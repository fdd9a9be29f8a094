import {
  type Conference,
  type ConferenceCommand,
  type ConferencePolicy,
  conferencePolicyDefaults,
  due,
  jointConference,
  type Meeting,
} from "@jinlin/core/joint-conference"
import { on, play, type Walked, walk } from "@jinlin/testkit"

const meeting = "meeting-1"
const digest = `sha-256:${"0".repeat(64)}` as const
const anotherDigest = `sha-256:${"1".repeat(64)}` as const
const appointed = { on: "2026-03-02", minuteOfDay: 540, place: "community hall" } as const
const again = { on: "2026-03-09", minuteOfDay: 540, place: "community hall" } as const
const convenor = { _tag: "Post", person: "p-convenor", post: "convenor", within: "conference" } as const

/** Inquorate meetings may be called once more here, so that this is seen too. */
const policy: ConferencePolicy = {
  ...conferencePolicyDefaults,
  agendaDays: 3,
  reconvening: { quorum: { ...conferencePolicyDefaults.quorum, comparison: "at-least" }, noticeDays: 3 },
}

const units = ["school", "clinic"]
const founding: ReadonlyArray<ConferenceCommand> = [
  { _tag: "FoundConference", level: "community", convenor: "p-convenor", policy },
  { _tag: "AppointSecretariat", body: "party-organization", person: "p-secretary" },
  ...units.map(
    (unit) =>
      ({ _tag: "AdmitUnit", unit, kind: unit, capacity: "member", delegate: `p-${unit}`, alternate: null }) as const,
  ),
]

/** A conference of two member units, before the meeting that is followed. */
const founded = play(
  jointConference,
  founding.map((command) => [command, { actor: convenor, now: on("2026-02-02") }] as const),
).state

const beforeIt: ReadonlyArray<ConferenceCommand> = [
  { _tag: "AddAgendaItem", meeting, item: "lamps", title: "street lamps", proposedBy: "school" },
  { _tag: "WithdrawAgendaItem", meeting, item: "lamps" },
  { _tag: "GiveNotice", meeting },
  { _tag: "CancelMeeting", meeting, reason: "typhoon" },
]

const attendance = units.map(
  (unit) => ({ _tag: "RecordAttendance", meeting, unit, by: "delegate", person: `p-${unit}` }) as const,
)

const ballot = {
  _tag: "AdoptResolution",
  meeting,
  item: "lamps",
  presidedBy: null,
  recused: [],
  responsibleUnit: "school",
  dueOn: "2026-05-29",
} as const

/** One text that everybody wants, and one that nobody does. */
const ballots: ReadonlyArray<ConferenceCommand> = [
  { ...ballot, resolution: "wanted", textDigest: digest, votes: { for: units, against: [], abstain: [] } },
  { ...ballot, resolution: "unwanted", textDigest: anotherDigest, votes: { for: [], against: units, abstain: [] } },
]

const sitting: ReadonlyArray<ConferenceCommand> = [
  ...attendance,
  { _tag: "CallToOrder", meeting },
  ...ballots,
  { _tag: "CloseMeeting", meeting },
  { _tag: "AdjournMeeting", ...again, meeting, into: "meeting-2", chairUnit: null },
  { _tag: "ReconveneMeeting", ...again, meeting },
]

const afterIt: ReadonlyArray<ConferenceCommand> = [
  { _tag: "FileMinutes", meeting, digest },
  { _tag: "CloseAction", resolution: "wanted", evidence: digest },
  { _tag: "ExtendAction", resolution: "wanted", dueOn: "2026-06-30", reason: "parts are late" },
  { _tag: "ReassignAction", resolution: "wanted", unit: "clinic", reason: "merged offices" },
]

const followed = (conference: Conference): Meeting | undefined =>
  conference.meetings.find((one) => one.meeting === meeting)

/** What the timekeeper would issue next for the followed meeting: whatever falls due first. A meeting that sits waits for nothing. */
const nextDue = (conference: Conference) => {
  if (followed(conference)?.status === "quorate") return []
  const days = due(conference).filter(({ command }) => command._tag !== "NoteMissingMeeting")
  const [first] = days.map((one) => one.on).sort()
  return days.filter((one) => one.on === first)
}

const commands = (conference: Conference): ReadonlyArray<ConferenceCommand> => {
  if (conference.closed.length > 0) return []
  const now = followed(conference)
  if (now === undefined) return [{ _tag: "ScheduleMeeting", ...appointed, meeting, chairUnit: null }]
  return [...beforeIt, ...sitting, ...afterIt, ...nextDue(conference).map(({ command }) => command)]
}

/** Before the notice it is the middle of February; then it is the hour of the meeting, or the day that something waits for. */
const momentFor = (conference: Conference, command: ConferenceCommand) => {
  const now = followed(conference)
  const awaited = nextDue(conference).find((one) => one.command._tag === command._tag)
  if (awaited !== undefined) return on(awaited.on)
  if (now === undefined || now.status === "scheduled") return on("2026-02-16")
  return on(now.on, now.minuteOfDay)
}

/** Where the followed meeting stands. */
const view = (conference: Conference): string => {
  const ended = conference.closed.find((one) => one.meeting === meeting)
  return ended?.outcome ?? followed(conference)?.status ?? "not-set"
}

/** The life of one meeting, in a conference where an inquorate one may be called once more. */
export const jointConferenceWorld = (): Walked =>
  walk({
    decider: { ...jointConference, initial: founded },
    commands,
    circumstances: (conference, command) => ({ actor: convenor, now: momentFor(conference, command) }),
    view,
    limit: 20_000,
  })
