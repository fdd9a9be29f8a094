import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { addDays, addMonths, dayOfMonth, daysInMonthOf, nextQuarterStart } from "../../kernel/date-arithmetic.ts"
import type { TermLength } from "../policy.ts"

/**
 * The first day after a calendar term that begins on `from`. Monthly terms end on the anchor day of a later month, or on
 * that month's last day where it has no such day, so that a rota anchored on the 31st never drifts. A quarter ends with
 * the calendar quarter, however late in it the term began. Terms counted in meetings have no such day: null.
 */
export const termUntil = (length: TermLength, from: CivilDate, anchorDay: number): CivilDate | null => {
  if (length._tag === "Meetings") return null
  if (length._tag === "Quarter") return nextQuarterStart(from)
  const month = addMonths(from, length.count).date
  const last = daysInMonthOf(month)
  return addDays(month, (anchorDay < last ? anchorDay : last) - dayOfMonth(month))
}
