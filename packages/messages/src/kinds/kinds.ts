import { dayKinds } from "./days.ts"
import { absent, asText, type Kind, kind, listOf, messageValue, plain, rawOf } from "./kind.ts"
import { numberKinds } from "./numbers.ts"
import { type KindContext, wordKinds } from "./words.ts"

/** Writes nothing: it lets a text `.match` whether an optional value is `absent` (or null). */
const maybe: Kind = (_context, _options, operand) => {
  const raw = rawOf(operand)
  return messageValue(raw, { text: "", keys: [raw === undefined || raw === null ? absent : "present"] })
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
    maybe,
    ...numbers,
    ...dayKinds(context.style),
    ...wordKinds(context),
    string: text,
    number: numbers.count,
    integer: numbers.count,
  }
}
