import type { StandardSchemaV1 } from "@standard-schema/spec"
import { describe, expect, it } from "vitest"
import { done, failed } from "../answer.ts"
import { definePlugin, lineOf, type PluginContext, pluginApiVersion, type Service } from "./plugin.ts"

interface Options {
  readonly port: number
}

type Validated = ReturnType<StandardSchemaV1<Options>["~standard"]["validate"]>

const schema = (validate: (value: unknown) => Validated): StandardSchemaV1<Options> => ({
  "~standard": { version: 1, vendor: "test", validate },
})

const anything = schema((value) => ({ value: value as Options }))

const service = (name: string): Service => ({ name, [Symbol.asyncDispose]: async () => {} })

const context: PluginContext = {
  clock: { now: () => 0, sleep: async () => {} },
  signal: new AbortController().signal,
}

type Setup = (options: Options, context: PluginContext) => unknown

/** A plugin whose setup may do what no type allows. */
const startWith = (setup: Setup, { apiVersion = pluginApiVersion, options = anything } = {}) => {
  const typed = setup as () => ReturnType<typeof done<Service>>
  const define = definePlugin({ kind: "notifier", name: "quiet", apiVersion, options, setup: typed })
  return define({ port: 1 }).start(context)
}

const pluginFailed = (because: string, detail: string) =>
  failed({ _tag: "PluginFailed", rule: "PLUGIN-3", plugin: "quiet", because, detail })

describe("PLUGIN-1 options", () => {
  it("PLUGIN-1 are read when it starts, and setup gets what was read of them", async () => {
    const seen: Array<unknown> = []
    const doubled = schema((value) => ({ value: { port: (value as Options).port * 2 } }))
    const answer = await startWith((options, given) => seen.push(options, given) && done(service("quiet")), {
      options: doubled,
    })
    expect(answer.ok).toBe(true)
    expect(seen).toEqual([{ port: 2 }, context])
  })

  it("PLUGIN-1 that are wrong are named with their path, and setup is not asked", async () => {
    const asked: Array<unknown> = []
    const issues = [
      { message: "must be a port", path: ["server", { key: "port" }, 0] },
      { message: "is unknown", path: [Symbol("odd")] },
      { message: "is wrong as a whole" },
    ]
    const answer = await startWith((options) => asked.push(options), { options: schema(() => ({ issues })) })
    expect(answer).toEqual(
      failed({
        ...{ _tag: "InvalidOptions", rule: "PLUGIN-1", plugin: "quiet" },
        issues: [
          { path: ["server", "port", 0], message: "must be a port" },
          { path: ["Symbol(odd)"], message: "is unknown" },
          { path: [], message: "is wrong as a whole" },
        ],
      }),
    )
    expect(asked).toEqual([])
  })

  it("PLUGIN-1 may take a while to read, and a schema that throws is told", async () => {
    const late = schema(async () => ({ issues: [{ message: "no", path: [] }] }))
    expect(await startWith(() => done(service("quiet")), { options: late })).toMatchObject({
      failure: { _tag: "InvalidOptions" },
    })
    const broken = schema(() => {
      throw new TypeError("a schema that throws")
    })
    expect(await startWith(() => done(service("quiet")), { options: broken })).toEqual(
      pluginFailed("threw", "a schema that throws"),
    )
  })
})

describe("PLUGIN-2 the version of the API", () => {
  it.each([pluginApiVersion - 1, pluginApiVersion + 1])(
    "PLUGIN-2 does not start a plugin of version %i",
    async (found) => {
      const asked: Array<unknown> = []
      const answer = await startWith((options) => asked.push(options), { apiVersion: found })
      const wrong = { _tag: "WrongPluginVersion", rule: "PLUGIN-2", plugin: "quiet", found, known: pluginApiVersion }
      expect([answer, asked]).toEqual([failed(wrong), []])
    },
  )
})

describe("PLUGIN-3 a plugin that does not do what it should", () => {
  it("PLUGIN-3 is reported by name when its setup throws or rejects, in one line without a stack", async () => {
    const thrown = () => {
      throw new Error("no such host\nsecret on the next line")
    }
    expect(await startWith(thrown)).toEqual(pluginFailed("threw", "no such host"))
    expect(await startWith(async () => thrown())).toEqual(pluginFailed("threw", "no such host"))
    expect(await startWith(() => Promise.reject("a text"))).toEqual(pluginFailed("threw", "a text"))
    expect(await startWith(() => Promise.reject(undefined))).toEqual(pluginFailed("threw", "undefined"))
  })

  it("PLUGIN-3 is reported by name when its setup gives nothing that could be used", async () => {
    const { name, ...nameless } = service("quiet")
    const nonsense = [undefined, null, 7, "quiet", {}, [], service(name), { ok: false }, { ok: 1, value: 1 }]
    const noServices = [undefined, null, 7, {}, { name }, nameless].map((value) => done(value))
    for (const value of [...nonsense, ...noServices])
      expect([value, await startWith(() => value)]).toEqual([
        value,
        pluginFailed("bad-result", "setup gave no service with a name and an asynchronous dispose"),
      ])
  })

  it("PLUGIN-3 says itself why it did not start, and is passed on as it is", async () => {
    const own = failed({ _tag: "NoServer", host: "example" })
    expect(await startWith(() => own)).toBe(own)
    expect(await startWith(async () => own)).toBe(own)
  })
})

describe("a plugin", () => {
  it("does nothing before it is started, may be started more than once, and says what it is", async () => {
    let started = 0
    const define = definePlugin({
      ...{ kind: "notifier", name: "quiet", apiVersion: pluginApiVersion, options: anything },
      capabilities: { channel: "letter" },
      setup: () => {
        started += 1
        return done(service(`quiet ${started}`))
      },
    })
    const plugin = define({ port: 1 })
    expect([plugin.kind, plugin.name, plugin.apiVersion, plugin.capabilities]).toEqual([
      ...["notifier", "quiet", pluginApiVersion],
      { channel: "letter" },
    ])
    expect(started).toBe(0)
    const names = [await plugin.start(context), await plugin.start(context)].map((one) => one.ok && one.value.name)
    expect(names).toEqual(["quiet 1", "quiet 2"])
  })

  it("tells of what was thrown no more than one line of 200 characters", () => {
    expect(lineOf(new Error(`${"x".repeat(300)}\nmore`))).toBe("x".repeat(200))
    expect([lineOf(7), lineOf(null), lineOf(new Error("")), lineOf("a\nb")]).toEqual(["7", "null", "", "a"])
  })
})
