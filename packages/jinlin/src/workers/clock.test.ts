import { afterEach, describe, expect, it, vi } from "vitest"
import { systemClock } from "./clock.ts"

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length

describe("the clock of the machine", () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it("ends a sleep when it is over, and at once when its signal is aborted, without an error", async () => {
    await systemClock.sleep(1)
    await systemClock.sleep(Number.NaN)
    await systemClock.sleep(1_000_000, AbortSignal.abort())
    const stop = new AbortController()
    const sleep = systemClock.sleep(1_000_000, stop.signal)
    stop.abort()
    expect(await sleep).toBeUndefined()
  })

  it("does not keep the host from ending", async () => {
    const before = timers()
    const stop = new AbortController()
    const sleep = systemClock.sleep(1_000_000, stop.signal)
    expect(timers()).toBe(before)
    stop.abort()
    await sleep
  })

  it("sleeps longer than one timer can", async () => {
    vi.useFakeTimers()
    const woken: Array<number> = []
    const start = systemClock.now()
    const month = 30 * 86_400_000
    void systemClock.sleep(month).then(() => woken.push(systemClock.now() - start))
    await vi.advanceTimersByTimeAsync(month - 1)
    expect(woken).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(woken).toEqual([month])
  })
})
