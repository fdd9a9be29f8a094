import type { Names } from "@jinlin/messages"
import { type CsvRow, rowsIn } from "../csv/reading.ts"
import type { RegisterVoter } from "../register.ts"
import { type Column, columnOf } from "./columns.ts"
import type { PaperFormLine, PaperSitting } from "./form-line.ts"
import { readForm } from "./read-form.ts"
import { type PaperEntry, type PaperPlan, type PaperRow, readRow } from "./read-row.ts"
import type { PaperRefusal } from "./refusals.ts"
import { textOf } from "./text-of.ts"

/** The command of a deliberation that a paper register becomes. */
export interface RecordVotes {
  readonly _tag: "RecordVotes"
  readonly for: ReadonlyArray<string>
  readonly against: ReadonlyArray<string>
  readonly abstain: ReadonlyArray<string>
  readonly void: ReadonlyArray<{ readonly voter: string; readonly reason: string }>
}

/** A remark that stands beside a vote. The command has no room for it: it belongs into the minutes. */
export interface PaperRemark {
  readonly voter: string
  readonly remark: string
}

/**
 * The command, with the remarks that it has no room for and with what the form says of itself (null: it says nothing); or
 * everything that is wrong, each with its line.
 */
export type PaperRead =
  | {
      readonly ok: true
      readonly value: RecordVotes
      readonly remarks: ReadonlyArray<PaperRemark>
      readonly form: PaperFormLine | null
    }
  | { readonly ok: false; readonly refusal: readonly [PaperRefusal, ...ReadonlyArray<PaperRefusal>] }

/** What a reader of paper registers is told. */
export interface PaperOptions {
  /**
   * The voters of the roll, or their ids alone; whoever is not among them is refused, and so is a form that was made for others.
   * Without it the deliberation alone looks.
   */
  readonly roll?: ReadonlyArray<string | Pick<RegisterVoter, "voter" | "person">> | undefined
  /** The sitting that the paper is to belong to; a form of another one, and a file that bears none, is refused. */
  readonly of?: PaperSitting | undefined
  /** The names that the form was made with: a line whose name is that of somebody else is refused. */
  readonly names?: Names | undefined
}

type Refused = Extract<PaperRead, { readonly ok: false }>

const refused = (refusals: ReadonlyArray<PaperRefusal>): Refused | undefined => {
  const [first, ...others] = refusals
  return first === undefined ? undefined : { ok: false, refusal: [first, ...others] }
}

type Places = { readonly ok: true; readonly value: ReadonlyMap<Column, number> } | Refused

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

/** What a void paper says is its reason, which the command keeps; of any other vote it is handed back. */
const remarksOf = (entries: ReadonlyArray<PaperEntry>): ReadonlyArray<PaperRemark> =>
  entries
    .filter(({ choice, remark }) => choice !== "void" && remark !== "")
    .map(({ remark, voter }) => ({ voter, remark }))

const isRefusals = (row: PaperRow): row is ReadonlyArray<PaperRefusal> => Array.isArray(row)

type RowsRead = { readonly ok: true; readonly value: ReadonlyArray<PaperEntry> } | Refused

const readRows = (rows: ReadonlyArray<CsvRow>, plan: PaperPlan): RowsRead => {
  const read = rows.map((row) => readRow(row, plan))
  const entries = read.filter((row): row is PaperEntry => !isRefusals(row))
  const wrong = [...read.flatMap((row) => (isRefusals(row) ? row : [])), ...doubled(entries)]
  const isEmpty = wrong.length === 0 && entries.every(({ choice }) => choice === null)
  return refused(isEmpty ? [{ _tag: "PaperIsEmpty", rule: "REGISTER-9" }] : wrong) ?? { ok: true, value: entries }
}

const planFor = ({ names, roll }: PaperOptions): Omit<PaperPlan, "places"> => {
  const persons = new Map(
    (roll ?? []).map((one) => (typeof one === "string" ? [one, one] : [one.voter, one.person ?? one.voter])),
  )
  return {
    roll: roll === undefined ? null : new Set(persons.keys()),
    nameOf:
      names === undefined
        ? null
        : (voter) => {
            const person = persons.get(voter)
            return person === undefined ? undefined : names(person)
          },
  }
}

/**
 * Turns the CSV that a clerk filled in (voter, choice, remark; any other column is passed over), as text or as the bytes of a
 * file, into the command that records the votes. All of it is read or none of it, and whatever is wrong is told with its line,
 * all at once. Nothing is guessed: a line without a choice is a voter who did not vote. Rules REGISTER-8 to REGISTER-10.
 */
export const readPaperRegister = (csv: string | Uint8Array, options: PaperOptions = {}): PaperRead => {
  const text = textOf(csv)
  if (typeof text !== "string") return { ok: false, refusal: [text] }
  const table = rowsIn(text)
  if (!table.ok) return { ok: false, refusal: [{ _tag: "PaperNotCsv", rule: "REGISTER-8", line: table.line }] }
  const known = planFor(options)
  const { form, rows: below, wrong } = readForm(table.rows, { of: options.of ?? null, roll: known.roll })
  const [head, ...rows] = below
  const places = placesIn(head)
  if (!places.ok) return places
  const another = refused([...wrong, ...ragged(rows, head?.cells.length ?? 0)])
  if (another !== undefined) return another
  const read = readRows(rows, { places: places.value, ...known })
  if (!read.ok) return read
  return { ok: true, value: commandOf(read.value), remarks: remarksOf(read.value), form }
}
