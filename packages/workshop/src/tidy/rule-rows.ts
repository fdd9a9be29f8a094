/** A line of a README that states one rule, with all that belongs to it. */
export interface RuleRow {
  readonly id: string
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** The line and what follows it, up to the next rule, heading or end of its paragraph. */
  readonly text: string
}

const id = /[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+/

/** Names of standards and records look like ids and are none. */
const standards = /^(ADR|ECMA|ES|FIPS|GB|GM|ISO|RFC|SHA|SM|UAX|UTF|UTS)-\d+$/

/** The rule ids that a text mentions. */
export const idsIn = (text: string): ReadonlyArray<string> =>
  (text.match(new RegExp(`(?<![A-Za-z0-9-])${id.source}(?![A-Za-z0-9-])`, "g")) ?? []).filter(
    (one) => !standards.test(one),
  )

const opening = new RegExp(
  `^\\s*(?:[-*+]\\s+|\\d+\\.\\s+|#{1,6}\\s+|\\|\\s*)?(?:<a [^>]*>(?:</a>)?)?[*_\`[]*(${id.source})(?![A-Za-z0-9-])`,
)

const isHeading = (line: string): boolean => /^#{1,6}\s/.test(line)

const idAt = (line: string): string | undefined => {
  const found = opening.exec(line)?.[1]
  return found === undefined || standards.test(found) ? undefined : found
}

/** How many lines belong to the rule that begins at `start`. */
const extent = (lines: ReadonlyArray<string>, start: number): number => {
  const first = lines[start] ?? ""
  if (first.trimStart().startsWith("|")) return 1
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(
    (line) => isHeading(line) || idAt(line) !== undefined || (!isHeading(first) && line.trim() === ""),
  )
  return end === -1 ? rest.length + 1 : end + 1
}

/** The rules that a README states: table rows, list items, paragraphs or headings that begin with an id. */
export const ruleRowsIn = (path: string, text: string): ReadonlyArray<RuleRow> => {
  const lines = text.split("\n")
  return lines.flatMap((line, index) => {
    const found = idAt(line)
    if (found === undefined) return []
    const belonging = lines.slice(index, index + extent(lines, index)).join("\n")
    return [{ id: found, path, line: index + 1, text: belonging }]
  })
}
