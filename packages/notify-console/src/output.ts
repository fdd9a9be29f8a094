import { type Answer, done, failed, type SendFailed } from "@jinlin/sdk"

/** Where lines go: any `Writable` of Node, or whatever has these methods. */
export interface Output {
  /** Calls back when the text was taken, with an error when it was not. */
  readonly write: (text: string, taken: (error?: Error | null) => void) => unknown
  readonly once?: ((name: "error", listen: () => void) => unknown) | undefined
  readonly removeListener?: ((name: "error", listen: () => void) => unknown) | undefined
  readonly writable?: boolean | undefined
}

/** Nothing was written. `temporary`: perhaps later. */
export const notWritten = (
  kind: SendFailed["kind"],
  detail: string,
): { readonly ok: false; readonly failure: SendFailed } => failed({ _tag: "SendFailed", kind, detail })

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "no code"

/**
 * Writes a text and waits until it was taken. A stream that breaks says so a second time by an `error` event, which would
 * end the process if nobody listened: while it writes, and for that one event, somebody does.
 */
export const write = (output: Output, text: string, signal: AbortSignal): Promise<Answer<null, SendFailed>> =>
  new Promise((resolve) => {
    const listen = (): void => resolve(notWritten("temporary", "the stream broke"))
    const stop = (): void => resolve(notWritten("temporary", "nobody waits any more"))
    if (signal.aborted) return stop()
    signal.addEventListener("abort", stop, { once: true })
    output.once?.("error", listen)
    const taken = (error?: Error | null): void => {
      signal.removeEventListener("abort", stop)
      const isWritten = error === undefined || error === null
      if (isWritten) output.removeListener?.("error", listen)
      resolve(isWritten ? done(null) : notWritten("temporary", `not written: ${codeOf(error)}`))
    }
    try {
      output.write(text, taken)
    } catch (thrown) {
      taken(thrown instanceof Error ? thrown : new Error("thrown"))
    }
  })
