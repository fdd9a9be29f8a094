import { excerpt, folded, isBlank, isId, isOneLine } from "../paper/read-row.ts"
import { visible } from "../visible.ts"
import type { FormColumn } from "./form-code.ts"
import type { FormRow } from "./read-file.ts"
import type { FormCellUnreadable, FormRefusal } from "./refusals.ts"

/** Reads the cells of one line. What cannot be read is put among `wrong`, and an empty text stands for it. */
export interface Cells {
  readonly wrong: ReadonlyArray<FormRefusal>
  /** Whether nothing stands in any of these columns. */
  readonly areBlank: (...columns: ReadonlyArray<FormColumn>) => boolean
  /** An id; where `known` is handed in, one of those. */
  readonly id: (column: FormColumn, known?: ReadonlySet<string>) => string
  /** A text of one line. */
  readonly line: (column: FormColumn) => string
  /** A text that may have several lines. */
  readonly text: (column: FormColumn) => string
  readonly day: (column: FormColumn) => string
  /** The name of who signed. */
  readonly signer: (column: "signed" | "second") => string
  /** Holds the name beside an id against that of the host; an empty cell says nothing. */
  readonly mustBeNamed: (expected: string | undefined) => void
  readonly refuse: (refusal: FormRefusal) => void
}

const longestText = 50_000

/** What rules TEXT-2 to TEXT-5 of the kernel take as a text of several lines; a test holds the two against each other. */
const isText = (text: string): boolean =>
  [...text].length <= longestText &&
  !/(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u.test(text)

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * A day: `2026-11-24`, or as spreadsheet programs and people turn it, `2026/11/24` and `2026年11月24日`. The year comes first and
 * has four digits, so that nothing is guessed. Nothing for what is no day of the calendar.
 */
export const dayIn = (text: string): string | undefined => {
  const found =
    /^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})$/.exec(text) ??
    /^([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})日$/.exec(text)
  const [year, month, day] = [Number(found?.[1]), Number(found?.[3]), Number(found?.[4])]
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined
  const two = (number: number): string => String(number).padStart(2, "0")
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`
}

/** A reader of the cells of a row. */
export const cellsOf = ({ at, line }: FormRow): Cells => {
  const wrong: Array<FormRefusal> = []
  const unreadable = (column: FormColumn, wanted: FormCellUnreadable["wanted"]): string => {
    const got = excerpt(at(column))
    wrong.push({ ...({ _tag: "FormCellUnreadable", rule: "REGISTER-13", line, column } as const), wanted, got })
    return ""
  }
  const missing = (column: FormColumn, rule: "REGISTER-13" | "REGISTER-14"): string => {
    wrong.push({ _tag: "FormCellMissing", rule, line, column })
    return ""
  }
  const filled = (column: FormColumn, read: (text: string) => string): string =>
    isBlank(at(column)) ? missing(column, "REGISTER-13") : read(at(column))
  const oneLine = (column: FormColumn) => (text: string) =>
    isOneLine(text.normalize("NFC")) ? text.normalize("NFC") : unreadable(column, "line")
  const unknown = (column: FormColumn): string => {
    wrong.push({ _tag: "FormIdUnknown", rule: "REGISTER-13", line, column, got: excerpt(at(column)) })
    return ""
  }
  return {
    wrong,
    areBlank: (...columns) => columns.every((column) => isBlank(at(column))),
    id: (column, known) =>
      filled(column, (text) => {
        if (!isId(text)) return unreadable(column, "id")
        return known === undefined || known.has(text) ? text : unknown(column)
      }),
    line: (column) => filled(column, oneLine(column)),
    text: (column) => filled(column, (text) => (isText(text) ? text.normalize("NFC") : unreadable(column, "text"))),
    day: (column) => filled(column, (text) => dayIn(text) ?? unreadable(column, "day")),
    signer: (column) =>
      isBlank(at(column)) ? missing(column, "REGISTER-14") : oneLine(column)(at(column)),
    mustBeNamed: (expected) => {
      const got = at("name")
      if (expected === undefined || isBlank(got) || folded(visible(expected)) === folded(got)) return
      const both = { got: excerpt(got), expected: excerpt(expected) }
      wrong.push({ ...({ _tag: "FormNameDiffers", rule: "REGISTER-13", line } as const), ...both })
    },
    refuse: (refusal) => void wrong.push(refusal),
  }
}
