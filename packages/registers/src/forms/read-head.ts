import { excerpt, folded, isBlank, isId, isOneLine } from "../paper/read-row.ts"
import { type FormColumn, type FormLayout, type FormPart, formParts } from "./form-code.ts"
import { headingOf } from "./headings.ts"
import type { FormFile } from "./read-file.ts"
import type { FormRefusal } from "./refusals.ts"

const parts: ReadonlyArray<FormPart> = ["kind", "of", "step", "number", "document", "made-for"]

/** What differs between the number of the file and that of the form that is awaited. */
export const wrongNumber = ({ head, number }: FormFile, layout: FormLayout): ReadonlyArray<FormRefusal> => {
  const expected = formParts(layout)
  const line = head.get("form")?.line ?? 1
  return parts
    .filter((what) => number[what] !== expected[what])
    .map((what) => ({
      ...({ _tag: "FormOfAnother", rule: "REGISTER-14", line, what } as const),
      ...{ got: excerpt(number[what]), expected: expected[what] },
    }))
}

/** Who typed, for whom, and who signed the whole sheet. */
export const wrongHead = ({ head }: FormFile, { signers }: FormLayout): ReadonlyArray<FormRefusal> => {
  const last = Math.max(1, ...[...head.values()].map(({ line }) => line))
  const needed = ["typed" as const, ...(["signed", "second"] as const).slice(0, signers.length)]
  const wrong = needed.flatMap((column): ReadonlyArray<FormRefusal> => {
    const { line = last, text = "" } = head.get(column) ?? {}
    if (isBlank(text)) return [{ _tag: "FormCellMissing", rule: "REGISTER-15", line, column }]
    if (isOneLine(text)) return []
    const got = excerpt(text)
    return [{ _tag: "FormCellUnreadable", rule: "REGISTER-13", line, column, wanted: "line", got }]
  })
  const behalf = head.get("behalf")
  const isWrong = behalf !== undefined && !isBlank(behalf.text) && !isId(behalf.text)
  const [first, second] = [head.get("signed"), head.get("second")]
  const isOne = signers.length > 1 && first !== undefined && second !== undefined && !isBlank(first.text)
  return [
    ...wrong,
    ...(isWrong
      ? [
          {
            ...({ _tag: "FormCellUnreadable", rule: "REGISTER-13", line: behalf.line, column: "behalf" } as const),
            ...({ wanted: "id", got: excerpt(behalf.text) } as const),
          },
        ]
      : []),
    ...(isOne && folded(first.text) === folded(second.text)
      ? [{ _tag: "FormSignedTwiceByOne", rule: "REGISTER-15", line: second.line, column: "second" } as const]
      : []),
  ]
}

/** A clerk may leave names and remarks out; everything else is needed. */
const mayBeLeftOut: ReadonlySet<FormColumn> = new Set(["name", "remark"])

/** Columns that are missing, or that stand there twice. */
export const wrongColumns = ({ columns: row, head }: FormFile, { columns }: FormLayout): ReadonlyArray<FormRefusal> => {
  const named = (row?.cells ?? []).map(headingOf)
  const line = row?.line ?? Math.max(1, ...[...head.values()].map((cell) => cell.line)) + 1
  return columns.flatMap((column): ReadonlyArray<FormRefusal> => {
    const times = named.filter((one) => one === column).length
    if (times > 1) return [{ _tag: "FormColumnTwice", rule: "REGISTER-13", line, column }]
    const isMissing = times === 0 && !mayBeLeftOut.has(column)
    return isMissing ? [{ _tag: "FormColumnMissing", rule: "REGISTER-13", line, column }] : []
  })
}

/** Lines that are longer or shorter than that of the columns. */
export const ragged = ({ below, columns: row }: FormFile): ReadonlyArray<FormRefusal> => {
  const columns = row?.cells.length ?? 0
  return below
    .filter(({ cells }) => cells.length !== columns)
    .map(({ cells, line }) => ({ _tag: "PaperRaggedRow", rule: "REGISTER-8", line, cells: cells.length, columns }))
}
