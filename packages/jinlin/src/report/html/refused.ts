import type { RefusedRow } from "../../journal/refusals.ts"
import type { Voice } from "../voice.ts"
import type { Markup } from "./markup.ts"
import { stackingTable } from "./table.ts"

/** The rows that were left out of a story told in part: where they stand, and why. */
export const refusedSection = (rows: ReadonlyArray<RefusedRow>, voice: Voice): Markup => {
  const columns = (["line", "field", "what", "remedy"] as const).map((column) => ({
    name: voice.say(`report.column.${column}`),
    isNumber: column === "line",
  }))
  const cells = rows.map(({ field, line, refusal }) => {
    const { remedy, what } = voice.refusal(refusal)
    return [line, field ?? "–", what, remedy]
  })
  return stackingTable(columns, cells)
}
