import type { Answering } from "./answer.ts"

/** One message for one person on one channel. */
export interface Message {
  /** Stable over every attempt: a receiver that gets it twice knows it by this. */
  readonly id: string
  readonly tenant: string
  /** Where to, in the words of the channel: a number, an address, a user id. It is not kept with the message. */
  readonly address: string
  /** BCP 47, such as `zh-Hans`. */
  readonly language: string
  readonly template: string
  readonly text: string
  readonly data: { readonly [name: string]: string | number | null }
}

/** The message was not taken. `temporary`: again later, no earlier than `retryAfter` milliseconds where it is given. */
export interface SendFailed {
  readonly _tag: "SendFailed"
  readonly kind: "temporary" | "permanent" | "disabled"
  readonly retryAfter?: number | undefined
  /** One line, without address, secret or content. */
  readonly detail: string
}

/** A channel on which people are told something. */
export interface Notifier {
  /** The channel's name, such as `console`; contacts name it. */
  readonly name: string
  /** Hands a message on. It keeps to the signal: after it is aborted nobody waits for the answer. */
  readonly send: (message: Message, signal: AbortSignal) => Answering<null, SendFailed>
  readonly verify: () => Answering<null, SendFailed>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
