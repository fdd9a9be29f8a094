import type { Fraction } from "./fraction.ts"

/**
 * What happens to what is left over, mirrored below zero:
 * `half-up` to the nearest, halves away from zero (四舍五入); `half-even` to the nearest, halves to the even neighbour;
 * `down` towards zero (what is left over is dropped); `up` away from zero. Rule FRACTION-5.
 */
export type RoundingRule = "half-up" | "half-even" | "down" | "up"

/** How many decimals are kept. */
export type Decimals = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Whether the quotient grows by one in size, given twice what is left over and the divisor. */
const grows = (rule: RoundingRule, quotient: bigint, twice: bigint, divisor: bigint): boolean => {
  if (rule === "down" || twice === 0n) return false
  if (rule === "up") return true
  if (twice !== divisor) return twice > divisor
  return rule === "half-up" || quotient % 2n === 1n
}

/** The whole number that the rule leads to. */
export const roundToWhole = (value: Fraction, rule: RoundingRule): bigint => {
  const size = value.numerator < 0n ? -value.numerator : value.numerator
  const quotient = size / value.denominator
  const twice = (size % value.denominator) * 2n
  const rounded = grows(rule, quotient, twice, value.denominator) ? quotient + 1n : quotient
  return value.numerator < 0n ? -rounded : rounded
}

/**
 * The value with exactly so many decimals, as text: `2/3` with 2 decimals, half-up, is `"0.67"`. For people to read;
 * what is decided is decided on the fraction. Never `-0.00`.
 */
export const decimalText = (value: Fraction, decimals: Decimals, rule: RoundingRule): string => {
  const scale = BigInt(`1${"0".repeat(decimals)}`)
  const scaled = roundToWhole({ numerator: value.numerator * scale, denominator: value.denominator }, rule)
  const sign = scaled < 0n ? "-" : ""
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0")
  const point = digits.length - decimals
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
