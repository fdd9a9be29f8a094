import { done, type Notifier, type Plugin, type Store } from "@jinlin/sdk"
import { memoryStore, openMemoryStore } from "@jinlin/store-memory"
import { describe, expect, it, vi } from "vitest"
import { readCharter } from "../charter/charter.ts"
import { createJinlin, type JinlinConfig } from "./create.ts"
import { listedDirectory } from "./people.ts"

const read = readCharter({ charter: 1, community: "willow", zone: "Asia/Shanghai", names: {}, policies: {} })
if (!read.ok) throw new Error("charter")
const charter = read.value

const config = (change: Partial<JinlinConfig> = {}): JinlinConfig => ({
  ...{ store: openMemoryStore(), directory: listedDirectory([]), charter },
  ...change,
})
const notifier = (name: string): Notifier => ({
  ...{ name, send: async () => done(null), verify: async () => done(null) },
  [Symbol.asyncDispose]: async () => {},
})
const plugin = (start: Plugin<"store", Store>["start"]): Plugin<"store", Store> => ({
  ...{ kind: "store", name: "store-odd", apiVersion: 1, capabilities: {}, start },
})
/** A store that counts how often it was let go of. */
const counted = () => {
  const store = openMemoryStore()
  const gone = vi.fn(async () => {})
  return { store: { ...store, [Symbol.asyncDispose]: gone }, gone }
}

describe("PLUGIN-3 what does not start is named, and nothing else falls with it", () => {
  it("PLUGIN-3 a start that throws is answered, and what had started is let go of", async () => {
    const { gone, store } = counted()
    const thrower = {
      kind: "directory",
      name: "odd",
      apiVersion: 1,
      capabilities: {},
      start: () => Promise.reject(new TypeError("secret")),
    }
    const made = await createJinlin(config({ store: plugin(async () => done(store)), directory: thrower as never }))
    expect(made).toMatchObject({ ok: false, refusals: [{ plugin: "odd", because: "threw", detail: "TypeError" }] })
    expect(gone).toHaveBeenCalledTimes(1)
  })

  it("PLUGIN-3 a port or plugin of another kind is refused", async () => {
    const directory = listedDirectory([])
    for (const odd of [directory, undefined, plugin(async () => done(directory as never))])
      expect(await createJinlin(config({ store: odd as never }))).toMatchObject({
        ok: false,
        refusals: [{ _tag: "PluginFailed", because: "bad-result" }],
      })
    expect(await createJinlin(config({ directory: memoryStore({}) as never }))).toMatchObject({ ok: false })
  })

  it("PLUGIN-3 two notifiers of one name are refused", async () => {
    const made = await createJinlin(config({ notifiers: [notifier("sms"), notifier("app"), notifier("sms")] }))
    expect(made).toMatchObject({
      ok: false,
      refusals: [{ plugin: "sms", detail: "another one of this name was given" }],
    })
  })

  it("PLUGIN-3 one that hangs is given up after its time, and let go of if it comes after all", async () => {
    vi.useFakeTimers()
    try {
      const { gone, store } = counted()
      let come: (() => void) | undefined
      const hanging = new Promise<void>((resolve) => {
        come = resolve
      })
      const making = createJinlin(config({ store: plugin(async () => hanging.then(() => done(store))) }))
      await vi.advanceTimersByTimeAsync(29_999)
      expect(gone).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect(await making).toMatchObject({ ok: false, refusals: [{ because: "timed-out" }] })
      come?.()
      await vi.advanceTimersByTimeAsync(0)
      expect(gone).toHaveBeenCalledTimes(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it("PLUGIN-3 a service that throws when it is let go of does not keep the others", async () => {
    const { gone, store } = counted()
    const bad = { ...notifier("bad"), [Symbol.asyncDispose]: () => Promise.reject(new Error("no")) }
    const starting = {
      kind: "notifier",
      name: "bad",
      apiVersion: 1,
      capabilities: {},
      start: async () => done(bad),
    } as const
    const made = await createJinlin(config({ store: plugin(async () => done(store)), notifiers: [starting] }))
    if (!made.ok) throw new Error("not made")
    await made.value[Symbol.asyncDispose]()
    expect(gone).toHaveBeenCalledTimes(1)
  })
})
