import type { Moment } from "@jinlin/core/kernel"
import type { Commit, CommitFailure, Guard } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { type Accepted, type Ask, type Engine, refused, streamOf, type Tried } from "./engine.ts"
import { answerText, recall } from "./kept-answers.ts"
import type { Standing } from "./loading.ts"
import { deliveriesOf, dueListOf, newEvents } from "./record.ts"

/** What was decided, and on what. */
export interface Decided {
  readonly before: Standing
  readonly events: ReadonlyArray<Tagged>
  readonly meta: string
  readonly moment: Moment
  readonly guards: ReadonlyArray<Guard>
  readonly beyond: ReadonlyArray<BeyondDecided>
}

/** What happens to another stream by the same commit, from the revision on at which it was read. Rule SHELL-26. */
export interface BeyondDecided {
  readonly process: Hosted
  readonly subject: string
  readonly revision: number
  readonly before: unknown
  readonly events: ReadonlyArray<Tagged>
  readonly meta: string
}

/** All that one command writes, and what it comes to. */
interface Writing {
  readonly commit: Commit
  readonly after: Standing
  readonly accepted: Omit<Accepted, "position">
}

/** What is written for one other stream: its events, what falls due to it now, and who is to be told. */
const beyondOf = ({ before, events, meta, process, revision, subject }: BeyondDecided, moment: Moment) => {
  const at = { stream: streamOf(process, subject), revision }
  const after = events.reduce(process.evolve, before)
  return {
    append: { stream: at.stream, expected: revision, events: newEvents(events, meta, at) },
    due: dueListOf(process, { before, after }, { stream: at.stream, zone: moment.zone }),
    deliveries: deliveriesOf(process, events, { ...at, subject, moment }),
  }
}

/**
 * One commit: events, guards, the command's id with its answer, what will fall due, and who is to be told; and what it means for
 * other streams. Rules SHELL-3, SHELL-19, SHELL-26.
 */
const writingOf = (engine: Engine, ask: Ask, { before, beyond, events, guards, meta, moment }: Decided): Writing => {
  const { known, process, subject, tenant } = ask
  const stream = streamOf(process, subject)
  const at = { stream, revision: before.revision }
  const state = events.reduce(process.evolve, before.state)
  const revision = before.revision + events.length
  const accepted = { stream, revision, events }
  const { command } = ask
  const beside = events.length > 0 ? process.beside?.({ command, events, state: before.state, subject }) : undefined
  const others = beyond.map((one) => beyondOf(one, moment))
  const appends = events.length > 0 ? [{ stream, expected: before.revision, events: newEvents(events, meta, at) }] : []
  const written = new Set(others.map(({ append }) => append.stream))
  const held = guards.filter((guard) => !written.has(guard.stream))
  const commit: Commit = {
    tenant,
    at: engine.clock.now(),
    appends: [...appends, ...others.map(({ append }) => append)],
    guards: events.length > 0 ? held : [...held, at],
    claims: beside?.claims?.map((claim) => ({ ...claim, holder: stream })),
    releases: beside?.releases?.map((release) => ({ ...release, holder: stream })),
    ballots: beside?.ballots,
    idempotency: known && { key: known.id, content: known.content, answer: answerText(accepted) },
    due: [
      ...dueListOf(process, { before: before.state, after: state }, { stream, zone: moment.zone }),
      ...others.flatMap(({ due }) => due),
    ],
    dueSettled: ask.settles && [ask.settles],
    deliveries: [
      ...deliveriesOf(process, events, { ...at, subject, moment }),
      ...others.flatMap(({ deliveries }) => deliveries),
    ],
    fence: ask.fence,
  }
  return { commit, accepted, after: { state, revision, latest: events.length > 0 ? moment.instant : before.latest } }
}

const overtaking: ReadonlySet<CommitFailure["_tag"]> = new Set(["VersionConflict", "CheckpointMoved"])

/** Writes what was decided. A write that failed takes its streams off the shelf. Rule SHELL-9. */
export const write = async (engine: Engine, ask: Ask, decided: Decided): Promise<Tried> => {
  const { process, subject, tenant } = ask
  const { accepted, after, commit } = writingOf(engine, ask, decided)
  const stream = streamOf(process, subject)
  const written = await engine.store.commit(commit)
  for (const one of decided.beyond) engine.shelf.drop(tenant, streamOf(one.process, one.subject))
  if (!written.ok) {
    engine.shelf.drop(tenant, stream)
    for (const guard of commit.guards ?? []) engine.shelf.drop(tenant, guard.stream)
    return overtaking.has(written.failure._tag) ? { _tag: "Overtaken", stream } : refused(written.failure)
  }
  const { answer, position, repeated } = written.value
  if (repeated && answer !== null) return recall(engine, ask, { answer, position })
  engine.shelf.put(tenant, stream, after)
  return { _tag: "Accepted", value: { ...accepted, position }, repeated: false }
}
