import { type CsvRow, rowsIn } from "../csv/reading.ts"
import { withoutGuard } from "../csv/writing.ts"
import { excerpt } from "../paper/read-row.ts"
import { textOf } from "../paper/text-of.ts"
import { type FormColumn, type FormHead, type FormNumber, readFormNumber } from "./form-code.ts"
import { headingOf } from "./headings.ts"
import type { FormRefusal } from "./refusals.ts"

/** One line of a form: what stands in each column, without spaces around it. */
export interface FormRow {
  readonly line: number
  readonly at: (column: FormColumn) => string
}

/** What stands beside a word above the columns, and where. */
interface HeadCell {
  readonly line: number
  readonly text: string
}

/** A form taken apart: its number, what stands above its columns, the line of columns, and the lines below. */
export interface FormFile {
  readonly number: FormNumber
  readonly head: ReadonlyMap<FormHead, HeadCell>
  /** The line of columns; null: there is none. */
  readonly columns: CsvRow | null
  readonly below: ReadonlyArray<CsvRow>
}

/** Everything that is wrong with a form. */
export interface FormRefused {
  readonly ok: false
  readonly refusal: readonly [FormRefusal, ...ReadonlyArray<FormRefusal>]
}

/** Refused where anything is wrong. */
export const refusedForm = (refusals: ReadonlyArray<FormRefusal>): FormRefused | undefined => {
  const [first, ...others] = refusals
  return first === undefined ? undefined : { ok: false, refusal: [first, ...others] }
}

/** What stands in a cell, without what guards it and without spaces around it. */
const contentOf = (text: string | undefined): string => withoutGuard(text ?? "").trim()

const heads: ReadonlySet<string> = new Set<FormHead>(["form", "typed", "behalf", "signed", "second"])

const isHead = (name: string | undefined): name is FormHead => name !== undefined && heads.has(name)

/** How many of the first lines stand above the columns. */
const headLength = (rows: ReadonlyArray<CsvRow>): number => {
  const at = rows.findIndex(({ cells }) => !isHead(headingOf(cells[0] ?? "")))
  return at < 0 ? rows.length : at
}

const headIn = (rows: ReadonlyArray<CsvRow>): ReadonlyMap<FormHead, HeadCell> => {
  const head = new Map<FormHead, HeadCell>()
  for (const { cells, line } of rows) {
    const name = headingOf(cells[0] ?? "")
    if (isHead(name) && !head.has(name)) head.set(name, { line, text: contentOf(cells[1]) })
  }
  return head
}

/** A form as text or as the bytes of a file, taken apart. Rules REGISTER-8, REGISTER-13 and REGISTER-14. */
export const readFormFile = (
  csv: string | Uint8Array,
): { readonly ok: true; readonly value: FormFile } | FormRefused => {
  const text = textOf(csv)
  if (typeof text !== "string") return { ok: false, refusal: [text] }
  const table = rowsIn(text)
  if (!table.ok) return { ok: false, refusal: [{ _tag: "PaperNotCsv", rule: "REGISTER-8", line: table.line }] }
  const length = headLength(table.rows)
  const head = headIn(table.rows.slice(0, length))
  const code = head.get("form")
  if (code === undefined || headingOf(table.rows[0]?.cells[0] ?? "") !== "form")
    return { ok: false, refusal: [{ _tag: "FormMissing", rule: "REGISTER-14", line: 1 }] }
  const number = readFormNumber(code.text)
  if (number === undefined) {
    const got = excerpt(code.text)
    return { ok: false, refusal: [{ _tag: "FormUnreadable", rule: "REGISTER-14", line: code.line, got }] }
  }
  const [columns = null, ...below] = table.rows.slice(length)
  return { ok: true, value: { number, head, columns, below } }
}

/** Where each column stands. */
const placesOf = (columns: CsvRow | null): ReadonlyMap<string | undefined, number> =>
  new Map((columns?.cells ?? []).map((cell, place) => [headingOf(cell), place] as const))

/** The lines below the columns. */
export const rowsOf = ({ below, columns }: FormFile): ReadonlyArray<FormRow> => {
  const places = placesOf(columns)
  return below.map(({ cells, line }) => ({ line, at: (column) => contentOf(cells[places.get(column) ?? -1]) }))
}
