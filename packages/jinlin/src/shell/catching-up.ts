import type { NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { ListedDue } from "@jinlin/sdk"
import { followed } from "../hosting/follow.ts"
import type { Which } from "../hosting/hosted.ts"
import { momentAt } from "../hosting/moment.ts"
import { type Ask, type Engine, load, streamOf } from "./engine.ts"
import { issueDue } from "./falling-due.ts"
import { isPassing } from "./perform.ts"
import type { CatchingUp } from "./refusals.ts"
import { followOn } from "./settling.ts"

/** At most so many items are caught up with before one command; whoever asks again goes on from there. */
const atMost = 300

const inOrder = (one: ListedDue, other: ListedDue): number => one.at - other.at || (one.stream < other.stream ? -1 : 1)

/**
 * The streams whose due items come before a command: of a conference all that follow each other, else those that it names, or that
 * its own state names.
 */
const streamsBefore = async (engine: Engine, ask: Ask): Promise<ReadonlyArray<Which>> => {
  const { command, process, subject } = ask
  if (followed.has(process.name)) return [...followed].map((name) => ({ process: name, subject }))
  const named = process.comesAfter?.({ command, subject }) ?? []
  if (process.comesAfterToo === undefined) return named
  const own = await load(engine, ask, false)
  return own.ok ? [...named, ...process.comesAfterToo({ command, state: own.value.state, subject })] : named
}

/** The first thing that has fallen due on the streams that come before a command, if anything has. */
const firstDue = async (
  engine: Engine,
  ask: Ask,
): Promise<{ readonly item: ListedDue | undefined } | { readonly failure: Refusal }> => {
  const { instant, process: own, tenant } = ask
  const found: Array<ListedDue> = []
  const today = momentAt(engine.zoneOf(tenant), instant).civilDate
  for (const { process: name, subject } of await streamsBefore(engine, ask)) {
    const process = engine.processes.get(name)
    if (process === undefined) continue
    // The stream of the command itself is looked at as it will be decided on; if that is behind, it is decided again.
    const isOwn = name === own.name && subject === ask.subject
    const standing = await load(engine, { tenant, process, subject }, !isOwn)
    if (!standing.ok && isPassing([standing.failure])) return { failure: standing.failure }
    // A stream that cannot be read holds up itself and no other.
    if (!standing.ok || process.due(standing.value.state).every(({ on }) => on > today)) continue
    const listed = await engine.store.readDue(tenant, { stream: streamOf(process, subject), until: instant, limit: 1 })
    if (!listed.ok) return { failure: listed.failure }
    found.push(...listed.value)
  }
  return { item: found.sort(inOrder)[0] }
}

/** How often a reactor that is at it too is let go first. */
const patience = 8

/** Carries out what follows, in the order of the log; what cannot be followed is for whoever watches the reactor. */
const follow = async (engine: Engine, tenant: string): Promise<Refusal | undefined> => {
  let stopped = await followOn(engine, tenant)
  for (let again = 0; again < patience && stopped?._tag === "CheckpointMoved"; again += 1)
    stopped = await followOn(engine, tenant)
  return stopped !== undefined && isPassing([stopped]) ? stopped : undefined
}

/** Issues one thing after the other, each after what follows from all that happened, as the timekeeper has it. */
const issueAll = async (engine: Engine, ask: Ask): Promise<NonEmpty<Refusal> | undefined> => {
  const { fence, process, subject, tenant } = ask
  for (let issued = 0; ; issued += 1) {
    const inTheWay = followed.has(process.name) ? await follow(engine, tenant) : undefined
    if (inTheWay !== undefined) return [inTheWay]
    const first = await firstDue(engine, ask)
    if ("failure" in first) return [first.failure]
    if (first.item === undefined) return undefined
    const stream = streamOf(process, subject)
    const stillAtIt: CatchingUp = { _tag: "CatchingUp", rule: "SHELL-10", stream, issued }
    if (issued === atMost) return [stillAtIt]
    const performed = await issueDue(engine, { tenant, item: first.item, fence })
    // What can be neither issued nor left to a person is for whoever watches the timekeeper.
    if (!performed.ok) return isPassing(performed.refusals) ? performed.refusals : undefined
  }
}

/**
 * Issues what has fallen due before anything else is decided, and carries out what follows from it, so that a late timekeeper
 * changes nothing in what happens. Rule SHELL-10. Gives the refusals that stand in the way, if there are any.
 */
export const catchUp = async (engine: Engine, ask: Ask): Promise<NonEmpty<Refusal> | undefined> => {
  const first = await firstDue(engine, ask)
  if ("failure" in first) return [first.failure]
  return first.item === undefined ? undefined : issueAll(engine, ask)
}
