import type { Decider } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type {
  Rota,
  RotaCircumstances,
  RotaCommand,
  RotaEvent,
  RotaPolicy,
  RotaRefusal,
} from "@jinlin/core/rotating-chair"
import * as Result from "effect/Result"
import { on } from "../moments.ts"
import type { Move } from "./arbitraries.ts"

/** One command of a story that was tried, on its day, with what it came to. */
export interface Chapter {
  readonly day: CivilDate
  readonly command: RotaCommand
  readonly before: Rota
  readonly after: Rota
  readonly events: ReadonlyArray<RotaEvent>
  readonly refused: boolean
}

/** A story told: every chapter, and the whole history. */
export interface Told {
  readonly chapters: ReadonlyArray<Chapter>
  readonly history: ReadonlyArray<RotaEvent>
  readonly rota: Rota
  readonly day: CivilDate
}

/** The decider of a rota: ours, or a vendor's that answers to the same commands. */
export type RotaDecider = Decider<RotaCircumstances, Rota, RotaCommand, RotaEvent, RotaRefusal>

const system = { _tag: "System", rule: "CHAIR-10" } as const
const pick = <Item>(items: ReadonlyArray<Item>, which: number): Item | undefined => items[which % items.length]

const termCommand = (move: Move, rota: Rota): RotaCommand => {
  const ordinals = rota.terms.map((term) => term.ordinal)
  const term = pick(ordinals, move.which) ?? 1
  switch (move.kind) {
    case "swap":
      return { _tag: "SwapTurns", first: term, second: pick(ordinals, move.other) ?? 1 }
    case "skip":
      return { _tag: "SkipTurn", term, reason: "inspection week" }
    case "decline":
      return { _tag: "DeclineTurn", term, reason: "no staff" }
    case "no-show":
      return { _tag: "RecordNoShow", term: move.other % 2 === 0 ? rota.serving : rota.serving - 1 }
    case "hand-over":
      return { _tag: "HandOverChair", term: rota.serving, record: `sha-256:${"0".repeat(64)}` }
    case "remind":
      return { _tag: "RemindHandOver", term: rota.serving }
    default: {
      const vacant = rota.terms.find((published) => published.unit === null)?.ordinal ?? term
      const unit = move.other % 2 === 0 ? null : (pick(rota.seats, move.other)?.unit ?? null)
      return { _tag: "FillVacancy", term: vacant, unit }
    }
  }
}

/** The command that a move means where the rota stands. `fresh` makes a unit's name that was never used. */
const commandFor = (
  move: Move,
  rota: Rota,
  names: { readonly fresh: () => string; readonly left: ReadonlyArray<string> },
  day: CivilDate,
): RotaCommand => {
  const seated = rota.seats.map((seat) => seat.unit)
  const unit = pick(seated, move.which) ?? "nobody"
  switch (move.kind) {
    case "wait":
      return { _tag: "AdvanceRota" }
    case "join":
      return { _tag: "SeatUnit", unit: names.fresh() }
    case "rejoin":
      return { _tag: "SeatUnit", unit: pick(names.left, move.which) ?? names.fresh() }
    case "leave":
      return { _tag: "UnseatUnit", unit }
    case "merge": {
      const other = pick(seated, move.other) ?? "nobody"
      const into = move.other % 3 === 0 ? names.fresh() : move.other % 3 === 1 ? unit : other
      return { _tag: "MergeUnits", units: [unit, other], into }
    }
    case "substitute":
      return { _tag: "NameSubstitute", unit: move.other % 2 === 0 ? null : unit }
    case "interest":
      return { _tag: "DeclareInterest", item: `item-${move.other % 3}`, unit }
    case "meeting":
      return { _tag: "CountMeeting", meeting: `meeting-${day}-${move.other}`, heldOn: day }
    default:
      return termCommand(move, rota)
  }
}

/** Something that was asked of a rota on a day. */
export interface Asked {
  readonly day: CivilDate
  readonly command: RotaCommand
}

const chapterOf = (decider: RotaDecider, rota: Rota, { command, day }: Asked): Chapter => {
  const decided = decider.decide(command, rota, { actor: system, now: on(day) })
  const events = Result.isSuccess(decided) ? decided.success : []
  const after = replay(decider, events, rota)
  return { day, command, before: rota, after, events, refused: Result.isFailure(decided) }
}

/** Put the same questions to a decider again, or to another one. */
export const retell = (decider: RotaDecider, asked: ReadonlyArray<Asked>): Told => {
  const chapters: Array<Chapter> = []
  for (const question of asked) chapters.push(chapterOf(decider, chapters.at(-1)?.after ?? decider.initial, question))
  const last = chapters.at(-1)
  const history = chapters.flatMap((chapter) => chapter.events)
  return { chapters, history, rota: last?.after ?? decider.initial, day: last?.day ?? "2026-01-31" }
}

/** Tell a story to a decider: open a rota with so many units, then make the moves day by day. */
export const tell = (
  decider: RotaDecider,
  story: { readonly policy: RotaPolicy; readonly units: number; readonly moves: ReadonlyArray<Move> },
): Told => {
  let day: CivilDate = "2026-01-31"
  let made = story.units
  const left: Array<string> = []
  const units = Array.from({ length: story.units }, (_, index) => `unit-${index + 1}`)
  const asked: Array<Asked> = [{ day, command: { _tag: "OpenRota", policy: story.policy, units, startsOn: day } }]
  let rota = retell(decider, asked).rota
  const ask = (command: RotaCommand) => {
    const question = { day, command }
    asked.push(question)
    rota = chapterOf(decider, rota, question).after
  }
  const fresh = () => {
    made += 1
    return `unit-${made}`
  }
  for (const move of story.moves) {
    day = addDays(day, move.days)
    ask({ _tag: "AdvanceRota" })
    const away = left.filter((name) => !rota.seats.some((seat) => seat.unit === name))
    const command = commandFor(move, rota, { fresh, left: away }, day)
    if (command._tag === "UnseatUnit") left.push(command.unit)
    ask(command)
  }
  return retell(decider, asked)
}
