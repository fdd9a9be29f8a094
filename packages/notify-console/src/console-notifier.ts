import { definePlugin, done, type Notifier, type Plugin, pluginApiVersion } from "@jinlin/sdk"
import { lineFor } from "./line.ts"
import { type ConsoleNotifierOptions, options } from "./options.ts"
import { notWritten, type Output, write } from "./output.ts"

export type { ConsoleNotifierOptions } from "./options.ts"
export type { Output } from "./output.ts"

const standardOutput = (): Output | undefined => globalThis.process?.stdout

const notifierOn = ({ language = "en", showAddress = false, stream }: ConsoleNotifierOptions): Notifier => {
  let isOver = false
  const output = (): Output | undefined => stream ?? standardOutput()
  const closed = () => {
    if (isOver) return notWritten("disabled", "the notifier was disposed of")
    return output()?.writable === false ? notWritten("disabled", "the stream has ended") : undefined
  }
  return {
    name: "console",
    send: async (message, signal) => {
      const to = output()
      if (to === undefined) return notWritten("disabled", "there is no standard output here")
      return closed() ?? write(to, lineFor(message, { language, showAddress }), signal)
    },
    verify: async () => closed() ?? done(null),
    [Symbol.asyncDispose]: async () => {
      isOver = true
    },
  }
}

const define = definePlugin({
  kind: "notifier",
  name: "notify-console",
  apiVersion: pluginApiVersion,
  options,
  setup: (chosen) => done(notifierOn(chosen)),
})

/**
 * A notifier that prints each message as one line, for first runs, tests and demonstrations. The channel's name is `console`.
 * It does not close the stream, which belongs to whoever handed it in.
 */
export const consoleNotifier = (chosen: ConsoleNotifierOptions = {}): Plugin<"notifier", Notifier> => define(chosen)
