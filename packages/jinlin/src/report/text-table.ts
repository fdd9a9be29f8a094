import { longestPiece, padded, widthOf, wrapped } from "./width.ts"

const gap = "  "

const widest = (cells: ReadonlyArray<string>): number => Math.max(0, ...cells.map(widthOf))

/** A head goes on several lines between its words, or between two Chinese characters: its column need not be as wide as it is. */
const numberWidth = (head: string, cells: ReadonlyArray<string>): number =>
  Math.max(widest(cells), Math.min(widthOf(head), Math.max(4, longestPiece(head))))

const linesOf = (cells: ReadonlyArray<string>, widths: ReadonlyArray<number>): ReadonlyArray<string> => {
  const stacks = cells.map((cell, column) => wrapped(cell, widths[column] ?? 0))
  const height = Math.max(0, ...stacks.map((stack) => stack.length))
  const set = (part: string, column: number): string =>
    padded(part, widths[column] ?? 0, column === 0 ? "end" : "start")
  return Array.from({ length: height }, (_, line) =>
    stacks
      .map((stack, column) => set(stack[line] ?? "", column))
      .join(gap)
      .trimEnd(),
  )
}

/** A name narrower than this is no longer read with pleasure. */
const narrowestName = 12

/** Pieces on lines, with a mark between those that share one; no piece is parted. */
const gathered = (pieces: ReadonlyArray<string>, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} · ${piece}`
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** The rows one below the other, each with its numbers behind their headings: for a terminal that is too narrow for the table. */
const stacked = (
  [[, ...heads] = [], ...body]: ReadonlyArray<ReadonlyArray<string>>,
  width: number,
): ReadonlyArray<string> =>
  body.flatMap(([name = "", ...numbers]) => {
    const pairs = numbers.map((number, column) => `${heads[column] ?? ""} ${number}`)
    return [...wrapped(name, width), ...gathered(pairs, width - gap.length).map((line) => gap + line)]
  })

/**
 * A table as lines of text, its first column set to the left and all others, which hold numbers, to the right. The first row
 * is the head. Names that are too wide for what the numbers leave go on further lines; where even that leaves no room, the
 * rows are told one below the other, without a head.
 */
export const textTable = (
  table: ReadonlyArray<ReadonlyArray<string>>,
  width: number,
): { readonly head: ReadonlyArray<string>; readonly rows: ReadonlyArray<string> } => {
  const [[corner = "", ...heads] = [], ...body] = table
  const cellsUnder = (column: number): ReadonlyArray<string> => body.map((row) => row[column] ?? "")
  const numbers = heads.map((head, column) => numberWidth(head, cellsUnder(column + 1)))
  const room = width - numbers.reduce((sum, column) => sum + column + gap.length, 0)
  const name = widest([corner, ...cellsUnder(0)])
  if (room < Math.min(name, narrowestName)) return { head: [], rows: stacked(table, width) }
  const widths = [Math.min(name, room), ...numbers]
  return { head: linesOf([corner, ...heads], widths), rows: body.flatMap((row) => linesOf(row, widths)) }
}
