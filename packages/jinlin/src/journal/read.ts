import type { RulePack } from "@jinlin/core/charter"
import type { Actor, Checked, Located, MissingField, NonEmpty, Refusal } from "@jinlin/core/kernel"
import { type CivilDate, daysBetween, readCivilDate, readId } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { commandOf } from "./cells.ts"
import {
  columnFor,
  isForConference,
  readCoGovernanceCommand,
  readConferenceCommand,
  readCovenantCommand,
  readDisclosureCommand,
  readMatterCommand,
  type StreamColumn,
  streamColumns,
} from "./commands.ts"
import { type Documents, documentRow, documentsIn, type JournalDocument, withDocuments } from "./documents.ts"
import { columns, readCsv, readJson, textOfBytes } from "./files.ts"
import { type Lawbook, lawbookOf } from "./law.ts"
import { withPlan, withPolicy } from "./named.ts"
import { placeOf } from "./place.ts"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { Asked, JournalRow, RawRow, SortedRows } from "./row.ts"

/** The column of a field: the name of the command stands in a column of its own. */
const fieldName = ([first, ...rest]: Located["path"]): string | null =>
  first === undefined ? null : [first === "_tag" ? "command" : first, ...rest].join(".")

const minuteOf = (cell: unknown): number | JournalRefusal => {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(String(cell)) ?? []
  return hour === undefined || minute === undefined
    ? { _tag: "InvalidTimeOfDay", rule: "JOURNAL-3", got: String(cell) }
    : Number(hour) * 60 + Number(minute)
}

const text = ({ cells }: RawRow, name: string): string | undefined =>
  cells.has(name) ? String(cells.get(name)) : undefined

/** Who acts: ids all of them, so that nobody's name or number gets into the log by this way. */
const actorIn = (raw: RawRow, community: string): Actor => {
  const within = text(raw, "actorUnit") ?? community
  const post = text(raw, "actor") ?? ""
  const person = text(raw, "actorPerson") ?? `${within}.${post}`
  return { _tag: "Post", post, within, person, onBehalfOf: text(raw, "onBehalfOf") }
}

const idColumns = ["actor", "actorUnit", "actorPerson", "onBehalfOf", "conference", ...streamColumns] as const

/** Something that is wrong with one column, or with the row as a whole. */
interface Fault {
  readonly field: string | null
  readonly refusal: Refusal
}

/** The column that says whose stream is asked: the one that the command needs, or a matter where one is named. Rule JOURNAL-12. */
const columnIn = (raw: RawRow): StreamColumn | undefined =>
  columnFor(raw.cells.get("command")) ?? (raw.cells.has("matter") ? "matter" : undefined)

/** What is wrong with the columns that hold ids, and with those that exclude each other. Rules ID-1, JOURNAL-12. */
const idFaults = (raw: RawRow): ReadonlyArray<Fault> => {
  const { cells } = raw
  const faults = idColumns.flatMap((field): ReadonlyArray<Fault> => {
    const read = cells.has(field) ? readId(cells.get(field)) : undefined
    return read === undefined || read.ok ? [] : [{ field, refusal: read.refusal }]
  })
  const [conference, matter] = [text(raw, "conference"), text(raw, "matter")]
  if (columnIn(raw) !== "matter" || conference === undefined || matter === undefined) return faults
  const twoStreams = { _tag: "TwoStreams", rule: "JOURNAL-12", conference, matter } as const
  return [...faults, { field: "matter", refusal: twoStreams }]
}

/** All by which cells are read: the charter with its packs, and the documents of the journal. */
interface Book {
  readonly lawbook: Lawbook
  readonly documents: Documents
}

/** A command with the stream that it is asked of. */
type ReadAsked = Checked<Asked, NonEmpty<Fault>>

const faultsOf = ([first, ...others]: NonEmpty<Located>): NonEmpty<Fault> => {
  const fault = ({ path, refusal }: Located): Fault => ({ field: fieldName(path), refusal })
  return [fault(first), ...others.map(fault)]
}

/** A command of a stream that is none of a conference. */
const readFor = (column: StreamColumn, subject: string, fields: unknown): Checked<Asked, NonEmpty<Located>> => {
  switch (column) {
    case "matter": {
      const read = readMatterCommand(fields)
      return read.ok ? { ok: true, value: { process: "deliberation", subject, command: read.value } } : read
    }
    case "coGovernance": {
      const read = readCoGovernanceCommand(fields)
      return read.ok ? { ok: true, value: { process: "co-governance", subject, command: read.value } } : read
    }
    case "covenant": {
      const read = readCovenantCommand(fields)
      return read.ok ? { ok: true, value: { process: "covenant", subject, command: read.value } } : read
    }
    case "disclosure": {
      const read = readDisclosureCommand(fields)
      return read.ok ? { ok: true, value: { process: "disclosure", subject, command: read.value } } : read
    }
  }
}

/** A command of a conference or its rota. */
const readForConference = (subject: string, fields: unknown): Checked<Asked, NonEmpty<Located>> => {
  const read = readConferenceCommand(fields)
  if (!read.ok) return read
  const { value: command } = read
  return isForConference(command)
    ? { ok: true, value: { process: "joint-conference", subject, command } }
    : { ok: true, value: { process: "rotating-chair", subject, command } }
}

/** Whether a cell is a field of the command, and neither of the frame nor the one that names the stream: `matter` may be either. */
const isField = (name: string, column: StreamColumn | undefined): boolean => {
  const isOfStream = name === (column ?? "conference") || (column === "matter" && name === "conference")
  return !isOfStream && !columns.some((one) => one === name)
}

/** A row is asked of the stream that it names: of a conference or its rota where it names none of its own. Rule JOURNAL-12. */
const askedIn = (raw: RawRow, book: Book, on: CivilDate | undefined): ReadAsked => {
  const { documents, lawbook } = book
  const { charter } = lawbook
  const tag = raw.cells.get("command")
  const column = columnIn(raw)
  const subject = column === undefined ? (text(raw, "conference") ?? charter.community) : text(raw, column)
  if (column !== undefined && subject === undefined) {
    const refusal: MissingField = { _tag: "MissingField", rule: "READ-2", field: column }
    return { ok: false, refusal: [{ field: column, refusal }] }
  }
  const cells = new Map([...raw.cells].filter(([name]) => isField(name, column)))
  const written = withDocuments(tag, cells, documents)
  if (!written.ok) return { ok: false, refusal: [written.refusal] }
  const fields = commandOf(tag, written.value)
  const named =
    column === "matter" && on !== undefined
      ? withPlan(fields, raw.cells, { lawbook, on })
      : withPolicy(fields, raw.cells, charter)
  if (!named.ok) return { ok: false, refusal: [named.refusal] }
  const read =
    column === undefined
      ? readForConference(subject ?? charter.community, named.value)
      : readFor(column, subject ?? "", named.value)
  return read.ok ? read : { ok: false, refusal: faultsOf(read.refusal) }
}

/** When something stands in a journal, and what it is: a row that asks, or one that writes a document down. */
interface Timed extends Pick<JournalRow, "line" | "on" | "minuteOfDay"> {
  readonly command: { readonly _tag: string }
}

/** The columns that every row has: when, and who. Rules JOURNAL-3, JOURNAL-6. */
const frameIn = ({ cells, line }: RawRow): Checked<Omit<Timed, "command">, NonEmpty<Fault>> => {
  const on = readCivilDate(cells.get("date"))
  const minute = minuteOf(cells.get("time") ?? "09:00")
  const day: ReadonlyArray<Fault> = on.ok ? [] : [{ field: "date", refusal: on.refusal }]
  const time: ReadonlyArray<Fault> = typeof minute === "number" ? [] : [{ field: "time", refusal: minute }]
  const [first, ...others] = [...day, ...time, ...idFaults({ cells, line })]
  if (first !== undefined) return { ok: false, refusal: [first, ...others] }
  if (!on.ok || typeof minute !== "number") throw new Error("[jinlin] [journal] a row without refusals was not read")
  return { ok: true, value: { line, on: on.value, minuteOfDay: minute } }
}

const refusedRows = ({ cells, line }: RawRow, [first, ...others]: NonEmpty<Fault>): NonEmpty<RefusedRow> => {
  const tag = cells.get("command")
  const command = typeof tag === "string" ? tag : null
  const refused = (fault: Fault): RefusedRow => ({ line, command, ...fault })
  return [refused(first), ...others.map(refused)]
}

/** One row of a file as a row of the journal, or everything that is wrong with it. */
const readRow = (raw: RawRow, book: Book): Checked<JournalRow, NonEmpty<RefusedRow>> => {
  const { community } = book.lawbook.charter
  const frame = frameIn(raw)
  const on = readCivilDate(raw.cells.get("date"))
  const asked = askedIn(raw, book, on.ok ? on.value : undefined)
  const [first, ...others] = [...(frame.ok ? [] : frame.refusal), ...(asked.ok ? [] : asked.refusal)]
  if (first !== undefined) return { ok: false, refusal: refusedRows(raw, [first, ...others]) }
  if (!frame.ok || !asked.ok) throw new Error("[jinlin] [journal] a row without refusals was not read")
  const { conference } = placeOf(asked.value, community)
  const actor = actorIn(raw, community)
  return { ok: true, value: { ...frame.value, conference, actor, ...asked.value } }
}

const writesDocument = ({ cells }: RawRow): boolean => cells.get("command") === documentRow

/** A row that writes a document down lies in the order of the days too. */
const readDocumentRow = (raw: RawRow): Checked<Timed, NonEmpty<RefusedRow>> => {
  const frame = frameIn(raw)
  return frame.ok
    ? { ok: true, value: { ...frame.value, command: { _tag: documentRow } } }
    : { ok: false, refusal: refusedRows(raw, frame.refusal) }
}

const momentText = (on: CivilDate, minuteOfDay: number): string =>
  `${on} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`

/** Ten years between two rows are a slip of the pen: whatever would fall due in them happens by itself, day after day. */
const longestGapDays = 3653

/** Rows that lie before the row above them, or years after it, are refused: nothing is sorted behind anybody's back. Rule JOURNAL-3. */
const inOrder = <Row extends Timed>(rows: ReadonlyArray<Row>): SortedRows<Row> => {
  const kept: Array<Row> = []
  const refused: Array<RefusedRow> = []
  let latest = ""
  let day = rows[0]?.on
  for (const row of rows) {
    const now = momentText(row.on, row.minuteOfDay)
    if (day !== undefined && daysBetween(day, row.on) > longestGapDays) {
      const refusal = {
        _tag: "ClockJumped",
        rule: "JOURNAL-3",
        on: row.on,
        after: day,
        limitDays: longestGapDays,
      } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else if (now < latest) {
      const refusal = { _tag: "ClockWentBack", rule: "JOURNAL-3", on: now, after: latest } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else {
      latest = now
      day = row.on
      kept.push(row)
    }
  }
  return { rows: kept, refused }
}

/** A journal as its file holds it: the bytes of a CSV, or of a JSON array. */
export interface JournalFile {
  readonly format: "csv" | "json"
  readonly content: Uint8Array | string
}

const rawRows = ({ content, format }: JournalFile): SortedRows<RawRow> => {
  const text = typeof content === "string" ? content : textOfBytes(content)
  if (typeof text !== "string") {
    const refusal = { _tag: "NotUtf8", rule: "JOURNAL-1", offset: text.offset } as const
    return { rows: [], refused: [{ line: 1, field: null, command: null, refusal }] }
  }
  return format === "csv" ? readCsv(text) : readJson(text)
}

/** The documents that a journal writes down, in the order of its rows; of rows that are at fault there are none. Rule JOURNAL-16. */
export const journalDocuments = (file: JournalFile): ReadonlyArray<JournalDocument> => [
  ...documentsIn(rawRows(file).rows, columns).documents.values(),
]

/**
 * Reads a journal: the rows that can be read, and every fault of those that cannot, with line and field. The lists of steps
 * that rows name are looked up in the charter and in `packs`: those of `@jinlin/rule-packs` unless others are given.
 */
export const readJournal = (
  file: JournalFile,
  charter: Charter,
  packs?: ReadonlyArray<RulePack>,
): SortedRows<JournalRow> => {
  const lawbook = lawbookOf(charter, packs)
  const raw = rawRows(file)
  const written = documentsIn(raw.rows, columns)
  const book = { lawbook, documents: written.documents }
  const read = raw.rows.map((row) => (writesDocument(row) ? readDocumentRow(row) : readRow(row, book)))
  const ordered = inOrder(read.flatMap((row) => (row.ok ? [row.value] : [])))
  const faults = read.flatMap((row) => (row.ok ? [] : row.refusal))
  const refused = [...raw.refused, ...written.refused, ...faults, ...ordered.refused]
  const rows = ordered.rows.filter((row): row is JournalRow => "process" in row)
  return { rows, refused: refused.sort((left, right) => left.line - right.line) }
}
