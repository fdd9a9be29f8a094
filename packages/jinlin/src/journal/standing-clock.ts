import type { Clock } from "@jinlin/sdk"
import { systemClock } from "../workers/clock.ts"

/** A clock that stands where it is put, in milliseconds since 1970, and is never put back. */
export interface StandingClock extends Clock {
  readonly standAt: (instant: number) => void
}

/** A clock that stands at 1970 until it is put elsewhere. */
export const standingClock = (): StandingClock => {
  let time = 0
  return {
    now: () => time,
    sleep: systemClock.sleep,
    standAt: (instant) => {
      time = Math.max(time, instant)
    },
  }
}
