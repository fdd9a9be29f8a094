import { type Backlog, done, failed, type Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { virtualClock } from "@jinlin/testkit/clock"
import { describe, expect, it } from "vitest"
import { channel, message, scene, start, tenant } from "../../test/workers/relay-scene.ts"
import { type HealthOptions, healthOf } from "./health.ts"

const calm: Backlog = { waiting: 0, parked: 0, oldestWaitingAt: null, due: 0, stalledSince: null }

const told = async (backlog: Partial<Backlog>, more: Partial<HealthOptions> = {}) => {
  const store = { ...openMemoryStore(), backlog: async () => done({ ...calm, ...backlog }) }
  const { alarms } = await healthOf({ store, clock: virtualClock(start), ...more }, tenant)
  return alarms
}

const turn = { tenant, runningSince: null, failures: 0, failingSince: null, failure: null }
const worker = (seen: object, name = "relay") => ({ workers: [{ name, tenants: () => [{ ...turn, ...seen }] }] })

describe("health", () => {
  it("HEALTH-1 tells of a delivery that has waited too long, with its key and why it waits, and not a moment sooner", async () => {
    const limit = 900_000
    expect(await told({ waiting: 1, oldestWaitingAt: start - limit })).toEqual([])
    expect(await told({ waiting: 7, oldestWaitingAt: start - limit - 1 })).toEqual([
      {
        ...{
          _tag: "UndeliveredTooLong",
          rule: "HEALTH-1",
          since: start - limit - 1,
          age: limit + 1,
          limit,
          waiting: 7,
        },
        ...{ delivery: null, key: null, cause: null },
      },
    ])
    const busy = channel("app", async () => failed({ _tag: "SendFailed", kind: "temporary", detail: "busy" }))
    const { add, clock, relay, run, store } = scene({ notifiers: [busy] })
    await add(message("m", { key: "k" }))
    await run()
    await clock.advance(limit + 1)
    const health = await healthOf({ store, clock, relay }, tenant)
    expect(health).toMatchObject({ tenant, at: clock.now(), backlog: { waiting: 1 }, oldestUndelivered: limit + 1 })
    expect(health.alarms).toMatchObject([{ delivery: "m", key: "k", cause: "NotTaken" }])
  })

  it("HEALTH-2 tells of what was laid aside", async () => {
    expect(await told({ parked: 1 })).toEqual([{ _tag: "DeliveriesParked", rule: "HEALTH-2", parked: 1, limit: 0 }])
    expect(await told({ parked: 3 }, { thresholds: { parked: 3 } })).toEqual([])
  })

  it("HEALTH-3 tells of what fell due and was not issued: the longest of it, and not a moment sooner", async () => {
    const limit = 900_000
    const [store, clock] = [openMemoryStore(), virtualClock(start)]
    const item = (key: string, at: number) => ({ key, at, rule: "R-1", command: "{}" })
    const items = [item("late", start - limit - 1), item("on-the-day", start - limit), item("soon", start + 1)]
    await store.commit({ tenant, at: start, due: [{ stream: "s", items }] })
    const { alarms } = await healthOf({ store, clock }, tenant)
    expect(alarms).toEqual([
      {
        ...{ _tag: "DueItemsOverdue", rule: "HEALTH-3", due: 2, stream: "s", key: "late" },
        ...{ at: start - limit - 1, age: limit + 1, limit },
      },
    ])
    await store.commit({ tenant, at: start, dueSettled: [{ stream: "s", key: "late" }] })
    expect((await healthOf({ store, clock }, tenant)).alarms).toEqual([])
  })

  it("HEALTH-4 tells of a log that cannot be read on", async () => {
    expect(await told({ stalledSince: start - 60_000 })).toEqual([])
    expect(await told({ stalledSince: start - 60_001 })).toEqual([
      { _tag: "LogStalled", rule: "HEALTH-4", since: start - 60_001, age: 60_001, limit: 60_000 },
    ])
  })

  it("HEALTH-5 tells of a worker that is slow to renew its lease, and of none that does not hold it", async () => {
    const lag = (milliseconds: number | null) => ({ workers: [{ name: "relay", leaseLag: () => milliseconds }] })
    expect(await told({}, lag(20_000))).toEqual([])
    expect(await told({}, lag(null))).toEqual([])
    expect(await told({}, lag(20_001))).toEqual([
      { _tag: "LeaseLags", rule: "HEALTH-5", worker: "relay", lag: 20_001, limit: 20_000 },
    ])
  })

  it("HEALTH-6 tells of a worker that cannot work, or has been at one look for too long; of this tenant only", async () => {
    const failing = (since: number) =>
      worker({ failures: 9, failingSince: since, failure: { _tag: "StoreUnavailable" } })
    expect(await told({}, failing(start - 60_000))).toEqual([])
    expect(await told({}, failing(start - 60_001))).toEqual([
      {
        ...{ _tag: "WorkerFailing", rule: "HEALTH-6", worker: "relay", failures: 9 },
        ...{ since: start - 60_001, failure: "StoreUnavailable" },
      },
    ])
    expect(await told({}, worker({ runningSince: start - 600_000 }))).toEqual([])
    expect(await told({}, worker({ runningSince: start - 600_001 }, "reactor"))).toEqual([
      {
        ...{ _tag: "WorkerStuck", rule: "HEALTH-6", worker: "reactor" },
        ...{ since: start - 600_001, age: 600_001, limit: 600_000 },
      },
    ])
    expect(await told({}, worker({ tenant: "other", runningSince: 0 }))).toEqual([])
  })

  it("HEALTH-7 tells of channels that are disabled", async () => {
    const gone = { notifier: "sms", since: start - 5, until: start + 5, detail: "410 Gone" }
    expect(await told({}, { relay: { disabled: (name) => (name === tenant ? [gone] : []) } })).toEqual([
      { _tag: "ChannelIsDisabled", rule: "HEALTH-7", ...gone },
    ])
  })

  it("HEALTH-8 tells of a clock that is ahead of this one", async () => {
    const limit = 300_000
    expect(await told({ waiting: 1, oldestWaitingAt: start + limit })).toEqual([])
    expect(await told({ waiting: 1, oldestWaitingAt: start + limit + 1 })).toEqual([
      { _tag: "ClockSkewed", rule: "HEALTH-8", by: limit + 1, limit },
    ])
  })

  it("HEALTH-9 answers also when the store does not, throws or never answers", async () => {
    const away = { _tag: "StoreUnavailable", rule: "STORE-13", kind: "full", detail: "no room" } as const
    const ways: ReadonlyArray<readonly [Store["backlog"], object]> = [
      [async () => failed(away), { failure: "StoreUnavailable", detail: "no room" }],
      [
        () => {
          throw new RangeError("secret")
        },
        { failure: "StoreUnavailable", detail: "threw RangeError" },
      ],
      [() => new Promise(() => {}), { failure: "TimedOut", detail: "" }],
    ]
    for (const [backlog, said] of ways) {
      const clock = virtualClock(start)
      const health = await clock.until(healthOf({ store: { ...openMemoryStore(), backlog }, clock }, tenant))
      expect(health).toEqual({
        ...{ tenant, at: start, backlog: null, oldestUndelivered: 0 },
        alarms: [{ _tag: "StoreNotAnswering", rule: "HEALTH-9", ...said }],
      })
    }
  })
})
