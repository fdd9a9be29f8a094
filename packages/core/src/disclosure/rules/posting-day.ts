import { addDays, type CivilDate, latest } from "../../kernel/date-arithmetic.ts"

/** The first day of which a sheet can still be entered today. Rules DISCLOSURE-6, DISCLOSURE-9, DISCLOSURE-10. */
const earliestSheet = (today: CivilDate, days: number): CivilDate => addDays(today, -days)

/** The first day on which a posting can still be said to have come down. Rule DISCLOSURE-9. */
export const earliestTakeDown = (on: CivilDate, { days, today }: Pick<PostingDay, "days" | "today">): CivilDate =>
  latest(on, earliestSheet(today, days))

/** The last day on which what was entered as having come down can be confirmed to hang. Rule DISCLOSURE-9. */
export const lastConfirming = (enteredOn: CivilDate, days: number): CivilDate => addDays(enteredOn, days)

/** Which objections can be entered: what is up since when, whether it corrects something, and for how many days a sheet may lie. */
export interface ObjectionDay extends Pick<PostingDay, "days" | "today"> {
  readonly corrects: string | null
  readonly postings: ReadonlyArray<{ readonly on: CivilDate }>
}

/**
 * The first day of which an objection can still be entered today: not before it was up, but for a correction, whose readers may have
 * objected to what it replaced. Rule DISCLOSURE-10.
 */
export const earliestObjection = ({ corrects, days, postings, today }: ObjectionDay): CivilDate => {
  const sheet = earliestSheet(today, days)
  const [first, ...others] = postings.map(({ on }) => on)
  if (corrects !== null || first === undefined) return sheet
  return latest(
    sheet,
    others.reduce((one, other) => (other < one ? other : one), first),
  )
}

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
