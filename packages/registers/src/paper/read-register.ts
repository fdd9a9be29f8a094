import { type CsvRow, rowsIn } from "../csv/reading.ts"
import { type Column, columnOf } from "./columns.ts"
import { type PaperEntry, type PaperPlan, readRow } from "./read-row.ts"
import type { PaperRefusal } from "./refusals.ts"

/** The command of a deliberation that a paper register becomes. */
export interface RecordVotes {
  readonly _tag: "RecordVotes"
  readonly for: ReadonlyArray<string>
  readonly against: ReadonlyArray<string>
  readonly abstain: ReadonlyArray<string>
  readonly void: ReadonlyArray<{ readonly voter: string; readonly reason: string }>
}

/** The command, or everything that is wrong, each with its line. */
export type PaperRead =
  | { readonly ok: true; readonly value: RecordVotes }
  | { readonly ok: false; readonly refusal: readonly [PaperRefusal, ...ReadonlyArray<PaperRefusal>] }

/** What a reader of paper registers is told. */
export interface PaperOptions {
  /** The voters of the roll; whoever is not among them is refused. Without it the deliberation alone looks. */
  readonly roll?: ReadonlyArray<string> | undefined
}

/** 100,000 voters with a remark of ordinary length each. */
const longest = 20_000_000

const refused = (refusals: ReadonlyArray<PaperRefusal>): Extract<PaperRead, { readonly ok: false }> | undefined => {
  const [first, ...others] = refusals
  return first === undefined ? undefined : { ok: false, refusal: [first, ...others] }
}

type Places =
  | { readonly ok: true; readonly value: ReadonlyMap<Column, number> }
  | Extract<PaperRead, { readonly ok: false }>

const placesIn = (head: CsvRow | undefined): Places => {
  const named = (head?.cells ?? []).map(columnOf)
  const twice = new Set(named.filter((column, place) => named.indexOf(column) !== place))
  const missing = (["voter", "choice", "remark"] as const).filter((column) => !named.includes(column))
  const wrong: ReadonlyArray<PaperRefusal> = [
    ...[...twice]
      .filter((column) => column !== undefined)
      .map((column): PaperRefusal => ({ _tag: "PaperColumnTwice", rule: "REGISTER-8", column })),
    ...missing.map((column): PaperRefusal => ({ _tag: "PaperColumnMissing", rule: "REGISTER-8", column })),
  ]
  const places = named.flatMap((column, place) => (column === undefined ? [] : [[column, place] as const]))
  return refused(wrong) ?? { ok: true, value: new Map(places) }
}

const ragged = (rows: ReadonlyArray<CsvRow>, columns: number): ReadonlyArray<PaperRefusal> =>
  rows
    .filter(({ cells }) => cells.length !== columns)
    .map(({ cells, line }) => ({ _tag: "PaperRaggedRow", rule: "REGISTER-8", line, cells: cells.length, columns }))

const doubled = (entries: ReadonlyArray<PaperEntry>): ReadonlyArray<PaperRefusal> => {
  const lines = new Map<string, number>()
  return entries.flatMap(({ line, voter }): ReadonlyArray<PaperRefusal> => {
    const first = lines.get(voter)
    if (first === undefined) lines.set(voter, line)
    return first === undefined ? [] : [{ _tag: "PaperVoterTwice", rule: "REGISTER-9", line, first, voter }]
  })
}

const commandOf = (entries: ReadonlyArray<PaperEntry>): RecordVotes => {
  const choosing = (choice: PaperEntry["choice"]) => entries.filter((entry) => entry.choice === choice)
  const voters = (choice: PaperEntry["choice"]) => choosing(choice).map(({ voter }) => voter)
  return {
    _tag: "RecordVotes",
    ...{ for: voters("for"), against: voters("against"), abstain: voters("abstain") },
    void: choosing("void").map(({ remark, voter }) => ({ voter, reason: remark })),
  }
}

const readRows = (rows: ReadonlyArray<CsvRow>, plan: PaperPlan): PaperRead => {
  const read = rows.map((row) => readRow(row, plan))
  const entries = read.filter((row): row is PaperEntry => row !== null && !Array.isArray(row))
  const wrong = [...read.flatMap((row) => (Array.isArray(row) ? row : [])), ...doubled(entries)]
  const empty: ReadonlyArray<PaperRefusal> = entries.length === 0 ? [{ _tag: "PaperIsEmpty", rule: "REGISTER-9" }] : []
  return refused(wrong.length > 0 ? wrong : empty) ?? { ok: true, value: commandOf(entries) }
}

/**
 * Turns the CSV that a clerk filled in (voter, choice, remark; a column with names is passed over) into the command that
 * records the votes. All of it is read or none of it, and whatever is wrong is told with its line, all at once. Nothing is
 * guessed: a line without a choice is a voter who did not vote. Rules REGISTER-8 and REGISTER-9.
 */
export const readPaperRegister = (csv: string, { roll }: PaperOptions = {}): PaperRead => {
  if (csv.length > longest)
    return { ok: false, refusal: [{ _tag: "PaperTooLarge", rule: "REGISTER-8", limit: longest }] }
  const table = rowsIn(csv)
  if (!table.ok) return { ok: false, refusal: [{ _tag: "PaperNotCsv", rule: "REGISTER-8", line: table.line }] }
  const [head, ...rows] = table.rows
  const places = placesIn(head)
  if (!places.ok) return places
  const plan = { places: places.value, roll: roll === undefined ? null : new Set(roll) }
  return refused(ragged(rows, head?.cells.length ?? 0)) ?? readRows(rows, plan)
}
