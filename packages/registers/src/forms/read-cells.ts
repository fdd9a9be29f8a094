import { excerpt, folded, isBlank, isId, isOneLine } from "../paper/read-row.ts"
import { visible } from "../visible.ts"
import { dayIn, serialDayIn } from "./days.ts"
import type { FormColumn } from "./form-code.ts"
import type { FormRow } from "./read-file.ts"
import type { FormCellUnreadable, FormRefusal } from "./refusals.ts"

/** Reads the cells of one line. What cannot be read is put among `wrong`, and something empty stands for it. */
export interface Cells {
  readonly line: number
  readonly wrong: ReadonlyArray<FormRefusal>
  /** Whether nothing stands in any of these columns. */
  readonly areBlank: (...columns: ReadonlyArray<FormColumn>) => boolean
  /** An id; where `known` is handed in, one of those. */
  readonly id: (column: FormColumn, known?: ReadonlySet<string>) => string
  /** A text of one line. */
  readonly text: (column: FormColumn) => string
  /** A text that may have several lines. */
  readonly words: (column: FormColumn) => string
  readonly day: (column: FormColumn) => string
  /** A whole number from 0. */
  readonly count: (column: FormColumn) => number
  /** A word that stands for something; nothing where it does not. */
  readonly word: <Meaning>(
    column: FormColumn,
    as: { readonly wanted: "presence" | "choice"; readonly read: (text: string) => Meaning | undefined },
  ) => Meaning | undefined
  /** The name of who signed. */
  readonly signer: (column: "signed" | "second") => string
  /** What an empty cell may be: nothing. */
  readonly orNull: (column: FormColumn, read: (column: FormColumn) => string) => string | null
  /** Holds the name beside an id against that of the host; an empty cell says nothing. */
  readonly mustBeNamed: (expected: string | undefined) => void
  /** Refuses what stands in the log already. */
  readonly mustBeNew: (column: FormColumn, known: (text: string) => boolean) => void
  readonly refuse: (refusal: FormRefusal) => void
}

const longestText = 50_000

/** What rules TEXT-2 to TEXT-5 of the kernel take as a text of several lines; a test holds the two against each other. */
const isText = (text: string): boolean =>
  [...text].length <= longestText &&
  !/(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u.test(text)

const readText = (text: string): string | undefined =>
  isText(text) ? text.normalize("NFC").replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n") : undefined

const readLine = (text: string): string | undefined =>
  isOneLine(text.normalize("NFC")) ? text.normalize("NFC") : undefined

/** A whole number as people and spreadsheet programs write it: `12`, `12.0`, `１２`. */
const readCount = (text: string): number | undefined => {
  const plain = /^([0-9]{1,9})(?:\.0+)?$/.exec(text.normalize("NFKC"))?.[1]
  return plain === undefined ? undefined : Number(plain)
}

interface Reading {
  readonly row: FormRow
  readonly wrong: Array<FormRefusal>
}

const unreadable = ({ row, wrong }: Reading, column: FormColumn, wanted: FormCellUnreadable["wanted"]): void => {
  const got = excerpt(row.at(column))
  const place = { line: row.line, column }
  const perhaps = wanted === "day" ? serialDayIn(row.at(column)) : undefined
  if (perhaps === undefined) wrong.push({ _tag: "FormCellUnreadable", rule: "REGISTER-13", ...place, wanted, got })
  else {
    const day = perhaps as `${number}-${number}-${number}`
    wrong.push({ _tag: "FormDayIsSerial", rule: "REGISTER-16", ...place, got, perhaps: day })
  }
}

/** Reads a cell that must not be empty; where it cannot be read, that is told and `instead` stands for it. */
const filled =
  (reading: Reading) =>
  <Value>(
    column: FormColumn,
    as: { readonly wanted: FormCellUnreadable["wanted"]; readonly read: (text: string) => Value | undefined },
  ): Value | undefined => {
    const { row, wrong } = reading
    const text = row.at(column)
    if (isBlank(text)) {
      wrong.push({ _tag: "FormCellMissing", rule: "REGISTER-13", line: row.line, column })
      return undefined
    }
    const value = as.read(text)
    if (value === undefined) unreadable(reading, column, as.wanted)
    return value
  }

/** A reader of the cells of a row. */
export const cellsOf = (row: FormRow): Cells => {
  const wrong: Array<FormRefusal> = []
  const { at, line } = row
  const read = filled({ row, wrong })
  return {
    ...{ line, wrong },
    areBlank: (...columns) => columns.every((column) => isBlank(at(column))),
    id: (column, known) => {
      const id = read(column, { wanted: "id", read: (text) => (isId(text) ? text : undefined) }) ?? ""
      if (id === "" || known === undefined || known.has(id)) return id
      wrong.push({ _tag: "FormIdUnknown", rule: "REGISTER-13", line, column, got: excerpt(id) })
      return ""
    },
    text: (column) => read(column, { wanted: "line", read: readLine }) ?? "",
    words: (column) => read(column, { wanted: "text", read: readText }) ?? "",
    day: (column) => read(column, { wanted: "day", read: dayIn }) ?? "",
    count: (column) => read(column, { wanted: "count", read: readCount }) ?? 0,
    word: read,
    signer: (column) => {
      if (!isBlank(at(column))) return read(column, { wanted: "line", read: readLine }) ?? ""
      wrong.push({ _tag: "FormCellMissing", rule: "REGISTER-15", line, column })
      return ""
    },
    orNull: (column, with_) => (isBlank(at(column)) ? null : with_(column)),
    mustBeNamed: (expected) => {
      const got = at("name")
      if (expected === undefined || isBlank(got) || folded(visible(expected)) === folded(got)) return
      const both = { got: excerpt(got), expected: excerpt(expected) }
      wrong.push({ ...({ _tag: "FormNameDiffers", rule: "REGISTER-13", line, column: "name" } as const), ...both })
    },
    mustBeNew: (column, known) => {
      const got = at(column)
      if (known(got)) wrong.push({ _tag: "FormEnteredAlready", rule: "REGISTER-14", line, column, got: excerpt(got) })
    },
    refuse: (refusal) => void wrong.push(refusal),
  }
}
