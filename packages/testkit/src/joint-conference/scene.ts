import type {
  ConferenceCircumstances,
  ConferenceCommand,
  ConferencePolicy,
  MeetingOutcome,
  MeetingStatus,
} from "@jinlin/core/joint-conference"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { on } from "../moments.ts"

/** A command and the circumstances in which it comes: what `play` takes. */
export type Step = readonly [ConferenceCommand, ConferenceCircumstances]

/** A digest to hand in where any will do. */
export const someDigest = (digit: number): `${string}:${string}` => `sha-256:${String(digit).repeat(64)}`

/** A command that comes on a day, at nine unless another minute is given, from whoever may give it. */
export const step = (day: CivilDate, command: ConferenceCommand, minuteOfDay = 540): Step => [
  command,
  { actor: { _tag: "System", rule: "CONFERENCE-21" }, now: on(day, minuteOfDay) },
]

/** The five members of the scene, in the order of its roll. */
export const members = ["clinic", "school", "estate-services", "coast-station", "judicial-office"] as const

const admitted = (unit: string, capacity: "member" | "observer"): Step =>
  step("2026-01-05", {
    _tag: "AdmitUnit",
    unit,
    kind: "unit-kind",
    capacity,
    delegate: `${unit}:delegate`,
    alternate: `${unit}:alternate`,
  })

/** A conference of five members and one observer, founded on 2026-01-05 with a convenor and a secretary. */
export const founded = (policy: ConferencePolicy): ReadonlyArray<Step> => [
  step("2026-01-05", { _tag: "FoundConference", level: "community", convenor: "leader-1", policy }),
  step("2026-01-05", { _tag: "AppointSecretariat", body: "party-organization", person: "clerk-1" }),
  ...members.map((unit) => admitted(unit, "member")),
  admitted("newspaper", "observer"),
]

/** So many members of the scene come to its meeting, each with its delegate. */
export const arriving = (count: number): ReadonlyArray<Step> =>
  members
    .slice(0, count)
    .map((unit) =>
      step(
        "2026-03-20",
        { _tag: "RecordAttendance", meeting: "spring", unit, by: "delegate", person: `${unit}:delegate` },
        530,
      ),
    )

/** The text that the scene's meeting adopts: three of four members present vote for it. */
export const resolution: Extract<ConferenceCommand, { readonly _tag: "AdoptResolution" }> = {
  _tag: "AdoptResolution",
  meeting: "spring",
  resolution: "lights",
  item: "street-lights",
  textDigest: someDigest(1),
  presidedBy: "clinic",
  recused: [],
  votes: { for: ["clinic", "school", "estate-services"], against: ["coast-station"], abstain: [] },
  responsibleUnit: "estate-services",
  dueOn: "2026-04-30",
}

const scheduled: ReadonlyArray<Step> = [
  step("2026-03-02", {
    _tag: "ScheduleMeeting",
    meeting: "spring",
    on: "2026-03-20",
    minuteOfDay: 540,
    place: "the service centre",
    chairUnit: "clinic",
  }),
  step("2026-03-02", {
    _tag: "AddAgendaItem",
    meeting: "spring",
    item: "street-lights",
    title: "Lights at the school gate",
    proposedBy: "school",
  }),
]

const noticed: ReadonlyArray<Step> = [...scheduled, step("2026-03-10", { _tag: "GiveNotice", meeting: "spring" })]
const called = step("2026-03-20", { _tag: "CallToOrder", meeting: "spring" })
const quorate: ReadonlyArray<Step> = [...noticed, ...arriving(4), called]
const inquorate: ReadonlyArray<Step> = [...noticed, ...arriving(2), called]
const held: ReadonlyArray<Step> = [
  ...quorate,
  step("2026-03-20", resolution, 600),
  step("2026-03-20", { _tag: "CloseMeeting", meeting: "spring" }, 660),
]
const minuted: ReadonlyArray<Step> = [
  ...held,
  step("2026-03-25", { _tag: "FileMinutes", meeting: "spring", digest: someDigest(2) }),
]

const told: Readonly<Record<MeetingStatus | MeetingOutcome, ReadonlyArray<Step>>> = {
  scheduled,
  noticed,
  quorate,
  inquorate,
  held,
  minuted,
  settled: [...minuted, step("2026-04-20", { _tag: "CloseAction", resolution: "lights", evidence: someDigest(3) })],
  cancelled: [...noticed, step("2026-03-12", { _tag: "CancelMeeting", meeting: "spring", reason: "a typhoon" })],
  adjourned: [
    ...inquorate,
    step("2026-03-20", {
      _tag: "AdjournMeeting",
      meeting: "spring",
      into: "spring-again",
      on: "2026-03-30",
      minuteOfDay: 540,
      place: "the service centre",
      chairUnit: "clinic",
    }),
  ],
}

/**
 * A small conference, told by hand up to where its first meeting `spring` (2026-03-20, nine o'clock, `clinic` in the chair)
 * stands as asked: `play(jointConference, conferenceAt("quorate", policy))`.
 */
export const conferenceAt = (status: MeetingStatus | MeetingOutcome, policy: ConferencePolicy): ReadonlyArray<Step> => [
  ...founded(policy),
  ...told[status],
]
