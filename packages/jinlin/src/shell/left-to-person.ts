import type { Conference } from "@jinlin/core/joint-conference"
import type { NonEmpty, Refusal, RuleId } from "@jinlin/core/kernel"
import type { Fence } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { canonical, nameFrom } from "./digest.ts"
import { type Ask, type Engine, load } from "./engine.ts"
import { type Performed, perform } from "./perform.ts"

/** Something that the system was refused, and what it followed. */
export interface Left {
  readonly tenant: string
  readonly subject: string
  readonly stream: string
  readonly rule: RuleId
  /** The command that was refused, or what else could not be done. */
  readonly command: Tagged
  readonly refusals: ReadonlyArray<Refusal>
  readonly event: string | null
  readonly instant: number
  readonly cause: Ask["cause"]
  readonly settles?: Ask["settles"]
  readonly fence?: Fence | undefined
}

/** The secretary of the body that serves the conference; without one, a secretary within the body itself. */
const responsible = async (engine: Engine, { subject, tenant }: Left): Promise<string> => {
  const process = engine.processes.get("joint-conference")
  const read = process && (await load(engine, { tenant, process, subject }, true))
  const conference = read?.ok === true ? (read.value.state as Conference) : undefined
  return conference?.secretariat?.body ?? subject
}

/** One task for each thing that was refused: another command of the same event and rule is another task. */
const nameOf = ({ command, event, rule, settles, stream }: Left): string =>
  nameFrom(canonical({ command, event, rule, stream, settles: settles?.key ?? null }))

/** What a task can say of the refusals: all, or where that is more than a task holds, which ones they were. */
const sayings = (refusals: ReadonlyArray<Refusal>): NonEmpty<() => string> => [
  () => canonical(JSON.parse(JSON.stringify(refusals))),
  () => canonical(refusals.map(({ _tag, rule }) => ({ _tag, rule }))),
  () => canonical(refusals.slice(0, 1).map(({ _tag, rule }) => ({ _tag, rule }))),
]

const opening = (process: Hosted, left: Left, within: string): Tagged => {
  const { command, event, refusals, rule, stream } = left
  for (const said of sayings(refusals)) {
    const read = process.readCommand({
      ...{ _tag: "OpenTask", stream, rule, event, within, post: "secretary" },
      ...{ command: command._tag, refusals: said() },
    })
    if (read.ok) return read.value
  }
  throw new Error("[jinlin] [shell] a task that cannot be read")
}

/** Leaves to a person what the system was refused: a task, opened once, together with the settling of what it was about. Rule TASK-1. */
export const leaveToPerson = async (engine: Engine, left: Left): Promise<Performed> => {
  const process = engine.processes.get("task")
  if (process === undefined) throw new Error("[jinlin] [shell] there is no process for tasks")
  const { cause, fence, instant, rule, settles, tenant } = left
  return perform(engine, {
    ...{ tenant, process, instant, fence, settles, cause, known: undefined },
    subject: nameOf(left),
    command: opening(process, left, await responsible(engine, left)),
    actor: { _tag: "System", rule },
  })
}

/** Whether it is left to a person now: by this, or before. */
export const isLeft = (left: Performed): boolean => left.ok || left.refusals[0]._tag === "TaskKnown"
