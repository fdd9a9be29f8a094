import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import { addDays, addMonths, dayOfMonth, daysInMonthOf, nextQuarterStart } from "../../kernel/date-arithmetic.ts"
import type { RotaPolicy, TermLength } from "../policy.ts"

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

/** The day of the month to which monthly terms of a rota keep that opens on this day. */
export const anchorDayOf = (startsOn: CivilDate): number => dayOfMonth(startsOn)

/** The first day after a term whose last day this is. */
export const firstDayAfter = (lastDay: CivilDate): CivilDate => addDays(lastDay, 1)

/** The first day on which the hand-over record of a chair that sits from `on` is late: its first day is not counted (CHAIR-17). */
export const handOverBefore = (policy: Pick<RotaPolicy, "handOverDays">, on: CivilDate): CivilDate =>
  addDays(on, policy.handOverDays + 1)

/** The day on which the next in turn takes a chair that is vacant since `since` (CHAIR-15). */
export const vacancyEndsOn = (policy: Pick<RotaPolicy, "vacancyDays">, since: CivilDate): CivilDate =>
  addDays(since, policy.vacancyDays)
