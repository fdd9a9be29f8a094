import type { Actor, Moment, NonEmpty, Refusal } from "@jinlin/core/kernel"
import type {
  Clock,
  Commit,
  CommitFailure,
  DueSettled,
  Fence,
  Guard,
  IdempotencyConflict,
  Position,
  Store,
} from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { momentAt } from "../hosting/moment.ts"
import { canonical } from "./digest.ts"
import { readOn, type Standing } from "./loading.ts"
import { deliveriesOf, dueListOf, metaOf, newEvents, type ReadAt, type Why } from "./record.ts"
import type { ClockBehind } from "./refusals.ts"
import type { Shelf } from "./shelf.ts"

/** A command that was read and whose actor is known, on its way to a decision. */
export interface Ask {
  readonly tenant: string
  readonly process: Hosted
  /** Which one of the process: the id of its stream. */
  readonly subject: string
  readonly command: Tagged
  readonly actor: Actor
  /** The id under which it was asked for, and the digest of its content; undefined for what the system does. */
  readonly known: { readonly id: string; readonly content: string } | undefined
  readonly cause: Why
  /** When it counts as having happened, in milliseconds since 1970. It is never before the latest event of the stream. */
  readonly instant: number
  /** A due item that is settled by the same write. */
  readonly settles?: DueSettled | undefined
  readonly fence?: Fence | undefined
}

/** What came about: where, and which events. */
export interface Accepted {
  readonly stream: string
  /** How many events the stream holds after it. */
  readonly revision: number
  readonly events: ReadonlyArray<Tagged>
  /** Where the log stood after it: give it to a view to see what was written. Null: nothing was ever written. */
  readonly position: Position | null
}

/** What came of one try: written, refused by a rule, or overtaken by somebody else. */
export type Tried =
  | { readonly _tag: "Accepted"; readonly value: Accepted; readonly repeated: boolean }
  | { readonly _tag: "Refused"; readonly refusals: NonEmpty<Refusal> }
  | { readonly _tag: "Overtaken"; readonly stream: string }

/** What the engine runs on. */
export interface Engine {
  readonly store: Store
  readonly shelf: Shelf
  readonly processes: ReadonlyMap<string, Hosted>
  readonly zoneOf: (tenant: string) => string
  readonly clock: Clock
  /** How far the clock may stand before the latest event of a stream, in milliseconds. */
  readonly skew: number
}

/** The name of a stream: its process and which one of it. */
export const streamOf = (process: Pick<Hosted, "name">, subject: string): string => `${process.name}/${subject}`

const refused = (first: Refusal, ...others: ReadonlyArray<Refusal>): Tried => ({
  _tag: "Refused",
  refusals: [first, ...others],
})

/** Reads a stream, from the shelf where that is sure to be as new as the store, and puts it there. */
export const load = async (
  { shelf, store }: Pick<Engine, "store" | "shelf">,
  at: { readonly tenant: string; readonly process: Hosted; readonly subject: string },
  fresh: boolean,
) => {
  const stream = streamOf(at.process, at.subject)
  const known = shelf.get(at.tenant, stream)
  if (known !== undefined && !fresh) return { ok: true, value: known } as const
  const read = await readOn(store, { tenant: at.tenant, stream, process: at.process }, known)
  if (read.ok) shelf.put(at.tenant, stream, read.value)
  return read
}

/** The facts that a command needs, with the guards and the notes that their consistency asks for. Rule SHELL-3. */
interface Gathered {
  readonly others: ReadonlyMap<string, unknown>
  readonly guards: ReadonlyArray<Guard>
  readonly asOf: ReadonlyArray<ReadAt>
}

const gather = async (engine: Engine, ask: Ask): Promise<Gathered | Tried> => {
  const others = new Map<string, unknown>()
  const guards: Array<Guard> = []
  const asOf: Array<ReadAt> = []
  for (const { consistency, from } of ask.process.needs(ask.command)) {
    const process = engine.processes.get(from)
    if (process === undefined) continue
    const { subject, tenant } = ask
    const read = await load(engine, { tenant, process, subject }, engine.store.capabilities.shared)
    if (!read.ok) return refused(read.failure)
    const { revision, state } = read.value
    others.set(from, state)
    const where = { stream: streamOf(process, subject), revision }
    if (consistency === "same-commit") guards.push(where)
    else asOf.push(where)
  }
  return { others, guards, asOf }
}

/** The moment of the command: never before the latest event, and refused where the clock is too far behind it. Rule SHELL-6. */
const momentOf = (engine: Engine, ask: Ask, latest: number): Moment | ClockBehind => {
  const { instant, process, subject, tenant } = ask
  const stream = streamOf(process, subject)
  if (ask.cause._tag === "Asked" && instant < latest - engine.skew)
    return { _tag: "ClockBehind", rule: "SHELL-6", stream, now: instant, latest }
  return momentAt(engine.zoneOf(tenant), Math.max(instant, latest))
}

const overtaking: ReadonlySet<CommitFailure["_tag"]> = new Set(["VersionConflict", "CheckpointMoved"])

/** All that one command writes. */
interface Writing {
  readonly commit: Commit
  readonly after: Standing
}

const writingOf = (
  engine: Engine,
  ask: Ask,
  decided: {
    readonly before: Standing
    readonly events: ReadonlyArray<Tagged>
    readonly meta: string
    readonly moment: Moment
    readonly guards: ReadonlyArray<Guard>
  },
): Writing => {
  const { before, events, guards, meta, moment } = decided
  const { known, process, subject, tenant } = ask
  const stream = streamOf(process, subject)
  const at = { stream, revision: before.revision }
  const state = events.reduce(process.evolve, before.state)
  const after = {
    state,
    revision: before.revision + events.length,
    latest: events.length > 0 ? moment.instant : before.latest,
  }
  const answer = canonical({ events: events.length, revision: after.revision, stream })
  const commit: Commit = {
    tenant,
    at: engine.clock.now(),
    appends: events.length > 0 ? [{ stream, expected: before.revision, events: newEvents(events, meta, at) }] : [],
    guards: events.length > 0 ? guards : [...guards, at],
    idempotency: known && { key: known.id, content: known.content, answer },
    due: dueListOf(process, { before: before.state, after: state }, { stream, zone: moment.zone }),
    dueSettled: ask.settles && [ask.settles],
    deliveries: deliveriesOf(process, events, { ...at, subject, moment }),
    fence: ask.fence,
  }
  return { commit, after }
}

/** The events of an answer that was kept, read again. */
const recall = async (
  engine: Engine,
  ask: Ask,
  kept: { readonly answer: string; readonly position: Position | null },
): Promise<Tried> => {
  const {
    events: count,
    revision,
    stream,
  }: { events: number; revision: number; stream: string } = JSON.parse(kept.answer)
  const read =
    count === 0
      ? undefined
      : await engine.store.readStream(ask.tenant, stream, { after: revision - count, limit: count })
  if (read?.ok === false) return refused(read.failure)
  const events: ReadonlyArray<Tagged> = (read?.value ?? []).map(({ body }) => JSON.parse(body))
  return { _tag: "Accepted", value: { stream, revision, events, position: kept.position }, repeated: true }
}

/** A command that is refused now may have been accepted before, under the same id: then the answer is the one it got. Rule SHELL-1. */
const unlessKnown = async (engine: Engine, ask: Ask, refusals: NonEmpty<Refusal>): Promise<Tried> => {
  if (ask.known === undefined) return { _tag: "Refused", refusals }
  const kept = await engine.store.readCommand(ask.tenant, ask.known.id)
  if (!kept.ok) return refused(kept.failure)
  if (kept.value === null) return { _tag: "Refused", refusals }
  if (kept.value.content === ask.known.content) return recall(engine, ask, kept.value)
  const conflict: IdempotencyConflict = { _tag: "IdempotencyConflict", rule: "STORE-3", key: ask.known.id }
  const isForbidden = refusals.some(({ _tag }) => _tag === "Forbidden")
  return isForbidden ? { _tag: "Refused", refusals } : refused(conflict)
}

const write = async (
  engine: Engine,
  ask: Ask,
  { after, commit }: Writing,
  events: ReadonlyArray<Tagged>,
): Promise<Tried> => {
  const { process, subject, tenant } = ask
  const stream = streamOf(process, subject)
  const written = await engine.store.commit(commit)
  if (!written.ok) {
    engine.shelf.drop(tenant, stream)
    for (const guard of commit.guards ?? []) engine.shelf.drop(tenant, guard.stream)
    return overtaking.has(written.failure._tag) ? { _tag: "Overtaken", stream } : refused(written.failure)
  }
  const { answer, position, repeated } = written.value
  if (repeated && answer !== null) {
    engine.shelf.drop(tenant, stream)
    return recall(engine, ask, { answer, position })
  }
  engine.shelf.put(tenant, stream, after)
  return { _tag: "Accepted", value: { stream, revision: after.revision, events, position }, repeated: false }
}

/**
 * One try of one command: gathered, decided and written in one commit, or refused with its reasons. What was decided on a
 * stream that has moved on meanwhile is `Overtaken`; whoever asks decides whether to try again. Rules SHELL-1, SHELL-3, SHELL-9.
 */
export const tryOnce = async (engine: Engine, ask: Ask, fresh: boolean): Promise<Tried> => {
  const before = await load(engine, ask, fresh)
  if (!before.ok) return refused(before.failure)
  const gathered = await gather(engine, ask)
  if ("_tag" in gathered) return gathered
  const moment = momentOf(engine, ask, before.value.latest)
  if ("_tag" in moment) return refused(moment)
  const handled = ask.process.handle(ask.command, before.value.state, {
    actor: ask.actor,
    now: moment,
    others: gathered.others,
  })
  if (!handled.ok) {
    const [first, ...others] = handled.refusals
    if (first === undefined) throw new Error(`[jinlin] [${ask.process.name}] a refusal without a reason`)
    // What the shelf holds may be behind what others wrote: nothing is refused on the strength of it.
    if (!fresh && engine.store.capabilities.shared) return tryOnce(engine, ask, true)
    return unlessKnown(engine, ask, [first, ...others])
  }
  const { cause, actor, known } = ask
  // What fell due counts as having happened on its day; when it was written is another matter.
  const written = cause._tag === "Due" ? engine.clock.now() : ask.instant
  const recording = { actor, cause, grounds: handled.grounds, moment, written }
  const meta = metaOf({ ...recording, asOf: gathered.asOf, command: known?.id ?? null })
  const { events } = handled
  const writing = writingOf(engine, ask, { before: before.value, events, meta, moment, guards: gathered.guards })
  return write(engine, ask, writing, events)
}
