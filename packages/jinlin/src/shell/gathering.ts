import type { Refusal } from "@jinlin/core/kernel"
import { type BallotCount, type Guard, type HeldClaim, rowsPerPage } from "@jinlin/sdk"
import type { Hosted } from "../hosting/hosted.ts"
import { type Ask, type Engine, load, streamOf } from "./engine.ts"
import { readOn, type Standing } from "./loading.ts"
import type { ReadAt } from "./record.ts"

/** The facts that a command needs, with the guards and the notes that their consistency asks for. Rules SHELL-3, SHELL-17. */
export interface Gathered {
  readonly others: ReadonlyMap<string, unknown>
  readonly guards: ReadonlyArray<Guard>
  readonly asOf: ReadonlyArray<ReadAt>
  readonly box: ReadonlyArray<BallotCount> | undefined
}

interface Failed {
  readonly failure: Refusal
}

/** So many streams are read at once. In a transaction of the host one after the other. */
const streamsAtOnce = 16

interface Scope {
  readonly tenant: string
  readonly process: Hosted
  readonly scope: string
}

/** The streams that hold claims, read as they stand; they are many and read once, and so not kept on the shelf. */
const readHolders = async (
  { store }: Engine,
  { process, tenant }: Scope,
  rows: ReadonlyArray<HeldClaim>,
): Promise<ReadonlyArray<Standing> | Failed> => {
  const standings: Array<Standing> = []
  const atOnce = store.capabilities.withinTransaction ? 1 : streamsAtOnce
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    const read = await Promise.all(
      some.map(({ holder }) => readOn(store, { tenant, stream: holder, process }, undefined)),
    )
    for (const one of read) {
      if (!one.ok) return { failure: one.failure }
      standings.push(one.value)
    }
  }
  return standings
}

/** Every stream that holds a claim of a scope, in the order of the claims, and how many events they hold together. */
export const readClaimed = async (
  engine: Engine,
  of: Scope,
): Promise<{ readonly states: ReadonlyArray<unknown>; readonly events: number } | Failed> => {
  const states: Array<unknown> = []
  let events = 0
  let after: string | undefined
  do {
    const page = await engine.store.readClaims(of.tenant, of.scope, {
      limit: rowsPerPage,
      ...(after === undefined ? {} : { after }),
    })
    if (!page.ok) return { failure: page.failure }
    const read = await readHolders(engine, of, page.value.rows)
    if ("failure" in read) return read
    for (const { revision, state } of read) {
      states.push(state)
      events += revision
    }
    after = page.value.next ?? undefined
  } while (after !== undefined)
  return { states, events }
}

/** A command where its stream stands, and what was read for it so far. */
interface Gathering {
  readonly ask: Ask
  readonly state: unknown
  readonly others: Map<string, unknown>
  readonly guards: Array<Guard>
  readonly asOf: Array<ReadAt>
}

const gatherFact = async (
  engine: Engine,
  { ask, state, ...into }: Gathering,
  fact: ReturnType<Hosted["needs"]>[number],
): Promise<Refusal | undefined> => {
  const process = engine.processes.get(fact.from)
  const { command, subject, tenant } = ask
  const { placeOf } = ask.process
  const place =
    placeOf === undefined ? ({ _tag: "Stream", subject } as const) : placeOf(fact, { command, state, subject })
  if (process === undefined || place === undefined) return undefined
  if (place._tag === "Claimed") {
    const { scope } = place
    const read = await readClaimed(engine, { tenant, process, scope })
    if ("failure" in read) return read.failure
    into.others.set(fact.from, read.states)
    into.asOf.push({ stream: scope, revision: read.events })
    return undefined
  }
  const read = await load(engine, { tenant, process, subject: place.subject }, true)
  if (!read.ok) return read.failure
  into.others.set(fact.from, read.value.state)
  const where = { stream: streamOf(process, place.subject), revision: read.value.revision }
  if (fact.consistency === "same-commit") into.guards.push(where)
  else into.asOf.push(where)
  return undefined
}

/** Gathers what a command needs from elsewhere, where its own stream stands so. Rules SHELL-3, SHELL-17. */
export const gather = async (engine: Engine, ask: Ask, state: unknown): Promise<Gathered | Failed> => {
  const { command, process, subject, tenant } = ask
  const gathering: Gathering = { ask, state, others: new Map(), guards: [], asOf: [] }
  for (const fact of process.needs(command)) {
    const failure = await gatherFact(engine, gathering, fact)
    if (failure !== undefined) return { failure }
  }
  const name = process.boxFor?.({ command, state, subject })
  const box = name === undefined ? undefined : await engine.store.readBallots(tenant, name)
  if (box?.ok === false) return { failure: box.failure }
  const { asOf, guards, others } = gathering
  return { asOf, guards, others, box: box?.value }
}
