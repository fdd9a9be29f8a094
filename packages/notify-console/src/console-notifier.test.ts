import { PassThrough, Writable } from "node:stream"
import type { Message, Notifier } from "@jinlin/sdk"
import { pluginApiVersion } from "@jinlin/sdk"
import { virtualClock } from "@jinlin/testkit/clock"
import { notifierConformance } from "@jinlin/testkit/notifier"
import * as fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type ConsoleNotifierOptions, consoleNotifier } from "./index.ts"

const open = async (options?: ConsoleNotifierOptions): Promise<Notifier> => {
  const started = await consoleNotifier(options).start({ clock: virtualClock(), signal: new AbortController().signal })
  if (!started.ok) throw new Error(JSON.stringify(started.failure))
  return started.value
}

const message: Message = {
  ...{ id: "conference/willow@12/0.0/p-7/console", tenant: "town", address: "13800138000", language: "zh-Hans" },
  ...{ template: "meeting-noticed", text: "请出席会议“三月例会”：3月7日。", data: { meeting: "m-1" } },
}

const still = new AbortController().signal

const collecting = () => {
  const lines: Array<string> = []
  return {
    lines,
    write: (text: string, taken: () => void) => {
      lines.push(text)
      taken()
    },
  }
}

const uncaught: Array<unknown> = []
const note = (thrown: unknown): void => {
  uncaught.push(thrown)
}
beforeEach(() => {
  process.on("uncaughtException", note)
  process.on("unhandledRejection", note)
})
afterEach(() => {
  process.off("uncaughtException", note)
  process.off("unhandledRejection", note)
  expect(uncaught).toEqual([])
})

notifierConformance({ describe, it }, { open: () => open({ stream: collecting() }) })

describe("a line", () => {
  it("NOTIFY-CONSOLE-1 says what it is, for which community, and its text, in the words of its reader's language", async () => {
    const told = []
    for (const language of ["zh-Hans", "zh-Hant", "en"] as const) {
      const stream = collecting()
      await (await open({ stream, language, showAddress: true })).send(message, still)
      told.push(...stream.lines)
    }
    const rest = "请出席会议“三月例会”：3月7日。 · conference/willow@12/0.0/p-7/console\n"
    expect(told).toEqual([
      `[通知] town · meeting-noticed (zh-Hans) · 发往 13800138000 · ${rest}`,
      `[通知] town · meeting-noticed (zh-Hans) · 發往 13800138000 · ${rest}`,
      `[notice] town · meeting-noticed (zh-Hans) · to 13800138000 · ${rest}`,
    ])
  })

  it("NOTIFY-CONSOLE-1 is one line without anything that a terminal obeys, whatever stands in the message", async () => {
    const stream = collecting()
    const notifier = await open({ stream, showAddress: true })
    await notifier.send({ ...message, text: "a\u001b[31m\r\nb\u202ec\u2028d\u0000" }, still)
    expect(stream.lines[0]).toContain("a\\u{1b}[31m\\u{d}\\u{a}b\\u{202e}c\\u{2028}d\\u{0}")
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (text, address) => {
        const parts = { text, address, id: text, template: address, tenant: text, language: address }
        expect(await notifier.send({ ...message, ...parts }, still)).toEqual({ ok: true, value: null })
        const line = stream.lines.at(-1) ?? ""
        expect(line.replace(/[\u200c\u200d]/g, "")).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*\n$/u)
      }),
      { numRuns: 40 },
    )
  })

  it("NOTIFY-CONSOLE-2 shows no address unless it is asked to", async () => {
    const stream = collecting()
    const notifier = await open({ stream })
    await notifier.send(message, still)
    expect(stream.lines[0]).toBe(
      "[notice] town · meeting-noticed (zh-Hans) · 请出席会议“三月例会”：3月7日。 · conference/willow@12/0.0/p-7/console\n",
    )
    const broken = new Writable({
      write: (_, __, callback) => callback(Object.assign(new Error("to 13800138000"), { code: "EPIPE" })),
    })
    const answer = await (await open({ stream: broken })).send(message, still)
    expect(answer).toEqual({
      ok: false,
      failure: { _tag: "SendFailed", kind: "temporary", detail: "not written: EPIPE" },
    })
  })
})

describe("a stream", () => {
  it("NOTIFY-CONSOLE-3 that breaks is answered, does not end the process, and is listened to no longer than it must", async () => {
    const stream = new Writable({ write: (_, __, callback) => callback(new Error("broken")) })
    const notifier = await open({ stream })
    expect(await notifier.send(message, still)).toMatchObject({ ok: false, failure: { kind: "temporary" } })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await notifier.send(message, still)).toMatchObject({ ok: false, failure: { kind: "disabled" } })
    expect(await notifier.verify()).toMatchObject({ ok: false, failure: { kind: "disabled" } })
    const good = new PassThrough()
    good.resume()
    const well = await open({ stream: good })
    for (let count = 0; count < 20; count += 1) await well.send(message, still)
    expect(good.listenerCount("error")).toBe(0)
  })

  it("NOTIFY-CONSOLE-3 that blocks is not waited for after the signal is aborted, and one that throws is answered", async () => {
    const stop = new AbortController()
    const blocked = (await open({ stream: { write: () => false } })).send(message, stop.signal)
    stop.abort()
    expect(await blocked).toMatchObject({ ok: false, failure: { kind: "temporary" } })
    const write = () => {
      throw new Error("no")
    }
    expect(await (await open({ stream: { write } })).send(message, still)).toMatchObject({ ok: false })
  })

  it("NOTIFY-CONSOLE-3 is standard output unless another is given, and stays open when the notifier is disposed of", async () => {
    const written: Array<string> = []
    const { write } = process.stdout
    process.stdout.write = ((text: string, taken: () => void) => {
      written.push(text)
      taken()
      return true
    }) as typeof write
    try {
      const notifier = await open()
      await notifier.send(message, still)
      await notifier[Symbol.asyncDispose]()
      expect(await notifier.send(message, still)).toMatchObject({ ok: false, failure: { kind: "disabled" } })
    } finally {
      process.stdout.write = write
    }
    expect(written).toHaveLength(1)
    expect(process.stdout.writable).toBe(true)
  })
})

describe("options", () => {
  it("that it does not take are named when it starts", async () => {
    const wrong = JSON.parse('{"stream":"stdout","language":"fr","showAddress":1,"colour":true}')
    const started = await consoleNotifier(wrong).start({ clock: virtualClock(), signal: still })
    expect(started).toMatchObject({
      ok: false,
      failure: { _tag: "InvalidOptions", rule: "PLUGIN-1", plugin: "notify-console" },
    })
    const paths = !started.ok && started.failure._tag === "InvalidOptions" ? started.failure.issues : []
    expect(paths.map(({ path }) => path.join("."))).toEqual(["colour", "stream", "language", "showAddress"])
    expect(consoleNotifier()).toMatchObject({ kind: "notifier", name: "notify-console", apiVersion: pluginApiVersion })
  })
})
