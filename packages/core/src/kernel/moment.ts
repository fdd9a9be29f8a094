import type { CivilDate } from "./date-arithmetic.ts"

/**
 * One moment, as the shell tells it to the core. The core has no clock and no time zone data, so the shell gives the
 * instant together with the civil date and the minute of the day that stand on a wall clock in `zone` at that instant.
 */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z; a safe integer. */
  readonly instant: number
  /** IANA name, such as `Asia/Shanghai`. */
  readonly zone: string
  readonly civilDate: CivilDate
  /** 0 for 00:00 to 1439 for 23:59, in `zone`. */
  readonly minuteOfDay: number
}
