import type { Moment, Refusal } from "@jinlin/core/kernel"
import { eventId, type Fence, type Position, type StoredEvent } from "@jinlin/sdk"
import { unfounded } from "../hosting/ask.ts"
import { type FollowUp, followed, followUps } from "../hosting/follow.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import type { Standing } from "../journal/story.ts"
import { canonical, digestOfText, nameFrom } from "../shell/digest.ts"
import { type Engine, load } from "../shell/engine.ts"
import { readStored } from "../shell/loading.ts"
import { isPassing, type Left, leaveToPerson, perform } from "../shell/perform.ts"
import type { Why } from "../shell/record.ts"

/** A reaction to a reaction to a reaction: deeper than this something goes round in circles. Rule REACTION-6. */
const deepestReaction = 8

const checkpoint = "reactor"
const eventsAtOnce = 200

/** What a turn of the reactor came to. `stopped`: why it could not go on now; it will be tried again. */
export interface Reacted {
  readonly events: number
  readonly commands: number
  readonly tasks: number
  readonly stopped: Refusal | undefined
}

/** How a reactor is run: under which lease, and how deep reactions may go. */
export interface ReactorOptions {
  readonly fence?: Fence | undefined
  readonly deepest?: number | undefined
}

/** One event with what was recorded with it. */
interface Seen {
  readonly tenant: string
  readonly stored: StoredEvent
  readonly process: Hosted
  readonly subject: string
  readonly moment: Moment
  readonly depth: number
  readonly options: ReactorOptions
}

const depthOf = (cause: Why | undefined): number => (cause?._tag === "Reaction" ? cause.depth : 0)

const standingOf = async (
  engine: Engine,
  { subject, tenant }: Seen,
): Promise<Standing | { readonly failure: Refusal }> => {
  let standing: Standing = unfounded
  for (const [field, name] of [
    ["conference", "joint-conference"],
    ["rota", "rotating-chair"],
  ] as const) {
    const process = engine.processes.get(name)
    if (process === undefined) continue
    const read = await load(engine, { tenant, process, subject }, engine.store.capabilities.shared)
    if (!read.ok) return { failure: read.failure }
    standing = { ...standing, [field]: read.value.state }
  }
  return standing
}

const leftOf = (
  { moment, options, stored, subject, tenant }: Seen,
  follow: FollowUp,
  depth: number,
): Omit<Left, "refusals"> => {
  const { command, process, rule } = follow
  const event = eventId(stored)
  return {
    ...{ tenant, subject, rule, event, fence: options.fence, instant: moment.instant },
    ...{ stream: `${process}/${subject}`, command: command._tag, cause: { _tag: "Reaction", rule, event, depth } },
  }
}

/** Carries out one thing that follows. Gives what is in the way for now, or how it ended. Rules REACTOR-1, REACTOR-2. */
const carryOut = async (engine: Engine, seen: Seen, follow: FollowUp): Promise<"done" | "task" | Refusal> => {
  const { moment, options, stored, subject, tenant } = seen
  const process = engine.processes.get(follow.process)
  if (process === undefined) return "done"
  const depth = seen.depth + 1
  const left = leftOf(seen, follow, depth)
  const limit = options.deepest ?? deepestReaction
  const tooDeep = { _tag: "ReactionTooDeep", rule: "REACTION-6", limit } as const
  const content = digestOfText(canonical([eventId(stored), follow.rule, follow.command]))
  const performed =
    depth > limit
      ? ({ ok: false, refusals: [tooDeep] } as const)
      : await perform(engine, {
          ...{ tenant, process, subject, command: follow.command, cause: left.cause, fence: options.fence },
          actor: { _tag: "System", rule: follow.rule },
          known: { id: `reaction/${nameFrom(content)}`, content },
          instant: moment.instant,
        })
  if (performed.ok) return "done"
  if (isPassing(performed.refusals)) return performed.refusals[0]
  const task = await leaveToPerson(engine, { ...left, refusals: performed.refusals })
  if (task.ok || task.refusals[0]._tag === "TaskKnown") return "task"
  return task.refusals[0]
}

const parked = (
  engine: Engine,
  stored: StoredEvent,
  refusal: Refusal,
  around: Pick<Seen, "tenant" | "subject" | "options">,
) =>
  leaveToPerson(engine, {
    ...{
      tenant: around.tenant,
      subject: around.subject,
      stream: stored.stream,
      rule: "SHELL-7",
      command: "FollowEvent",
    },
    ...{ refusals: [refusal], event: eventId(stored), instant: engine.clock.now(), fence: around.options.fence },
    cause: { _tag: "Reaction", rule: "SHELL-7", event: eventId(stored), depth: 1 },
  })

const react = async (
  engine: Engine,
  stored: StoredEvent,
  around: { readonly tenant: string; readonly options: ReactorOptions },
): Promise<{ readonly commands: number; readonly tasks: number; readonly stopped?: Refusal }> => {
  const [name = "", subject = ""] = stored.stream.split("/")
  const process = engine.processes.get(name)
  if (process === undefined || !followed.has(name)) return { commands: 0, tasks: 0 }
  const read = readStored(process, stored)
  if (!read.ok) {
    const task = await parked(engine, stored, read.failure, { ...around, subject })
    const isKnown = task.ok || task.refusals[0]._tag === "TaskKnown"
    return isKnown ? { commands: 0, tasks: 1 } : { commands: 0, tasks: 0, stopped: task.refusals[0] }
  }
  const { cause, moment }: { cause?: Why; moment: Moment } = JSON.parse(stored.meta)
  const seen: Seen = { ...around, stored, process, subject, moment, depth: depthOf(cause) }
  const standing = await standingOf(engine, seen)
  if ("failure" in standing) return { commands: 0, tasks: 0, stopped: standing.failure }
  let commands = 0
  let tasks = 0
  const event: Tagged = read.value
  for (const follow of followUps(name, event, { ...standing, today: moment.civilDate })) {
    const came = await carryOut(engine, seen, follow)
    if (typeof came === "object") return { commands, tasks, stopped: came }
    if (came === "task") tasks += 1
    else commands += 1
  }
  return { commands, tasks }
}

/**
 * Turns events into the commands that follow from them elsewhere, each under an id made from the event, the rule and the command:
 * whoever reads the log again does nothing twice (REACTOR-1). What is refused becomes a task (REACTOR-2). How far it has read
 * is kept after every page.
 */
export const reactOnce = async (engine: Engine, tenant: string, options: ReactorOptions = {}): Promise<Reacted> => {
  const reacted = { events: 0, commands: 0, tasks: 0 }
  const from = await engine.store.readCheckpoint(tenant, checkpoint)
  if (!from.ok) return { ...reacted, stopped: from.failure }
  const page = await engine.store.readLog(tenant, {
    limit: eventsAtOnce,
    ...(from.value === null ? {} : { after: from.value }),
  })
  if (!page.ok) return { ...reacted, stopped: page.failure }
  let reached: Position | null = from.value
  let stopped: Refusal | undefined
  for (const stored of page.value.events) {
    const came = await react(engine, stored, { tenant, options })
    reacted.commands += came.commands
    reacted.tasks += came.tasks
    stopped = came.stopped
    if (stopped !== undefined) break
    reacted.events += 1
    reached = stored.position
  }
  if (reached !== null && reached !== from.value) {
    const kept = await engine.store.commit({
      ...{ tenant, at: engine.clock.now(), fence: options.fence },
      checkpoints: [{ name: checkpoint, from: from.value, to: reached }],
    })
    if (!kept.ok) stopped = kept.failure
  }
  return { ...reacted, stopped }
}
