import type { Answer, Clock, Lease } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"

/** What keeps a lease. */
interface Beat {
  readonly clock: Clock
  readonly ttl: number
  /** When the lease was asked for. */
  readonly since: number
  readonly renew: () => Promise<Answer<Lease, { readonly _tag: string }>>
}

/** A lease that is being renewed. */
export interface Heartbeat {
  readonly lost: AbortSignal
  readonly renewedAt: () => number
  readonly stop: () => void
}

/** How many times within its time a lease is renewed, and how many times when the store did not answer. */
const beats = { well: 3, failing: 10 }

/**
 * Renews a lease until it is stopped or lost. Its end is watched apart from the renewals: a store that never answers, and a
 * process that stood still, lose the lease as well. The wait is a timer's, so that a clock that is set back does not lengthen it.
 */
export const heartbeat = ({ clock, renew, since, ttl }: Beat): Heartbeat => {
  const lost = new AbortController()
  const over = new AbortController()
  let renewedAt = since
  let watch = new AbortController()
  const lose = (): void => {
    over.abort()
    watch.abort()
    lost.abort()
  }
  const watchFor = async (milliseconds: number, meanwhile: AbortSignal): Promise<void> => {
    await clock.sleep(milliseconds, meanwhile)
    if (!meanwhile.aborted && !over.signal.aborted) lose()
  }
  const renewed = (asked: number): void => {
    watch.abort()
    watch = new AbortController()
    renewedAt = asked
    const gone = Math.min(Math.max(clock.now() - asked, 0), ttl)
    void watchFor(ttl - gone, watch.signal)
  }
  const beat = async (): Promise<void> => {
    let pause = ttl / beats.well
    for (;;) {
      await clock.sleep(pause, over.signal)
      if (over.signal.aborted) return
      const asked = clock.now()
      const answer = await askStore(renew)
      if (over.signal.aborted) return
      if (answer.ok) renewed(asked)
      else if (answer.failure._tag === "LeaseLost") return lose()
      pause = ttl / (answer.ok ? beats.well : beats.failing)
    }
  }
  renewed(since)
  void beat()
  return {
    lost: lost.signal,
    renewedAt: () => renewedAt,
    stop: () => {
      over.abort()
      watch.abort()
    },
  }
}
