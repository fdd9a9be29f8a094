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

/**
 * A table as lines of text, its first column set to the left and all others, which hold numbers, to the right. The first row
 * is the head. Names that are too wide for what the numbers leave go on further lines.
 */
export const textTable = (
  table: ReadonlyArray<ReadonlyArray<string>>,
  width: number,
): { readonly head: ReadonlyArray<string>; readonly rows: ReadonlyArray<string> } => {
  const [[corner = "", ...heads] = [], ...body] = table
  const cellsUnder = (column: number): ReadonlyArray<string> => body.map((row) => row[column] ?? "")
  const numbers = heads.map((head, column) => numberWidth(head, cellsUnder(column + 1)))
  const room = width - numbers.reduce((sum, column) => sum + column + gap.length, 0)
  const widths = [Math.min(widest([corner, ...cellsUnder(0)]), Math.max(12, room)), ...numbers]
  return { head: linesOf([corner, ...heads], widths), rows: body.flatMap((row) => linesOf(row, widths)) }
}
