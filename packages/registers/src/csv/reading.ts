/** One row of a CSV file: its cells, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The rows, or the line on which a quotation mark has no partner. */
export type CsvRows =
  | { readonly ok: true; readonly rows: ReadonlyArray<CsvRow> }
  | { readonly ok: false; readonly line: number }

/** A cell without quotation marks, up to what ends it. */
const bare: ReadonlyMap<string, RegExp> = new Map([
  [",", /[^",\r\n]*/y],
  [";", /[^";\r\n]*/y],
  ["\t", /[^"\t\r\n]*/y],
])

/** What stands between cells: a semicolon or a tab where the first line has one and no comma, as in a journal. */
const delimiterOf = (text: string): "," | ";" | "\t" => {
  const first = text.slice(0, text.search(/\r|\n|$/))
  return ([";", "\t"] as const).find((mark) => first.includes(mark) && !first.includes(",")) ?? ","
}

/** Where a quoted cell ends: the place of a quotation mark that is not doubled; -1 where there is none. */
const closing = (text: string, from: number): number => {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

interface Cell {
  readonly text: string
  /** Where what ends the cell begins. */
  readonly end: number
}

/** The cell that begins here; nothing where a quotation mark has no partner. A quotation mark stands inside quoted text, doubled. */
const cellAt = (text: string, from: number, delimiter: string): Cell | undefined => {
  if (text[from] === '"') {
    const end = closing(text, from + 1)
    return end < 0 ? undefined : { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 }
  }
  const pattern = bare.get(delimiter) ?? /[^",\r\n]*/y
  pattern.lastIndex = from
  const found = pattern.exec(text)?.[0] ?? ""
  return { text: found, end: from + found.length }
}

/** What ends a cell: the delimiter, a line break or the end of the text; nothing where anything else follows. */
const endAt = (text: string, at: number, delimiter: string): string | undefined => {
  if (at >= text.length) return ""
  if (text.startsWith("\r\n", at)) return "\r\n"
  const mark = text[at]
  return mark === delimiter || mark === "\r" || mark === "\n" ? mark : undefined
}

/**
 * Reads CSV as RFC 4180 has it and as spreadsheet programs write it: with or without a byte order mark, with line breaks of
 * every system, between commas, semicolons or tabs. Rows without anything in them are left out.
 */
export const rowsIn = (text: string): CsvRows => {
  const content = text.startsWith("\u{feff}") ? text.slice(1) : text
  const delimiter = delimiterOf(content)
  const rows: Array<CsvRow> = []
  let cells: Array<string> = []
  let line = 1
  let begins = 1
  for (let at = 0; ; ) {
    const cell = cellAt(content, at, delimiter)
    const end = cell === undefined ? undefined : endAt(content, cell.end, delimiter)
    if (cell === undefined || end === undefined) return { ok: false, line }
    cells.push(cell.text)
    line += lineBreaks(cell.text)
    at = cell.end + end.length
    if (end === delimiter) continue
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: begins, cells })
    if (at >= content.length) return { ok: true, rows }
    cells = []
    line += 1
    begins = line
  }
}
