import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { civilDateFrom, dayOfMonth, lastCivilDate, monthOf } from "../../kernel/day-arithmetic.ts"
import { daysInMonth, monthAfter } from "../../kernel/month-arithmetic.ts"
import type { TermLength } from "../policy.ts"

/** The day of the month to which monthly terms of a rota keep that opens on this day. */
export const anchorDayOf = (startsOn: CivilDate): number => dayOfMonth(startsOn)

/**
 * The first day after a calendar term that begins on `from`. Monthly terms end on the anchor day of a later month, or on
 * that month's last day where it has no such day, so that a rota anchored on the 31st never drifts. A quarter ends with
 * the calendar quarter, however late in it the term began. Terms counted in meetings have no such day: null. Past the year
 * 9999 there is none either, and the calendar's last day stands in for it (DATE-3).
 */
export const termUntil = (length: TermLength, from: CivilDate, anchorDay: number): CivilDate | null => {
  if (length._tag === "Meetings") return null
  const isQuarter = length._tag === "Quarter"
  const { month, year } = monthAfter(from, isQuarter ? 3 - ((monthOf(from) - 1) % 3) : length.count)
  const day = Math.min(isQuarter ? 1 : anchorDay, daysInMonth(year, month))
  return year > 9999 ? lastCivilDate : civilDateFrom(year, month, day)
}
