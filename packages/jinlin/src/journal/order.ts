import { type CivilDate, daysBetween } from "@jinlin/core/kernel/arithmetic"
import type { RefusedRow } from "./refusals.ts"
import type { JournalRow, SortedRows } from "./row.ts"

/** When something stands in a journal, and what it is: a row that asks, or one that writes a document down. */
export interface Timed extends Pick<JournalRow, "line" | "on" | "minuteOfDay"> {
  readonly command: { readonly _tag: string }
}

const momentText = (on: CivilDate, minuteOfDay: number): string =>
  `${on} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`

/** Ten years between two rows are a slip of the pen: whatever would fall due in them happens by itself, day after day. */
const longestGapDays = 3653

/** Rows that lie before the row above them, or years after it, are refused: nothing is sorted behind anybody's back. Rule JOURNAL-3. */
export const inOrder = <Row extends Timed>(rows: ReadonlyArray<Row>): SortedRows<Row> => {
  const kept: Array<Row> = []
  const refused: Array<RefusedRow> = []
  let latest = ""
  let day = rows[0]?.on
  for (const row of rows) {
    const now = momentText(row.on, row.minuteOfDay)
    if (day !== undefined && daysBetween(day, row.on) > longestGapDays) {
      const refusal = {
        _tag: "ClockJumped",
        rule: "JOURNAL-3",
        on: row.on,
        after: day,
        limitDays: longestGapDays,
      } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else if (now < latest) {
      const refusal = { _tag: "ClockWentBack", rule: "JOURNAL-3", on: now, after: latest } as const
      refused.push({ line: row.line, field: "date", command: row.command._tag, refusal })
    } else {
      latest = now
      day = row.on
      kept.push(row)
    }
  }
  return { rows: kept, refused }
}
