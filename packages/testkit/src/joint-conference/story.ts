import type {
  Conference,
  ConferenceCircumstances,
  ConferenceCommand,
  ConferenceEvent,
  ConferencePolicy,
  ConferenceRefusal,
} from "@jinlin/core/joint-conference"
import type { Decider, Moment } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import { commandFor } from "./command-for.ts"
import type { Move } from "./moves.ts"

/** One command of a story that was tried, with what it came to. */
export interface Chapter {
  readonly now: Moment
  readonly command: ConferenceCommand
  readonly before: Conference
  readonly after: Conference
  readonly events: ReadonlyArray<ConferenceEvent>
  readonly refusals: ReadonlyArray<ConferenceRefusal>
}

/** A story told: every chapter, and the whole history. */
export interface Told {
  readonly chapters: ReadonlyArray<Chapter>
  readonly history: ReadonlyArray<ConferenceEvent>
  readonly conference: Conference
  readonly foundedOn: CivilDate
  readonly today: CivilDate
}

/** The decider of a joint conference: ours, or a vendor's that answers to the same commands. */
export type ConferenceDecider = Decider<
  ConferenceCircumstances,
  Conference,
  ConferenceCommand,
  ConferenceEvent,
  ConferenceRefusal
>

const system = { _tag: "System", rule: "CONFERENCE-21" } as const

/** The next day on which something is to happen that stands in the conference: what "go on to the meeting" means. */
const nextMeetingDay = (conference: Conference, today: CivilDate): CivilDate => {
  const days = conference.meetings.filter(({ status }) => status === "noticed").map((meeting) => meeting.on)
  return days.reduce((first, day) => (day >= today && (first < today || day < first) ? day : first), addDays(today, -1))
}

const arrive = (conference: Conference, today: CivilDate, move: Move): CivilDate => {
  if (move.kind !== "meet") return addDays(today, move.days)
  const day = nextMeetingDay(conference, today)
  return day < today ? today : day
}

/** Tell a story to a decider: found a conference with so many members, then make the moves day by day. */
export const tell = (
  decider: ConferenceDecider,
  story: {
    readonly policy: ConferencePolicy
    readonly members: number
    readonly moves: ReadonlyArray<Move>
    readonly foundedOn?: CivilDate
  },
): Told => {
  const chapters: Array<Chapter> = []
  const foundedOn: CivilDate = story.foundedOn ?? "2026-01-31"
  let today = foundedOn
  let conference = decider.initial
  const attempt = (command: ConferenceCommand, minuteOfDay = 1200) => {
    const now = on(today, minuteOfDay)
    const decided = decider.decide(command, conference, { actor: system, now })
    const events = Result.isSuccess(decided) ? decided.success : []
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const after = replay(decider, events, conference)
    chapters.push({ now, command, before: conference, after, events, refusals })
    conference = after
  }
  attempt({ _tag: "FoundConference", level: "community", convenor: "leader-0", policy: story.policy })
  for (let number = 1; number <= story.members; number += 1)
    attempt({
      _tag: "AdmitUnit",
      unit: `unit-${number}`,
      kind: "enterprise",
      capacity: "member",
      delegate: `unit-${number}:delegate`,
      alternate: `unit-${number}:alternate`,
    })
  story.moves.forEach((move, index) => {
    today = arrive(conference, today, move)
    for (const command of commandFor(move, conference, { today, fresh: `n${index}` })) attempt(command)
  })
  return { chapters, history: chapters.flatMap((chapter) => chapter.events), conference, foundedOn, today }
}
