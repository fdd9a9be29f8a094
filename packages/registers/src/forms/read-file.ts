import { type CsvRow, rowsIn } from "../csv/reading.ts"
import { withoutGuard } from "../csv/writing.ts"
import { excerpt, isBlank, isOneLine } from "../paper/read-row.ts"
import { textOf } from "../paper/text-of.ts"
import { type FormColumn, type FormLayout, type FormPart, formParts, readFormNumber } from "./form-code.ts"
import { headingOf } from "./headings.ts"
import type { FormRefusal } from "./refusals.ts"

/** One line of a form: what stands in each column, without spaces around it. */
export interface FormRow {
  readonly line: number
  readonly at: (column: FormColumn) => string
}

/** A form whose number, columns and typist were found. */
export interface FormFile {
  readonly typedBy: string
  readonly rows: ReadonlyArray<FormRow>
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

const contentOf = (text: string | undefined): string => withoutGuard(text ?? "").trim()

const wrongNumber = (row: CsvRow | undefined, layout: FormLayout): ReadonlyArray<FormRefusal> => {
  const { kind, of } = layout
  if (row === undefined || headingOf(row.cells[0] ?? "") !== "form")
    return [{ _tag: "FormMissing", rule: "REGISTER-13", kind, of }]
  const { line } = row
  const written = contentOf(row.cells[1])
  const got = readFormNumber(written)
  if (got === undefined) return [{ _tag: "FormUnreadable", rule: "REGISTER-13", line, got: excerpt(written) }]
  const expected = formParts(layout)
  return (["kind", "of", "number", "made-for"] as const satisfies ReadonlyArray<FormPart>)
    .filter((what) => got[what] !== expected[what])
    .map((what) => ({
      ...({ _tag: "FormOfAnother", rule: "REGISTER-13", line, what } as const),
      ...{ got: excerpt(got[what]), expected: expected[what] },
    }))
}

const wrongTypist = (row: CsvRow | undefined): ReadonlyArray<FormRefusal> => {
  const typed = row !== undefined && headingOf(row.cells[0] ?? "") === "typed" ? contentOf(row.cells[1]) : ""
  if (!isBlank(typed) && isOneLine(typed)) return []
  return [{ _tag: "FormTypistMissing", rule: "REGISTER-14", line: row?.line ?? 2 }]
}

const wrongColumns = (row: CsvRow | undefined, { columns }: FormLayout): ReadonlyArray<FormRefusal> => {
  const named = (row?.cells ?? []).map(headingOf)
  return columns.flatMap((column): ReadonlyArray<FormRefusal> => {
    const times = named.filter((one) => one === column).length
    if (times > 1) return [{ _tag: "FormColumnTwice", rule: "REGISTER-13", column }]
    // A clerk may leave names out.
    return times === 1 || column === "name" ? [] : [{ _tag: "FormColumnMissing", rule: "REGISTER-13", column }]
  })
}

const ragged = (rows: ReadonlyArray<CsvRow>, columns: number): ReadonlyArray<FormRefusal> =>
  rows
    .filter(({ cells }) => cells.length !== columns)
    .map(({ cells, line }) => ({ _tag: "PaperRaggedRow", rule: "REGISTER-8", line, cells: cells.length, columns }))

/** A form as text or as the bytes of a file, held against the one that was printed. Rules REGISTER-13 and REGISTER-14. */
export const readFormFile = (
  csv: string | Uint8Array,
  layout: FormLayout,
): { readonly ok: true; readonly value: FormFile } | FormRefused => {
  const text = textOf(csv)
  if (typeof text !== "string") return { ok: false, refusal: [text] }
  const table = rowsIn(text)
  if (!table.ok) return { ok: false, refusal: [{ _tag: "PaperNotCsv", rule: "REGISTER-8", line: table.line }] }
  const [numbered, typed, head, ...below] = table.rows
  const number = wrongNumber(numbered, layout)
  // Without a number nobody can say what the other lines are.
  if (number[0]?._tag === "FormMissing") return { ok: false, refusal: [number[0]] }
  const wrong = [
    ...number,
    ...wrongTypist(typed),
    ...wrongColumns(head, layout),
    ...ragged(below, head?.cells.length ?? 0),
  ]
  const places = new Map((head?.cells ?? []).map((cell, place) => [headingOf(cell), place] as const))
  const rows = below.map(({ cells, line }) => ({
    line,
    at: (column: FormColumn) => contentOf(cells[places.get(column) ?? -1]),
  }))
  return refusedForm(wrong) ?? { ok: true, value: { typedBy: contentOf(typed?.cells[1]), rows } }
}
