import type { Checked, Refusal } from "@jinlin/core/kernel"
import type { Store } from "@jinlin/sdk"
import type { Charter } from "../charter/charter.ts"
import { momentIn } from "../hosting/moment.ts"
import { engineOn } from "../shell/engine-on.ts"
import { systemClock } from "../workers/clock.ts"
import { readWholeLog } from "./log.ts"
import type { JournalFile } from "./read.ts"
import { type RunOptions, rehearse } from "./run.ts"
import { standingClock } from "./standing-clock.ts"
import type { Story } from "./story.ts"
import { storyIn } from "./story-of.ts"
import { follow, type NotTold, passTime, type Telling, tellRow } from "./telling.ts"
import { type TimedRow, timedRow } from "./timed-row.ts"
import { type ToldBefore, toldBefore } from "./told-before.ts"

/** Where a journal is told to, and how. */
export interface TellOptions extends RunOptions {
  readonly store: Store
  /** Whose log it becomes; nothing but the journal is written for this tenant. */
  readonly tenant: string
}

/** A journal that a store was told. */
export interface Told {
  /** The story as the log of the store tells it. */
  readonly story: Story
  /** How many events were written now. */
  readonly written: number
  /** How many events the store held before. */
  readonly known: number
}

const stopped = (refusal: Refusal): { readonly ok: false; readonly refusal: NotTold } => ({
  ok: false,
  refusal: { _tag: "StoreStopped", refusal },
})

/** The lease of those who tell a journal. Its holder is always the same, so that the latest takes it over at once. */
const lease = { name: "journal", holder: "journal", ttl: 60_000 } as const

/** A journal that may be told: its rows, and what the store was told of them before. */
interface Script {
  readonly charter: Charter
  readonly rows: ReadonlyArray<TimedRow>
  readonly before: ToldBefore
  readonly onProgress: RunOptions["onProgress"]
}

const tellRest = async (
  telling: Telling,
  { before, charter, onProgress, rows }: Script,
): Promise<NotTold | undefined> => {
  const fresh = rows.filter(({ row }) => !before.lines.has(row.line))
  const known = rows.length - fresh.length
  telling.clock.standAt(before.latest)
  for (const { instant, row } of rows) if (before.lines.has(row.line)) telling.clock.standAt(instant)
  // Where it was stopped half-way, something may be left to follow from what was told.
  const left = await follow(telling)
  if (left !== undefined) return { _tag: "StoreStopped", refusal: left }
  for (const [index, row] of fresh.entries()) {
    const inTheWay = await tellRow(telling, row)
    if (inTheWay !== undefined) return inTheWay
    onProgress?.(known + index + 1, rows.length)
  }
  if (charter.until === undefined) return undefined
  const refusal = await passTime(telling, momentIn(charter.zone, charter.until, 0).instant)
  return refusal && { _tag: "StoreStopped", refusal }
}

/** Tells the rest under the lease, and gives the lease back. */
const tellUnderLease = async (script: Script, options: TellOptions): Promise<NotTold | undefined> => {
  const { deepestReaction, store, tenant } = options
  const taken = await store.acquireLease(tenant, { ...lease, now: systemClock.now() })
  if (!taken.ok) return { _tag: "StoreStopped", refusal: taken.failure }
  const fence = { lease: lease.name, token: taken.value.token }
  const clock = standingClock()
  const engine = engineOn({ store, clock, zoneOf: () => script.charter.zone, skewSeconds: 0 })
  const inTheWay = await tellRest({ engine, clock, tenant, fence, deepestReaction }, script)
  await store.releaseLease(tenant, fence)
  return inTheWay
}

/**
 * Tells a journal to a store: first without it, so that nothing is written of a journal with a row that is refused
 * (JOURNAL-5); then the shell carries out each row under an id of its own, after what fell due before it, and what follows
 * from it before the next. Told again, or after it was stopped anywhere, it writes what is missing and nothing twice
 * (JOURNAL-8). A store that was told something else is left as it is (JOURNAL-9).
 */
export const tellJournal = async (
  charter: Charter,
  file: JournalFile,
  options: TellOptions,
): Promise<Checked<Told, NotTold>> => {
  const { deepestReaction, onProgress, partial, store, tenant } = options
  const rehearsed = rehearse(charter, file, { partial, deepestReaction })
  if (!rehearsed.ok) return { ok: false, refusal: { _tag: "RowsRefused", rows: rehearsed.refusal } }
  const rows = rehearsed.value.rows.map((row) => timedRow(row, charter))
  const before = await toldBefore(store, tenant, rows)
  if (!before.ok) return stopped(before.failure)
  const { events: known, refused } = before.value
  const [first, ...others] = refused
  if (first !== undefined) return { ok: false, refusal: { _tag: "RowsRefused", rows: [first, ...others] } }
  const inTheWay = await tellUnderLease({ charter, rows, before: before.value, onProgress }, options)
  if (inTheWay !== undefined) return { ok: false, refusal: inTheWay }
  const log = await readWholeLog(store, tenant)
  if (!log.ok) return stopped(log.failure)
  const story = storyIn(log.value, charter)
  if (!story.ok) return stopped(story.refusal)
  const leftOut = rehearsed.value.story.refused
  return { ok: true, value: { story: { ...story.value, refused: leftOut }, written: log.value.length - known, known } }
}
