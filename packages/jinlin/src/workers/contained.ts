import type { Clock } from "@jinlin/sdk"
import { steadyClock } from "./clock.ts"

/** What came of work that somebody else's code does: it answered, threw, took too long, or was no longer waited for. */
export type Contained<Value> =
  | { readonly _tag: "Answered"; readonly value: Value }
  | { readonly _tag: "Threw"; readonly detail: string }
  | { readonly _tag: "TimedOut" }
  | { readonly _tag: "Stopped" }

/** How long work is waited for. */
export interface Patience {
  readonly clock: Clock
  readonly milliseconds: number
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal
}

/** One line that a store takes and a terminal shows: no control characters, no halves of characters. */
export const plainLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .slice(0, 200)
    .toWellFormed()

const aborted = (signal: AbortSignal, ended: AbortSignal): Promise<Contained<never>> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve({ _tag: "Stopped" }), { once: true, signal: ended })
  })

const late = ({ clock, milliseconds }: Patience, ended: AbortSignal): Promise<Contained<never>> =>
  new Promise((resolve) => {
    void steadyClock(clock)
      .sleep(milliseconds, ended)
      .then(() => {
        if (!ended.aborted) resolve({ _tag: "TimedOut" })
      })
  })

/**
 * What was thrown: its kind, and its code where it has one, such as `TypeError` or `Error ECONNREFUSED`. Its message may
 * repeat an address or a secret, and looking at it may throw again.
 */
export const kindOf = (thrown: unknown): string => {
  try {
    if (!(thrown instanceof Error)) return typeof thrown
    const code = "code" in thrown && typeof thrown.code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(thrown.code)
    return plainLine(code ? `${thrown.name} ${thrown.code}` : thrown.name)
  } catch {
    return "unreadable"
  }
}

/**
 * Does work of somebody else's code, so that nothing of it reaches the host but an answer: it may throw, at once or later,
 * or never answer. The signal that it gets is aborted as soon as it is not waited for any more. Rule RELAY-10.
 */
export const contained = async <Value>(
  work: (signal: AbortSignal) => Value | PromiseLike<Value>,
  patience: Patience,
): Promise<Contained<Value>> => {
  if (patience.signal.aborted) return { _tag: "Stopped" }
  const ended = new AbortController()
  const answered = async (): Promise<Contained<Value>> => {
    try {
      return { _tag: "Answered", value: await work(ended.signal) }
    } catch (thrown) {
      return { _tag: "Threw", detail: kindOf(thrown) }
    }
  }
  const outcome = await Promise.race([answered(), late(patience, ended.signal), aborted(patience.signal, ended.signal)])
  ended.abort()
  return outcome
}
