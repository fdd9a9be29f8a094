import type { Clock } from "@jinlin/sdk"

/** The longest wait of a timer; a longer one is several. */
const longest = 2_147_483_647

/** Waits once; the timer does not keep the host from ending. */
const waitOnce = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener("abort", end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    timer.unref()
    signal?.addEventListener("abort", end, { once: true })
  })

const sleep: Clock["sleep"] = async (milliseconds, signal) => {
  let left = Math.max(0, milliseconds || 0)
  do {
    if (signal?.aborted === true) return
    await waitOnce(Math.min(left, longest), signal)
    left -= longest
  } while (left > 0)
}

/** The time of this machine. A sleep never throws, and the host ends without waiting for one. */
export const systemClock: Clock = { now: () => Date.now(), sleep }

/**
 * A clock of the host's that keeps its word: a sleep of it that throws or rejects, as those of `node:timers/promises` do when
 * they are aborted, ends a sleep that was aborted, and is slept out by this machine's time otherwise. Rule WORKER-6.
 */
export const steadyClock = (clock: Clock): Clock => ({
  now: () => clock.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await clock.sleep(milliseconds, signal)
    } catch {
      await sleep(milliseconds, signal)
    }
  },
})
