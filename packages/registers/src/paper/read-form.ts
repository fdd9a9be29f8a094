import type { CsvRow } from "../csv/reading.ts"
import { withoutGuard } from "../csv/writing.ts"
import { isFormLine, type PaperFormLine, type PaperSitting, readFormCode, rollCheck } from "./form-line.ts"
import { excerpt } from "./read-row.ts"
import type { PaperOfAnother, PaperRefusal } from "./refusals.ts"

/** What a form is held against: the sitting, and the voters of its roll; null: not known. */
export interface PaperExpected {
  readonly of: PaperSitting | null
  readonly roll: ReadonlySet<string> | null
}

/** The rows below the line of a form, and what that line says; null: there is none. */
export interface FormRead {
  readonly form: PaperFormLine | null
  readonly rows: ReadonlyArray<CsvRow>
  readonly wrong: ReadonlyArray<PaperRefusal>
}

const differences = (line: number, form: PaperFormLine, { of, roll }: PaperExpected): ReadonlyArray<PaperOfAnother> => {
  const pairs = [
    ...(of === null
      ? []
      : [
          { what: "matter" as const, got: form.matter, expected: of.matter },
          { what: "round" as const, got: String(form.round), expected: String(of.round) },
        ]),
    ...(roll === null ? [] : [{ what: "roll" as const, got: form.roll, expected: rollCheck(roll) }]),
  ]
  return pairs
    .filter(({ expected, got }) => got !== expected)
    .map((pair) => ({ _tag: "PaperOfAnother", rule: "REGISTER-10", line, ...pair }))
}

/** Takes the line of a form off, and holds it against the sitting that is asked for. Rule REGISTER-10. */
export const readForm = (rows: ReadonlyArray<CsvRow>, expected: PaperExpected): FormRead => {
  const [first, ...others] = rows
  if (first === undefined || !isFormLine(first.cells)) {
    const missing: ReadonlyArray<PaperRefusal> =
      expected.of === null ? [] : [{ _tag: "PaperFormMissing", rule: "REGISTER-10", ...expected.of }]
    return { form: null, rows, wrong: missing }
  }
  const { line } = first
  const code = withoutGuard(first.cells[1] ?? "").trim()
  const form = readFormCode(code) ?? null
  if (form !== null) return { form, rows: others, wrong: differences(line, form, expected) }
  const unreadable: PaperRefusal = { _tag: "PaperFormUnreadable", rule: "REGISTER-10", line, got: excerpt(code) }
  return { form: null, rows: others, wrong: [unreadable] }
}
