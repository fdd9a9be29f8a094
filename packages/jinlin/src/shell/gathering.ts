import type { Membership } from "@jinlin/core/co-governance"
import type { CalendarData, NeededFact, Refusal } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
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
  readonly calendar: CalendarData | undefined
  readonly memberships: ReadonlyArray<Membership> | undefined
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
  fact: NeededFact,
): Promise<Refusal | undefined> => {
  const process = engine.processes.get(fact.from)
  const { command, subject, tenant } = ask
  const { placeOf } = ask.process
  const place =
    placeOf === undefined ? ({ _tag: "Stream", subject } as const) : placeOf(fact, { command, state, subject })
  if (process === undefined || place === undefined) return undefined
  if (place._tag === "Line") return gatherLine(engine, { ask, state, ...into }, { fact, place, process })
  if (place._tag === "Claimed") {
    const { scope } = place
    const read = await readClaimed(engine, { tenant, process, scope })
    if ("failure" in read) return read.failure
    into.others.set(fact.from, read.states)
    into.asOf.push({ stream: scope, revision: read.events })
    return undefined
  }
  const read = await load(engine, { tenant, process, subject: place.subject, as: place.as }, true)
  if (!read.ok) return read.failure
  into.others.set(fact.from, read.value.state)
  noting(into, fact, { stream: streamOf(process, place.subject), revision: read.value.revision })
  return undefined
}

/** What must not have moved when the command is written is guarded; of what may have, it is noted how far it was read. */
const noting = (
  { asOf, guards }: Pick<Gathering, "asOf" | "guards">,
  { consistency }: NeededFact,
  where: ReadAt,
): void => {
  if (consistency !== "same-commit") asOf.push(where)
  else if (guards.every(({ stream }) => stream !== where.stream)) guards.push(where)
}

interface Lined {
  readonly fact: NeededFact
  readonly place: Extract<NonNullable<ReturnType<NonNullable<Hosted["placeOf"]>>>, { readonly _tag: "Line" }>
  readonly process: Hosted
}

/** So long a line is followed, and no longer. */
const lineAtMost = 1000

/** Streams of which each names the next, each read once. */
const gatherLine = async (
  engine: Engine,
  { ask: { tenant }, ...into }: Gathering,
  { fact, place, process }: Lined,
): Promise<Refusal | undefined> => {
  const states = new Map<string, unknown>()
  const waiting = [...place.subjects]
  for (let subject = waiting.shift(); subject !== undefined && states.size < lineAtMost; subject = waiting.shift()) {
    if (states.has(subject)) continue
    const read = await load(engine, { tenant, process, subject }, true)
    if (!read.ok) return read.failure
    states.set(subject, read.value.state)
    noting(into, fact, { stream: streamOf(process, subject), revision: read.value.revision })
    const next = place.next(read.value.state)
    if (next !== null) waiting.push(next)
  }
  into.others.set(fact.from, states)
  return undefined
}

/** A calendar and memberships, from whoever knows them. */
const gatherAround = async (
  engine: Engine,
  { command, process, subject, tenant }: Ask,
  { state, today }: { readonly state: unknown; readonly today: CivilDate | null },
): Promise<Pick<Gathered, "calendar" | "memberships"> | Failed> => {
  const years = today === null ? undefined : process.yearsFor?.({ command, state, subject, today })
  const calendar = years === undefined ? undefined : await engine.calendarOf(years)
  if (calendar?.ok === false) return { failure: calendar.failure }
  const people = process.peopleFor?.(command)
  const known = people === undefined ? undefined : await engine.membershipsOf(tenant, people)
  if (known?.ok === false) return { failure: known.failure }
  return { calendar: calendar?.value, memberships: known?.value }
}

/** Gathers what a command needs from elsewhere, where its own stream stands so. Rules SHELL-3, SHELL-17. */
export const gather = async (
  engine: Engine,
  ask: Ask,
  { state, today }: { readonly state: unknown; readonly today: CivilDate | null },
): Promise<Gathered | Failed> => {
  const { command, process, subject, tenant } = ask
  const gathering: Gathering = { ask, state, others: new Map(), guards: [], asOf: [] }
  for (const fact of process.needs(command)) {
    const failure = await gatherFact(engine, gathering, fact)
    if (failure !== undefined) return { failure }
  }
  const name = process.boxFor?.({ command, state, subject })
  const box = name === undefined ? undefined : await engine.store.readBallots(tenant, name)
  if (box?.ok === false) return { failure: box.failure }
  const around = await gatherAround(engine, ask, { state, today })
  if ("failure" in around) return around
  const { asOf, guards, others } = gathering
  return { asOf, guards, others, box: box?.value, ...around }
}
