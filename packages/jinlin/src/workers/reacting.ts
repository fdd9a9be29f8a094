import { jointConference } from "@jinlin/core/joint-conference"
import type { Moment, Refusal } from "@jinlin/core/kernel"
import { rotatingChair } from "@jinlin/core/rotating-chair"
import { eventId, type Fence, rowsPerPage, type StoredEvent } from "@jinlin/sdk"
import { unfounded } from "../hosting/ask.ts"
import { type FollowUp, followed, followUps } from "../hosting/follow.ts"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import type { ReactionTooDeep } from "../journal/refusals.ts"
import type { Standing } from "../journal/story.ts"
import { canonical, digestOfText, nameFrom } from "../shell/digest.ts"
import { type Engine, load } from "../shell/engine.ts"
import { isLeft, type Left, leaveToPerson } from "../shell/left-to-person.ts"
import { parse, readStored } from "../shell/loading.ts"
import { isPassing, perform } from "../shell/perform.ts"
import type { Why } from "../shell/record.ts"
import type { CorruptEvent } from "../shell/refusals.ts"
import { concerns, followsElsewhere } from "./following-elsewhere.ts"

/** A reaction to a reaction to a reaction: deeper than this something goes round in circles. Rule REACTION-6. */
const deepestReaction = 8

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

/** What was recorded with an event; undefined: nothing that we wrote. */
const recordedWith = ({ meta }: StoredEvent): { readonly cause?: Why; readonly moment: Moment } | undefined => {
  const read = parse(meta)?.json as { readonly cause?: Why; readonly moment?: Moment } | undefined
  return read?.moment === undefined ? undefined : { ...read, moment: read.moment }
}

/** Where the two streams of a subject stand now. */
const standingOf = async (
  engine: Engine,
  { subject, tenant }: Pick<Seen, "subject" | "tenant">,
): Promise<Standing | { readonly failure: Refusal }> => {
  let standing: Standing = unfounded
  for (const [field, name] of [
    ["conference", "joint-conference"],
    ["rota", "rotating-chair"],
  ] as const) {
    const process = engine.processes.get(name)
    if (process === undefined) continue
    const read = await load(engine, { tenant, process, subject }, true)
    if (!read.ok) return { failure: read.failure }
    standing = { ...standing, [field]: read.value.state }
  }
  return standing
}

/** What came of one event: how many commands were carried out, how many were left to a person, and what is in the way for now. */
interface Came {
  readonly commands: number
  readonly tasks: number
  readonly stopped?: Refusal
}

const nothing: Came = { commands: 0, tasks: 0 }

const leftOf = (seen: Seen, { command, process, rule, subject = seen.subject }: FollowUp, depth: number) => {
  const { moment, options, stored, tenant } = seen
  const event = eventId(stored)
  return {
    ...{ tenant, subject, rule, event, command, fence: options.fence, instant: moment.instant },
    ...{ stream: `${process}/${subject}`, cause: { _tag: "Reaction", rule, event, depth } as const },
  }
}

const leave = async (engine: Engine, left: Left): Promise<Came> => {
  const task = await leaveToPerson(engine, left)
  return task.ok || isLeft(task) ? { commands: 0, tasks: 1 } : { ...nothing, stopped: task.refusals[0] }
}

/** Carries out one thing that follows, or leaves it to a person. Rules REACTOR-1, REACTOR-2. */
const carryOut = async (engine: Engine, seen: Seen, follow: FollowUp): Promise<Came> => {
  const { moment, options, stored, tenant } = seen
  const { subject = seen.subject } = follow
  const process = engine.processes.get(follow.process)
  if (process === undefined) return nothing
  const depth = seen.depth + 1
  const left = leftOf(seen, follow, depth)
  const limit = options.deepest ?? deepestReaction
  const tooDeep: ReactionTooDeep = { _tag: "ReactionTooDeep", rule: "REACTION-6", limit }
  if (depth > limit) return leave(engine, { ...left, refusals: [tooDeep] })
  const elsewhere = follow.subject === undefined ? [] : [follow.process, follow.subject]
  const content = digestOfText(canonical([eventId(stored), follow.rule, follow.command, ...elsewhere]))
  const performed = await perform(engine, {
    ...{ tenant, process, subject, command: follow.command, cause: left.cause, fence: options.fence },
    actor: { _tag: "System", rule: follow.rule },
    known: { id: `reaction/${nameFrom(content)}`, content },
    instant: moment.instant,
  })
  if (performed.ok) return { commands: 1, tasks: 0 }
  return isPassing(performed.refusals)
    ? { ...nothing, stopped: performed.refusals[0] }
    : leave(engine, { ...left, refusals: performed.refusals })
}

/** An event that cannot be followed, since it or what it is to be weighed against cannot be read, is left to a person; the others go on. */
const park = (
  engine: Engine,
  stored: StoredEvent,
  {
    options,
    refusal,
    tenant,
  }: { readonly tenant: string; readonly options: ReactorOptions; readonly refusal: Refusal },
): Promise<Came> | Came => {
  if (isPassing([refusal])) return { ...nothing, stopped: refusal }
  const event = eventId(stored)
  return leave(engine, {
    ...{ tenant, event, stream: stored.stream, subject: stored.stream.split("/")[1] ?? "" },
    ...{ rule: "SHELL-7", command: { _tag: "FollowEvent" }, refusals: [refusal], fence: options.fence },
    ...{ instant: engine.clock.now(), cause: { _tag: "Reaction", rule: "SHELL-7", event, depth: 1 } },
  })
}

/** Where and how events are followed. `before` comes before anything is written; what it gives stands in the way. */
interface Following {
  readonly tenant: string
  readonly options: ReactorOptions
  readonly before?: () => Promise<Refusal | undefined>
}

/** Whether a conference's event was on record when its rota was opened: the rota was opened with all of that in view. */
const wasInView = async ({ store }: Engine, seen: Seen): Promise<boolean | { readonly failure: Refusal }> => {
  const { stored, subject, tenant } = seen
  const opening = await store.readStream(tenant, `${rotatingChair.process}/${subject}`, { limit: 1 })
  if (!opening.ok) return { failure: opening.failure }
  const [opened] = opening.value
  return opened !== undefined && stored.position < opened.position
}

/** Where the stream of an event stood when the command that caused it was done: its events have the same `meta`. */
const stateAfter = async (
  { store }: Engine,
  { process, stored, tenant }: Seen,
): Promise<{ readonly state: unknown } | { readonly failure: Refusal }> => {
  let { initial: state } = process
  for (let after = 0; ; after += rowsPerPage) {
    const page = await store.readStream(tenant, stored.stream, { after, limit: rowsPerPage })
    if (!page.ok) return { failure: page.failure }
    for (const event of page.value) {
      if (event.revision > stored.revision && event.meta !== stored.meta) return { state }
      const read = readStored(process, event)
      if (!read.ok) return { failure: read.failure }
      state = process.evolve(state, read.value)
    }
    if (page.value.length < rowsPerPage) return { state }
  }
}

type Follows = ReadonlyArray<FollowUp> | { readonly failure: Refusal }

/**
 * What follows from an event where all stands now, as far as it is from this event that it follows. Read late, an event may stand
 * where others came after it: what follows only from those is theirs, and what a rota was opened with is not news to it.
 */
const followsFrom = async (engine: Engine, seen: Seen, event: Tagged): Promise<Follows> => {
  if (!followed.has(seen.process.name))
    return followsElsewhere(engine, { tenant: seen.tenant, process: seen.process.name, subject: seen.subject }, event)
  const standing = await standingOf(engine, seen)
  if ("failure" in standing) return standing
  const { process, moment } = seen
  const today = moment.civilDate
  const now = followUps(process.name, event, { ...standing, today })
  if (now.length === 0) return []
  if (process.name === jointConference.process) {
    const inView = await wasInView(engine, seen)
    if (typeof inView === "object") return inView
    return inView ? [] : now
  }
  const then = await stateAfter(engine, seen)
  if ("failure" in then) return then
  const following = followUps(process.name, event, { ...standing, rota: then.state as Standing["rota"], today })
  const known = new Set(following.map(({ command }) => canonical(command)))
  return now.filter(({ command }) => known.has(canonical(command)))
}

/** One event with what follows from it. */
interface Consequences {
  readonly seen: Seen
  readonly follow: ReadonlyArray<FollowUp>
}

/** What follows from an event, or why nobody can tell. */
const consequencesOf = async (
  engine: Engine,
  stored: StoredEvent,
  around: Following,
): Promise<Consequences | "nothing" | { readonly failure: Refusal }> => {
  const [name = "", subject = ""] = stored.stream.split("/")
  const process = engine.processes.get(name)
  if (process === undefined || !(followed.has(name) || concerns(name, stored.type))) return "nothing"
  const read = readStored(process, stored)
  if (!read.ok) return { failure: read.failure }
  const recorded = recordedWith(stored)
  const { revision, stream } = stored
  const bare: CorruptEvent = { _tag: "CorruptEvent", rule: "SHELL-7", stream, revision, because: "shape" }
  if (recorded === undefined) return { failure: bare }
  const { cause, moment } = recorded
  const seen: Seen = { ...around, stored, process, subject, moment, depth: depthOf(cause) }
  const follow = await followsFrom(engine, seen, read.value)
  if ("failure" in follow) return follow
  return follow.length === 0 ? "nothing" : { seen, follow }
}

/** Carries out what follows from one event, or leaves it to a person. Rules REACTOR-1, REACTOR-2. */
export const react = async (engine: Engine, stored: StoredEvent, around: Following): Promise<Came> => {
  const found = await consequencesOf(engine, stored, around)
  if (found === "nothing") return nothing
  const inTheWay = await around.before?.()
  if (inTheWay !== undefined) return { ...nothing, stopped: inTheWay }
  if ("failure" in found) return park(engine, stored, { ...around, refusal: found.failure })
  let came = nothing
  for (const follow of found.follow) {
    const { commands, stopped, tasks } = await carryOut(engine, found.seen, follow)
    came = { commands: came.commands + commands, tasks: came.tasks + tasks }
    if (stopped !== undefined) return { ...came, stopped }
  }
  return came
}
