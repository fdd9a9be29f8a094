import type { Sheet, SheetPart } from "../sheet/sheet.ts"

const rowsOf = ({ facts, heading, lines, table }: SheetPart): ReadonlyArray<ReadonlyArray<string>> => [
  ...facts.map(([label, value]) => [heading, label, value]),
  ...lines.map(({ text }) => [heading, "", text]),
  ...(table === null ? [] : [table.head, ...table.rows].map((cells) => [heading, ...cells])),
]

/** A sheet as rows. The first cell of a row says which part it belongs to, so that a filter finds it. */
export const sheetRows = (sheet: Sheet): ReadonlyArray<ReadonlyArray<string>> => [
  [sheet.title, sheet.subtitle],
  ...sheet.parts.flatMap(rowsOf),
  ...sheet.signatures.posts.map((post) => [sheet.signatures.heading, post, ""]),
]
