import { addDays, type CivilDate } from "../../kernel/date-arithmetic.ts"

/**
 * The last day on which something may be done that must be done so many full calendar days before `on`: neither that day
 * nor `on` is counted, and no holiday shortens it. For 3 days before the 10th that is the 6th: the 7th, 8th and 9th lie
 * between (CONFERENCE-6).
 */
export const lastDayBefore = (on: CivilDate, fullDays: number): CivilDate => addDays(on, -(fullDays + 1))

/** The first day too late for a notice that leaves so many full calendar days between. */
export const noticeBefore = (on: CivilDate, fullDays: number): CivilDate => addDays(on, -fullDays)

/** The earliest day with so many full calendar days between today and it. */
export const earliestAfter = (today: CivilDate, fullDays: number): CivilDate => addDays(today, fullDays + 1)

/** The first day after a period of so many calendar days, the day of the event not counted: a duty ends before it. */
export const firstDayAfter = (event: CivilDate, days: number): CivilDate => addDays(event, days + 1)
