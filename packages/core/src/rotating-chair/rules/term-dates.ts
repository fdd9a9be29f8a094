import { daysInMonth, lastCivilDate, monthOf, yearOf } from "../../kernel/date-arithmetic.ts"
import { type CivilDate, civilDateFrom, dayOfMonth } from "../../kernel/day-arithmetic.ts"
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
  const before = monthOf(from) - 1
  const months = before + (isQuarter ? 3 - (before % 3) : length.count)
  const year = yearOf(from) + Math.floor(months / 12)
  const month = (months % 12) + 1
  const day = isQuarter ? 1 : Math.min(anchorDay, daysInMonth(year, month))
  return year > 9999 ? lastCivilDate : civilDateFrom(year, month, day)
}
