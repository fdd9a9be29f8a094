import type { Style } from "../style.ts"
import { dayKinds } from "./days.ts"
import { absent, asText, type Kind, kind, listOf, messageValue, plain, rawOf, type Written } from "./kind.ts"
import { numberKinds, wholeNumber } from "./numbers.ts"
import { ruleKinds } from "./rule-values.ts"
import { type KindContext, wordKinds } from "./words.ts"

const isNothing = (raw: unknown): boolean =>
  raw === undefined || raw === null || (Array.isArray(raw) && raw.length === 0)

/** Writes nothing: it lets a text `.match` whether an optional value is `absent` (or null, or a list of nothing). */
const maybe: Kind = (_context, _options, operand) => {
  const raw = rawOf(operand)
  return messageValue(raw, { text: "", keys: [isNothing(raw) ? absent : "present"] })
}

const stepOf = (step: unknown): string | bigint | undefined => {
  if (typeof step !== "number") return plain(step)
  const index = wholeNumber(step)
  return index === undefined || index < 0n ? undefined : index + 1n
}

const pathOf = (style: Style, raw: unknown): Written | undefined => {
  if (!Array.isArray(raw)) return undefined
  const steps = raw.map(stepOf)
  const readable = steps.filter((step) => step !== undefined)
  return readable.length < steps.length ? undefined : { text: style.path(readable), keys: [String(steps.length)] }
}

/**
 * The functions that a text of ours may use, by name. `string`, `number` and `integer` are what MessageFormat 2 calls for a
 * bare `{$x}`: they are replaced here, because its own ask `Intl`, whose answer differs between machines.
 */
export const kindsFor = (context: KindContext): Readonly<Record<string, Kind>> => {
  const text = kind("a text, a number or a boolean", (raw) => asText(plain(raw)))
  const numbers = numberKinds(context.style)
  return {
    text,
    list: kind("a list of texts or numbers", listOf(context.style, plain)),
    path: kind("a list of field names and positions", (raw) => pathOf(context.style, raw)),
    maybe,
    ...numbers,
    ...dayKinds(context.style),
    ...wordKinds(context),
    ...ruleKinds(context),
    string: text,
    number: numbers.count,
    integer: numbers.count,
  }
}
