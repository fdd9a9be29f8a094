import type { RulePack } from "@jinlin/core/charter"
import type { Checked, NonEmpty } from "@jinlin/core/kernel"
import { readCivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Charter } from "../charter/charter.ts"
import { askedIn, type Book } from "./asking.ts"
import { documentRow, documentsIn, type JournalDocument } from "./documents.ts"
import { columns, readCsv, readJson, textOfBytes } from "./files.ts"
import { actorIn, type Fault, frameIn } from "./frame.ts"
import { lawbookOf } from "./law.ts"
import { inOrder, type Timed } from "./order.ts"
import { placeOf } from "./place.ts"
import type { RefusedRow } from "./refusals.ts"
import type { JournalRow, RawRow, SortedRows } from "./row.ts"

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
