/** One row of a CSV file: its cells, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The rows, or the line on which a quotation mark has no partner. */
export type CsvRows =
  | { readonly ok: true; readonly rows: ReadonlyArray<CsvRow> }
  | { readonly ok: false; readonly line: number }

/** One cell, as RFC 4180 has it, and what ends it. A quotation mark may stand inside quoted text alone, doubled. */
const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/**
 * Reads CSV as RFC 4180 has it and as spreadsheet programs write it: with or without a byte order mark, with line breaks of
 * every system. Rows without anything in them are left out.
 */
export const rowsIn = (text: string): CsvRows => {
  const content = text.startsWith("\u{feff}") ? text.slice(1) : text
  const rows: Array<CsvRow> = []
  let cells: Array<string> = []
  let line = 1
  let begins = 1
  for (cell.lastIndex = 0; ; ) {
    const found = cell.exec(content)
    if (found === null) return { ok: false, line }
    const [whole, quoted, bare = "", end = ""] = found
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    line += lineBreaks(whole)
    if (end === ",") continue
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: begins, cells })
    if (cell.lastIndex >= content.length) return { ok: true, rows }
    cells = []
    begins = line
  }
}
