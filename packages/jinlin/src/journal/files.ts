import { type Refusal, readJson as readJsonText, type WrongType } from "@jinlin/core/kernel"
import { parse } from "csv-parse/sync"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { RawRow, SortedRows } from "./row.ts"

/** Columns that say when, what and who; every other column names the stream, or is a field of the command. */
export const columns = ["date", "time", "command", "actor", "actorUnit", "actorPerson", "onBehalfOf"] as const
const required: ReadonlyArray<string> = ["date", "command", "actor"]

const refused = (line: number, refusal: JournalRefusal): SortedRows<never> => ({
  rows: [],
  refused: [{ line, field: null, command: null, refusal }],
})

/** UTF-8 bytes as text, without the byte order mark that spreadsheets write; or the offset of the first bad byte. */
export const textOfBytes = (bytes: Uint8Array): string | { readonly offset: number } => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) {
    const offset = new TextEncoder().encode(text.slice(0, at)).length
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!isWritten) return { offset }
  }
  return text.startsWith("\uFEFF") ? text.slice(1) : text
}

const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/\r|\n|$/))
  return [";", "\t"].find((mark) => header.includes(mark) && !header.includes(",")) ?? ","
}

interface Line {
  readonly number: number
  readonly cells: ReadonlyArray<string>
}

/** The lines of a CSV with their numbers, or why it is none. */
const linesOfCsv = (text: string): ReadonlyArray<Line> | string => {
  const lines: Array<Line> = []
  const options = { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, trim: true }
  try {
    parse(text, {
      ...options,
      on_record: (cells: ReadonlyArray<string>, { lines: number }) => {
        const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0)
        lines.push({ number: number - breaks, cells })
        return null
      },
    })
    return lines
  } catch (error) {
    return error instanceof Error ? error.message : "unreadable"
  }
}

const isComment = ({ cells }: Line): boolean => cells[0]?.startsWith("#") === true || cells.every((cell) => cell === "")

/** The rows of a CSV journal: a header, then one row a command. Lines that begin with # are notes. Rules JOURNAL-1, JOURNAL-2. */
export const readCsv = (text: string): SortedRows<RawRow> => {
  const lines = linesOfCsv(text)
  if (typeof lines === "string")
    return refused(1, { _tag: "BrokenFile", rule: "JOURNAL-1", format: "csv", reason: lines })
  const [header, ...body] = lines.filter((line) => !isComment(line))
  const names = header?.cells ?? []
  const missing = required.filter((name) => !names.includes(name))
  const doubled = [...new Set(names.filter((name, index) => name !== "" && names.indexOf(name) !== index))]
  if (missing.length > 0 || doubled.length > 0)
    return refused(header?.number ?? 1, { _tag: "BadHeader", rule: "JOURNAL-2", missing, doubled })
  const rows: Array<RawRow> = []
  const ragged: Array<RefusedRow> = []
  for (const { cells, number: line } of body) {
    const refusal: JournalRefusal = { _tag: "RaggedRow", rule: "JOURNAL-2", cells: cells.length, columns: names.length }
    if (cells.length !== names.length) ragged.push({ line, field: null, command: null, refusal })
    else
      rows.push({
        line,
        cells: new Map(names.flatMap((name, index) => (cells[index] === "" ? [] : [[name, cells[index]]]))),
      })
  }
  return { rows, refused: ragged }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length

/** The lines on which the items of a top-level JSON array begin, to point a person there. The text is known to be JSON. */
const linesOf = (text: string): ReadonlyArray<number> => {
  const lines: Array<number> = []
  let depth = 0
  let isItem = false
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? ""
    if (depth === 1 && mark === ",") isItem = false
    else if (depth === 1 && !isItem && /[^\s\]]/.test(mark)) {
      isItem = true
      lines.push(lineAt(text, at))
    }
    if (mark === '"') for (at += 1; text[at] !== '"'; at += 1) at += text[at] === "\\" ? 1 : 0
    else if (mark === "{" || mark === "[") depth += 1
    else if (mark === "}" || mark === "]") depth -= 1
  }
  return lines
}

const notARow = (row: unknown): WrongType => {
  const got = row === null ? "null" : Array.isArray(row) ? "array" : typeof row
  return { _tag: "WrongType", rule: "READ-1", expected: ["object"], got }
}

/** The engine's own words on where JSON breaks off, beside our refusals for what JSON allows and we do not. */
export const brokenJson = (text: string, refusal: Refusal): Refusal | JournalRefusal => {
  if (refusal._tag !== "InvalidJson") return refusal
  try {
    JSON.parse(text)
    return refusal
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable"
    return { _tag: "BrokenFile", rule: "JOURNAL-1", format: "json", reason }
  }
}

/** The rows of a JSON journal: an array of objects with the columns of the CSV as fields; field values may be any JSON. */
export const readJson = (text: string): SortedRows<RawRow> => {
  const read = readJsonText(text)
  if (!read.ok)
    return { rows: [], refused: [{ line: 1, field: null, command: null, refusal: brokenJson(text, read.refusal) }] }
  const { value } = read
  if (!Array.isArray(value))
    return refused(1, {
      _tag: "BrokenFile",
      rule: "JOURNAL-1",
      format: "json",
      reason: "the file is not an array of rows",
    })
  const lines = linesOf(text)
  const rows: Array<RawRow> = []
  const odd: Array<RefusedRow> = []
  for (const [index, row] of value.entries()) {
    const line = lines[index] ?? index + 1
    if (typeof row === "object" && row !== null && !Array.isArray(row))
      rows.push({ line, cells: new Map(Object.entries(row)) })
    else odd.push({ line, field: null, command: null, refusal: notARow(row) })
  }
  return { rows, refused: odd }
}
