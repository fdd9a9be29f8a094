import { type Answer, type Answering, done, failed } from "@jinlin/sdk"
import { type VirtualClock, virtualClock } from "@jinlin/testkit/clock"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { seeded } from "../../test/workers/seeded.ts"
import { workerLoop } from "./loop.ts"

interface Away {
  readonly _tag: "Away"
}
const away = failed<Away>({ _tag: "Away" })

interface Scene {
  readonly runOnce: (tenant: string, stop: AbortSignal) => Answering<number, Away>
  readonly tenants?: ReadonlyArray<string> | (() => Answering<ReadonlyArray<string>, Away>)
  readonly atOnce?: number
  readonly clock?: VirtualClock
}

const loopOf = ({ clock = virtualClock(), runOnce, tenants = ["t"], ...rest }: Scene) => {
  const looks: Array<readonly [string, number]> = []
  const loop = workerLoop(
    {
      name: "w",
      runOnce: (tenant, stop) => {
        looks.push([tenant, clock.now()])
        return runOnce(tenant, stop)
      },
    },
    {
      ...{ clock, random: seeded(1), ...rest },
      tenants: typeof tenants === "function" ? tenants : async () => done(tenants),
    },
  )
  const timesOf = (tenant: string): ReadonlyArray<number> =>
    looks.filter(([name]) => name === tenant).map(([, at]) => at)
  return { loop, looks, clock, timesOf }
}

const rejections: Array<unknown> = []
const noteRejection = (reason: unknown): void => {
  rejections.push(reason)
}
beforeEach(() => {
  process.on("unhandledRejection", noteRejection)
})
afterEach(() => {
  process.off("unhandledRejection", noteRejection)
  expect(rejections).toEqual([])
})

describe("when a worker looks", () => {
  it("WORKER-3 looks at every poll, at once again while there is something to do, and not after it was stopped", async () => {
    let left = 3
    const { clock, loop, timesOf } = loopOf({
      runOnce: async () => {
        left -= 1
        return done(left > 0 ? 5 : 0)
      },
    })
    loop.start()
    loop.start()
    await clock.advance(2_500)
    expect(timesOf("t")).toEqual([0, 0, 0, 1_000, 2_000])
    await loop.stop()
    await clock.advance(10_000)
    expect([timesOf("t").length, clock.sleeping()]).toEqual([5, 0])
    loop.start()
    await clock.advance(0)
    expect(timesOf("t")).toHaveLength(6)
    await loop.stop()
    await loop.stop()
  })

  it("WORKER-3 looks at once when it is poked, also at a tenant that it did not know, and once more after a look that goes on", async () => {
    const clock = virtualClock()
    const { loop, timesOf } = loopOf({
      clock,
      runOnce: async () => {
        await clock.sleep(300)
        return done(0)
      },
    })
    loop.start()
    await clock.advance(500)
    loop.poke("t")
    loop.poke("new")
    await clock.advance(100)
    expect([timesOf("t"), timesOf("new")]).toEqual([[0, 500], [500]])
    loop.poke("t")
    loop.poke("t")
    await clock.advance(300)
    expect(timesOf("t")).toEqual([0, 500, 800])
    await clock.until(loop.stop())
  })

  it("WORKER-3 finds tenants that come later, and goes on when they cannot be asked for", async () => {
    let asked = 0
    const { clock, loop, timesOf } = loopOf({
      runOnce: async () => done(0),
      tenants: async () => {
        asked += 1
        if (asked === 1) throw new Error("broken")
        return asked === 2 ? away : done(["late"])
      },
    })
    loop.start()
    await clock.advance(19_999)
    expect(timesOf("late")).toEqual([])
    await clock.advance(1)
    expect(timesOf("late")).toEqual([20_000])
    await loop.stop()
  })

  it("WORKER-3 keeps polling when the clock of the machine is set back or forward", async () => {
    const { clock, loop, timesOf } = loopOf({ runOnce: async () => done(0), clock: virtualClock(10 * 3_600_000) })
    loop.start()
    await clock.advance(2_000)
    expect(timesOf("t")).toHaveLength(3)
    clock.set(9 * 3_600_000)
    await clock.advance(10_000)
    expect(timesOf("t").length).toBeGreaterThanOrEqual(12)
    clock.set(90 * 3_600_000)
    await clock.advance(10_000)
    expect(timesOf("t").length).toBeGreaterThanOrEqual(22)
    expect(timesOf("t").length).toBeLessThanOrEqual(25)
    await loop.stop()
  })

  it("WORKER-3 waits at the end for what was begun, and tells it to come to an end", async () => {
    const clock = virtualClock()
    const ended: Array<string> = []
    const { loop } = loopOf({
      clock,
      runOnce: async (_, stop) => {
        await clock.sleep(50_000, stop)
        ended.push(`stopped ${stop.aborted}`)
        return done(0)
      },
    })
    loop.start()
    await clock.advance(10)
    await loop.stop()
    expect([ended, clock.now()]).toEqual([["stopped true"], 10])
  })

  it("WORKER-3 never looks twice at one tenant at once, also when it is asked by hand", async () => {
    const clock = virtualClock()
    let [inside, most] = [0, 0]
    const { loop } = loopOf({
      clock,
      runOnce: async () => {
        inside += 1
        most = Math.max(most, inside)
        await clock.sleep(100)
        inside -= 1
        return done(1)
      },
    })
    loop.start()
    const byHand = Promise.all([loop.runOnce("t"), loop.runOnce("t"), loop.runOnce("t")])
    expect(await clock.until(byHand)).toEqual([done(1), done(1), done(1)])
    expect(most).toBe(1)
    await clock.until(loop.stop())
  })
})

describe("several tenants", () => {
  it("WORKER-4 take turns: none waits for the whole of another's work", async () => {
    const work = new Map([
      ["busy", 1_000],
      ["a", 2],
      ["b", 2],
      ["c", 2],
    ])
    const clock = virtualClock()
    const { loop, looks } = loopOf({
      clock,
      tenants: [...work.keys()],
      atOnce: 1,
      runOnce: async (tenant) => {
        await clock.sleep(10)
        const left = work.get(tenant) ?? 0
        work.set(tenant, Math.max(0, left - 1))
        return done(left > 0 ? 1 : 0)
      },
    })
    loop.start()
    await clock.advance(100)
    const order = looks.map(([tenant]) => tenant)
    expect(order.slice(0, 9)).toEqual(["busy", "a", "b", "c", "busy", "a", "b", "c", "busy"])
    await clock.until(loop.stop())
  })

  it("WORKER-4 are looked at together up to a bound, and one that hangs holds up one place only", async () => {
    const clock = virtualClock()
    const hang = new AbortController()
    let [inside, most] = [0, 0]
    const tenants = Array.from({ length: 12 }, (_, index) => `t${index}`)
    const { loop, timesOf } = loopOf({
      ...{ clock, tenants, atOnce: 3 },
      runOnce: async (tenant) => {
        inside += 1
        most = Math.max(most, inside)
        await (tenant === "t0" ? clock.sleep(1e9, hang.signal) : clock.sleep(10))
        inside -= 1
        return done(0)
      },
    })
    loop.start()
    await clock.advance(5_000)
    expect(most).toBe(3)
    expect(tenants.slice(1).map((tenant) => timesOf(tenant).length)).toEqual(Array.from({ length: 11 }, () => 5))
    expect(loop.tenants()[0]).toMatchObject({ tenant: "t0", runningSince: 0 })
    hang.abort()
    await clock.until(loop.stop())
  })
})

describe("a worker that cannot work", () => {
  it("WORKER-5 leaves a tenant alone for longer and longer, whether the worker answers a failure or throws, and nobody else", async () => {
    const ways: ReadonlyArray<() => Promise<Answer<number, Away>>> = [
      async () => away,
      async () => {
        throw new TypeError("broken 13800138000")
      },
      () => {
        throw new TypeError("broken at once")
      },
    ]
    for (const [index, fail] of ways.entries()) {
      const { clock, loop, timesOf } = loopOf({
        tenants: ["ill", "well"],
        runOnce: (tenant) => (tenant === "ill" ? fail() : Promise.resolve(done(0))),
      })
      loop.start()
      await clock.advance(200_000)
      const times = timesOf("ill")
      const pauses = times.slice(1).map((at, place) => at - (times[place] ?? 0))
      for (const [place, pause] of pauses.entries()) {
        const longest = Math.min(1_000 * 2 ** place, 60_000)
        expect(pause).toBeGreaterThanOrEqual(longest / 2)
        expect(pause).toBeLessThanOrEqual(longest)
      }
      expect(times.length).toBeLessThan(15)
      expect(timesOf("well")).toHaveLength(201)
      const failure =
        index === 0 ? { _tag: "Away" } : { _tag: "WorkerThrew", rule: "WORKER-5", worker: "w", detail: "TypeError" }
      const [ill, well] = loop.tenants()
      expect(ill).toMatchObject({ tenant: "ill", failures: times.length, failingSince: 0, failure })
      expect(well).toMatchObject({ tenant: "well", failures: 0, failingSince: null, failure: null })
      await loop.stop()
    }
  })

  it("WORKER-5 is not driven by pokes while it is left alone, and works as before once it can", async () => {
    let ill = true
    const { clock, loop, timesOf } = loopOf({ runOnce: async () => (ill ? away : done(0)) })
    loop.start()
    for (let poke = 0; poke < 100; poke += 1) {
      loop.poke("t")
      await clock.advance(10)
    }
    expect(timesOf("t").length).toBeLessThanOrEqual(3)
    ill = false
    await clock.advance(10_000)
    expect(loop.tenants()[0]).toMatchObject({ failures: 0, failure: null })
    expect(await loop.runOnce("t")).toEqual(done(0))
    await loop.stop()
  })
})
