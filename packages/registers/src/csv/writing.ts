import { visible } from "../visible.ts"

/** What a spreadsheet program takes for the beginning of a formula, also behind spaces; full-width signs too. */
const active = /^[\s'=+\-@＝＋－＠]/u

/**
 * A cell that no spreadsheet program calculates: what begins as a formula, with a space or with an apostrophe gets an
 * apostrophe in front, and what cannot be seen (tab, CR, NUL …) is spelt out. Rule REGISTER-5, after ASVS 1.2.10.
 */
const inert = (text: string): string => {
  const shown = visible(text)
  return active.test(shown) ? `'${shown}` : shown
}

const cell = (text: string): string => {
  const shown = inert(text)
  return /[",;\r\n]|^\s|\s$/u.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/**
 * Rows as CSV: UTF-8 with a byte order mark, so that spreadsheet programs show Chinese; CRLF behind every row; every row as
 * long as the longest. RFC 4180. Rule REGISTER-5.
 */
export const csvOf = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const padded = rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => "")])
  return `\u{feff}${padded.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`
}

/** What `csvOf` made of a cell, undone: the apostrophe in front of what would have been active. */
export const withoutGuard = (cellText: string): string =>
  cellText.startsWith("'") && active.test(cellText.slice(1)) ? cellText.slice(1) : cellText
