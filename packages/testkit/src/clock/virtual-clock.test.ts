import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { virtualClock } from "./index.ts"

describe("a virtual clock", () => {
  it("stands still until it is moved", async () => {
    const clock = virtualClock(1_000)
    const woken: Array<number> = []
    void clock.sleep(10).then(() => woken.push(clock.now()))
    await Promise.resolve()
    expect([clock.now(), woken, clock.sleeping()]).toEqual([1_000, [], 1])
    await clock.advance(9)
    expect([clock.now(), woken]).toEqual([1_009, []])
    await clock.advance(1)
    expect([clock.now(), woken, clock.sleeping()]).toEqual([1_010, [1_010], 0])
  })

  it("wakes in the order of moments, and at one moment in the order in which they lay down", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), async (lengths) => {
        const clock = virtualClock()
        const woken: Array<readonly [number, number]> = []
        for (const [index, length] of lengths.entries())
          void clock.sleep(length).then(() => woken.push([length, index]))
        await clock.advance(5)
        const wanted = lengths.map((length, index): readonly [number, number] => [length, index])
        expect(woken).toEqual(wanted.sort(([a, i], [b, j]) => a - b || i - j))
      }),
      { numRuns: 50 },
    )
  })

  it("lets what a woken one does happen before the next wakes, its own new sleep included", async () => {
    const clock = virtualClock()
    const told: Array<string> = []
    const walk = async (name: string, step: number): Promise<void> => {
      for (let count = 0; count < 3; count += 1) {
        await clock.sleep(step)
        await Promise.resolve()
        told.push(`${name} ${clock.now()}`)
      }
    }
    void walk("a", 2)
    void walk("b", 3)
    await clock.advanceTo(9)
    expect(told).toEqual(["a 2", "b 3", "a 4", "b 6", "a 6", "b 9"])
  })

  it("ends a sleep at once when its signal is aborted, before or meanwhile", async () => {
    const clock = virtualClock()
    await clock.sleep(10, AbortSignal.abort())
    const stop = new AbortController()
    const sleep = clock.sleep(10, stop.signal)
    stop.abort()
    await sleep
    expect([clock.now(), clock.sleeping()]).toEqual([0, 0])
  })

  it("moves on until some work has ended, and gives what it gave or threw", async () => {
    const clock = virtualClock()
    const work = async (): Promise<number> => {
      await clock.sleep(1_000)
      await clock.sleep(2_000)
      return clock.now()
    }
    expect(await clock.until(work())).toBe(3_000)
    await expect(clock.until(Promise.reject(new Error("no")))).rejects.toThrow("no")
  })

  it("shows another time of day when it is set, and wakes nobody for it", async () => {
    const clock = virtualClock(10_000)
    const woken: Array<number> = []
    void clock.sleep(100).then(() => woken.push(clock.now()))
    clock.set(1_000)
    expect([clock.now(), woken]).toEqual([1_000, []])
    await clock.advance(99)
    expect(woken).toEqual([])
    await clock.advance(1)
    expect(woken).toEqual([1_100])
  })
})
