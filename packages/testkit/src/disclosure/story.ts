import type {
  Disclosure,
  DisclosureCircumstances,
  DisclosureCommand,
  DisclosureEvent,
  DisclosureRefusal,
  DisclosureRules,
  DisclosureStanding,
} from "@jinlin/core/disclosure"
import { sheetsAreInOn, standingOf } from "@jinlin/core/disclosure"
import type { Actor, CalendarData, Decider, Moment } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate, latest } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import { commandFor } from "./command-for.ts"
import { type Move, targets } from "./moves.ts"
import { disclosureRules, sceneCalendar, sceneScope, sceneSubject, whoGives } from "./scene.ts"

/** The decider of a disclosure: ours, or a vendor's that answers to the same commands. */
export type DisclosureDecider = Decider<
  DisclosureCircumstances,
  Disclosure,
  DisclosureCommand,
  DisclosureEvent,
  DisclosureRefusal
>

/** A story before it is told: its first day, the rules before and from a day on, whether the law's period applies, and what is tried. */
export interface DisclosureStory {
  readonly begins: CivilDate
  readonly before: Omit<DisclosureRules, "day">
  readonly after: Omit<DisclosureRules, "day">
  /** So many days after the beginning the second rules take the place of the first. */
  readonly changesAfter: number
  readonly statutory: boolean
  /** So many days after the beginning that law comes into force. */
  readonly lawAfter: number
  readonly moves: ReadonlyArray<Move>
}

/** One command of a story that was tried on one disclosure, with what it came to. */
export interface Chapter {
  /** The disclosure. */
  readonly id: string
  readonly now: Moment
  readonly command: DisclosureCommand
  readonly around: DisclosureCircumstances
  readonly before: Disclosure
  readonly after: Disclosure
  readonly events: ReadonlyArray<DisclosureEvent>
  readonly refusals: ReadonlyArray<DisclosureRefusal>
}

/** A story told: every chapter, and how each disclosure stands at the end. */
export interface Told {
  readonly chapters: ReadonlyArray<Chapter>
  readonly states: ReadonlyMap<string, Disclosure>
}

const idOf = (target: number): string => `disclosure-${(target % targets) + 1}`

/** A story goes on to the day on which it can be completed, and sometimes to the end of the period or to the minute before it. */
const arrive = (
  { period, postings, rules }: Disclosure,
  today: CivilDate,
  { days, kind, which }: Move,
): readonly [CivilDate, number] => {
  const later = addDays(today, days)
  if (kind !== "complete" || period === null || rules === null || which % 8 === 7) return [later, 540]
  const { end } = period
  if (which % 8 < 5) return [latest(later, sheetsAreInOn({ period, postings, sheetDays: rules.sheets.days })), 0]
  if (which % 8 === 6 && today < end.date) return [latest(today, addDays(end.date, -1)), 1439]
  return [latest(later, end.date), 0]
}

/** A check by another than whoever drew it up, mostly; an objection by its resident. */
const actorOf = (command: DisclosureCommand, { which }: Move): Actor => {
  const known = whoGives(command._tag)
  if (command._tag !== "ConfirmCheck" || which % 7 !== 5 || known._tag !== "Post") return known
  return which % 2 === 0 ? { ...known, person: "discloser-1" } : { ...known, onBehalfOf: "discloser-1" }
}

/** Nobody has published the calendar of a story that begins late in the year. */
const calendar: CalendarData = sceneCalendar

/** Tell a story to a decider, with as many disclosures as there are targets. What one needs of another it is told as it stands. */
export const tell = (decider: DisclosureDecider, story: DisclosureStory): Told => {
  const states = new Map<string, Disclosure>()
  const chapters: Array<Chapter> = []
  const stateOf = (id: string): Disclosure => states.get(id) ?? decider.initial
  const standing = (id: string | null): DisclosureStanding | null =>
    id === null || stateOf(id).status === "unprepared" ? null : standingOf(id, stateOf(id))
  let today = story.begins
  let minute = 540
  let edition = 1
  for (const move of story.moves) {
    const id = idOf(move.target)
    const before = stateOf(id)
    const [day, at] = arrive(before, today, move)
    minute = day > today ? at : Math.max(minute, day === today ? minute : at)
    today = day
    if (move.kind === "redecide" && move.which % 4 === 0) edition += 1
    const command = commandFor(move, before, { today, edition, idOf })
    if (command === undefined) continue
    const asked = command._tag === "PostDisclosure" ? command.on : today
    const rules = asked < addDays(story.begins, story.changesAfter) ? story.before : story.after
    const isLaw = story.statutory && asked >= addDays(story.begins, story.lawAfter)
    const subject = sceneSubject(edition)
    const around: DisclosureCircumstances = {
      actor: actorOf(command, move),
      now: on(today, minute),
      scope: sceneScope,
      disclosure: id,
      subject: { ...subject, since: story.begins, law: isLaw ? subject.law : null },
      corrected: standing(command._tag === "PrepareDisclosure" ? command.corrects : before.corrects),
      correction: standing(command._tag === "SupersedeDisclosure" ? command.by : null),
      rules: disclosureRules(asked, rules),
      calendar,
    }
    const decided = decider.decide(command, before, around)
    const events = Result.isSuccess(decided) ? decided.success : []
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const after = replay(decider, events, before)
    chapters.push({ id, now: around.now, command, around, before, after, events, refusals })
    states.set(id, after)
  }
  return { chapters, states }
}
