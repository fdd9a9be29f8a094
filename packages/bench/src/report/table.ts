import { type Result, ratioText, verdict } from "./result.ts"

type Cell = ReadonlyArray<string>

const heads: ReadonlyArray<string> = ["work", "ours", "peers", "floor", "peer ÷ ours", "ours ÷ floor", "target", ""]

/** Words in lines of at most so many characters. */
const wrapped = (text: string, width: number): Cell => {
  const lines: Array<string> = []
  for (const word of text.split(" ")) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const cellsOf = (result: Result): ReadonlyArray<Cell> => {
  const figures = (part: string) =>
    result.figures.filter((figure) => figure.part === part).map(({ name, shown }) => `${shown}  ${name}`)
  return [
    wrapped(result.title, 36),
    figures("ours"),
    figures("peer"),
    figures("floor"),
    [ratioText(result.peerOverOurs)],
    [ratioText(result.oursOverFloor)],
    wrapped(result.target ?? "for information", 16),
    [verdict(result)],
  ]
}

const widest = (cells: ReadonlyArray<Cell | undefined>): number =>
  Math.max(...cells.flatMap((cell) => (cell ?? []).map((line) => line.length)))

/** The results as a table for a terminal; a cell may have several lines. */
export const table = (results: ReadonlyArray<Result>): string => {
  const rows = [heads.map((head): Cell => [head]), ...results.map(cellsOf)]
  const widths = heads.map((_, column) => widest(rows.map((row) => row[column])))
  const rule = widths.map((width) => "─".repeat(width)).join("  ")
  const lines = rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length))
    const texts = Array.from({ length: height }, (_, line) =>
      row
        .map((cell, column) => (cell[line] ?? "").padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    return [...texts, rule]
  })
  return lines.join("\n")
}

const inMarkdown = (result: Result): string => {
  const figures = (part: string) =>
    result.figures
      .filter((figure) => figure.part === part)
      .map(({ name, shown }) => `${shown} ${name}`)
      .join("<br>")
  const cells = [result.title, figures("ours"), figures("peer"), figures("floor")]
  const ratios = [ratioText(result.peerOverOurs), ratioText(result.oursOverFloor)]
  return `| ${[...cells, ...ratios, result.target ?? "for information", verdict(result)].join(" | ")} |`
}

/** The same as a table of a README. */
export const markdownTable = (results: ReadonlyArray<Result>): string =>
  [`| ${heads.slice(0, -1).join(" | ")} | met |`, `|${" --- |".repeat(heads.length)}`, ...results.map(inMarkdown)].join(
    "\n",
  )
