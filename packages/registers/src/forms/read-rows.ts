import { excerpt, folded, isBlank, isId, isOneLine } from "../paper/read-row.ts"
import type { FormColumn, FormKind, FormLayout, FormPart } from "./form-code.ts"
import { formParts } from "./form-code.ts"
import { headingOf } from "./headings.ts"
import { type FormEntry, type FormOptions, type FormPlan, layoutOf, type MadeEntry, type Said } from "./plan.ts"
import { cellsOf } from "./read-cells.ts"
import { type FormFile, type FormRefused, type FormRow, refusedForm, rowsOf } from "./read-file.ts"
import type { FormRefusal } from "./refusals.ts"
import type { StepFormOf } from "./step-forms.ts"

/** The commands of a form and who typed it, or everything that is wrong with it, each with its line and its column. */
export type FormRead =
  | {
      readonly ok: true
      readonly kind: FormKind
      /** The stream that the commands are for. */
      readonly of: string
      /** Who typed, as the form names them. Who acts is the host's to say. */
      readonly typedBy: string
      /** The digest of the signed sheet. */
      readonly sheet: string
      readonly entries: readonly [FormEntry, ...ReadonlyArray<FormEntry>]
    }
  | FormRefused

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
const wrongHead = ({ head }: FormFile, { signers }: FormLayout): ReadonlyArray<FormRefusal> => {
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

const wrongColumns = ({ columns: row, head }: FormFile, { columns }: FormLayout): ReadonlyArray<FormRefusal> => {
  const named = (row?.cells ?? []).map(headingOf)
  const line = row?.line ?? Math.max(1, ...[...head.values()].map((cell) => cell.line)) + 1
  return columns.flatMap((column): ReadonlyArray<FormRefusal> => {
    const times = named.filter((one) => one === column).length
    if (times > 1) return [{ _tag: "FormColumnTwice", rule: "REGISTER-13", line, column }]
    const isMissing = times === 0 && !mayBeLeftOut.has(column)
    return isMissing ? [{ _tag: "FormColumnMissing", rule: "REGISTER-13", line, column }] : []
  })
}

const ragged = ({ below, columns: row }: FormFile): ReadonlyArray<FormRefusal> => {
  const columns = row?.cells.length ?? 0
  return below
    .filter(({ cells }) => cells.length !== columns)
    .map(({ cells, line }) => ({ _tag: "PaperRaggedRow", rule: "REGISTER-8", line, cells: cells.length, columns }))
}

const doubled = (rows: ReadonlyArray<FormRow>, column: FormColumn | null): ReadonlyArray<FormRefusal> => {
  if (column === null) return []
  const lines = new Map<string, number>()
  return rows.flatMap(({ at, line }): ReadonlyArray<FormRefusal> => {
    const got = at(column)
    const first = lines.get(got)
    if (first === undefined) lines.set(got, line)
    if (first === undefined || got === "") return []
    return [{ ...({ _tag: "FormIdTwice", rule: "REGISTER-13", line, column } as const), first, got: excerpt(got) }]
  })
}

const isDigest = (text: string): boolean => /^(?:sha-256|sm3):[0-9a-f]{64}$/.test(text)

const wrongDigest = (what: "sheet" | "document", digest: string): ReadonlyArray<FormRefusal> =>
  isDigest(digest) ? [] : [{ _tag: "FormDigestInvalid", rule: "REGISTER-15", what, got: excerpt(digest) }]

/** Everything of a file but what its lines say. */
const wrongOutside = (file: FormFile, layout: FormLayout, { sheet }: FormOptions): ReadonlyArray<FormRefusal> => [
  ...wrongNumber(file, layout),
  ...wrongHead(file, layout),
  ...wrongColumns(file, layout),
  ...ragged(file),
  ...wrongDigest("sheet", sheet),
]

type Lines<Line> =
  | { readonly ok: true; readonly said: readonly [Said<Line>, ...ReadonlyArray<Said<Line>>] }
  | FormRefused

const readLines = <Kind extends FormKind, Line>(
  rows: ReadonlyArray<FormRow>,
  plan: FormPlan<Kind, Line>,
  { form, options }: { readonly form: StepFormOf<Kind>; readonly options: FormOptions },
): Lines<Line> => {
  const wrong: Array<FormRefusal> = []
  const said: Array<Said<Line>> = []
  for (const row of rows) {
    const cells = cellsOf(row)
    const value = plan.read(cells, form, options)
    wrong.push(...cells.wrong)
    if (value !== null) said.push({ line: row.line, said: value })
  }
  const [first, ...others] = said
  const tooMany = plan.isOfOneLine && first !== undefined ? others : []
  wrong.push(
    ...tooMany.map(({ line }) => ({
      ...({ _tag: "FormLineTooMany", rule: "REGISTER-13", line } as const),
      first: first?.line ?? line,
    })),
    ...doubled(rows, plan.once),
  )
  // Sums say nothing while a line of them cannot be read.
  const refused = refusedForm(wrong.length > 0 ? wrong : plan.check(said, form))
  if (refused !== undefined) return refused
  if (first === undefined)
    return { ok: false, refusal: [{ _tag: "FormIsEmpty", rule: "REGISTER-13", kind: form.kind }] }
  return { ok: true, said: [first, ...others] }
}

const digestsIn = (entries: ReadonlyArray<MadeEntry>): ReadonlyArray<string> =>
  entries.flatMap(({ command }) =>
    command._tag === "RaiseObjection" || command._tag === "RecordComment" ? [command.text] : [],
  )

/** Reads a form whole or not at all, and tells everything that is wrong at once. Rules REGISTER-13 to REGISTER-17. */
export const readBy = <Kind extends FormKind, Line>(
  file: FormFile,
  plan: FormPlan<Kind, Line>,
  given: { readonly form: StepFormOf<Kind>; readonly options: FormOptions },
): FormRead => {
  const { form, options } = given
  const layout = layoutOf(form, plan)
  const outside = refusedForm(wrongOutside(file, layout, options))
  if (outside !== undefined) return outside
  const lines = readLines(rowsOf(file), plan, given)
  if (!lines.ok) return lines
  const made = plan.entries(lines.said, form, options)
  const wrong = refusedForm(digestsIn(made).flatMap((digest) => wrongDigest("document", digest)))
  if (wrong !== undefined) return wrong
  const behalf = file.head.get("behalf")?.text ?? ""
  const above = { onBehalfOf: isBlank(behalf) ? null : behalf, signatures: layout.signers.length }
  const [first, ...others] = made.map((entry): FormEntry => ({ ...above, ...entry }))
  if (first === undefined)
    return { ok: false, refusal: [{ _tag: "FormIsEmpty", rule: "REGISTER-13", kind: form.kind }] }
  return {
    ...{ ok: true, kind: form.kind, of: form.of, sheet: options.sheet, entries: [first, ...others] },
    typedBy: (file.head.get("typed")?.text ?? "").normalize("NFC"),
  }
}
