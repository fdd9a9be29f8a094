import { excerpt } from "../paper/read-row.ts"
import type { FormColumn, FormLayout } from "./form-code.ts"
import { type Cells, cellsOf } from "./read-cells.ts"
import { type FormRefused, type FormRow, readFormFile, refusedForm } from "./read-file.ts"
import type { FormRefusal } from "./refusals.ts"

/** Who signed, as a name. It stands on paper and beside a command, and never in one. Rule REGISTER-14. */
export interface FormSignature {
  /** Whose line or which place it is: a voter of a sign-in sheet, else the column. */
  readonly as: string
  readonly name: string
}

/** A command that a form gives, the line it stands on, who signed, and the day that the paper bears (null: it has none). */
export interface FormEntry<Command> {
  readonly line: number
  readonly command: Command
  readonly signatures: ReadonlyArray<FormSignature>
  readonly on: string | null
}

/** The commands of a form with who typed them, or everything that is wrong, each with its line. */
export type FormRead<Command> =
  | {
      readonly ok: true
      /** The name of who typed. The actor of the commands is the host's to say, with `onBehalfOf`. */
      readonly typedBy: string
      readonly entries: ReadonlyArray<FormEntry<Command>>
    }
  | FormRefused

/** How the rows of a form are read. */
export interface FormReading<Value> {
  readonly layout: FormLayout
  /** The column whose id may stand in one line only; null: none. */
  readonly once: FormColumn | null
  /** What a line says; null: nothing, it was left empty. */
  readonly read: (cells: Cells, line: number) => Value | null
}

/** The lines that say something, with who typed them. */
export type RowsRead<Value> =
  | { readonly ok: true; readonly typedBy: string; readonly values: readonly [Value, ...ReadonlyArray<Value>] }
  | FormRefused

const doubled = (rows: ReadonlyArray<FormRow>, column: FormColumn | null): ReadonlyArray<FormRefusal> => {
  if (column === null) return []
  const lines = new Map<string, number>()
  return rows.flatMap(({ at, line }): ReadonlyArray<FormRefusal> => {
    const got = at(column)
    const first = lines.get(got)
    if (first === undefined) lines.set(got, line)
    if (first === undefined || got === "") return []
    return [{ ...({ _tag: "FormIdTwice", rule: "REGISTER-13", line, first } as const), column, got: excerpt(got) }]
  })
}

/** Reads a form whole or not at all, and tells everything that is wrong at once. Rule REGISTER-13. */
export const readRows = <Value>(csv: string | Uint8Array, reading: FormReading<Value>): RowsRead<Value> => {
  const { layout, once, read } = reading
  const file = readFormFile(csv, layout)
  if (!file.ok) return file
  const { rows, typedBy } = file.value
  const wrong: Array<FormRefusal> = []
  const said: Array<Value> = []
  for (const row of rows) {
    const cells = cellsOf(row)
    const value = read(cells, row.line)
    wrong.push(...cells.wrong)
    if (value !== null) said.push(value)
  }
  const refused = refusedForm([...wrong, ...doubled(rows, once)])
  if (refused !== undefined) return refused
  const [first, ...others] = said
  if (first === undefined)
    return { ok: false, refusal: [{ _tag: "FormIsEmpty", rule: "REGISTER-13", kind: layout.kind }] }
  return { ok: true, typedBy, values: [first, ...others] }
}

/** The same for forms on which every line is a command of its own. */
export const readEntries = <Command>(
  csv: string | Uint8Array,
  reading: FormReading<FormEntry<Command>>,
): FormRead<Command> => {
  const read = readRows(csv, reading)
  return read.ok ? { ok: true, typedBy: read.typedBy, entries: read.values } : read
}
