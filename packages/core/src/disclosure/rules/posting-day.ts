import { addDays, type CivilDate, latest } from "../../kernel/date-arithmetic.ts"

/** The first day of which a sheet can still be entered today. Rules DISCLOSURE-6, DISCLOSURE-9, DISCLOSURE-10. */
export const earliestSheet = (today: CivilDate, days: number): CivilDate => addDays(today, -days)

/** What a posting is held against: when it was decided, when it was checked, and for how many days a sheet may lie. */
export interface PostingDay {
  readonly since: CivilDate
  readonly checkedOn: CivilDate
  readonly days: number
  readonly today: CivilDate
}

/**
 * The first day whose posting can be entered today: not before the decision, nor before the check, nor longer ago than a sheet
 * may lie. Later than today if none can. Rule DISCLOSURE-6.
 */
export const earliestPosting = ({ checkedOn, days, since, today }: PostingDay): CivilDate =>
  latest(since, checkedOn, earliestSheet(today, days))
