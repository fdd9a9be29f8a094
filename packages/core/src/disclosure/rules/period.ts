import { accept, type Checked, refuse } from "../../kernel/checked.ts"
import { type CivilDate, daysBetween } from "../../kernel/date-arithmetic.ts"
import { resolveDeadline } from "../../kernel/deadline.ts"
import { deadlineRule } from "../../kernel/deadline-rule.ts"
import type { Moment } from "../../kernel/moment.ts"
import type { CivilDeadline } from "../../kernel/resolved-deadline.ts"
import type { WorkCalendar } from "../../kernel/work-calendar.ts"
import { momentAt, offsetOf } from "../../kernel/zone.ts"
import { type Posted, reachesThrough, stretchesOf } from "./stretches.ts"

const millisecondsPerDay = 86_400_000

/** A period that cannot be counted: it would end beyond the last day that there is. Rule DISCLOSURE-8. */
export interface Uncountable {
  readonly from: CivilDate
  readonly days: number
}

/** What a period is counted with. */
export interface Counted extends Posted {
  readonly days: number
  readonly calendar: WorkCalendar
  /** Whose zone is that of the period. */
  readonly now: Moment
  /** The period as it was counted last; nothing about it is counted again unless it is provisional. */
  readonly known: CivilDeadline | null
}

/** The same time of another day on the same wall clock; which time it is makes no difference to a period of days. */
const onDay = (day: CivilDate, now: Moment): Moment =>
  momentAt(now.instant + daysBetween(now.civilDate, day) * millisecondsPerDay, now.zone, offsetOf(now))

/** The period that begins with a day: so many days, its own not counted, to the end of a working day. Rule DISCLOSURE-8. */
const periodFrom = (from: CivilDate, { calendar, days, known, now }: Counted): Checked<CivilDeadline, Uncountable> => {
  if (known !== null && !known.provisional && known.from.civilDate === from) return accept(known)
  const rule = deadlineRule(days, "calendar-day", { unpublished: "provisional" })
  const resolved = resolveDeadline(rule, onDay(from, now), { calendar })
  return resolved.ok && resolved.value._tag === "CivilDeadline" ? accept(resolved.value) : refuse({ from, days })
}

/**
 * The period of a disclosure: the first that it stood through to its end, or that it may still stand through; null where there
 * is none. It is a matter of what stood on which days, and not of the order in which that was entered. Rules DISCLOSURE-7,
 * DISCLOSURE-8, DISCLOSURE-9.
 */
export const periodOf = (counted: Counted): Checked<CivilDeadline | null, Uncountable> => {
  for (const stretch of stretchesOf(counted)) {
    const period = periodFrom(stretch.from, counted)
    if (!period.ok || reachesThrough(stretch, period.value.lastDay)) return period
  }
  return accept(null)
}

/** Whether a period that was counted before still has something that stood from its first day to the end of its last. */
export const isKept = (posted: Posted, { from, lastDay }: CivilDeadline): boolean =>
  stretchesOf(posted).some((stretch) => stretch.from <= from.civilDate && reachesThrough(stretch, lastDay))
