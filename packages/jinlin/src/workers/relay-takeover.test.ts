import { done, failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { gone } from "../../test/shell/wrapping.ts"
import { oneProcess } from "../../test/workers/one-process.ts"
import { channel, message, scene, start, tenant } from "../../test/workers/relay-scene.ts"

describe("a relay that was overtaken", () => {
  it("WORKER-2 settles nothing any more: what it finished while it was dead to the others is theirs", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const here = oneProcess(store, clock)
    const old = scene({
      ...{ store: here.store, clock: { ...clock, ...here.clock } },
      notifiers: [channel("app", () => here.clock.sleep(5_000).then(() => done(null)))],
    })
    const next = scene({ store, clock, notifiers: [channel("app", () => clock.sleep(20_000).then(() => done(null)))] })
    await old.add(...Array.from({ length: 10 }, (_, index) => message(`m${index}`)))
    const zombie = old.relay.runOnce(tenant)
    await clock.advance(1_000)
    here.halt()
    await clock.advance(31_000)
    const taking = next.relay.runOnce(tenant)
    await clock.advance(1_000)
    here.goOn()
    expect(await clock.until(zombie)).toMatchObject({ ok: false, failure: { _tag: "LeaseLost" } })
    expect(await next.all("delivered")).toEqual([])
    expect(await clock.until(taking)).toEqual(done(10))
    expect((await next.all("delivered")).map(({ starts }) => starts)).toEqual(Array.from({ length: 10 }, () => 2))
  })

  it("WORKER-2 settles nothing either when it stood still just before it wrote", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const here = oneProcess(store, clock, {
      before: (method) => {
        if (method === "commit") here.halt()
      },
    })
    const old = scene({ store: here.store, clock: { ...clock, ...here.clock } })
    const next = scene({ store, clock, notifiers: [channel("app", () => clock.sleep(20_000).then(() => done(null)))] })
    await next.add(message("m"))
    const zombie = old.relay.runOnce(tenant)
    await clock.advance(31_000)
    const taking = next.relay.runOnce(tenant)
    await clock.advance(1_000)
    here.goOn()
    expect(await clock.until(zombie)).toMatchObject({ ok: false, failure: { _tag: "LeaseLost" } })
    expect(await next.all("delivered")).toEqual([])
    expect(await clock.until(taking)).toEqual(done(1))
  })

  it("WORKER-2 gives up what it sends as soon as its lease is lost, and works again once it has another", async () => {
    const store = openMemoryStore()
    const given: Array<boolean> = []
    let hangs = true
    const app = channel("app", (_, signal) => {
      signal.addEventListener("abort", () => given.push(hangs))
      return hangs ? new Promise(() => {}) : Promise.resolve(done(null))
    })
    const { add, all, clock, relay, run } = scene({ store, notifiers: [app] })
    await add(message("m"))
    const running = relay.runOnce(tenant)
    await clock.advance(1_000)
    await store.acquireLease(tenant, { name: "relay", holder: "other", now: clock.now() + 60_000, ttl: 1 })
    expect(await clock.until(running)).toMatchObject({ ok: false, failure: { _tag: "LeaseLost" } })
    expect(given).toEqual([true])
    expect(clock.now()).toBeLessThan(start + 30_000)
    hangs = false
    await clock.advance(60_002)
    await run()
    expect(await all("delivered")).toMatchObject([{ id: "m", starts: 2 }])
  })

  it("RELAY-9 leaves behind what the next one tries by itself, also where that is found late, behind many others", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const dying = oneProcess(store, clock)
    const kill = channel("app", async () => {
      dying.kill()
      return new Promise<never>(() => {})
    })
    const first = scene({ store: dying.store, clock: { ...clock, ...dying.clock }, notifiers: [kill] })
    let [inside, most] = [0, 0]
    const doubted = new Set<string>()
    const well = channel("app", async ({ id }) => {
      inside += 1
      if (doubted.has(id)) most = Math.max(most, inside)
      await clock.sleep(5)
      inside -= 1
      return done(null)
    })
    const next = scene({ store, clock, notifiers: [well] })
    await next.add(...Array.from({ length: 1_200 }, (_, index) => message(`many-${index}`, { key: "many" })))
    const others = Array.from({ length: 60 }, (_, index) => `m${index}`)
    await next.add(...others.map((id) => message(id)))
    await clock.until(Promise.race([first.relay.runOnce(tenant), dying.died]))
    for (const { id, starts } of await next.all("waiting")) if (starts > 0) doubted.add(id)
    expect(doubted.size).toBe(32)
    await clock.advance(31_000)
    await next.run()
    expect((await next.all("delivered")).length).toBe(1_260)
    expect(most).toBe(1)
  })
})

describe("writing what came of deliveries", () => {
  it("RELAY-1 is done as soon as a store that was away is back, and nothing is sent again for it", async () => {
    const memory = openMemoryStore()
    let away = 0
    const store: Store = {
      ...memory,
      commit: async (commit) => {
        if (commit.settlements === undefined || away === 0) return memory.commit(commit)
        away -= 1
        if (away % 2 === 1) throw new Error("broken")
        return failed({ _tag: "StoreUnavailable", rule: "STORE-13", kind: "full", detail: "no room" })
      },
    }
    const app = channel("app")
    const { add, all, run } = scene({ store, notifiers: [app] })
    await add(...Array.from({ length: 20 }, (_, index) => message(`m${index}`)))
    away = 6
    await run()
    expect([app.sent.length, (await all("delivered")).length, away]).toEqual([20, 20, 0])
  })

  it("RELAY-10 is done for each by itself where the store refuses one, and that one is laid aside", async () => {
    const memory = openMemoryStore()
    const store: Store = {
      ...memory,
      commit: async (commit) => {
        const bad = commit.settlements?.some(({ id, outcome }) => id === "m3" && outcome._tag === "Delivered")
        if (bad !== true) return memory.commit(commit)
        return failed({ _tag: "InvalidStoredText", rule: "STORE-7", field: "deliveries.payload", index: 0 })
      },
    }
    const { add, all, causes, run } = scene({ store })
    await add(...Array.from({ length: 8 }, (_, index) => message(`m${index}`)))
    await run()
    expect((await all("delivered")).map(({ id }) => id)).toEqual(["m0", "m1", "m2", "m4", "m5", "m6", "m7"])
    expect(await causes("parked")).toMatchObject({ m3: { _tag: "RelayBroke", rule: "RELAY-10" } })
  })
})

describe("an answer that is lost", () => {
  /** A store that takes deliveries and loses the answer, the nth time. */
  const losing = (memory: Store, nth: number): Store => {
    let takings = 0
    const takeDeliveries: Store["takeDeliveries"] = async (...asked) => {
      const answer = await memory.takeDeliveries(...asked)
      takings += 1
      return takings === nth ? failed(gone) : answer
    }
    return { ...memory, takeDeliveries }
  }
  const ids = Array.from({ length: 40 }, (_, index) => `m${index}`)

  it("RELAY-14 of a taking holds up nothing: what was taken is given again, by itself, and sent once", async () => {
    const memory = openMemoryStore()
    const app = channel("app")
    const { add, all, clock, relay, run } = scene({ store: losing(memory, 1), notifiers: [app] })
    await add(...ids.map((id) => message(id)))
    expect(await clock.until(relay.runOnce(tenant))).toEqual(failed(gone))
    await run()
    expect((await all("delivered")).length).toBe(40)
    expect(app.sent.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const lease = await memory.acquireLease(tenant, { name: "relay", holder: "other", now: clock.now(), ttl: 1 })
    expect(lease).toMatchObject({ ok: false, failure: { _tag: "LeaseHeld" } })
  })

  it("RELAY-14 of a taking beside others in hand lets those come to their end before the lease is taken anew", async () => {
    const store = losing(openMemoryStore(), 2)
    const clock = virtualClock(start)
    const app = channel("app", () => clock.sleep(5_000).then(() => done(null)))
    const { add, all, relay, run } = scene({ store, clock, notifiers: [app], limits: { inFlight: 8 } })
    await add(message("first"))
    const running = relay.runOnce(tenant)
    await clock.advance(100)
    await add(message("second"), message("third"))
    expect(await clock.until(running)).toEqual(failed(gone))
    await run()
    expect((await all("delivered")).map(({ id, starts }) => [id, starts])).toEqual([
      ["first", 1],
      ["second", 2],
      ["third", 2],
    ])
    expect(app.sent.map(({ id }) => id)).toEqual(["first", "second", "third"])
  })

  it("RELAY-14 of a settling is no reason to send again or to lay aside, and holds up nothing that follows", async () => {
    const memory = openMemoryStore()
    let toLose = 1
    const store: Store = {
      ...memory,
      commit: async (commit) => {
        const answer = await memory.commit(commit)
        if (commit.settlements === undefined || toLose === 0) return answer
        toLose -= 1
        return failed(gone)
      },
    }
    const app = channel("app")
    const { add, all, relay, clock, run } = scene({ store, notifiers: [app] })
    await add(message("a", { key: "k" }), message("b", { key: "k" }), message("c"))
    await clock.until(relay.runOnce(tenant))
    await run()
    expect((await all("delivered")).map(({ id }) => id).sort()).toEqual(["a", "b", "c"])
    expect(await all("parked")).toEqual([])
    expect(app.sent.map(({ id }) => id).sort()).toEqual(["a", "b", "c"])
  })

  it("RELAY-14 takes again what could not be written at all", async () => {
    const memory = openMemoryStore()
    let refusing = 2
    const store: Store = {
      ...memory,
      commit: async (commit) => {
        if (commit.settlements === undefined || refusing === 0) return memory.commit(commit)
        refusing -= 1
        return failed({ _tag: "InvalidStoredText", rule: "STORE-7", field: "deliveries.payload", index: 0 })
      },
    }
    const { add, all, clock, relay, run } = scene({ store })
    await add(message("a"))
    await clock.until(relay.runOnce(tenant))
    expect(await all("waiting")).toMatchObject([{ id: "a", starts: 1 }])
    await run()
    expect(await all("delivered")).toMatchObject([{ id: "a", starts: 2 }])
  })
})

describe("a share of the work", () => {
  it("RELAY-13 ends a run so that others have their turn; what is in hand goes on, and nobody in doubt is tried beside it", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const order: Array<string> = []
    const app = channel("app", async ({ id }) => {
      order.push(`${id} begins`)
      await clock.sleep(10_000)
      order.push(`${id} ends`)
      return done(null)
    })
    const dying = oneProcess(store, clock, {
      after: (method) => {
        if (method === "takeDeliveries") dying.kill()
      },
    })
    const dead = scene({ store: dying.store, clock: { ...clock, ...dying.clock } })
    await store.commit({ tenant: "u", at: start, deliveries: [message("doubted")] })
    await clock.until(Promise.race([dead.relay.runOnce("u"), dying.died]))
    await clock.advance(31_000)
    const { add, relay } = scene({ store, clock, notifiers: [app], limits: { inRun: 1, inFlight: 2 } })
    await add(message("a"), message("b"))
    const before = clock.now()
    await relay.runOnce(tenant)
    expect(clock.now()).toBe(before)
    expect(await clock.until(relay.runOnce("u"))).toEqual(done(1))
    expect(order).toEqual(["a begins", "b begins", "a ends", "b ends", "doubted begins", "doubted ends"])
    expect(await relay.runOnce(tenant)).toEqual(done(2))
  })
})
