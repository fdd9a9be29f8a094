import type { Moment } from "@jinlin/core/kernel"
import { latest as latestDay } from "@jinlin/core/kernel/arithmetic"
import { type Answer, done, type ReadFailure, type Store, type StoredEvent } from "@jinlin/sdk"
import { lineOf, metaOf, rowId } from "./log.ts"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { TimedRow } from "./timed-row.ts"

/** What a store was told of a journal before. */
export interface ToldBefore {
  /** When the latest event of its log happened, in milliseconds since 1970; 0 where there is none. */
  readonly latest: number
  /** The lines of the rows that were told. */
  readonly lines: ReadonlySet<number>
  /** Where the journal says something else now; nothing may be written while there is any. Rule JOURNAL-9. */
  readonly refused: ReadonlyArray<RefusedRow>
}

/** The moment of the latest event, and the lines that events came of. */
const picture = (log: ReadonlyArray<StoredEvent>) => {
  const lines = new Set<number>()
  let latest: Moment | undefined
  for (const stored of log) {
    const { command, moment } = metaOf(stored)
    const line = lineOf(command)
    if (line !== undefined) lines.add(line)
    if (latest === undefined || moment.instant > latest.instant) latest = moment
  }
  return { lines, latest }
}

/** What each row that was told said then, by its line; null where that was forgotten since. */
type KeptRows = ReadonlyMap<number, string | null>

const keptRows = async (
  store: Store,
  tenant: string,
  { lines, rows }: { readonly rows: ReadonlyArray<TimedRow>; readonly lines: ReadonlySet<number> },
): Promise<Answer<KeptRows, ReadFailure>> => {
  const kept = new Map<number, string | null>([...lines].map((line) => [line, null]))
  for (const { row } of rows) {
    const known = await store.readCommand(tenant, rowId(row.line))
    if (!known.ok) return known
    if (known.value !== null) kept.set(row.line, known.value.content)
  }
  return done(kept)
}

/** What is in the way of each row: it says something else than it did, or it is new and lies before what was told. */
const changed = (
  rows: ReadonlyArray<TimedRow>,
  kept: KeptRows,
  latest: Moment | undefined,
): ReadonlyArray<RefusedRow> => {
  const last = rows.findLastIndex(({ row }) => kept.has(row.line))
  const lastDay = rows[last]?.row.on
  return rows.flatMap(({ content, instant, row }, index): ReadonlyArray<RefusedRow> => {
    const place = { line: row.line, command: row.command._tag }
    const told = kept.get(row.line)
    if (typeof told === "string" && told !== content)
      return [{ ...place, field: null, refusal: { _tag: "ToldOtherwise", rule: "JOURNAL-9" } }]
    const isNew = told === undefined && latest !== undefined
    if (!isNew || (index > last && instant >= latest.instant)) return []
    const reached = lastDay === undefined ? latest.civilDate : latestDay(latest.civilDate, lastDay)
    const refusal: JournalRefusal = { _tag: "ToldPastThis", rule: "JOURNAL-9", on: row.on, reached }
    return [{ ...place, field: "date", refusal }]
  })
}

const gone = (rows: ReadonlyArray<TimedRow>, kept: KeptRows): ReadonlyArray<RefusedRow> => {
  const there = new Set(rows.map(({ row }) => row.line))
  const refusal: JournalRefusal = { _tag: "ToldRowGone", rule: "JOURNAL-9" }
  return [...kept.keys()]
    .filter((line) => !there.has(line))
    .map((line) => ({ line, field: null, command: null, refusal }))
}

/** What a store holds of a journal, from its log, and where the journal has changed since. Rule JOURNAL-9. */
export const toldBefore = async (
  { store, tenant }: { readonly store: Store; readonly tenant: string },
  log: ReadonlyArray<StoredEvent>,
  rows: ReadonlyArray<TimedRow>,
): Promise<Answer<ToldBefore, ReadFailure>> => {
  const { latest, lines } = picture(log)
  const kept = await keptRows(store, tenant, { rows, lines })
  if (!kept.ok) return kept
  const refused = [...changed(rows, kept.value, latest), ...gone(rows, kept.value)]
  return done({
    latest: latest?.instant ?? 0,
    lines: new Set(kept.value.keys()),
    refused: refused.toSorted((one, other) => one.line - other.line),
  })
}
