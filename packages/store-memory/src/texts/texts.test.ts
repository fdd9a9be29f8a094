import { textStoreConformance } from "@jinlin/testkit/text-store"
import { describe, expect, it } from "vitest"
import { memoryTextStore, openMemoryTextStore } from "../index.ts"

const clock = { now: () => 0, sleep: async () => {} }

describe("TEXT-STORE-1, TEXT-STORE-2, TEXT-STORE-4 in memory", () => {
  textStoreConformance(
    { describe, it },
    {
      durable: false,
      open: async () => {
        const store = openMemoryTextStore()
        return { store, close: () => store[Symbol.asyncDispose]() }
      },
    },
  )
})

describe("the plugin of texts in memory", () => {
  it("opens an empty store with each start", async () => {
    const plugin = memoryTextStore()
    const context = { clock, signal: new AbortController().signal }
    const [first, second] = [await plugin.start(context), await plugin.start(context)]
    expect(first.ok && second.ok).toBe(true)
    if (!first.ok || !second.ok) return
    await first.value.put("a", { id: "x", sections: [] }, 1)
    expect(await second.value.read("a", "x")).toEqual({ ok: true, value: null })
    expect(first.value.name).toBe("texts-memory")
  })
})
