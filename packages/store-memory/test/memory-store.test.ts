import type { PluginContext } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import { memoryStore, openMemoryStore } from "../src/index.ts"

const context: PluginContext = {
  clock: { now: () => 0, sleep: async () => {} },
  signal: new AbortController().signal,
}

const events = [{ type: "Noted", body: "{}", meta: "{}", digest: "sha-256:0" }]
const appends = [{ stream: "a", expected: 0, events }]

describe("the store in memory", () => {
  it("says what it is and can do", async () => {
    await using store = openMemoryStore()
    expect([store.name, store.capabilities]).toEqual([
      "store-memory",
      { durable: false, shared: false, logOrder: "serialized", withinTransaction: false },
    ])
  })

  it("writes before it answers: a commit is one synchronous step", async () => {
    await using store = openMemoryStore()
    const first = store.commit({ tenant: "t", at: 0, appends })
    const second = store.commit({ tenant: "t", at: 0, appends })
    const reading = store.readStream("t", "a")
    expect([(await first).ok, (await second).ok, await reading]).toMatchObject([
      true,
      false,
      { value: [{ revision: 1 }] },
    ])
  })

  it("hands out events, entries and items that nobody can change", async () => {
    await using store = openMemoryStore()
    const item = { key: "k", at: 0, rule: "R-1", command: "{}" }
    const audit = [{ kind: "looked", body: "{}" }]
    const idempotency = { key: "c", content: "c", answer: "" }
    await store.commit({ tenant: "t", at: 0, appends, audit, idempotency, due: [{ stream: "a", items: [item] }] })
    const [stream, log] = [await store.readStream("t", "a"), await store.readLog("t", { limit: 1 })]
    const [entries, command] = [await store.readAudit("t", { limit: 1 }), await store.readCommand("t", "c")]
    const shown = [
      ...(stream.ok ? stream.value : []),
      ...(log.ok ? log.value.events : []),
      ...(entries.ok ? entries.value.rows : []),
      ...(command.ok ? [command.value] : []),
    ]
    expect(shown.map((one) => Object.isFrozen(one))).toEqual([true, true, true, true])
  })

  it("knows positions of its own tenant only: two tenants and two stores have marks of their own", async () => {
    const stores = [openMemoryStore(), openMemoryStore()]
    const positions = []
    for (const store of stores)
      for (const tenant of ["t", "u"]) {
        const answer = await store.commit({ tenant, at: 0, appends })
        positions.push(answer.ok ? answer.value.position : null)
      }
    expect(new Set(positions).size).toBe(4)
    expect(new Set(positions.map((position) => position?.split("-")[0])).size).toBe(1)
  })
})

describe("the store in memory as a plugin", () => {
  it("opens an empty store each time that it starts", async () => {
    const plugin = memoryStore()
    expect([plugin.kind, plugin.name, plugin.capabilities]).toMatchObject(["store", "store-memory", { durable: false }])
    const [one, other] = [await plugin.start(context), await memoryStore({}).start(context)]
    if (!one.ok || !other.ok) throw new Error("it must start")
    await one.value.commit({ tenant: "t", at: 0, appends })
    expect(await other.value.readStream("t", "a")).toEqual({ ok: true, value: [] })
  })

  it("PLUGIN-1 takes no options, and says so", async () => {
    const start = (options: unknown) => memoryStore(options as Record<string, never>).start(context)
    for (const options of [{ file: "x" }, [], "x", null, 7])
      expect(await start(options)).toEqual({
        ok: false,
        failure: {
          ...{ _tag: "InvalidOptions", rule: "PLUGIN-1", plugin: "store-memory" },
          issues: [{ path: [], message: "the store in memory takes no options" }],
        },
      })
  })
})
