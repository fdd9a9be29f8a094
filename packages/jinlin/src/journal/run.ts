import type { RulePack } from "@jinlin/core/charter"
import type { CalendarData, NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { Checked } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { momentIn } from "../hosting/moment.ts"
import { lawbookOf } from "./law.ts"
import { type JournalFile, readJournal } from "./read.ts"
import type { RefusedRow } from "./refusals.ts"
import type { JournalRow } from "./row.ts"
import { Stage } from "./stage.ts"
import type { Story } from "./story.ts"

const rowRefusals = (row: JournalRow, refusals: ReadonlyArray<Refusal>): ReadonlyArray<RefusedRow> =>
  refusals.map((refusal) => ({ line: row.line, field: null, command: row.command._tag, refusal }))

/** How a journal is told. */
export interface RunOptions {
  /** Go on without the rows that are refused, instead of applying nothing. */
  readonly partial?: boolean | undefined
  /** How often a reaction may set another one going before the rest is left to a person; 8 unless it is given. */
  readonly deepestReaction?: number | undefined
  /** The rule packs that the charter may name; those of `@jinlin/rule-packs` unless others are given. */
  readonly packs?: ReadonlyArray<RulePack> | undefined
  /** The work calendar by which periods are counted; that of mainland China unless another is given. */
  readonly calendar?: CalendarData | undefined
  /** Called after each row, for a progress bar. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/** A journal that was told on a stage, and the rows of it that were applied. */
export interface Rehearsal {
  readonly story: Story
  readonly rows: ReadonlyArray<JournalRow>
}

/** Tells a journal without a store, and keeps the rows that were applied. Rule JOURNAL-5. */
export const rehearse = (
  charter: Charter,
  file: JournalFile,
  options: RunOptions = {},
): Checked<Rehearsal, NonEmpty<RefusedRow>> => {
  const journal = readJournal(file, charter, options.packs)
  const refused: Array<RefusedRow> = [...journal.refused]
  const [unreadable, ...others] = refused
  if (unreadable !== undefined && options.partial !== true) return { ok: false, refusal: [unreadable, ...others] }
  const stage = new Stage(lawbookOf(charter, options.packs, options.calendar), options.deepestReaction)
  const rows: Array<JournalRow> = []
  for (const [index, row] of journal.rows.entries()) {
    stage.passTime(row.on)
    const now = momentIn(charter.zone, row.on, row.minuteOfDay)
    const refusals = rowRefusals(row, stage.ask({ ...row, now, cause: { _tag: "Row", line: row.line } }))
    const [first, ...more] = refusals
    if (first !== undefined && options.partial !== true) return { ok: false, refusal: [first, ...more] }
    if (first === undefined) rows.push(row)
    refused.push(...refusals)
    options.onProgress?.(index + 1, journal.rows.length)
  }
  if (charter.until !== undefined) stage.passTime(charter.until)
  const { entries, holdings, notices, tasks } = stage
  return { ok: true, value: { rows, story: { charter, entries, notices, tasks, ...holdings, refused } } }
}

/**
 * Tells a journal: every row in the order of its day, whatever falls due in between, and what one process means for the
 * other. A row that cannot be read or is refused stops everything, and nothing of the file is applied; with `partial` it is
 * left out, and listed. Rule JOURNAL-5.
 */
export const runJournal = (
  charter: Charter,
  file: JournalFile,
  options: RunOptions = {},
): Checked<Story, NonEmpty<RefusedRow>> => {
  const rehearsed = rehearse(charter, file, options)
  return rehearsed.ok ? { ok: true, value: rehearsed.value.story } : rehearsed
}
