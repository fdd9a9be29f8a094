import { csvOf } from "../csv/writing.ts"
import { pageOf } from "../html/page.ts"
import type { RegisterReader } from "../register.ts"
import { type Say, sayFor } from "../sheet/say.ts"
import type { SheetPart } from "../sheet/sheet.ts"
import { shownPart } from "../sheet/write-sheet.ts"
import { visible } from "../visible.ts"
import { type FormLayout, formNumber } from "./form-code.ts"

/** The empty form as a CSV: its number, room for who types, its columns, and its lines. Rules REGISTER-13 and REGISTER-14. */
export const formCsv = (
  layout: FormLayout,
  lines: ReadonlyArray<ReadonlyArray<string>>,
  reader: RegisterReader,
): string => {
  const say = sayFor(reader)
  return csvOf([
    [say.text("form.column.form"), formNumber(layout)],
    [say.text("form.column.typed"), ""],
    layout.columns.map((column) => say.text(`form.column.${column}`)),
    ...lines,
  ])
}

/** What is printed of a step. */
export interface PrintedSheet {
  /** Its name, as in `form.title.`. */
  readonly title: string
  /** The community, by its id. */
  readonly community: string
  readonly parts: ReadonlyArray<SheetPart>
  /** Codes of `term.signature`; none: signatures stand in the table. */
  readonly signatures: ReadonlyArray<string>
}

/** A sheet to print on A4: one page of HTML without a script, everything escaped, nothing hidden. Rule REGISTER-4. */
export const printed = ({ community, parts, signatures, title }: PrintedSheet, reader: RegisterReader): string => {
  const say = sayFor(reader)
  return pageOf({
    language: reader.messages.language,
    title: visible(say.text(`form.title.${title}`)),
    subtitle: visible(say.name(community)),
    parts: parts.map(shownPart),
    signatures: {
      heading: visible(say.text("register.part.signatures")),
      posts: signatures.map((post) => visible(say.text("register.value.post", { post }))),
      signature: visible(say.label("signature")),
      date: visible(say.label("date")),
    },
  })
}

/** A fact of a sheet: its label, as in `form.label.`, and what it is. */
export const factsOf = (
  say: Say,
  facts: ReadonlyArray<readonly [label: string, value: string | null]>,
): SheetPart["facts"] =>
  facts.flatMap(([label, value]) => (value === null ? [] : [[say.text(`form.label.${label}`), value] as const]))

/** Sentences of a sheet, by their keys in `form.note.`. */
export const notesOf = (say: Say, ...notes: ReadonlyArray<string>): SheetPart["lines"] =>
  notes.map((note) => ({ text: say.text(`form.note.${note}`), holds: null }))

/** A table in which a pen finds room: its heading, its columns, and its lines. */
export const roomFor = (
  say: Say,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): SheetPart => ({
  heading: say.text("form.part.entries"),
  ...{ facts: [], lines: [] },
  table: { head: columns.map((column) => say.text(`form.column.${column}`)), rows, isForm: true },
})
