import { optionsBy } from "@jinlin/sdk"
import type { LineLanguage } from "./line.ts"
import type { Output } from "./output.ts"

/** Options of the notifier; none is needed. */
export interface ConsoleNotifierOptions {
  /** Where lines go; left out: standard output, as it is when a message is sent. */
  readonly stream?: Output | undefined
  /** The language of the words around a message, `en` unless given; the message itself is in the language of whoever gets it. */
  readonly language?: LineLanguage | undefined
  /** Whether the address is shown. An address belongs to a person, so it is not unless this says so. */
  readonly showAddress?: boolean | undefined
}

const must = (isGood: boolean, message: string) => (isGood ? [] : [{ path: [], message }])

const isOutput = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "write" in value && typeof value.write === "function"

const isLanguage = (value: unknown): boolean => value === "zh-Hans" || value === "zh-Hant" || value === "en"

/** Reads the options. */
export const options = optionsBy<ConsoleNotifierOptions>({
  stream: (value) => must(value === undefined || isOutput(value), "must be a stream that can be written to"),
  language: (value) => must(value === undefined || isLanguage(value), 'must be "zh-Hans", "zh-Hant" or "en"'),
  showAddress: (value) => must(value === undefined || typeof value === "boolean", "must be true or false"),
})
