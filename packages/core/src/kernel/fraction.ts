import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"

/** An exact fraction, always in lowest terms and with a denominator above zero; two equal ones look alike. Rule FRACTION-1. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Nothing can be divided by zero: send a denominator other than zero. Rule FRACTION-2. */
export interface ZeroDenominator {
  readonly _tag: "ZeroDenominator"
  readonly rule: "FRACTION-2"
  readonly numerator: string
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let larger = a < 0n ? -a : a
  let smaller = b < 0n ? -b : b
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

/** For a denominator that is known to be other than zero. */
const inLowestTerms = (numerator: bigint, denominator: bigint): Fraction => {
  const divisor = greatestCommonDivisor(numerator, denominator)
  const signed = denominator < 0n ? -divisor : divisor
  return { numerator: numerator / signed, denominator: denominator / signed }
}

/** The fraction `numerator / denominator` in lowest terms; refused when the denominator is zero. */
export const fraction = (numerator: bigint, denominator: bigint): Checked<Fraction, ZeroDenominator> =>
  denominator === 0n
    ? refuse({ _tag: "ZeroDenominator", rule: "FRACTION-2", numerator: numerator.toString() })
    : accept(inLowestTerms(numerator, denominator))

/** The whole number as a fraction. */
export const wholeFraction = (whole: bigint): Fraction => ({ numerator: whole, denominator: 1n })

/** 0/1. */
export const zero: Fraction = wholeFraction(0n)

/** 1/1. */
export const one: Fraction = wholeFraction(1n)

/** `a + b`. */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  inLowestTerms(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

/** `a − b`. */
export const subtractFractions = (a: Fraction, b: Fraction): Fraction =>
  inLowestTerms(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

/** `a × b`. */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  inLowestTerms(a.numerator * b.numerator, a.denominator * b.denominator)

/** `a ÷ b`; refused when `b` is zero. */
export const divideFractions = (a: Fraction, b: Fraction): Checked<Fraction, ZeroDenominator> =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator)

/** −1 when `a` is less than `b`, 0 when they are equal, 1 when it is more: the sign of `a.n × b.d − b.n × a.d`. */
export const compareFractions = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** Whether both are the same number. */
export const equalFractions = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) === 0

/** All of them added up; the order makes no difference, and of none it is zero. */
export const sumOfFractions = (addends: Iterable<Fraction>): Fraction => {
  let total = zero
  for (const addend of addends) total = addFractions(total, addend)
  return total
}
