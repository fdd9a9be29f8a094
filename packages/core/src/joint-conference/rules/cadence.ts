import { addDays, addMonths, type CivilDate, dayOfMonth, daysInMonthOf, latest } from "../../kernel/date-arithmetic.ts"
import type { Cadence, Conference } from "../model.ts"
import type { ConferencePolicy } from "../policy.ts"
import { noticeBefore } from "./full-days.ts"

const upTo = (
  since: CivilDate,
  lastDay: CivilDate,
  { noticeDays }: Pick<ConferencePolicy, "meetingMonths" | "noticeDays">,
): Cadence => ({
  since,
  before: addDays(lastDay, 1),
  callBefore: noticeBefore(lastDay, noticeDays),
})

/**
 * Until when the next meeting is held after one on `since` (or after the founding): by the end of the corresponding day
 * `meetingMonths` later, or of the month's last day where it has no such day (CONFERENCE-19).
 */
export const cadenceFrom = (
  since: CivilDate,
  policy: Pick<ConferencePolicy, "meetingMonths" | "noticeDays">,
): Cadence => upTo(since, addMonths(since, policy.meetingMonths).date, policy)

/** The period after a meeting was held: from that day, unless a later one was held already (CONFERENCE-19). */
export const cadenceHeld = (
  { cadence }: Pick<Conference, "cadence">,
  heldOn: CivilDate,
  policy: Pick<ConferencePolicy, "meetingMonths" | "noticeDays">,
): Cadence => (cadence !== null && cadence.since >= heldOn ? cadence : cadenceFrom(heldOn, policy))

/** The period after one that went by without a meeting: it ends on the same day of the month, where there is one. */
export const cadenceAfter = (
  missed: Cadence,
  policy: Pick<ConferencePolicy, "meetingMonths" | "noticeDays">,
): Cadence => {
  const month = addMonths(addDays(missed.before, -1), policy.meetingMonths).date
  const day = Math.min(dayOfMonth(missed.since), daysInMonthOf(month))
  return upTo(missed.since, addDays(month, day - dayOfMonth(month)), policy)
}

/**
 * The first day on which no meeting can be called any more that is held in the period: it is too late to set one, and what
 * was set for a day in it can no longer be noticed or was not called to order. Null while one sits (CONFERENCE-19).
 */
export const missingFrom = ({ cadence, meetings }: Pick<Conference, "cadence" | "meetings">): CivilDate | null => {
  if (cadence === null) return null
  const inPeriod = meetings.filter((meeting) => meeting.on < cadence.before)
  if (inPeriod.some((meeting) => meeting.status === "quorate")) return null
  const lapses = inPeriod.flatMap((meeting) => {
    if (meeting.status === "scheduled") return [meeting.noticeBefore]
    return meeting.status === "noticed" ? [addDays(meeting.on, 1)] : []
  })
  return latest(cadence.callBefore, ...lapses)
}
