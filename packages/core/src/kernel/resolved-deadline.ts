import type { BusinessHours } from "./business-hours.ts"
import type { CivilDate } from "./day-arithmetic.ts"
import type { DeadlineRule } from "./deadline-rule.ts"
import type { CivilTime, DeadlineStep } from "./deadline-steps.ts"
import type { Moment } from "./moment.ts"
import { momentAt, offsetOf } from "./zone.ts"

/** What every deadline keeps of how it was found: enough to explain it, and to find it again. */
export interface DeadlineOrigin {
  readonly rule: DeadlineRule
  /** The beginning of the period, or the event before which it lies. Its zone is the deadline's zone. */
  readonly from: Moment
  /** The calendar as it stood. */
  readonly calendar: { readonly id: string; readonly version: string }
  /** The hours that were counted with or that end the last day; absent where the rule needs none. */
  readonly businessHours?: BusinessHours
  /** A year was assumed: `recomputeDeadline` may move this deadline. */
  readonly provisional: boolean
  readonly steps: ReadonlyArray<DeadlineStep>
}

/** A deadline on the wall clock of `from.zone`: in time until the minute before `end`, too late from `end` on. */
export interface CivilDeadline extends DeadlineOrigin {
  readonly _tag: "CivilDeadline"
  /** The last day on which it is still in time. */
  readonly lastDay: CivilDate
  /** Where it ends, exclusive; midnight is minute 0 of the next day. */
  readonly end: CivilTime
}

/** A deadline in hours: in time before the instant `end`, too late from `end` on. */
export interface InstantDeadline extends DeadlineOrigin {
  readonly _tag: "InstantDeadline"
  /** Milliseconds since 1970-01-01T00:00:00Z, exclusive. */
  readonly end: number
}

/** A resolved deadline, as events store it: nothing about it is computed again unless it is provisional. */
export type Deadline = CivilDeadline | InstantDeadline

/**
 * Whether a deadline is over: at its end it is, a moment before it is not. Rule DEADLINE-11. A moment of another zone is
 * read on the wall clock that the deadline's zone had when the deadline was set.
 */
export const isPast = (deadline: Deadline, now: Moment): boolean => {
  if (deadline._tag === "InstantDeadline") return now.instant >= deadline.end
  const { from, end } = deadline
  const here = now.zone === from.zone ? now : momentAt(now.instant, from.zone, offsetOf(from))
  return here.civilDate > end.date || (here.civilDate === end.date && here.minuteOfDay >= end.minute)
}
