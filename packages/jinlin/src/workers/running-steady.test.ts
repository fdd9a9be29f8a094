import { setTimeout } from "node:timers/promises"
import { type Clock, failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { day, found, founding, grant, sceneOn, start } from "../../test/shell/scene.ts"
import { gone } from "../../test/shell/wrapping.ts"

/** A store that writes down which of its methods were asked for. */
const counting = (store: Store) => {
  const asked: Array<string> = []
  const counted = new Proxy(store, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key)
      if (typeof found !== "function") return found
      return (...given: ReadonlyArray<unknown>): unknown => {
        asked.push(String(key))
        return Reflect.apply(found, target, given)
      }
    },
  })
  return { store: counted, asked }
}

const unhandled = async (work: () => Promise<void>): Promise<ReadonlyArray<unknown>> => {
  const found: Array<unknown> = []
  const note = (thrown: unknown): void => {
    found.push(thrown)
  }
  process.on("unhandledRejection", note)
  await work()
  await setTimeout(20)
  process.off("unhandledRejection", note)
  return found
}

describe("the workers of a process, on what a host gives", () => {
  it.each([
    ["rejects when it is aborted", (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })],
    [
      "throws",
      () => {
        throw new Error("no timers here")
      },
    ],
  ] satisfies ReadonlyArray<readonly [string, Clock["sleep"]]>)(
    "WORKER-6 stop and leave nothing unhandled where the sleep of the clock %s, and chance is nonsense",
    async (_, sleep) => {
      const clock = { ...virtualClock(start), now: () => Date.now(), sleep }
      const { jinlin } = await sceneOn(openMemoryStore(), { clock, random: () => Number.NaN })
      const left = await unhandled(async () => {
        await jinlin.execute(found)
        jinlin.workers.start()
        await setTimeout(50)
        await jinlin.workers.stop()
      })
      expect(left).toEqual([])
    },
  )

  it("WORKER-7 ask a store seldom while nothing happens: some four times a second for a tenant", async () => {
    const { asked, store } = counting(openMemoryStore())
    const scene = await sceneOn(store, { clock: virtualClock(start), random: () => 0 })
    await grant(scene, ...founding("school"))
    scene.jinlin.workers.start()
    await scene.clock.advance(120_000)
    asked.length = 0
    await scene.clock.advance(60_000)
    expect(asked.length).toBeGreaterThan(60)
    expect(asked.length).toBeLessThan(5 * 60)
    await scene.jinlin.workers.stop()
  })

  it("WORKER-7 fold views as soon as something was written here", async () => {
    const store = openMemoryStore()
    const scene = await sceneOn(store, { clock: virtualClock(start), random: () => 0 })
    scene.jinlin.workers.start()
    await scene.clock.advance(120_000)
    await grant(scene, ...founding("school"))
    await scene.clock.advance(0)
    const rows = await store.readView("town", { view: "joint-conference.roster", limit: 10 })
    expect(rows.ok && rows.value.rows.length).toBeGreaterThan(0)
    await scene.jinlin.workers.stop()
  })

  it("WORKER-8 forget what is kept no longer once a day, and try it again soon where it failed", async () => {
    const memory = openMemoryStore()
    let sweeps = 0
    const store: Store = {
      ...memory,
      forgetCommands: async (...given) => {
        sweeps += 1
        return sweeps === 1 ? failed(gone) : memory.forgetCommands(...given)
      },
    }
    const limits = { workers: { pollEvery: day / 24, findEvery: day }, relay: { leaseFor: day } }
    const scene = await sceneOn(store, { random: () => 0, limits })
    await grant(scene, found)
    scene.jinlin.workers.start()
    await scene.clock.advance(60_000)
    expect(sweeps).toBe(2)
    await scene.clock.advance(day)
    expect(sweeps).toBe(3)
    await scene.jinlin.workers.stop()
  })
})
