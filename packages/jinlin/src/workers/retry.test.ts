import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seeded } from "../../test/workers/seeded.ts"
import { delayAsked, delayBefore, type RetrySchedule } from "./retry.ts"

const minute = 60_000
const schedule: RetrySchedule = { base: minute, factor: 4, ceiling: 60 * minute, jitter: 0.5 }

describe("waiting between attempts", () => {
  it("RELAY-7 grows from the base by the factor up to the ceiling, and half of it is left to chance", () => {
    const longest = [1, 2, 3, 4, 5, 6, 9, 1_000_000].map((attempt) => delayBefore(attempt, schedule, () => 0))
    expect(longest).toEqual([0, minute, 4 * minute, 16 * minute, 60 * minute, 60 * minute, 60 * minute, 60 * minute])
    expect(delayBefore(2, schedule, () => 0.5)).toBe(45_000)
    expect(delayBefore(3, schedule, () => 0.999_999)).toBe(2 * minute)
  })

  it("RELAY-7 stays within its bounds over 10,000 schedules, and the same seed gives the same schedule again", () => {
    const seed = 20_260_101
    const runs = (): ReadonlyArray<number> => {
      const random = seeded(seed)
      return Array.from({ length: 10_000 }).flatMap((_, run) => {
        const chosen: RetrySchedule = {
          base: 1 + Math.floor(random() * 100_000),
          factor: 1 + random() * 9,
          ceiling: 1 + Math.floor(random() * 100_000_000),
          jitter: (run % 5) / 4,
        }
        return Array.from({ length: 8 }, (_, index) => {
          const delay = delayBefore(index + 2, chosen, random)
          let high = Math.min(chosen.base, chosen.ceiling)
          for (let step = 0; step < index; step += 1) high = Math.min(high * chosen.factor, chosen.ceiling)
          const low = high * (1 - chosen.jitter)
          return delay >= Math.floor(low) && delay <= Math.ceil(high) && Number.isSafeInteger(delay)
            ? delay
            : Number.NaN
        })
      })
    }
    const delays = runs()
    expect(delays).toHaveLength(80_000)
    expect(delays.filter(Number.isNaN), `seed ${seed}`).toEqual([])
    expect(runs()).toEqual(delays)
    expect(new Set(delays).size).toBeGreaterThan(50_000)
  })

  it("RELAY-7 takes a source of chance that gives nonsense for one that gives nothing", () => {
    for (const draw of [Number.NaN, -1, 1, 7, Number.POSITIVE_INFINITY])
      expect(delayBefore(2, schedule, () => draw)).toBe(minute)
  })

  it("RELAY-7 follows what a channel asks for, within bounds and with the scheduled wait on top", () => {
    const bounds = { least: 1_000, most: 3_600_000 }
    const asked = (retryAfter: number | undefined): number => delayAsked(minute, { retryAfter, bounds })
    expect(asked(undefined)).toBe(minute)
    expect(asked(Number.NaN)).toBe(minute)
    expect(asked(30_000)).toBe(90_000)
    expect(asked(0)).toBe(61_000)
    expect(asked(-5)).toBe(61_000)
    expect(asked(1e9)).toBe(3_600_000)
    expect(asked(Number.POSITIVE_INFINITY)).toBe(3_600_000)
    expect(delayAsked(7_200_000, { retryAfter: 5, bounds })).toBe(7_200_000)
  })

  it("RELAY-7 never comes back sooner than a channel asked, unless that is beyond the bounds", () => {
    const bounds = { least: 1_000, most: 86_400_000 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.double(), (scheduled, retryAfter) => {
        const delay = delayAsked(scheduled, { retryAfter, bounds })
        expect(delay).toBeGreaterThanOrEqual(scheduled)
        expect(delay).toBeLessThanOrEqual(Math.max(scheduled, bounds.most))
        if (retryAfter <= bounds.most) expect(delay).toBeGreaterThanOrEqual(Math.floor(retryAfter))
      }),
    )
  })
})
