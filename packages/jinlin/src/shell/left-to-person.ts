import type { Conference } from "@jinlin/core/joint-conference"
import { Id, type NonEmpty, type Refusal, RuleId, Text } from "@jinlin/core/kernel"
import type { Fence } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { kindOf } from "../workers/contained.ts"
import type { UnexpectedFault } from "./answering.ts"
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

/** The body whose secretary sees to what a process says that a body of its own must; undefined: it says nothing. */
const bodyAt = async (engine: Engine, { stream, subject, tenant }: Left): Promise<string | undefined> => {
  const process = engine.processes.get(stream.split("/")[0] ?? "")
  if (process?.bodyOf === undefined) return undefined
  const read = await load(engine, { tenant, process, subject }, true)
  return read.ok ? process.bodyOf(read.value.state) : undefined
}

/** The secretary of the body that must see to it, or that serves the conference; without one, a secretary within the subject itself. */
const responsible = async (engine: Engine, left: Left): Promise<string> => {
  const { subject, tenant } = left
  const own = await bodyAt(engine, left)
  if (own !== undefined) return own
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
  () => "[]",
]

/** What stands in a task for what cannot stand there, such as the name of a stream that is not one of ours. */
const instead = "unknown"

/** What is left, as a task can say it: what it cannot say is replaced by words of ours. */
const sayable = (left: Left): Left => {
  const { cause, command, event, stream } = left
  const rule = Schema.is(RuleId)(left.rule) ? left.rule : "SHELL-8"
  return {
    ...left,
    rule,
    stream: Schema.is(Text)(stream) ? stream : instead,
    event: Schema.is(Text)(event) ? event : null,
    command: Schema.is(Text)(command._tag) ? command : { _tag: instead },
    cause: cause._tag === "Asked" ? cause : { ...cause, rule },
  }
}

const opening = (process: Hosted, left: Left, within: string): Tagged | undefined => {
  const { command, event, refusals, rule, stream, subject } = left
  for (const said of sayings(refusals)) {
    const read = process.readCommand({
      ...{ _tag: "OpenTask", stream, rule, event, post: "secretary", command: command._tag, refusals: said() },
      within: Schema.is(Id)(within) ? within : instead,
      conference: Schema.is(Id)(subject) ? subject : instead,
    })
    if (read.ok) return read.value
  }
  return undefined
}

const fault = (detail: string): Performed => {
  const unexpected: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail }
  return { ok: false, refusals: [unexpected] }
}

const open = async (engine: Engine, left: Left): Promise<Performed> => {
  const process = engine.processes.get("task")
  const said = sayable(left)
  const command = process && opening(process, said, await responsible(engine, left))
  if (process === undefined || command === undefined) return fault("a task that cannot be opened")
  const { cause, fence, instant, rule, settles, tenant } = said
  return perform(engine, {
    ...{ tenant, process, instant, fence, settles, cause, command, known: undefined },
    subject: nameOf(left),
    actor: { _tag: "System", rule },
  })
}

/**
 * Leaves to a person what the system was refused: a task, opened once, together with the settling of what it was about. It
 * never throws, whatever was left: a task is opened also for what no task can name. Rules TASK-1, TASK-3.
 */
export const leaveToPerson = async (engine: Engine, left: Left): Promise<Performed> => {
  try {
    return await open(engine, left)
  } catch (thrown) {
    return fault(kindOf(thrown))
  }
}

/** Whether it is left to a person now: by this, or before. */
export const isLeft = (left: Performed): boolean => left.ok || left.refusals[0]._tag === "TaskKnown"
