import type {
  Covenant,
  CovenantCircumstances,
  CovenantCommand,
  CovenantEvent,
  CovenantRefusal,
  CovenantRules,
  MatterOutcome,
  Predecessor,
} from "@jinlin/core/covenant"
import type { Decider } from "@jinlin/core/kernel"
import { digestOfSections, replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate, latest } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import { commandFor } from "./command-for.ts"
import type { CovenantMove } from "./moves.ts"
import { type CovenantRulesBody, covenantDigest, covenantDrafter, covenantReviewer, covenantText } from "./scene.ts"

/** The decider of a covenant: ours, or a vendor's that answers to the same commands. */
export type CovenantDecider = Decider<CovenantCircumstances, Covenant, CovenantCommand, CovenantEvent, CovenantRefusal>

/** A story before it is told: the rules before and from a day on, and what is tried. */
export interface CovenantStory {
  readonly before: CovenantRulesBody
  readonly after: CovenantRulesBody
  /** So many days after the opening the second rules take the place of the first. */
  readonly changesAfter: number
  /** So many days after the opening the covenant is over that this one follows; absent: it follows none. */
  readonly followsUntil?: number | undefined
  readonly moves: ReadonlyArray<CovenantMove>
}

/** One command of a story that was tried, with what it came to. */
export interface CovenantChapter {
  readonly today: CivilDate
  readonly command: CovenantCommand
  readonly around: CovenantCircumstances
  readonly before: Covenant
  readonly after: Covenant
  readonly events: ReadonlyArray<CovenantEvent>
  readonly refusals: ReadonlyArray<CovenantRefusal>
}

/** A story told: every chapter, and the whole history. */
export interface CovenantTold {
  readonly chapters: ReadonlyArray<CovenantChapter>
  readonly history: ReadonlyArray<CovenantEvent>
  readonly covenant: Covenant
  readonly law: (day: CivilDate) => CovenantRules
}

const openedOn: CivilDate = "2025-11-20"
const system = { _tag: "System", rule: "COVENANT-17" } as const

const lawOf =
  ({ after, before, changesAfter }: CovenantStory): CovenantTold["law"] =>
  (day) => ({ kind: "residents-covenant", day, ...(day < addDays(openedOn, changesAfter) ? before : after) })

/** A story goes on to the day on which the comments can be closed, but for a few impatient moves. */
const arrive = ({ draft }: Covenant, today: CivilDate, { days, kind, which }: CovenantMove): CivilDate => {
  const later = addDays(today, days)
  const until = draft?.phase === "commenting" ? draft.round?.until : undefined
  return kind !== "close" || until === undefined || which % 7 === 6 ? later : latest(later, addDays(until, 1))
}

const sets = ["residents-assembly", "residents-assembly", "residents-assembly", "residents-assembly", "somebody-else"]

/** What a body makes of a text that it does not like. */
const amended = covenantText("lead:1", "parking:3", "noise:1")

/** The matter that somebody put the draft forward as: mostly it runs, on the text of the draft. */
const putForward = ({ draft }: Covenant, matter: string, { other }: CovenantMove): MatterOutcome | null => {
  const none = { decidedOn: null, set: null }
  if (draft === null || other % 11 === 10) return null
  if (other % 11 === 9) return { matter, status: "rejected", text: null, ...none }
  return { matter, status: "open", text: other % 11 === 8 ? digestOfSections(amended) : draft.document, ...none }
}

/** What became of a matter that lies with a body: mostly decided as it was put, a few days ago or today. */
const outcomeOf = ({ draft }: Covenant, { other, which }: CovenantMove, today: CivilDate): MatterOutcome | null => {
  const submission = draft?.submission
  if (submission === undefined || submission === null) return null
  const { matter } = submission
  const none = { text: null, decidedOn: null, set: null }
  if (which % 12 === 8) return { matter, status: "rejected", ...none }
  if (which % 12 === 9) return { matter, status: which > 30 ? "withdrawn" : "open", ...none }
  const text = which % 12 === 7 ? digestOfSections(amended) : submission.document
  const decidedOn = addDays(today, -(other % 6 === 5 ? 6 : 0))
  return { matter, status: "decided", text, decidedOn, set: sets[other % 5] ?? "residents-assembly" }
}

/** A covenant is begun, after another that was repealed or as the first of its body. */
const opening = ({ followsUntil }: CovenantStory): CovenantCommand => ({
  ...{ _tag: "OpenCovenant", kind: "residents-covenant", title: "How we live together" },
  ...(followsUntil === undefined ? {} : { after: "covenant-0" }),
})

/** The covenant that this one follows. */
const predecessorOf = ({ followsUntil }: CovenantStory): Predecessor | null =>
  followsUntil === undefined
    ? null
    : {
        ...{ covenant: "covenant-0", kind: "residents-covenant", within: "community-1" },
        repealedFrom: addDays(openedOn, followsUntil),
      }

const aroundFor = (
  command: CovenantCommand,
  state: Covenant,
  told: {
    readonly move: CovenantMove
    readonly today: CivilDate
    readonly law: CovenantTold["law"]
    readonly story: CovenantStory
  },
): CovenantCircumstances => {
  const { law, move, story, today } = told
  const isRepeal = command._tag === "RepealCovenant"
  const ended = { status: "decided", decidedOn: addDays(today, -(move.other % 9)), set: "residents-assembly" } as const
  const text = isRepeal && move.other % 8 !== 7 ? digestOfSections(command.sections) : covenantDigest(5)
  const outcome = isRepeal
    ? { matter: command.matter, text, ...ended }
    : command._tag === "SubmitDraft"
      ? putForward(state, command.matter, move)
      : outcomeOf(state, move, today)
  const day = outcome?.decidedOn ?? today
  const mayRead = isRepeal || command._tag === "RecordDecision" || command._tag === "SubmitDraft"
  const drafts = command._tag === "OpenCovenant" || command._tag === "DraftRevision" || move.which % 17 === 16
  const checks = command._tag === "CheckLegality" && !drafts
  return {
    actor: drafts ? covenantDrafter : checks ? covenantReviewer : system,
    now: on(today),
    covenant: "covenant-1",
    rules: law(mayRead ? day : today),
    outcome: mayRead ? outcome : null,
    ...(command._tag === "OpenCovenant" ? { predecessor: predecessorOf(story) } : {}),
  }
}

/** Tell a story to a decider: a covenant is begun, then the moves are made day by day. */
export const tell = (decider: CovenantDecider, story: CovenantStory): CovenantTold => {
  const chapters: Array<CovenantChapter> = []
  const law = lawOf(story)
  let today = openedOn
  let covenant = decider.initial
  const attempt = (command: CovenantCommand, move: CovenantMove) => {
    const around = aroundFor(command, covenant, { move, story, today, law })
    const decided = decider.decide(command, covenant, around)
    const events = Result.isSuccess(decided) ? decided.success : []
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const after = replay(decider, events, covenant)
    chapters.push({ today, command, around, before: covenant, after, events, refusals })
    covenant = after
  }
  const first: CovenantMove = { days: 0, kind: "wait", which: 0, other: 0 }
  attempt(opening(story), first)
  for (const move of story.moves) {
    today = arrive(covenant, today, move)
    const command = commandFor(move, covenant, today)
    if (command !== undefined) attempt(command, move)
  }
  return { chapters, history: chapters.flatMap((chapter) => chapter.events), covenant, law }
}
