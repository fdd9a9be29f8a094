import { addDays, type CivilDate, latest } from "../../kernel/date-arithmetic.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { Objection } from "../model.ts"
import { openObjections } from "./objections.ts"

/** What a completion waits for. */
export interface Waiting {
  readonly period: CivilDeadline | null
  readonly objections: ReadonlyArray<Objection>
  /** For how many days after the end sheets are still entered. */
  readonly sheetDays: number
}

/**
 * The day on which a disclosure completes by itself: when the sheets of its last day have been entered, or with the last
 * answer, whichever is later; undefined while anything stands in its way. Rule DISCLOSURE-13.
 */
export const completesOn = ({ objections, period, sheetDays }: Waiting): CivilDate | undefined => {
  if (period === null || openObjections(objections).length > 0) return undefined
  const answers = objections.flatMap(({ answered }) => answered?.on ?? [])
  return latest(addDays(period.end.date, sheetDays), ...answers)
}
