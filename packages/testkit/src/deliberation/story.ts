import type {
  ArrivedBallot,
  DeliberationCircumstances,
  DeliberationCommand,
  DeliberationEvent,
  DeliberationRefusal,
  Matter,
  MatterPlan,
  Voter,
} from "@jinlin/core/deliberation"
import type { Decider, DecisionRules, Moment } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate, latest } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import { commandFor } from "./command-for.ts"
import type { Move } from "./moves.ts"
import { plainRules, type RulesBody } from "./rules.ts"
import { proposer, someText } from "./scene.ts"

/** The decider of a deliberation: ours, or a vendor's that answers to the same commands. */
export type DeliberationDecider = Decider<
  DeliberationCircumstances,
  Matter,
  DeliberationCommand,
  DeliberationEvent,
  DeliberationRefusal
>

/** A story before it is told: the plan and its subject, who may vote, the rules that decide before and from a day on, and what is tried. */
export interface DeliberationStory {
  readonly plan: MatterPlan
  /** What the matter is about, as rules name it; null: nothing that they assign. */
  readonly about: string | null
  readonly electorate: ReadonlyArray<Voter>
  readonly before: RulesBody
  readonly after: RulesBody
  /** So many days after the opening the second rules take the place of the first. */
  readonly changesAfter: number
  readonly moves: ReadonlyArray<Move>
}

/** One command of a story that was tried, with what it came to. */
export interface Chapter {
  readonly now: Moment
  readonly command: DeliberationCommand
  readonly around: DeliberationCircumstances
  readonly before: Matter
  readonly after: Matter
  readonly events: ReadonlyArray<DeliberationEvent>
  readonly refusals: ReadonlyArray<DeliberationRefusal>
}

/** A story told: every chapter, and the whole history. */
export interface Told {
  readonly chapters: ReadonlyArray<Chapter>
  readonly history: ReadonlyArray<DeliberationEvent>
  readonly matter: Matter
  readonly law: (set: string, day: CivilDate) => DecisionRules | null
}

const openedOn: CivilDate = "2025-12-15"
const system = { _tag: "System", rule: "DELIBERATION-22" } as const

/** The law of a story: `assembly` decides, `council` is heard, and there is no other set. */
const lawOf =
  ({ after, before, changesAfter }: DeliberationStory): Told["law"] =>
  (set, day) => {
    const body = day < addDays(openedOn, changesAfter) ? before : after
    if (set === "assembly") return { set, day, ...body }
    return set === "council" ? { set, day, ...plainRules, quorum: [], approval: [], notice: body.notice } : null
  }

/** A story goes on to the day on which the next move can be made: the sitting, or the end of its ballot. */
const arrive = ({ sitting }: Matter, today: CivilDate, { days, kind, which }: Move): CivilDate => {
  const later = addDays(today, days)
  if (sitting === null || which % 7 === 6) return later
  const { ballot, sitsOn } = sitting
  if (kind === "attend" || kind === "headcount" || kind === "open" || kind === "opinion") return latest(later, sitsOn)
  if (kind !== "close" || ballot === null) return later
  const onLastDay = ballot.openedOn === ballot.closesOn || which % 5 === 4
  return latest(later, onLastDay ? ballot.closesOn : addDays(ballot.closesOn, 1))
}

const choices = ["for", "against", "abstain"] as const

/** Ballots that arrive one after the other on their own: of everybody on the roll whose bits say so, or of their proxy. */
const arriving = ({ sitting }: Matter, { bits, other }: Move, now: Moment): ReadonlyArray<ArrivedBallot> => {
  const ballot = sitting?.ballot ?? null
  if (sitting === null || ballot === null || ballot.closedAt !== null) return []
  if (ballot.mode !== "open" && ballot.mode !== "secret") return []
  const recused = sitting.recusals.map(({ voter }) => voter)
  return sitting.roll
    .filter(({ voter }, place) => ((bits >> place) & 1) === 1 && !recused.includes(voter))
    .map(({ voter }, place) => ({
      voter,
      choice: ballot.mode === "secret" ? null : (choices[(other + place) % 3] ?? "for"),
      castBy: sitting.proxies.find((proxy) => proxy.voter === voter && other % 2 === 0)?.by ?? voter,
      at: now.instant,
      channel: other % 3 === 0 && ballot.mode === "open" ? "paper" : "online",
      kept: "counts",
    }))
}

/** Tell a story to a decider: a matter is put forward, then the moves are made day by day. */
export const tell = (decider: DeliberationDecider, story: DeliberationStory): Told => {
  const chapters: Array<Chapter> = []
  const { about, electorate, plan } = story
  const law = lawOf(story)
  let today = openedOn
  let minute = 540
  let matter = decider.initial
  let urn: ReadonlyArray<ArrivedBallot> = []
  const attempt = (command: DeliberationCommand) => {
    minute = Math.min(minute + 1, 1439)
    const set = command._tag === "CallStep" ? command.set : (matter.sitting?.rules.set ?? "no-set")
    const box = [{ choice: "for", count: urn.length }]
    const around: DeliberationCircumstances = {
      actor: command._tag === "OpenMatter" || command._tag === "WithdrawMatter" ? proposer : system,
      now: on(today, minute),
      law: law(set, today),
      plan,
      ballots: urn,
      box,
    }
    const decided = decider.decide(command, matter, around)
    const events = Result.isSuccess(decided) ? decided.success : []
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const after = replay(decider, events, matter)
    chapters.push({ now: around.now, command, around, before: matter, after, events, refusals })
    if (after.sitting === null) urn = []
    matter = after
  }
  attempt({ _tag: "OpenMatter", title: "Lights at the gate", about, text: someText(1), plan })
  for (const move of story.moves) {
    const next = arrive(matter, today, move)
    if (next > today) minute = 540
    today = next
    if (move.kind === "cast") {
      const known = matter.sitting?.ballot?.mode === "secret" ? urn.map(({ voter }) => voter) : []
      urn = [...urn, ...arriving(matter, move, on(today, minute)).filter(({ voter }) => !known.includes(voter))]
    }
    const command = commandFor(move, matter, { today, electorate, plan })
    if (command !== undefined) attempt(command)
  }
  return { chapters, history: chapters.flatMap((chapter) => chapter.events), matter, law }
}
