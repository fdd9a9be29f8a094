import type { Language } from "./language.ts"

/** There is no text under this key in this language. Add it to a catalogue. Rule MESSAGE-1 (our default). */
export interface MissingMessage {
  readonly _tag: "MissingMessage"
  readonly rule: "MESSAGE-1"
  readonly key: string
  readonly language: Language
}

/** The text speaks of a variable that the data does not hold. Rule MESSAGE-2 (our default). */
export interface MissingVariable {
  readonly _tag: "MissingVariable"
  readonly rule: "MESSAGE-2"
  readonly key: string
  readonly language: Language
  /** Without the `$`. */
  readonly variable: string
}

/** The variable is there, and is not of the kind that the text asks for. Rule MESSAGE-3 (our default). */
export interface UnreadableVariable {
  readonly _tag: "UnreadableVariable"
  readonly rule: "MESSAGE-3"
  readonly key: string
  readonly language: Language
  /** Without the `$`. */
  readonly variable: string
  /** What would do, such as `a civil date such as 2026-11-23`. */
  readonly expected: string
}

/** The text itself is not well-formed MessageFormat 2, or uses a function that is not ours. Rule MESSAGE-4 (our default). */
export interface BrokenMessage {
  readonly _tag: "BrokenMessage"
  readonly rule: "MESSAGE-4"
  readonly key: string
  readonly language: Language
  readonly reason: string
}

/** Why there is no text. */
export type TextRefusal = MissingMessage | MissingVariable | UnreadableVariable | BrokenMessage

/** The text, or the reason why there is none. The same shape as `Checked` of `@jinlin/core`. */
export type TextResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: TextRefusal }
