/** One row of a rules table: the id that tests and refusals use, what it says, and where it comes from. Cells are Markdown. */
export interface Rule {
  readonly id: string
  /** The id, or `CHAIR-3/2` for its second row: a rule that comes from two places has a row for each. */
  readonly key: string
  readonly says: string
  readonly source: string
}

/** `CHAIR-3` → `CHAIR`. */
export const familyOf = (id: string): string => id.slice(0, id.lastIndexOf("-"))

const cellsOf = (row: string): ReadonlyArray<string> =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"))

const idOf = (cell: string): string | undefined => /^[*`]*([A-Z][A-Z-]*-\d+)[*`]*$/.exec(cell)?.[1]

/**
 * The rows of every table `Rule | Says | Source` in a README whose first cell is a rule's id.
 * Throws on a row with fewer than three cells, or an empty one.
 */
export const rulesOf = (markdown: string, file: string): ReadonlyArray<Rule> => {
  const rules: Array<Rule> = []
  for (const row of markdown.split("\n")) {
    if (!row.trimStart().startsWith("|")) continue
    const [first = "", says = "", source = ""] = cellsOf(row)
    const id = idOf(first)
    if (id === undefined) continue
    if (says === "" || source === "") {
      throw new Error(
        `[jinlin] [docs] ${file}: ${id} needs three cells: | ${id} | what it says | citation or "our default" |`,
      )
    }
    const rows = rules.filter((rule) => rule.id === id).length
    rules.push({ id, key: rows === 0 ? id : `${id}/${rows + 1}`, says, source })
  }
  return rules
}
