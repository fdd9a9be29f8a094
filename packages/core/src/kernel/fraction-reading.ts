import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { Fraction, ZeroDenominator } from "./fraction.ts"
import { fraction, wholeFraction } from "./fraction.ts"
import { plainCopy } from "./plain-data.ts"
import type { ReadingRefusal } from "./reading-refusals.ts"
import type { NumberRefusal } from "./whole-number.ts"
import { longestNumber, readWholeNumber } from "./whole-number.ts"
import { kindOf, wrongType } from "./wrong-type.ts"

/** A fraction as JSON holds it: decimal digits as text, because JSON numbers lose digits past 9007199254740991. */
export interface FractionJson {
  readonly numerator: string
  readonly denominator: string
}

/** Why something was not read as a fraction. */
export type FractionRefusal = NumberRefusal | ZeroDenominator | ReadingRefusal

const quotient = (numerator: unknown, denominator: unknown): Checked<Fraction, FractionRefusal> => {
  const above = readWholeNumber(numerator)
  if (!above.ok) return above
  const below = readWholeNumber(denominator)
  return below.ok ? fraction(above.value, below.value) : below
}

const decimal = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?( ?%)?$/

/** `2/3`, `0.6667`, `75%`, `66.67 %`, `1`: each exactly the number that is written. */
const fromText = (text: string): Checked<Fraction, FractionRefusal> => {
  const slash = text.indexOf("/")
  if (slash >= 0) return quotient(text.slice(0, slash), text.slice(slash + 1))
  const parts = text.length > longestNumber ? null : decimal.exec(text)
  if (parts === null || (parts[3] === undefined && parts[4] === undefined)) return quotient(text, 1n)
  const [, sign, whole = "", decimals = "", percent] = parts
  const scale = BigInt(`1${"0".repeat(decimals.length + (percent === undefined ? 0 : 2))}`)
  const size = BigInt(whole + decimals)
  return fraction(sign === "-" ? -size : size, scale)
}

const fields: ReadonlyArray<string> = ["numerator", "denominator"]

const fromObject = (input: unknown): Checked<Fraction, FractionRefusal> => {
  const copy = plainCopy(input)
  if (!copy.ok) return refuse(copy.refusal[0].refusal as ReadingRefusal)
  const sent = copy.value as { readonly [field: string]: unknown }
  const unknown = Object.keys(sent).find((field) => !fields.includes(field))
  if (unknown !== undefined) return refuse({ _tag: "UnknownField", rule: "READ-3", field: unknown })
  const missing = fields.find((field) => !Object.hasOwn(sent, field))
  if (missing !== undefined) return refuse({ _tag: "MissingField", rule: "READ-2", field: missing })
  return quotient(sent["numerator"], sent["denominator"])
}

/**
 * Reads a fraction: the JSON form `{ numerator: "2", denominator: "3" }`, or a text (`"2/3"`, `"0.6667"`, `"66.67 %"`),
 * or a whole number. A decimal is taken as written: `"66.67 %"` is 6667/10000 and not 2/3. Rule FRACTION-3.
 */
export const readFraction = (input: unknown): Checked<Fraction, FractionRefusal> => {
  switch (kindOf(input)) {
    case "string":
      return fromText(input as string)
    case "object":
      return fromObject(input)
    case "number":
    case "not-a-finite-number":
    case "bigint": {
      const whole = readWholeNumber(input)
      return whole.ok ? accept(wholeFraction(whole.value)) : whole
    }
    default:
      return refuse(wrongType(input, "string", "object", "number", "bigint"))
  }
}

/** The form that events, files and messages hold: in lowest terms, so that equal fractions have equal digests. */
export const fractionToJson = (value: Fraction): FractionJson => ({
  numerator: value.numerator.toString(),
  denominator: value.denominator.toString(),
})

/** `2/3`, or `1` for a whole number. */
export const fractionText = (value: Fraction): string =>
  value.denominator === 1n ? value.numerator.toString() : `${value.numerator}/${value.denominator}`
