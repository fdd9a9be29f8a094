import { setTimeout } from "node:timers/promises"
import { afterEach, describe, expect, it, vi } from "vitest"
import { steadyClock, systemClock } from "./clock.ts"

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

describe("a clock that the host gives", () => {
  it("WORKER-6 ends an aborted sleep without an error, however the host's own sleep ends", async () => {
    const stop = new AbortController()
    const clock = steadyClock({
      now: () => 7,
      sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
    })
    const sleeping = clock.sleep(1_000_000, stop.signal)
    stop.abort()
    expect([await sleeping, clock.now()]).toEqual([undefined, 7])
  })

  it("WORKER-6 sleeps out what the host's own sleep did not, so that nobody goes round in a circle without a rest", async () => {
    vi.useFakeTimers()
    const clock = steadyClock({
      now: () => 0,
      sleep: () => {
        throw new Error("no timers here")
      },
    })
    let woken = false
    const sleeping = clock.sleep(1_000).then(() => {
      woken = true
    })
    await vi.advanceTimersByTimeAsync(999)
    expect(woken).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await sleeping
    expect(woken).toBe(true)
    vi.useRealTimers()
  })
})
