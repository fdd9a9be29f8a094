import { excerpt, isBlank } from "../paper/read-row.ts"
import type { FormColumn, FormKind } from "./form-code.ts"
import { type FormEntry, type FormOptions, type FormPlan, layoutOf, type MadeEntry, type Said } from "./plan.ts"
import { cellsOf } from "./read-cells.ts"
import { type FormFile, type FormRefused, type FormRow, refusedForm, rowsOf } from "./read-file.ts"
import { ragged, wrongColumns, wrongHead, wrongNumber } from "./read-head.ts"
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

interface Lines<Line> {
  readonly wrong: ReadonlyArray<FormRefusal>
  readonly said: ReadonlyArray<Said<Line>>
}

const tooMany = <Line>({ isOfOneLine }: { readonly isOfOneLine: boolean }, said: ReadonlyArray<Said<Line>>) => {
  const [first, ...others] = said
  return isOfOneLine && first !== undefined
    ? others.map(({ line }) => ({ _tag: "FormLineTooMany", rule: "REGISTER-13", line, first: first.line }) as const)
    : []
}

const readLines = <Kind extends FormKind, Line>(
  rows: ReadonlyArray<FormRow>,
  plan: FormPlan<Kind, Line>,
  { form, options }: { readonly form: StepFormOf<Kind>; readonly options: FormOptions },
): Lines<Line> => {
  const wrong: Array<FormRefusal> = []
  const said: Array<Said<Line>> = []
  const read = plan.read(form, options)
  for (const row of rows) {
    const cells = cellsOf(row)
    const value = read(cells)
    wrong.push(...cells.wrong)
    if (value !== null) said.push({ line: row.line, said: value })
  }
  wrong.push(...tooMany(plan, said), ...doubled(rows, plan.once))
  // Sums say nothing while a line of them cannot be read.
  return { wrong: wrong.length > 0 ? wrong : plan.check(said, form), said }
}

const digestsIn = (entries: ReadonlyArray<MadeEntry>): ReadonlyArray<string> =>
  entries.flatMap(({ command }) =>
    command._tag === "RaiseObjection" || command._tag === "RecordComment" ? [command.text] : [],
  )

const empty = (kind: FormKind): FormRefused => ({
  ok: false,
  refusal: [{ _tag: "FormIsEmpty", rule: "REGISTER-13", kind }],
})

/** Reads a form whole or not at all, and tells everything that is wrong at once. Rules REGISTER-13 to REGISTER-17. */
export const readBy = <Kind extends FormKind, Line>(
  file: FormFile,
  plan: FormPlan<Kind, Line>,
  given: { readonly form: StepFormOf<Kind>; readonly options: FormOptions },
): FormRead => {
  const { form, options } = given
  const layout = layoutOf(form, plan)
  const above = [...wrongDigest("sheet", options.sheet), ...wrongHead(file, layout)]
  // The lines of another form, and those below columns that are not where they belong, say nothing.
  const outside = [...wrongNumber(file, layout), ...wrongColumns(file, layout), ...ragged(file)]
  const lines = outside.length > 0 ? { wrong: outside, said: [] } : readLines(rowsOf(file), plan, given)
  const refused = refusedForm([...above, ...lines.wrong])
  if (refused !== undefined) return refused
  const [line, ...more] = lines.said
  if (line === undefined) return empty(form.kind)
  const made = plan.entries([line, ...more], form, options)
  const wrong = refusedForm(digestsIn(made).flatMap((digest) => wrongDigest("document", digest)))
  if (wrong !== undefined) return wrong
  const behalf = file.head.get("behalf")?.text ?? ""
  const common = { onBehalfOf: isBlank(behalf) ? null : behalf, signatures: layout.signers.length }
  const [first, ...others] = made.map((entry): FormEntry => ({ ...common, ...entry }))
  if (first === undefined) return empty(form.kind)
  return {
    ...{ ok: true, kind: form.kind, of: form.of, sheet: options.sheet, entries: [first, ...others] },
    typedBy: (file.head.get("typed")?.text ?? "").normalize("NFC"),
  }
}
