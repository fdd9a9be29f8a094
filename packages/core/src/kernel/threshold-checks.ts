import type { Fraction } from "./fraction.ts"
import { compareFractions, one, zero } from "./fraction.ts"
import type { FractionJson } from "./fraction-reading.ts"
import { fractionText, fractionToJson } from "./fraction-reading.ts"
import type { Comparison, Threshold } from "./threshold.ts"

/** A share or a count by which everything would pass, or nothing ever could. Rule THRESHOLD-6. */
export interface InvalidQuorum {
  readonly _tag: "InvalidQuorum"
  readonly rule: "THRESHOLD-6"
  readonly reason:
    | "share-not-above-zero"
    | "share-above-one"
    | "more-than-all"
    | "not-whole"
    | "negative"
    | "more-than-there-are"
  readonly got: string
}

/** A decimal that looks like a rounded third: taken as written, but 66.67 % of 30,000 is 20,001. Rule THRESHOLD-7. */
export interface ThresholdLooksRounded {
  readonly _tag: "ThresholdLooksRounded"
  readonly rule: "THRESHOLD-7"
  readonly written: FractionJson
  readonly perhapsMeant: FractionJson
}

const invalid = (reason: InvalidQuorum["reason"], got: string): InvalidQuorum => ({
  _tag: "InvalidQuorum",
  rule: "THRESHOLD-6",
  reason,
  got,
})

/** A share lies above 0 and not above 1, and nothing can be more than all: otherwise everything passes, or nothing. */
export const shareMustBePossible = (share: Fraction, comparison: Comparison): InvalidQuorum | undefined => {
  if (compareFractions(share, zero) <= 0) return invalid("share-not-above-zero", fractionText(share))
  const againstAll = compareFractions(share, one)
  if (againstAll > 0) return invalid("share-above-one", fractionText(share))
  return againstAll === 0 && comparison === "more-than" ? invalid("more-than-all", fractionText(share)) : undefined
}

/** A count is whole, not negative, and not of more than there are: `7 of 5` and `1.5 people` are refused. */
export const countMustBePossible = (count: number, of: number): InvalidQuorum | undefined => {
  const odd = [count, of].find((number) => !Number.isSafeInteger(number))
  if (odd !== undefined) return invalid("not-whole", String(odd))
  const below = [count, of].find((number) => number < 0)
  if (below !== undefined) return invalid("negative", String(below))
  return count > of ? invalid("more-than-there-are", `${count} of ${of}`) : undefined
}

const most = 12

/** The third whose rounded or cut decimal the share is, looking at two to twelve decimals: 0.33, 0.667, 66.66 %. */
const thirdBehind = ({ numerator, denominator }: Fraction): Fraction | undefined => {
  for (let decimals = 2; decimals <= most; decimals += 1) {
    const scale = BigInt(`1${"0".repeat(decimals)}`)
    if (scale % denominator !== 0n) continue
    const written = numerator * (scale / denominator)
    const third = [1n, 2n].find((thirds) => written === (thirds * scale) / 3n || written === (thirds * scale + 1n) / 3n)
    return third === undefined ? undefined : { numerator: third, denominator: 3n }
  }
  return undefined
}

/** A warning, never a refusal, where two thirds or one third may be meant and a rounded decimal is written. */
export const looksRounded = (threshold: Threshold): ThresholdLooksRounded | undefined => {
  const third = thirdBehind(threshold.share)
  if (third === undefined) return undefined
  const written = fractionToJson(threshold.share)
  return { _tag: "ThresholdLooksRounded", rule: "THRESHOLD-7", written, perhapsMeant: fractionToJson(third) }
}
