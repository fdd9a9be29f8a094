import { csvOf } from "../csv/writing.ts"
import { pageOf } from "../html/page.ts"
import type { RegisterReader } from "../register.ts"
import { type Say, sayFor } from "../sheet/say.ts"
import type { SheetPart, SheetTable } from "../sheet/sheet.ts"
import { shownPart } from "../sheet/write-sheet.ts"
import { visible } from "../visible.ts"
import { type FormLayout, formNumber } from "./form-code.ts"

/** The empty form as a CSV: its number, room for who types and who signed, its columns, and its lines. Rules REGISTER-13 to REGISTER-15. */
export const csvOfForm = (layout: FormLayout, lines: ReadonlyArray<ReadonlyArray<string>>, say: Say): string => {
  const { columns, signers } = layout
  const word = (column: string): string => say.text(`form.column.${column}`)
  const posts = signers.map((post) => say.text("register.value.post", { post }))
  return csvOf([
    [word("form"), formNumber(layout)],
    [word("typed"), ""],
    ...(columns.includes("behalf") ? [] : [[word("behalf"), ""]]),
    ...(["signed", "second"] as const).slice(0, signers.length).map((which, at) => [word(which), "", posts[at] ?? ""]),
    columns.map(word),
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

/** Facts of a sheet: each with its label, as in `form.label.`; null: it is left out. */
export const factsOf = (
  say: Say,
  facts: ReadonlyArray<readonly [label: string, value: string | null]>,
): SheetPart["facts"] =>
  facts.flatMap(([label, value]) => (value === null ? [] : [[say.text(`form.label.${label}`), value] as const]))

/** A part that holds facts and sentences by their keys in `form.note.`. */
export const partOf = (
  say: Say,
  heading: string,
  { facts = [], notes = [] }: { readonly facts?: SheetPart["facts"]; readonly notes?: ReadonlyArray<string> },
): SheetPart => ({
  heading: say.text(`form.part.${heading}`),
  facts,
  lines: notes.map((note) => ({ text: say.text(`form.note.${note}`), holds: null })),
  table: null,
})

/** A table in which a pen finds room: its columns, its lines, how much room, and which column gets the most. */
export const roomFor = (
  say: Say,
  columns: ReadonlyArray<string>,
  { room, rows, wide }: Pick<SheetTable, "rows" | "room"> & { readonly wide?: string },
): SheetPart => ({
  ...partOf(say, "entries", {}),
  table: {
    ...{ head: columns.map((column) => say.text(`form.column.${column}`)), rows, isForm: true },
    ...(room === undefined ? {} : { room }),
    ...(wide === undefined ? {} : { wide: columns.indexOf(wide) }),
  },
})

/** A day in words. */
export const dayText = (say: Say, day: string | null): string | null =>
  day === null ? null : say.text("register.value.day", { day })
