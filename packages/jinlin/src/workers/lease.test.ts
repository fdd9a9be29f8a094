import { type Answer, failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { oneProcess } from "../../test/workers/one-process.ts"
import { seeded } from "../../test/workers/seeded.ts"
import { type HeldLease, holdLease } from "./lease.ts"
import { leaseKeeper } from "./lease-keeper.ts"

const ttl = 30_000

const value = <Value>(answer: Answer<Value, unknown>): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const held = async (
  at: {
    readonly store: Store
    readonly clock: ReturnType<typeof virtualClock> | ReturnType<typeof oneProcess>["clock"]
  },
  holder: string,
): Promise<HeldLease> => value(await holdLease({ ...at, tenant: "t", name: "relay", holder, ttl }))

describe("holding a lease", () => {
  it("WORKER-1 is held as long as its worker lives, however long its work takes", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(1_000)]
    const lease = await held({ store, clock }, "a")
    await clock.advance(100 * ttl)
    expect([lease.lost.aborted, clock.now() - lease.renewedAt()]).toEqual([false, 0])
    const other = await holdLease({ store, clock, tenant: "t", name: "relay", holder: "b", ttl })
    expect(other).toMatchObject({ ok: false, failure: { _tag: "LeaseHeld", until: clock.now() + ttl } })
    await lease.release()
    await lease.release()
    const next = await held({ store, clock }, "b")
    expect(next.fence.token).toBeGreaterThan(lease.fence.token)
    await next.release()
    expect(clock.sleeping()).toBe(0)
  })

  it("WORKER-1 is lost at the latest when its time is over, whatever the store does: fails, throws or never answers", async () => {
    const ways: ReadonlyArray<() => ReturnType<Store["renewLease"]>> = [
      async () => failed({ _tag: "StoreUnavailable", rule: "STORE-13", kind: "unreachable", detail: "" }),
      async () => {
        throw new Error("broken")
      },
      () => new Promise(() => {}),
    ]
    for (const renewLease of ways) {
      const [store, clock] = [openMemoryStore(), virtualClock()]
      const lease = await held({ store: { ...store, renewLease }, clock }, "a")
      await clock.advance(ttl - 1)
      expect(lease.lost.aborted).toBe(false)
      await clock.advance(1)
      expect(lease.lost.aborted).toBe(true)
    }
  })

  it("WORKER-1 outlasts a store that is away for less than the lease", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock()]
    let away = false
    const renewLease: Store["renewLease"] = async (...asked) =>
      away
        ? failed({ _tag: "StoreUnavailable", rule: "STORE-13", kind: "unreachable", detail: "" })
        : store.renewLease(...asked)
    const lease = await held({ store: { ...store, renewLease }, clock }, "a")
    for (let round = 0; round < 5; round += 1) {
      away = true
      await clock.advance(ttl / 2)
      away = false
      await clock.advance(ttl / 2)
    }
    expect(lease.lost.aborted).toBe(false)
    await lease.release()
  })

  it("WORKER-1 is neither kept longer nor lost when the clock of the machine is set back", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock(100 * ttl)]
    const lease = await held({ store, clock }, "a")
    clock.set(0)
    await clock.advance(3 * ttl)
    expect(lease.lost.aborted).toBe(false)
    await lease.release()
  })

  it("WORKER-1 is one for each tenant of a worker, taken again after it was lost", async () => {
    const [store, clock] = [openMemoryStore(), virtualClock()]
    const keeper = leaseKeeper({ store, clock, name: "relay", holder: "a", ttl })
    const [one, same, other] = (await Promise.all(["t", "t", "u"].map(keeper.hold))).map(value)
    expect(one).toBe(same)
    expect(other).not.toBe(one)
    expect([keeper.lag("t"), keeper.lag("v")]).toEqual([0, null])
    await store.acquireLease("t", { name: "relay", holder: "b", now: clock.now() + ttl, ttl: 1 })
    await clock.advance(ttl + 1)
    expect([one?.lost.aborted, keeper.lag("t")]).toEqual([true, null])
    const again = value(await keeper.hold("t"))
    expect(again.fence.token).toBeGreaterThan(one?.fence.token ?? Number.NaN)
    await keeper.release()
    expect([
      clock.sleeping(),
      value(await store.acquireLease("t", { name: "relay", holder: "c", now: 0, ttl })).token,
    ]).toEqual([0, again.fence.token + 1])
  })
})

describe("a worker that was overtaken", () => {
  it("WORKER-2 cannot finish what it began: of every zombie's writes none is accepted, and takeover is in time", async () => {
    const seed = 7_101
    const random = seeded(seed)
    const poll = 1_000
    const waits: Array<number> = []
    let [stale, accepted] = [0, 0]
    for (let round = 0; round < 100; round += 1) {
      const [shared, clock] = [openMemoryStore(), virtualClock(round)]
      const [a, b] = [oneProcess(shared, clock), oneProcess(shared, clock)]
      await shared.commit({ tenant: "t", at: 0, deliveries: [{ id: "d", key: "k", kind: "message", payload: "{}" }] })
      const first = await held(a, "a")
      value(await a.store.takeDeliveries("t", { fence: first.fence, now: clock.now(), limit: 1 }))
      await clock.advance(Math.floor(random() * 2 * ttl))
      a.halt()
      const halted = clock.now()
      let second: HeldLease | undefined
      while (second === undefined) {
        await clock.advance(poll)
        const asked = await holdLease({ ...b, tenant: "t", name: "relay", holder: "b", ttl })
        if (asked.ok) second = asked.value
      }
      waits.push(clock.now() - halted)
      expect(second.fence.token).toBeGreaterThan(first.fence.token)
      expect(
        value(await b.store.takeDeliveries("t", { fence: second.fence, now: clock.now(), limit: 1 })),
      ).toHaveLength(1)
      a.goOn()
      const settlements = [{ id: "d", outcome: { _tag: "Delivered" } }] as const
      const zombie = await a.store.commit({ tenant: "t", at: clock.now(), fence: first.fence, settlements })
      if (zombie.ok) accepted += 1
      else if (zombie.failure._tag === "LeaseLost") stale += 1
      await clock.advance(0)
      expect(first.lost.aborted).toBe(true)
      value(await b.store.commit({ tenant: "t", at: clock.now(), fence: second.fence, settlements }))
      await second.release()
    }
    waits.sort((one, other) => one - other)
    const said = `seed ${seed}: takeover p50 ${waits[50]} ms, p99 ${waits[99]} ms of a lease of ${ttl} ms`
    expect({ stale, accepted }, said).toEqual({ stale: 100, accepted: 0 })
    expect(waits[0], said).toBeGreaterThan((2 * ttl) / 3 - poll)
    expect(waits[99], said).toBeLessThanOrEqual(ttl + poll)
  })
})
