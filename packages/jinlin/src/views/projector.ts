import type { Refusal } from "@jinlin/core/kernel"
import { type Position, type Store, type StoredEvent, viewCheckpoint } from "@jinlin/sdk"
import { canonical } from "../shell/digest.ts"
import type { Engine } from "../shell/engine.ts"
import { readStored } from "../shell/loading.ts"
import { takingTurns } from "../shell/turns.ts"
import { type Folding, restore, stoppedKey } from "./cache.ts"
import { changedRows, memoryOf, type Row } from "./changed-rows.ts"
import type { HostedView } from "./hosted-view.ts"

const eventsAtOnce = 500

/** So many subjects of a tenant are kept in memory between two turns. */
const subjectsKept = 2000

/** What a turn of the projector came to. `atEnd`: nothing lay behind what it read. */
interface Projected {
  readonly events: number
  readonly atEnd: boolean
  readonly checkpoint: Position | null
  readonly stopped: Refusal | undefined
}

/** Folds one view on, page by page. */
export interface Projector {
  readonly turn: (tenant: string) => Promise<Projected>
  /** Goes on with a subject whose view was stopped, if the event can be read now; gives why it cannot. */
  readonly mend: (tenant: string, subject: string) => Promise<Refusal | undefined>
}

/** From where to where the log was read, and whether nothing lay behind it. */
interface Span {
  readonly from: Position | null
  readonly to: Position
  readonly atEnd: boolean
}

const isSame = (one: Refusal | null, other: Refusal | null): boolean =>
  one !== null && other !== null && canonical(one) === canonical(other)

/** A view's folding, for one tenant at a time: forgotten whenever somebody else moved the view on. */
class Fold implements Projector {
  readonly #engine: Engine
  readonly #hosted: HostedView
  readonly #name: string
  /** Tenants for whom it was found that nothing older is switched on. */
  readonly #switched = new Set<string>()
  readonly #kept = new Map<string, { readonly checkpoint: Position; readonly subjects: Map<string, Folding> }>()

  constructor(engine: Engine, hosted: HostedView) {
    this.#engine = engine
    this.#hosted = hosted
    this.#name = viewCheckpoint({ view: hosted.name, version: hosted.version })
  }

  get #store(): Store {
    return this.#engine.store
  }

  async turn(tenant: string): Promise<Projected> {
    const from = await this.#store.readCheckpoint(tenant, this.#name)
    if (!from.ok) return { events: 0, atEnd: false, checkpoint: null, stopped: from.failure }
    const page = await this.#store.readLog(tenant, {
      limit: eventsAtOnce,
      ...(from.value === null ? {} : { after: from.value }),
    })
    if (!page.ok) return { events: 0, atEnd: false, checkpoint: from.value, stopped: page.failure }
    const { atEnd, events } = page.value
    const to = events.at(-1)?.position
    if (to === undefined) {
      const stopped = from.value === null ? undefined : await this.#switchOn(tenant)
      return { events: 0, atEnd: true, checkpoint: from.value, stopped }
    }
    const written = await this.#take(tenant, { from: from.value, to, atEnd }, events)
    if (written === "done") return { events: events.length, atEnd, checkpoint: to, stopped: undefined }
    const stopped = written === "moved" ? undefined : written
    return { events: 0, atEnd: false, checkpoint: from.value, stopped }
  }

  /** What is kept in memory is taken out, and put back only when it was written: otherwise it is read from the store again. */
  async #take(tenant: string, span: Span, events: ReadonlyArray<StoredEvent>): Promise<"done" | "moved" | Refusal> {
    const known = this.#kept.get(tenant)
    this.#kept.delete(tenant)
    const subjects = known?.checkpoint === span.from ? known.subjects : new Map<string, Folding>()
    const folded = await this.#fold(tenant, subjects, events)
    if ("failure" in folded) return folded.failure
    const written = await this.#write(tenant, span, folded.changes)
    if (written === "done" && subjects.size <= subjectsKept) this.#kept.set(tenant, { checkpoint: span.to, subjects })
    return written
  }

  /** An event that could not be read may be readable now: it was mended, or a newer version came. Rule VIEW-4. */
  async mend(tenant: string, subject: string): Promise<Refusal | undefined> {
    const { name: view, version } = this.#hosted
    const noted = await this.#store.readView(tenant, { view, version, keys: [stoppedKey(subject)], limit: 1 })
    if (!noted.ok) return noted.failure
    if (noted.value.rows.length === 0) return undefined
    const at = await this.#store.readCheckpoint(tenant, this.#name)
    if (!at.ok) return at.failure
    const restored = await restore(this.#store, this.#hosted, { tenant, subject })
    if (!restored.ok) return restored.failure
    const before = restored.value
    if (at.value === null || before.stopped === null) return undefined
    const missed = await this.#missed(tenant, { subject, until: at.value }, before.stopped)
    if ("failure" in missed) return missed.failure
    let now: Folding = { ...before, stopped: null }
    for (const stored of missed.events) now = this.#next(now, stored)
    if (isSame(before.stopped, now.stopped)) return before.stopped
    const memory = memoryOf(this.#hosted, now.view)
    const changes = changedRows(subject, this.#hosted, { before, after: now, memory })
    const written = await this.#write(tenant, { from: at.value, to: at.value, atEnd: false }, changes)
    this.#kept.delete(tenant)
    return written === "done" ? (now.stopped ?? undefined) : written === "moved" ? before.stopped : written
  }

  /** The events from the one at which a view stopped to where the log was read. */
  async #missed(
    tenant: string,
    { subject, until }: { readonly subject: string; readonly until: Position },
    stopped: Refusal,
  ) {
    const stream = `${this.#hosted.process}/${subject}`
    const events: Array<StoredEvent> = []
    let after = "revision" in stopped && typeof stopped.revision === "number" ? stopped.revision - 1 : 0
    for (;;) {
      const page = await this.#store.readStream(tenant, stream, { after, limit: eventsAtOnce })
      if (!page.ok) return { failure: page.failure }
      const known = page.value.filter(({ position }) => position <= until)
      events.push(...known)
      if (known.length < eventsAtOnce) return { events }
      after += eventsAtOnce
    }
  }

  /** Takes the events in, and gives the rows that changed. */
  async #fold(tenant: string, subjects: Map<string, Folding>, events: ReadonlyArray<StoredEvent>) {
    const before = new Map<string, Folding>()
    for (const stored of events) {
      const [process, subject = ""] = stored.stream.split("/")
      if (process !== this.#hosted.process) continue
      let folding = subjects.get(subject)
      if (folding === undefined) {
        const restored = await restore(this.#store, this.#hosted, { tenant, subject })
        if (!restored.ok) return { failure: restored.failure }
        folding = restored.value
      }
      if (!before.has(subject)) before.set(subject, folding)
      subjects.set(subject, this.#next(folding, stored))
    }
    const changes = [...before].flatMap(([subject, was]) => {
      const now = subjects.get(subject) ?? was
      const memory = memoryOf(this.#hosted, now.view)
      subjects.set(subject, { ...now, written: this.#hosted.rowsOf(now.view), pieces: memory.length })
      return changedRows(subject, this.#hosted, { before: was, after: now, memory })
    })
    return { changes }
  }

  /** An event that cannot be read stops the view of its subject, visibly, and no other (VIEW-4). */
  #next(folding: Folding, stored: StoredEvent): Folding {
    const process = this.#engine.processes.get(this.#hosted.process)
    if (folding.stopped !== null || process === undefined) return folding
    const read = readStored(process, stored)
    return read.ok
      ? { ...folding, view: this.#hosted.evolve(folding.view, read.value) }
      : { ...folding, stopped: read.failure }
  }

  async #write(
    tenant: string,
    { atEnd, from, to }: Span,
    rows: ReadonlyArray<Row>,
  ): Promise<"done" | "moved" | Refusal> {
    const { name: view, version } = this.#hosted
    const isNewer = atEnd && (await this.#isNewer(tenant))
    const written = await this.#store.commit({
      ...{ tenant, at: this.#engine.clock.now() },
      views: rows.length > 0 ? [{ view, version, rows }] : [],
      checkpoints: [{ name: this.#name, from, to }],
      viewSwitches: isNewer ? [{ view, version }] : [],
    })
    if (written.ok) return "done"
    return written.failure._tag === "CheckpointMoved" ? "moved" : written.failure
  }

  /** The end of the log may be found after the last page was written: then the version is switched on by itself. */
  async #switchOn(tenant: string): Promise<Refusal | undefined> {
    if (this.#switched.has(tenant)) return undefined
    const { name: view, version } = this.#hosted
    if (await this.#isNewer(tenant)) {
      const viewSwitches = [{ view, version }]
      const written = await this.#store.commit({ tenant, at: this.#engine.clock.now(), viewSwitches })
      if (!written.ok) return written.failure
    }
    this.#switched.add(tenant)
    return undefined
  }

  /** Whether this version is to be switched on: none is, or an older one. An older process never switches back (VIEW-5). */
  async #isNewer(tenant: string): Promise<boolean> {
    const { name: view, version } = this.#hosted
    const on = await this.#store.readView(tenant, { view, keys: [], limit: 1 })
    return on.ok && (on.value.version === "" || Number(on.value.version) < Number(version))
  }
}

/** Folds one view on from where the store says it stands. Rules VIEW-3, VIEW-4. */
export const projectorOf = (engine: Engine, hosted: HostedView): Projector => {
  const fold = new Fold(engine, hosted)
  const inTurn = takingTurns()
  return {
    turn: (tenant) => inTurn(tenant, () => fold.turn(tenant)),
    mend: (tenant, subject) => inTurn(tenant, () => fold.mend(tenant, subject)),
  }
}
