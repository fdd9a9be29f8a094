import type { Clock } from "@jinlin/sdk"
import { type Sleepers, sleepers } from "./sleepers.ts"
import { slowTurn, turn } from "./turn.ts"

/** A clock that stands still until it is moved, for code that waits for promises and for this clock alone. */
export interface VirtualClock extends Clock {
  /** Moves on by so many milliseconds. Who sleeps is woken in order, each after all that the one before caused. */
  readonly advance: (milliseconds: number) => Promise<void>
  /** Moves on to this instant (milliseconds since 1970); to one that is past it does not move. */
  readonly advanceTo: (instant: number) => Promise<void>
  /** Moves on from sleeper to sleeper until the work has ended, and gives what it gave, or throws what it threw. */
  readonly until: <Value>(work: Promise<Value>) => Promise<Value>
  /** Sets the time of day forward or back, as an administrator does: nobody wakes earlier or later for it. */
  readonly set: (instant: number) => void
  /** How many sleep. */
  readonly sleeping: () => number
}

/** How a virtual clock is tuned. */
export interface Tuning {
  /** How many turns of the event loop follow each step: more, where what is tested waits for turns itself. */
  readonly turns?: number
}

interface Hands {
  elapsed: number
  offset: number
}

const sleepOn =
  (hands: Hands, asleep: Sleepers): Clock["sleep"] =>
  (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve()
      const wake = (): void => {
        asleep.remove(sleeper)
        signal?.removeEventListener("abort", wake)
        resolve()
      }
      const sleeper = { at: hands.elapsed + Math.max(0, milliseconds || 0), wake }
      asleep.add(sleeper)
      signal?.addEventListener("abort", wake, { once: true })
    })

/** How often `until` looks again while nobody sleeps, before it says that the work waits for something else. */
const patience = 2_000

/** A virtual clock that shows `start`, in milliseconds since 1970. */
export const virtualClock = (start = 0, { turns = 1 }: Tuning = {}): VirtualClock => {
  const hands: Hands = { elapsed: 0, offset: start }
  const asleep = sleepers()
  const now = (): number => hands.elapsed + hands.offset
  const calm = async (): Promise<void> => {
    for (let left = turns; left > 0; left -= 1) await turn()
  }
  const advance = async (milliseconds: number): Promise<void> => {
    const end = hands.elapsed + milliseconds
    await calm()
    for (let next = asleep.first(); next !== undefined && next.at <= end; next = asleep.first()) {
      hands.elapsed = Math.max(hands.elapsed, next.at)
      next.wake()
      await calm()
    }
    hands.elapsed = Math.max(hands.elapsed, end)
  }
  const until = async <Value>(work: Promise<Value>): Promise<Value> => {
    let over = false
    const ended = (): void => {
      over = true
    }
    work.then(ended, ended)
    await calm()
    for (let idle = 0; !over; ) {
      const next = asleep.first()
      idle = next === undefined ? idle + 1 : 0
      if (idle > patience) throw new Error("[jinlin] [testkit] nobody sleeps, and the work has not ended.")
      if (next === undefined) await (idle > 50 ? slowTurn() : turn())
      else await advance(Math.max(0, next.at - hands.elapsed))
    }
    return work
  }
  return {
    now,
    sleep: sleepOn(hands, asleep),
    advance,
    advanceTo: (instant) => advance(Math.max(0, instant - now())),
    until,
    set: (instant) => {
      hands.offset = instant - hands.elapsed
    },
    sleeping: asleep.count,
  }
}
