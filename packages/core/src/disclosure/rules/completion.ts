import { addDays, type CivilDate, latest } from "../../kernel/date-arithmetic.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { Objection, Posting } from "../model.ts"
import { openObjections } from "./objections.ts"

/** Until when sheets are entered that could change what a period came to. */
export interface Entering {
  readonly period: CivilDeadline
  readonly postings: ReadonlyArray<Posting>
  /** For how many days sheets are entered. */
  readonly sheetDays: number
}

/**
 * The first day on which no sheet can be entered any more of a day of the period, nor can anybody be surprised by a posting that was
 * entered late: so many days after its end, and after each posting up to its last day was entered. Rule DISCLOSURE-13.
 */
export const sheetsAreInOn = ({ period: { end, lastDay }, postings, sheetDays }: Entering): CivilDate => {
  const entered = postings.filter(({ on }) => on <= lastDay).map(({ enteredOn }) => enteredOn)
  return latest(addDays(end.date, sheetDays), ...entered.map((day) => addDays(day, sheetDays)))
}

/** What a completion waits for. */
export interface Waiting extends Omit<Entering, "period"> {
  readonly period: CivilDeadline | null
  readonly objections: ReadonlyArray<Objection>
}

/**
 * The day on which a disclosure completes by itself: when all sheets have been entered, or with the last answer, whichever is
 * later; undefined while anything stands in its way. Rule DISCLOSURE-13.
 */
export const completesOn = ({ objections, period, ...entering }: Waiting): CivilDate | undefined => {
  if (period === null || openObjections(objections).length > 0) return undefined
  const answers = objections.flatMap(({ answered }) => answered?.on ?? [])
  return latest(sheetsAreInOn({ period, ...entering }), ...answers)
}
