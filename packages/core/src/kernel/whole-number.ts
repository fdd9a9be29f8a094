import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { WrongType } from "./wrong-type.ts"
import { excerptOf, wrongType } from "./wrong-type.ts"

/** A text or a number that is no whole number as this library writes them. Rule NUMBER-1. */
export interface InvalidNumber {
  readonly _tag: "InvalidNumber"
  readonly rule: "NUMBER-1"
  /** At most 40 characters of what came. */
  readonly got: string
  readonly reason:
    | "empty"
    | "not-decimal-digits"
    | "full-width-digits"
    | "spelling"
    | "not-finite"
    | "not-whole"
    | "too-long"
  /** The text that would be read, where it is plain what was meant. */
  readonly meant?: string
}

/** A JavaScript number past 9007199254740991 has already lost digits: send the digits as text. Rule NUMBER-2. */
export interface UnsafeInteger {
  readonly _tag: "UnsafeInteger"
  readonly rule: "NUMBER-2"
  readonly got: string
  /** The largest whole number that is taken as a number. */
  readonly limit: number
}

/** Why something was not read as a whole number. */
export type NumberRefusal = InvalidNumber | UnsafeInteger | WrongType

/** No text of more characters is read as a number (our default). */
export const longestNumber = 1000

const decimalDigits = /^(?:0|-?[1-9][0-9]*)$/
const plainDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

const invalid = (got: string, reason: InvalidNumber["reason"], meant?: string): Checked<never, InvalidNumber> => {
  const refusal = { _tag: "InvalidNumber", rule: "NUMBER-1", got: excerptOf(got), reason } as const
  return refuse(meant === undefined ? refusal : { ...refusal, meant })
}

/** What a person may have meant by `+7`, ` 7`, `007` or `-0`; nothing where a guess would be needed. */
const meantBy = (text: string): string | undefined => {
  const digits = /^([+-]?)0*([0-9]+)$/.exec(text.trim())
  if (digits === null) return undefined
  const [, sign, whole] = digits
  return sign === "-" && whole !== "0" ? `-${whole}` : whole
}

const fromText = (text: string): Checked<bigint, InvalidNumber> => {
  if (text.length > longestNumber) return invalid(text, "too-long")
  if (decimalDigits.test(text)) return accept(BigInt(text))
  if (text.trim() === "") return invalid(text, "empty")
  const narrow = plainDigits(text)
  const meant = meantBy(narrow)
  if (meant === undefined) return invalid(text, "not-decimal-digits")
  return invalid(text, narrow === text ? "spelling" : "full-width-digits", meant)
}

const fromNumber = (value: number): Checked<bigint, InvalidNumber | UnsafeInteger> => {
  if (!Number.isFinite(value)) return invalid(String(value), "not-finite")
  if (!Number.isInteger(value)) return invalid(String(value), "not-whole")
  if (Object.is(value, -0)) return invalid("-0", "spelling", "0")
  if (Number.isSafeInteger(value)) return accept(BigInt(value))
  return refuse({ _tag: "UnsafeInteger", rule: "NUMBER-2", got: String(value), limit: Number.MAX_SAFE_INTEGER })
}

/**
 * Reads a whole number: ASCII digits without leading zeros, with `-` in front when negative (`"0"`, `"42"`, `"-7"`),
 * a safe integer, or a bigint. Refuses `""`, `"0x10"`, `"1e3"`, `"1_000"`, `"１２"`, `"NaN"`, `1.5`, `-0`
 * (rule NUMBER-1) and numbers that have already lost digits (rule NUMBER-2).
 */
export const readWholeNumber = (input: unknown): Checked<bigint, NumberRefusal> => {
  if (typeof input === "bigint") return accept(input)
  if (typeof input === "string") return fromText(input)
  if (typeof input === "number") return fromNumber(input)
  return refuse(wrongType(input, "string", "number", "bigint"))
}
