import type { MessageFunction, MessageValue } from "messageformat/functions"
import type { Style } from "../style.ts"
import { visible } from "../visible.ts"

/** A function of MessageFormat 2 that writes one kind of value. */
export type Kind = MessageFunction<"string">

/** The options of a placeholder, such as `of` in `{$post :term of=post}`. */
export type Options = Readonly<Record<string, unknown>>

/** What a kind complains of when a value is not there at all; also the key that `:maybe` matches then. */
export const absent = "absent"

/** What a value is written as, and what `.match` may compare it with, the most exact first. */
export interface Written {
  readonly text: string
  readonly keys: ReadonlyArray<string>
}

/** A value that stands in a text, with the raw one behind it. */
export const messageValue = (raw: unknown, { text, keys }: Written): MessageValue<"string"> => ({
  type: "string",
  dir: "auto",
  selectKey: (offered) => keys.find((key) => offered.has(key)) ?? null,
  toParts: () => [{ type: "string", value: text }],
  toString: () => text,
  valueOf: () => raw,
})

/** A declared variable arrives already written: its raw value is what another function writes anew. */
export const rawOf = (operand: unknown): unknown => {
  if (typeof operand !== "object" || operand === null || !("selectKey" in operand)) return operand
  return operand.valueOf()
}

/** A kind from what would do and how it is written; a writer that gives `undefined` says that the value is not of this kind. */
export const kind =
  (expected: string, write: (raw: unknown, options: Options) => Written | undefined): Kind =>
  (context, options, operand) => {
    const raw = rawOf(operand)
    const isAbsent = raw === undefined || raw === null
    const written = isAbsent ? undefined : write(raw, options)
    if (written === undefined) context.onError("bad-operand", isAbsent ? absent : expected)
    return messageValue(raw, written ?? { text: "", keys: [] })
  }

/** A text that also matches itself. */
export const asText = (text: string | undefined): Written | undefined =>
  text === undefined ? undefined : { text, keys: [text] }

const plainTypes: ReadonlySet<string> = new Set(["string", "boolean", "number", "bigint"])

/** A text, a number, a boolean or null as it is, with nothing hidden in it. */
export const plain = (raw: unknown): string | undefined =>
  raw === null || plainTypes.has(typeof raw) ? visible(String(raw)) : undefined

/** A list of what one item is, joined by "and", or by "or" where the text says `join=or`. Matches its length, such as `0`. */
export const listOf =
  (style: Style, item: (raw: unknown, options: Options) => string | undefined) =>
  (raw: unknown, options: Options): Written | undefined => {
    if (!Array.isArray(raw)) return undefined
    const items: ReadonlyArray<string | undefined> = raw.map((each) => item(each, options))
    const readable = items.filter((each) => each !== undefined)
    if (readable.length < items.length) return undefined
    const text = style.list(readable, rawOf(options["join"]) === "or" ? "or" : "and")
    return { text, keys: [String(items.length), style.plural(BigInt(items.length))] }
  }
