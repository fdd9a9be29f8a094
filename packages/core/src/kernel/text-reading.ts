import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { WrongType } from "./wrong-type.ts"
import { excerptOf, wrongType } from "./wrong-type.ts"

/** A character that no text here may hold; stores disagree about it, or it shows as nothing. Rule TEXT-2. */
export interface InvalidText {
  readonly _tag: "InvalidText"
  readonly rule: "TEXT-2"
  readonly reason: "control-character" | "line-break" | "lone-surrogate" | "noncharacter"
  /** Where, in UTF-16 units of what came, from 0. */
  readonly index: number
  /** Which, such as `U+0000`. */
  readonly character: string
}

/** A character that makes text read in another order than it is stored, and so show another thing. Rule TEXT-3. */
export interface BidiControl {
  readonly _tag: "BidiControl"
  readonly rule: "TEXT-3"
  readonly index: number
  readonly character: string
}

/** Nothing but spaces and characters without a shape, U+3000, U+200B and U+FEFF among them. Rule TEXT-4. */
export interface EmptyText {
  readonly _tag: "EmptyText"
  readonly rule: "TEXT-4"
  /** What came, with the invisible spelt out. */
  readonly got: string
}

/** More characters than there is room for. Rule TEXT-5. */
export interface TooLong {
  readonly _tag: "TooLong"
  readonly rule: "TEXT-5"
  /** Unicode code points after normalization; for a text far too long, those that came. */
  readonly length: number
  readonly maxLength: number
}

/** Why something was not read as a text. */
export type TextRefusal = InvalidText | BidiControl | EmptyText | TooLong | WrongType

/** What a text may be. */
export interface TextOptions {
  /** Unicode code points after normalization. Without it 500, or 50,000 for several lines (our defaults). */
  readonly maxLength?: number | undefined
  /** Whether line breaks and tabs are welcome; line breaks of every system become `\n`. */
  readonly severalLines?: boolean | undefined
}

const never = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u
const neverInSeveralLines = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u
const notUnicode = /[\p{Cs}\p{Noncharacter_Code_Point}]/u
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g
const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u

const reasonFor = (character: string): InvalidText["reason"] => {
  if (/[\n\r\u0085\u2028\u2029]/.test(character)) return "line-break"
  if (/\p{Cc}/u.test(character)) return "control-character"
  return /\p{Cs}/u.test(character) ? "lone-surrogate" : "noncharacter"
}

const written = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

const invalidText = (character: string, index: number): InvalidText => ({
  _tag: "InvalidText",
  rule: "TEXT-2",
  reason: reasonFor(character),
  index,
  character: written(character),
})

const forbidden = (character: string, index: number): InvalidText | BidiControl =>
  /\p{Bidi_Control}/u.test(character)
    ? { _tag: "BidiControl", rule: "TEXT-3", index, character: written(character) }
    : invalidText(character, index)

/** The first lone surrogate or noncharacter, which I-JSON (RFC 7493 section 2.1) bars from every text. Rule TEXT-2. */
export const mustBeUnicode = (text: string): InvalidText | undefined => {
  const found = notUnicode.exec(text)
  return found === null ? undefined : invalidText(found[0], found.index)
}

const tooLong = (length: number, maxLength: number): Checked<never, TooLong> =>
  refuse({ _tag: "TooLong", rule: "TEXT-5", length, maxLength })

/**
 * Reads a text as people write it and gives it back in Unicode's Normalization Form C, so that equal texts are equal
 * (`é` in one or two code points, 理 U+F9E4 and 理 U+7406 are the same; who must keep what came keeps what came). Spaces at
 * either end stay. Refuses control characters and lone surrogates with their place (rule TEXT-2), characters that turn
 * the direction of reading (TEXT-3), texts that show nothing (TEXT-4) and texts that are too long (TEXT-5).
 */
export const readText = (input: unknown, options: TextOptions = {}): Checked<string, TextRefusal> => {
  if (typeof input !== "string") return refuse(wrongType(input, "string"))
  const { severalLines = false, maxLength = severalLines ? 50_000 : 500 } = options
  // Normalization shortens no text to an eighth: one that is longer still is not looked at.
  if (input.length > maxLength * 8 + 8) return tooLong(input.length, maxLength)
  const found = (severalLines ? neverInSeveralLines : never).exec(input)
  if (found !== null) return refuse(forbidden(found[0], found.index))
  if (blank.test(input)) return refuse({ _tag: "EmptyText", rule: "TEXT-4", got: excerptOf(input) })
  const text = input.replace(lineBreaks, "\n").normalize("NFC")
  const length = [...text].length
  return length > maxLength ? tooLong(length, maxLength) : accept(text)
}
