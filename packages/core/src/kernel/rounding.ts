import type { Fraction } from "./fraction.ts"

/**
 * What happens to what is left over, mirrored below zero:
 * `half-up` to the nearest, halves away from zero (四舍五入); `half-even` to the nearest, halves to the even neighbour;
 * `down` towards zero (what is left over is dropped); `up` away from zero. Rule FRACTION-5.
 */
export type RoundingRule = "half-up" | "half-even" | "down" | "up"

/** How many decimals are kept. */
export type Decimals = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** A size cut into the whole number below it and twice what is left over, so that a half is seen without a fraction. */
interface Cut {
  readonly whole: bigint
  readonly twiceLeft: bigint
  readonly divisor: bigint
}

const growsByOne = ({ whole, twiceLeft, divisor }: Cut, rule: RoundingRule): boolean => {
  if (rule === "down" || twiceLeft === 0n) return false
  if (rule === "up") return true
  if (twiceLeft !== divisor) return twiceLeft > divisor
  return rule === "half-up" || whole % 2n === 1n
}

/** The whole number that the rule leads to. */
export const roundToWhole = ({ numerator, denominator }: Fraction, rule: RoundingRule): bigint => {
  const size = numerator < 0n ? -numerator : numerator
  const whole = size / denominator
  const grows = growsByOne({ whole, twiceLeft: (size % denominator) * 2n, divisor: denominator }, rule)
  const rounded = grows ? whole + 1n : whole
  return numerator < 0n ? -rounded : rounded
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
