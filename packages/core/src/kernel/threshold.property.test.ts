import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Threshold } from "./threshold.ts"
import { compareThresholds, flippedBy, meets, needed, shortBy } from "./threshold.ts"
import { bases, comparisons, measures } from "./threshold-reading.ts"

/**
 * The oracle compares two fractions by Euclid's steps, whole part against whole part and then the remainders turned over,
 * in ordinary numbers: no product of the four numbers is ever formed.
 */
const compareByEuclid = (a: number, b: number, c: number, d: number): number => {
  const [left, right] = [Math.floor(a / b), Math.floor(c / d)]
  if (left !== right) return left < right ? -1 : 1
  const [above, below] = [a % b, c % d]
  if (above === 0 || below === 0) return above === below ? 0 : above === 0 ? -1 : 1
  return compareByEuclid(d, below, b, above)
}

const isEnough = ({ share, comparison }: Threshold, count: number, of: number): boolean => {
  const order = compareByEuclid(count, of, Number(share.numerator), Number(share.denominator))
  return comparison === "at-least" ? order >= 0 : order > 0
}

/** Tries one count after the other. */
const firstEnough = (threshold: Threshold, of: number): number => {
  let count = 1
  while (count <= of && !isEnough(threshold, count, of)) count += 1
  return count
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const shares = fc
  .integer({ min: 1, max: 60 })
  .chain((denominator) =>
    fc.integer({ min: 1, max: denominator }).map((numerator) => [numerator, denominator] as const),
  )
  .map(([numerator, denominator]) => {
    const divisor = gcd(numerator, denominator)
    return { numerator: BigInt(numerator / divisor), denominator: BigInt(denominator / divisor) }
  })

const thresholds: fc.Arbitrary<Threshold> = fc.record({
  share: shares,
  comparison: fc.constantFrom(...comparisons),
  measure: fc.constantFrom(...measures),
  base: fc.constantFrom(...bases),
})

const sizes = fc.integer({ min: 1, max: 400 })

describe("THRESHOLD-1 against an independent count", () => {
  it("THRESHOLD-1 the same counts are enough as Euclid's steps say, for every base and measure", () => {
    fc.assert(
      fc.property(thresholds, sizes, (threshold, of) => {
        for (let count = 1; count <= of; count += 1)
          if (meets(threshold, count, of) !== isEnough(threshold, count, of)) return false
        return true
      }),
    )
  })

  it("THRESHOLD-1 at need − 1 it is missed, at need and at need + 1 it is met, on every base", () => {
    for (const base of bases)
      fc.assert(
        fc.property(thresholds, sizes, (any, of) => {
          const threshold = { ...any, base }
          const enough = firstEnough(threshold, of)
          expect(needed(threshold, of)).toBe(enough)
          expect(meets(threshold, enough - 1, of)).toBe(false)
          expect(meets(threshold, enough, of)).toBe(enough <= of)
          if (enough < of) expect(meets(threshold, enough + 1, of)).toBe(true)
        }),
        { numRuns: 50 },
      )
  })

  it("THRESHOLD-1 more assent never loses what less assent won", () => {
    fc.assert(
      fc.property(thresholds, sizes, fc.nat(400), fc.nat(400), (threshold, of, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)]
        fc.pre(more <= of)
        expect(meets(threshold, fewer, of) && !meets(threshold, more, of)).toBe(false)
      }),
    )
  })

  it("THRESHOLD-1 large areas are counted to the last square centimetre", () => {
    fc.assert(
      fc.property(shares, fc.bigInt({ min: 1n, max: 9007199254740991n }), ({ numerator, denominator }, of) => {
        const threshold: Threshold = {
          share: { numerator, denominator },
          comparison: "at-least",
          measure: "area",
          base: "whole-estate",
        }
        const enough = BigInt(needed(threshold, Number(of)))
        expect(enough * denominator >= numerator * of).toBe(true)
        expect((enough - 1n) * denominator < numerator * of).toBe(true)
      }),
    )
  })
})

describe("THRESHOLD-2 an empty roll", () => {
  it("THRESHOLD-2 never passes a vote, whatever is asked", () => {
    fc.assert(
      fc.property(thresholds, fc.nat(10), (threshold, count) => {
        expect(meets(threshold, count, 0)).toBe(false)
        expect(needed(threshold, 0)).toBeGreaterThan(0)
      }),
    )
  })
})

describe("THRESHOLD-4 how near it was", () => {
  it("THRESHOLD-4 the missing ones, added, are enough, and one fewer is not", () => {
    fc.assert(
      fc.property(thresholds, sizes, fc.nat(400), (threshold, of, count) => {
        fc.pre(count <= of)
        const short = shortBy(threshold, count, of)
        expect(short === 0).toBe(meets(threshold, count, of))
        if (short === 0 || count + short > of) return
        expect(meets(threshold, count + short, of)).toBe(true)
        expect(meets(threshold, count + short - 1, of)).toBe(false)
      }),
    )
  })

  it("THRESHOLD-4 so many change their minds and the answer turns; one fewer and it stays", () => {
    fc.assert(
      fc.property(thresholds, sizes, fc.nat(400), (threshold, of, count) => {
        fc.pre(count <= of)
        const flipped = flippedBy(threshold, count, of)
        const holds = meets(threshold, count, of)
        if (flipped === undefined) {
          expect(firstEnough(threshold, of)).toBe(of + 1)
          return
        }
        const towards = holds ? -1 : 1
        expect(meets(threshold, count + towards * flipped, of)).toBe(!holds)
        expect(meets(threshold, count + towards * (flipped - 1), of)).toBe(holds)
      }),
    )
  })
})

describe("THRESHOLD-5 which asks more", () => {
  it("THRESHOLD-5 what meets the one that asks more meets the other, for every base up to 60", () => {
    fc.assert(
      fc.property(thresholds, shares, fc.constantFrom(...comparisons), (a, share, comparison) => {
        const b = { ...a, share, comparison }
        const compared = compareThresholds(a, b)
        const [more, less] = compared.ok && compared.value >= 0 ? [a, b] : [b, a]
        for (let of = 0; of <= 60; of += 1)
          for (let count = 0; count <= of; count += 1)
            if (meets(more, count, of) && !meets(less, count, of)) return false
        return true
      }),
    )
  })

  it("THRESHOLD-5 the other way round it says the opposite", () => {
    fc.assert(
      fc.property(thresholds, thresholds, (a, b) => {
        const [there, back] = [compareThresholds(a, b), compareThresholds(b, a)]
        const comparable = a.measure === b.measure && a.base === b.base
        expect([there.ok, back.ok]).toEqual([comparable, comparable])
        if (there.ok && back.ok) expect(there.value + back.value).toBe(0)
      }),
    )
  })
})
