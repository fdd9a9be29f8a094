import type { Checked, NonEmpty, Refusal } from "@jinlin/core/kernel"
import { done, type Fence, numberFault, type Store } from "@jinlin/sdk"
import type { Charter } from "../charter/charter.ts"
import { momentIn } from "../hosting/moment.ts"
import { type Equipment, engineOn } from "../shell/engine-on.ts"
import { systemClock } from "../workers/clock.ts"
import { type Lawbook, lawbookOf, lawIn, plansIn } from "./law.ts"
import { readWholeLog } from "./log.ts"
import type { JournalFile } from "./read.ts"
import type { RefusedRow } from "./refusals.ts"
import { type Rehearsal, type RunOptions, rehearse } from "./run.ts"
import { standingClock } from "./standing-clock.ts"
import type { Story } from "./story.ts"
import { storyIn } from "./story-of.ts"
import { follow, passTime, type Telling, tellRow } from "./telling.ts"
import { type TimedRow, timedRow } from "./timed-row.ts"
import { type ToldBefore, toldBefore } from "./told-before.ts"
import { voicesOf } from "./voices.ts"

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

/** Why a journal was not told to its end: rows that are refused, or something of the store that is in the way. */
export type NotTold =
  | { readonly _tag: "RowsRefused"; readonly rows: NonEmpty<RefusedRow> }
  | { readonly _tag: "StoreStopped"; readonly refusal: Refusal }

/** What came of telling a journal to a store. */
export type Telt = Checked<Told, NotTold>

const stopped = (refusal: Refusal): Telt => ({ ok: false, refusal: { _tag: "StoreStopped", refusal } })

const rowsRefused = (rows: NonEmpty<RefusedRow>): Telt => ({ ok: false, refusal: { _tag: "RowsRefused", rows } })

/** A journal that every rule took, on its way into a store. */
interface Script {
  readonly charter: Charter
  readonly rows: ReadonlyArray<TimedRow>
  readonly options: TellOptions
  /** Rows that are left out. */
  readonly refused: Story["refused"]
}

/** Carries out all that the store was not told before. Gives what is in the way, if anything is. */
const tellRest = async (
  telling: Telling,
  { charter, options, rows }: Script,
  before: ToldBefore,
): Promise<Refusal | undefined> => {
  const isKnown = ({ row }: TimedRow): boolean => before.lines.has(row.line)
  const [known, fresh] = [rows.filter(isKnown), rows.filter((row) => !isKnown(row))]
  telling.clock.standAt(before.latest)
  for (const { instant } of known) telling.clock.standAt(instant)
  // Where it was stopped half-way, something may be left to follow from what was told.
  const left = await follow(telling)
  if (left !== undefined) return left
  for (const [index, row] of fresh.entries()) {
    const inTheWay = await tellRow(telling, row)
    if (inTheWay !== undefined) return inTheWay
    options.onProgress?.(known.length + index + 1, rows.length)
  }
  return charter.until === undefined ? undefined : passTime(telling, momentIn(charter.zone, charter.until, 0).instant)
}

/** What an engine is told from outside of a journal's rows: the same as the stage is told. */
const equipmentFrom = (lawbook: Lawbook): Omit<Equipment, "store" | "clock"> => {
  const { calendarOf, charter, membershipsOf } = voicesOf(lawbook)
  return {
    ...{ lawOf: lawIn(lawbook), planOf: plansIn(lawbook), zoneOf: () => lawbook.charter.zone },
    voiceOf: () => charter,
    calendarOf: async (years) => done(calendarOf(years)),
    membershipsOf: async (_tenant, people) => done(membershipsOf(people)),
  }
}

/** Looks at what was told before, tells the rest, and reads the story back. Nothing is added to a log that cannot be read. */
const tellUnder = async (fence: Fence, script: Script): Promise<Telt> => {
  const { charter, options, refused, rows } = script
  const { calendar, deepestReaction, packs, store, tenant } = options
  const log = await readWholeLog(store, tenant)
  if (!log.ok) return stopped(log.failure)
  const storyBefore = storyIn(log.value, charter)
  if (!storyBefore.ok) return stopped(storyBefore.refusal)
  const before = await toldBefore(options, log.value, rows)
  if (!before.ok) return stopped(before.failure)
  const [first, ...others] = before.value.refused
  if (first !== undefined) return rowsRefused([first, ...others])
  const clock = standingClock()
  const engine = engineOn({ store, clock, ...equipmentFrom(lawbookOf(charter, packs, calendar)), skewSeconds: 0 })
  const inTheWay = await tellRest({ engine, clock, tenant, fence, deepestReaction }, script, before.value)
  if (inTheWay !== undefined) return stopped(inTheWay)
  const after = await readWholeLog(store, tenant)
  if (!after.ok) return stopped(after.failure)
  const known = log.value.length
  const written = after.value.length - known
  const story = written === 0 ? storyBefore : storyIn(after.value, charter)
  return story.ok ? { ok: true, value: { story: { ...story.value, refused }, written, known } } : stopped(story.refusal)
}

/** A store keeps no moment before 1970 (STORE-7). */
const beforeItsTime = (rows: ReadonlyArray<TimedRow>): ReadonlyArray<RefusedRow> =>
  rows.flatMap(({ instant, row }) => {
    const refusal = numberFault("date", instant)
    return refusal === undefined ? [] : [{ line: row.line, field: "date", command: row.command._tag, refusal }]
  })

/** The lease of those who tell a journal. Its holder is always the same, so that the latest takes it over at once (JOURNAL-10). */
const lease = { name: "journal", holder: "journal", ttl: 60_000 } as const

/** Tells a store a journal that was rehearsed already. */
export const tellRehearsed = async (
  charter: Charter,
  { rows, story }: Rehearsal,
  options: TellOptions,
): Promise<Telt> => {
  const { store, tenant } = options
  const script: Script = { charter, options, rows: rows.map((row) => timedRow(row, charter)), refused: story.refused }
  const [early, ...others] = beforeItsTime(script.rows)
  if (early !== undefined) return rowsRefused([early, ...others])
  const taken = await store.acquireLease(tenant, { ...lease, now: systemClock.now() })
  if (!taken.ok) return stopped(taken.failure)
  const fence = { lease: lease.name, token: taken.value.token }
  const telt = await tellUnder(fence, script)
  await store.releaseLease(tenant, fence)
  return telt
}

/**
 * Tells a journal to a store: first without it, so that nothing is written of a journal with a row that is refused
 * (JOURNAL-5); then the shell carries out each row under an id of its own, after what fell due before it, and what follows
 * from it before the next. Told again, or after it was stopped anywhere, it writes what is missing and nothing twice
 * (JOURNAL-8). A store that was told something else is left as it is (JOURNAL-9).
 */
export const tellJournal = async (charter: Charter, file: JournalFile, options: TellOptions): Promise<Telt> => {
  const { calendar, deepestReaction, packs, partial } = options
  const rehearsed = rehearse(charter, file, { partial, deepestReaction, packs, calendar })
  return rehearsed.ok ? tellRehearsed(charter, rehearsed.value, options) : rowsRefused(rehearsed.refusal)
}
