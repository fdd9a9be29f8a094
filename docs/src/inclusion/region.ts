/** Lines that open or close any region, of whatever name: they never appear on a page. */
const marker = /^\s*\/\/ #(?:end)?region\b/

/** Takes away the indentation that all lines have in common, and blank lines at both ends. */
const dedent = (lines: ReadonlyArray<string>): string => {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length)
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  return lines
    .map((line) => line.slice(Math.min(common, line.length)).trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "")
}

/**
 * The lines between `// #region <name>` and `// #endregion <name>`, dedented; regions may lie inside each other.
 * Throws where the region is missing, opened twice, not closed, or empty: a page must not show yesterday's code.
 */
export const regionOf = (text: string, name: string, file: string): string => {
  const lines = text.split("\n")
  const at = (word: string): ReadonlyArray<number> =>
    lines.flatMap((line, index) => (line.trim() === `// ${word} ${name}` ? [index] : []))
  const [open, again] = at("#region")
  const [close] = at("#endregion")
  const wrong = (fault: string): Error =>
    new Error(
      `[jinlin] [docs] ${file}: region "${name}" ${fault}. Put "// #region ${name}" and "// #endregion ${name}" round it.`,
    )
  if (open === undefined) throw wrong("does not exist")
  if (again !== undefined) throw wrong("is opened twice")
  if (close === undefined || close < open) throw wrong("is not closed")
  const code = dedent(lines.slice(open + 1, close).filter((line) => !marker.test(line)))
  if (code === "") throw wrong("is empty")
  return code
}
