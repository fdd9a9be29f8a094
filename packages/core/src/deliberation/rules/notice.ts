import { addDays, type CivilDate } from "../../kernel/date-arithmetic.ts"

/**
 * The first day for which a body may be called today: so many full calendar days lie between, neither day counted, and no
 * holiday shortens them. Called on the 1st with 10 days: the 12th. 0 days: on the same day (DELIBERATION-4).
 */
export const earliestSitting = (calledOn: CivilDate, noticeDays: number): CivilDate =>
  noticeDays === 0 ? calledOn : addDays(calledOn, noticeDays + 1)

/** Whether a call left as many full days as these rules ask for. */
export const noticeIsKept = (
  { calledOn, sitsOn }: { readonly calledOn: CivilDate; readonly sitsOn: CivilDate },
  noticeDays: number,
): boolean => sitsOn >= earliestSitting(calledOn, noticeDays)
