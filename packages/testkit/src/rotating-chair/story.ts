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
import { commandFor } from "./moves.ts"

/** The day on which every story begins: on the 31st, so that months without one are met. */
export const firstDay: CivilDate = "2026-01-31"

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

/** Something that was asked of a rota on a day. */
export interface Asked {
  readonly day: CivilDate
  readonly command: RotaCommand
}

/** Ask one thing of a rota where it stands. */
export const ask = (decider: RotaDecider, rota: Rota, { command, day }: Asked): Chapter => {
  const decided = decider.decide(command, rota, { actor: system, now: on(day) })
  const events = Result.isSuccess(decided) ? decided.success : []
  const after = replay(decider, events, rota)
  return { day, command, before: rota, after, events, refused: Result.isFailure(decided) }
}

const told = (decider: RotaDecider, chapters: ReadonlyArray<Chapter>): Told => {
  const last = chapters.at(-1)
  const history = chapters.flatMap((chapter) => chapter.events)
  return { chapters, history, rota: last?.after ?? decider.initial, day: last?.day ?? firstDay }
}

/** Put the same questions to a decider again, or to another one. */
export const retell = (decider: RotaDecider, asked: ReadonlyArray<Asked>): Told => {
  const chapters: Array<Chapter> = []
  for (const question of asked) chapters.push(ask(decider, chapters.at(-1)?.after ?? decider.initial, question))
  return told(decider, chapters)
}

/** Tell a story to a decider: open a rota with so many units, then make the moves day by day. */
export const tell = (
  decider: RotaDecider,
  story: { readonly policy: RotaPolicy; readonly units: number; readonly moves: ReadonlyArray<Move> },
): Told => {
  let day = firstDay
  let made = story.units
  const left: Array<string> = []
  const units = Array.from({ length: story.units }, (_, index) => `unit-${index + 1}`)
  const open = ask(decider, decider.initial, {
    day,
    command: { _tag: "OpenRota", policy: story.policy, units, startsOn: day },
  })
  const chapters = [open]
  const put = (command: RotaCommand): Rota => {
    const chapter = ask(decider, chapters.at(-1)?.after ?? decider.initial, { day, command })
    chapters.push(chapter)
    return chapter.after
  }
  const fresh = () => {
    made += 1
    return `unit-${made}`
  }
  for (const move of story.moves) {
    day = addDays(day, move.days)
    const rota = put({ _tag: "AdvanceRota" })
    const away = left.filter((name) => !rota.seats.some((seat) => seat.unit === name))
    const command = commandFor(move, { rota, day, fresh, left: away })
    if (command._tag === "UnseatUnit") left.push(command.unit)
    put(command)
  }
  return told(decider, chapters)
}
