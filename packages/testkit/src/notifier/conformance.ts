import type { Answer, Message, Notifier, SendFailed } from "@jinlin/sdk"
import { slowTurn } from "../clock/turn.ts"
import { hostileMessages, plain } from "./messages.ts"

/** What the kit needs of a test framework: vitest, `node:test`, Jest and Mocha have both under these names. */
export interface NotifierTestFramework {
  readonly describe: (title: string, body: () => void) => unknown
  readonly it: (title: string, body: () => Promise<void>) => unknown
}

/** How a notifier is opened, against a channel that takes what it is sent. Each trial opens one of its own. */
export interface NotifierUnderTest {
  readonly open: () => Promise<Notifier>
  /** An address that the channel takes; any text unless given. */
  readonly address?: string
  /** How long an answer may take after the signal was aborted, in milliseconds; 2,000 unless given. */
  readonly answersWithin?: number
}

/** Something that a notifier must do. It throws where the notifier does not. */
export interface NotifierTrial {
  readonly rule: string
  readonly title: string
  readonly run: (under: NotifierUnderTest) => Promise<void>
}

const fail = (what: string): never => {
  throw new Error(`[jinlin] [testkit] ${what}`)
}

const said = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? String(value)

const kinds: ReadonlyArray<unknown> = ["temporary", "permanent", "disabled"]

const isRetryAfter = (value: unknown): boolean =>
  value === undefined || (typeof value === "number" && Number.isFinite(value) && value >= 0)

const isSendFailed = (failure: unknown): failure is SendFailed =>
  typeof failure === "object" &&
  failure !== null &&
  Reflect.get(failure, "_tag") === "SendFailed" &&
  kinds.includes(Reflect.get(failure, "kind")) &&
  isRetryAfter(Reflect.get(failure, "retryAfter")) &&
  typeof Reflect.get(failure, "detail") === "string"

/** The answer must be one: `{ ok: true, value: null }`, or a failure whose line holds neither address nor text. */
const mustAnswer = (answer: Answer<null, SendFailed>, what: string, { address, text }: Message): void => {
  const failure: unknown = answer.ok ? undefined : answer.failure
  if (answer.ok && answer.value !== null) fail(`${what} gave ${said(answer.value)}, not null`)
  if (answer.ok) return
  if (!isSendFailed(failure)) fail(`${what} answered what is no SendFailed: ${said(failure)}`)
  const { detail } = answer.failure
  if (/[\r\n]/.test(detail)) fail(`${what} answered more than one line: ${said(detail)}`)
  for (const secret of [address, text])
    if (secret.trim().length > 8 && detail.includes(secret)) fail(`${what} repeats the address or the text`)
}

/** Waits in real time, since what is tested speaks to a real channel. */
const within = async <Value>(work: Promise<Value>, milliseconds: number, what: string): Promise<Value> => {
  const end = performance.now() + milliseconds
  let isOver = false
  const watch = async (): Promise<never> => {
    while (!isOver && performance.now() < end) await slowTurn()
    return isOver ? new Promise<never>(() => {}) : fail(`${what} did not answer within ${milliseconds} ms`)
  }
  try {
    return await Promise.race([work, watch()])
  } finally {
    isOver = true
  }
}

/** Sends, and takes whatever is thrown, at once or later, for a fault. */
const send = async (notifier: Notifier, message: Message, signal = new AbortController().signal) => {
  try {
    return await notifier.send(message, signal)
  } catch (thrown) {
    return fail(`send threw ${thrown instanceof Error ? thrown.name : typeof thrown} instead of answering`)
  }
}

const opened = async (under: NotifierUnderTest, use: (notifier: Notifier) => Promise<void>): Promise<void> => {
  const notifier = await under.open()
  try {
    await use(notifier)
  } finally {
    await notifier[Symbol.asyncDispose]()
  }
}

/** A message of its own for each sending, so that nothing is learnt from one that was changed before. */
const messageFor = ({ address = plain.address }: NotifierUnderTest): Message => ({
  ...{ ...plain, address },
  data: { ...plain.data },
})

const patience = ({ answersWithin = 2_000 }: NotifierUnderTest): number => answersWithin

const isName = (name: unknown): boolean => typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9\-_.]{0,63}$/.test(name)

/** Everything that a notifier must do. */
export const notifierTrials: ReadonlyArray<NotifierTrial> = [
  {
    rule: "NOTIFIER-1",
    title: "has a name that contacts can give",
    run: (under) =>
      opened(under, async ({ name }) => {
        if (!isName(name)) fail(`its name is ${said(name)}`)
      }),
  },
  {
    rule: "NOTIFIER-2",
    title: "takes a message, and takes it again under the same id",
    run: (under) =>
      opened(under, async (notifier) => {
        for (const what of ["a message", "the same message again"]) {
          const answer = await send(notifier, messageFor(under))
          if (!answer.ok) fail(`${what} was not taken: ${said(answer.failure)}`)
          mustAnswer(answer, what, messageFor(under))
        }
      }),
  },
  {
    rule: "NOTIFIER-3",
    title: "answers whatever it is sent, never throws, and repeats neither address nor text",
    run: (under) =>
      opened(under, async (notifier) => {
        for (const message of hostileMessages)
          mustAnswer(await send(notifier, { ...message }), `sending ${message.id}`, message)
      }),
  },
  {
    rule: "NOTIFIER-3",
    title: "leaves a message as it was handed in",
    run: (under) =>
      opened(under, async (notifier) => {
        const message = messageFor(under)
        const before = said(message)
        await send(notifier, message)
        if (said(message) !== before) fail("the message was changed")
      }),
  },
  {
    rule: "NOTIFIER-4",
    title: "answers when its signal is aborted: before it begins, and while it waits",
    run: (under) =>
      opened(under, async (notifier) => {
        const [time, message] = [patience(under), messageFor(under)]
        mustAnswer(
          await within(send(notifier, message, AbortSignal.abort()), time, "sending in vain"),
          "sending in vain",
          message,
        )
        const stop = new AbortController()
        const sending = send(notifier, message, stop.signal)
        stop.abort()
        mustAnswer(await within(sending, time, "sending what was given up"), "sending what was given up", message)
      }),
  },
  {
    rule: "NOTIFIER-5",
    title: "answers for each of 32 messages in hand at once",
    run: (under) =>
      opened(under, async (notifier) => {
        const many = Array.from({ length: 32 }, (_, index) => ({ ...messageFor(under), id: `kit/many-${index}` }))
        for (const answer of await Promise.all(many.map((message) => send(notifier, message))))
          mustAnswer(answer, "one of 32", messageFor(under))
      }),
  },
  {
    rule: "NOTIFIER-6",
    title: "says whether it can do its work, and lets go of what it holds as often as it is asked",
    run: async (under) => {
      const notifier = await under.open()
      const verified = await notifier.verify()
      if (!verified.ok) fail(`verify answered ${said(verified.failure)}`)
      await notifier[Symbol.asyncDispose]()
      await notifier[Symbol.asyncDispose]()
      const answer = await within(send(notifier, messageFor(under)), patience(under), "sending after the end")
      if (answer.ok) fail("a message was taken after it was disposed of")
      mustAnswer(answer, "sending after the end", messageFor(under))
    },
  },
]

/** Writes down a test for everything that a `Notifier` must do. Tests throw plain errors. */
export const notifierConformance = ({ describe, it }: NotifierTestFramework, under: NotifierUnderTest): void => {
  describe("a notifier", () => {
    for (const { rule, run, title } of notifierTrials) it(`${rule} ${title}`, () => run(under))
  })
}
