import { accept, type Checked, refuse } from "./checked.ts"

/** One stretch of a working day in which there is business: from `opens` up to but not including `closes`. */
export interface BusinessWindow {
  /** Minute of the day, 0 to 1439. */
  readonly opens: number
  /** Minute of the day, 1 to 1440; 1440 is midnight. */
  readonly closes: number
}

/** The windows of a working day in order, such as 08:30 to 12:00 and 14:30 to 17:30. The same for every working day. */
export type BusinessHours = ReadonlyArray<BusinessWindow>

/** A period or a window without any length: it would be over before it began. Rule DEADLINE-9. */
export interface EmptyInterval {
  readonly _tag: "EmptyInterval"
  readonly rule: "DEADLINE-9"
  readonly of: "period" | "business-window"
  /** The length that was asked for, in the unit of the period or in minutes. */
  readonly length: number
  readonly minimum: 1
}

/** Windows that overlap, that are out of order, that no clock shows, or none at all. Rule DEADLINE-9. */
export interface InvalidBusinessHours {
  readonly _tag: "InvalidBusinessHours"
  readonly rule: "DEADLINE-9"
  readonly reason: "none" | "out-of-order" | "not-on-the-clock"
  /** The window that is at fault, counted from 0; absent if there is none. */
  readonly window?: number
}

const isMinute = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most

const checkWindow = (hours: BusinessHours, window: number): EmptyInterval | InvalidBusinessHours | undefined => {
  const { opens, closes } = hours[window] ?? { opens: 0, closes: 0 }
  const invalid = { _tag: "InvalidBusinessHours", rule: "DEADLINE-9", window } as const
  if (!isMinute(opens, 1439) || !isMinute(closes, 1440)) return { ...invalid, reason: "not-on-the-clock" }
  if (closes <= opens)
    return { _tag: "EmptyInterval", rule: "DEADLINE-9", of: "business-window", length: closes - opens, minimum: 1 }
  return opens < (hours[window - 1]?.closes ?? 0) ? { ...invalid, reason: "out-of-order" } : undefined
}

/** Business hours that can be counted with: at least one window, each with a length, in order and apart. */
export const checkBusinessHours = (
  hours: BusinessHours,
): Checked<BusinessHours, EmptyInterval | InvalidBusinessHours> => {
  if (hours.length === 0) return refuse({ _tag: "InvalidBusinessHours", rule: "DEADLINE-9", reason: "none" })
  for (const window of hours.keys()) {
    const refusal = checkWindow(hours, window)
    if (refusal !== undefined) return refuse(refusal)
  }
  return accept(hours)
}

/** When business stops for the day: the minute that is no longer in it. */
export const closeOfBusiness = (hours: BusinessHours): number => hours.at(-1)?.closes ?? 1440

/** How many minutes of business lie from one minute of the day up to but not including another. */
export const minutesOfBusiness = (hours: BusinessHours, from: number, until: number): number =>
  hours.reduce((sum, { opens, closes }) => sum + Math.max(0, Math.min(closes, until) - Math.max(opens, from)), 0)

/** The minute of the day at which so many minutes of business have passed; the day must have as many. */
export const minuteAfter = (hours: BusinessHours, minutes: number): number => {
  let left = minutes
  for (const { opens, closes } of hours) {
    if (closes - opens >= left) return opens + left
    left -= closes - opens
  }
  return closeOfBusiness(hours)
}

/** The latest minute of the day after which so many minutes of business are left; the day must have as many. */
export const minuteBefore = (hours: BusinessHours, minutes: number): number => {
  let left = minutes
  for (const { opens, closes } of hours.toReversed()) {
    if (closes - opens >= left) return closes - left
    left -= closes - opens
  }
  return 0
}
