import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { Fraction } from "./fraction.ts"
import { compareFractions } from "./fraction.ts"

/** 以上 is `at-least` and includes the number itself; 超过 and 过半数 are `more-than` and do not. Rule THRESHOLD-1. */
export type Comparison = "more-than" | "at-least"

/** What is counted: heads, or exclusive floor area in whole square centimetres. */
export type Measure = "heads" | "area"

/**
 * What the share is a share of: those entitled to take part (应到), the members of the body, those present, those who
 * took part, the valid ballots, the ballots cast (void ones too), or the whole estate.
 */
export type Base = "entitled" | "members" | "present" | "participating" | "valid" | "cast" | "whole-estate"

/** A share that a count must reach or pass, of a named base: `at-least 2/3 of the members, by heads`. */
export interface Threshold {
  readonly share: Fraction
  readonly comparison: Comparison
  readonly measure: Measure
  readonly base: Base
}

/** Thresholds of different measures or bases: neither asks more than the other. Rule THRESHOLD-5. */
export interface Incomparable {
  readonly _tag: "Incomparable"
  readonly rule: "THRESHOLD-5"
  readonly measures: readonly [Measure, Measure]
  readonly bases: readonly [Base, Base]
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

/** A count that cannot be (negative, not whole, more than the base) is worth nothing. Rule THRESHOLD-3. */
const credible = (count: number, of: number): number => (isCount(count) && count <= of ? count : 0)

/**
 * Whether `count` out of `of` is enough: `count × denominator` against `numerator × of`, in exact integers. Nobody is
 * never enough, so nothing passes on an empty base; nor is a count that cannot be (more than the base, not whole).
 * Rules THRESHOLD-1, THRESHOLD-2, THRESHOLD-3.
 */
export const meets = (threshold: Threshold, count: number, of: number): boolean => {
  const counted = isCount(of) ? credible(count, of) : 0
  if (counted === 0) return false
  const reached = BigInt(counted) * threshold.share.denominator
  const asked = threshold.share.numerator * BigInt(of)
  return threshold.comparison === "at-least" ? reached >= asked : reached > asked
}

/**
 * The smallest count that is enough, at least 1: `⌈share × of⌉` for `at-least`, `⌊share × of⌋ + 1` for `more-than`.
 * A result above `of` says that no count is enough: so for an empty base, and for `more-than 1/1`. Infinity when `of`
 * is no count at all. Rule THRESHOLD-4.
 */
export const needed = (threshold: Threshold, of: number): number => {
  if (!isCount(of)) return Number.POSITIVE_INFINITY
  const { numerator, denominator } = threshold.share
  const asked = numerator * BigInt(of)
  const whole = asked / denominator
  const enough = threshold.comparison === "at-least" && whole * denominator === asked ? whole : whole + 1n
  return enough < 1n ? 1 : Number(enough)
}

/** How many are missing; 0 when it is met. They can be found only if `needed` is not above `of`. Rule THRESHOLD-4. */
export const shortBy = (threshold: Threshold, count: number, of: number): number =>
  Math.max(0, needed(threshold, of) - credible(count, of))

/**
 * How many of the base would have to think otherwise, the base staying as it is, for the answer to turn: from met to
 * missed, or from missed to met. Undefined when no count would be enough. Rule THRESHOLD-4.
 */
export const flippedBy = (threshold: Threshold, count: number, of: number): number | undefined => {
  const enough = needed(threshold, of)
  if (enough > of) return undefined
  const counted = credible(count, of)
  return counted >= enough ? counted - enough + 1 : enough - counted
}

/**
 * Which asks more: −1 when `a` asks less than `b`, 0 when they ask the same, 1 when `a` asks more. Whatever meets the one
 * that asks more meets the other, for every base. Rule THRESHOLD-5.
 */
export const compareThresholds = (a: Threshold, b: Threshold): Checked<-1 | 0 | 1, Incomparable> => {
  if (a.measure !== b.measure || a.base !== b.base)
    return refuse({
      _tag: "Incomparable",
      rule: "THRESHOLD-5",
      measures: [a.measure, b.measure],
      bases: [a.base, b.base],
    })
  const shares = compareFractions(a.share, b.share)
  if (shares !== 0 || a.comparison === b.comparison) return accept(shares)
  return accept(a.comparison === "more-than" ? 1 : -1)
}
