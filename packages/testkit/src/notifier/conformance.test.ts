import { done, failed, type Message, type Notifier, type SendFailed } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import { notifierConformance, notifierTrials } from "./index.ts"

const refused = (kind: SendFailed["kind"], detail = "") => failed<SendFailed>({ _tag: "SendFailed", kind, detail })

/** A notifier that does all it must. */
const good = (): Notifier => {
  let isOver = false
  return {
    name: "good",
    send: async (_, signal) => {
      if (isOver) return refused("disabled", "disposed of")
      return signal.aborted ? refused("temporary", "given up") : done(null)
    },
    verify: async () => (isOver ? refused("disabled") : done(null)),
    [Symbol.asyncDispose]: async () => {
      isOver = true
    },
  }
}

notifierConformance({ describe, it }, { open: async () => good() })

const sendingBy = (send: Notifier["send"]) => (): Notifier => ({ ...good(), send })

/** Notifiers that each do one thing wrong, and the rule that must find it. */
const broken: Readonly<Record<string, readonly [string, () => Notifier]>> = {
  "has no name": ["NOTIFIER-1", () => ({ ...good(), name: "two words" })],
  "takes nothing": ["NOTIFIER-2", sendingBy(async () => refused("permanent"))],
  "gives something else than null": ["NOTIFIER-2", sendingBy(async () => JSON.parse('{"ok":true,"value":"sent"}'))],
  "knows a message by its id and refuses it": [
    "NOTIFIER-2",
    () => {
      const seen = new Set<string>()
      return {
        ...good(),
        send: async ({ id }: Message) => (seen.size === seen.add(id).size ? refused("permanent", "known") : done(null)),
      }
    },
  ],
  "throws at once": [
    "NOTIFIER-3",
    sendingBy(({ text }) => {
      if (text === "") throw new Error("empty")
      return Promise.resolve(done(null))
    }),
  ],
  rejects: [
    "NOTIFIER-3",
    sendingBy(async ({ text }) => {
      encodeURIComponent(text)
      return done(null)
    }),
  ],
  "answers another failure": [
    "NOTIFIER-3",
    sendingBy(async ({ text }) => (text === "" ? JSON.parse('{"ok":false,"failure":{"_tag":"No"}}') : done(null))),
  ],
  "asks to be left alone for ever": [
    "NOTIFIER-3",
    sendingBy(async ({ text }) =>
      text === ""
        ? failed({ _tag: "SendFailed", kind: "temporary", detail: "", retryAfter: Number.POSITIVE_INFINITY })
        : done(null),
    ),
  ],
  "repeats the address": [
    "NOTIFIER-3",
    sendingBy(async ({ address, text }) => (text === "" ? refused("permanent", `no user ${address}`) : done(null))),
  ],
  "answers in two lines": [
    "NOTIFIER-3",
    sendingBy(async ({ text }) => (text === "" ? refused("permanent", "a\nb") : done(null))),
  ],
  "changes the message": [
    "NOTIFIER-3",
    sendingBy(async (message) => {
      Object.assign(message, { text: "changed" })
      return done(null)
    }),
  ],
  "does not look at its signal": [
    "NOTIFIER-4",
    sendingBy((_, signal) => (signal.aborted ? new Promise(() => {}) : Promise.resolve(done(null)))),
  ],
  "does not hear its signal": [
    "NOTIFIER-4",
    sendingBy(async (_, signal) => {
      if (signal.aborted) return refused("temporary")
      await Promise.resolve()
      return signal.aborted ? new Promise(() => {}) : done(null)
    }),
  ],
  "loses one of many": [
    "NOTIFIER-5",
    () => {
      let inside = 0
      return {
        ...good(),
        send: async () => {
          inside += 1
          const mine = inside
          await Promise.resolve()
          inside = 0
          return mine > 8 ? JSON.parse('{"ok":true}') : done(null)
        },
      }
    },
  ],
  "cannot do its work": ["NOTIFIER-6", () => ({ ...good(), verify: async () => refused("disabled") })],
  "sends after its end": ["NOTIFIER-6", sendingBy(async () => done(null))],
  "is disposed of once only": [
    "NOTIFIER-6",
    () => {
      let times = 0
      return {
        ...good(),
        [Symbol.asyncDispose]: async () => {
          times += 1
          if (times > 1) throw new Error("again")
        },
      }
    },
  ],
}

type Case = readonly [string, () => Notifier]

const breaking = (rule: string): ReadonlyArray<Case> =>
  Object.entries(broken)
    .filter(([, [broke]]) => broke === rule)
    .map(([how, [, open]]): Case => [how, open])

const found = async (open: () => Notifier): Promise<ReadonlyArray<string>> => {
  const rules: Array<string> = []
  const under = { open: async () => open(), answersWithin: 20 }
  for (const trial of notifierTrials) await trial.run(under).catch(() => rules.push(trial.rule))
  return rules
}

describe("the chapter of notifiers", () => {
  it.each(breaking("NOTIFIER-1"))("NOTIFIER-1 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toEqual(["NOTIFIER-1"])
  })

  it.each(breaking("NOTIFIER-2"))("NOTIFIER-2 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toContain("NOTIFIER-2")
  })

  it.each(breaking("NOTIFIER-3"))("NOTIFIER-3 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toContain("NOTIFIER-3")
  })

  it.each(breaking("NOTIFIER-4"))("NOTIFIER-4 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toContain("NOTIFIER-4")
  })

  it.each(breaking("NOTIFIER-5"))("NOTIFIER-5 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toContain("NOTIFIER-5")
  })

  it.each(breaking("NOTIFIER-6"))("NOTIFIER-6 is missed in a notifier that %s", async (_, open) => {
    expect(await found(open)).toContain("NOTIFIER-6")
  })

  it("has a broken notifier for each of its rules", () => {
    const rules = new Set(notifierTrials.map(({ rule }) => rule))
    expect(new Set(Object.values(broken).map(([rule]) => rule))).toEqual(rules)
  })
})
