import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Fraction } from "./fraction.ts"
import {
  addFractions,
  compareFractions,
  divideFractions,
  equalFractions,
  fraction,
  multiplyFractions,
  one,
  subtractFractions,
  sumOfFractions,
  wholeFraction,
  zero,
} from "./fraction.ts"

const of = (numerator: bigint, denominator: bigint): Fraction => {
  const made = fraction(numerator, denominator)
  if (!made.ok) throw new Error("a test asked for a denominator of zero")
  return made.value
}

const wholes = fc.bigInt({ min: -10_000n, max: 10_000n })
const fractions = fc
  .tuple(
    wholes,
    wholes.filter((whole) => whole !== 0n),
  )
  .map(([above, below]) => of(above, below))

describe("FRACTION-1 a fraction is in lowest terms with a denominator above zero", () => {
  it.each([
    [2n, 3n, 2n, 3n],
    [4n, 6n, 2n, 3n],
    [-4n, 6n, -2n, 3n],
    [4n, -6n, -2n, 3n],
    [-4n, -6n, 2n, 3n],
    [0n, 5n, 0n, 1n],
    [0n, -5n, 0n, 1n],
    [7n, 7n, 1n, 1n],
    [6n, 3n, 2n, 1n],
    [9007199254740993n, 3n, 3002399751580331n, 1n],
  ])("FRACTION-1 %d/%d is %d/%d", (above, below, numerator, denominator) => {
    expect(of(above, below)).toEqual({ numerator, denominator })
  })

  it("FRACTION-1 multiplying both by the same number changes nothing", () => {
    fc.assert(
      fc.property(wholes, wholes, wholes, (above, below, factor) => {
        fc.pre(below !== 0n && factor !== 0n)
        expect(of(above * factor, below * factor)).toEqual(of(above, below))
      }),
    )
  })

  it("FRACTION-1 no number above one divides both, and every result of arithmetic is so too", () => {
    const isLowest = ({ numerator, denominator }: Fraction): boolean => {
      const size = numerator < 0n ? -numerator : numerator
      for (let divisor = 2n; divisor <= 50n; divisor += 1n)
        if (size % divisor === 0n && denominator % divisor === 0n) return false
      return denominator > 0n
    }
    fc.assert(
      fc.property(fractions, fractions, (a, b) =>
        [a, addFractions(a, b), subtractFractions(a, b), multiplyFractions(a, b)].every(isLowest),
      ),
    )
  })
})

describe("FRACTION-2 nothing is divided by zero", () => {
  it("FRACTION-2 refuses a denominator of zero and names the numerator", () => {
    expect(fraction(2n, 0n)).toEqual({
      ok: false,
      refusal: { _tag: "ZeroDenominator", rule: "FRACTION-2", numerator: "2" },
    })
  })

  it("FRACTION-2 refuses to divide by zero", () => {
    expect(divideFractions(of(2n, 3n), zero)).toMatchObject({ ok: false, refusal: { _tag: "ZeroDenominator" } })
  })
})

describe("FRACTION-4 arithmetic is exact", () => {
  it.each([
    ["1/2 + 1/3", addFractions(of(1n, 2n), of(1n, 3n)), of(5n, 6n)],
    ["1/6 + 1/3", addFractions(of(1n, 6n), of(1n, 3n)), of(1n, 2n)],
    ["1/2 − 1/3", subtractFractions(of(1n, 2n), of(1n, 3n)), of(1n, 6n)],
    ["1/3 − 1/2", subtractFractions(of(1n, 3n), of(1n, 2n)), of(-1n, 6n)],
    ["2/3 × 3/4", multiplyFractions(of(2n, 3n), of(3n, 4n)), of(1n, 2n)],
    ["0.1 + 0.2", addFractions(of(1n, 10n), of(2n, 10n)), of(3n, 10n)],
    ["five as a fraction", wholeFraction(5n), of(5n, 1n)],
    ["1 − 1", subtractFractions(one, one), zero],
  ])("FRACTION-4 %s", (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  it("FRACTION-4 2/3 ÷ 4/5 is 5/6, and a negative divisor turns the sign", () => {
    expect(divideFractions(of(2n, 3n), of(4n, 5n))).toEqual({ ok: true, value: of(5n, 6n) })
    expect(divideFractions(of(2n, 3n), of(-4n, 5n))).toEqual({ ok: true, value: of(-5n, 6n) })
  })

  it.each([
    [of(1n, 3n), of(1n, 2n), -1],
    [of(2n, 4n), of(1n, 2n), 0],
    [of(2n, 3n), of(6666n, 10000n), 1],
    [of(2n, 3n), of(6667n, 10000n), -1],
    [of(-1n, 2n), of(1n, 2n), -1],
    [of(-1n, 3n), of(-1n, 2n), 1],
  ])("FRACTION-4 compares exactly", (a, b, expected) => {
    expect(compareFractions(a, b)).toBe(expected)
    expect(equalFractions(a, b)).toBe(expected === 0)
  })

  it("FRACTION-4 fractions are a field: order and grouping do not matter, and what is added can be taken away", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a))
        expect(multiplyFractions(a, b)).toEqual(multiplyFractions(b, a))
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)))
        expect(multiplyFractions(multiplyFractions(a, b), c)).toEqual(multiplyFractions(a, multiplyFractions(b, c)))
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        )
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a)
        expect(addFractions(a, zero)).toEqual(a)
        expect(multiplyFractions(a, one)).toEqual(a)
        expect(multiplyFractions(a, zero)).toEqual(zero)
      }),
    )
  })

  it("FRACTION-4 dividing undoes multiplying", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        fc.pre(b.numerator !== 0n)
        expect(divideFractions(multiplyFractions(a, b), b)).toEqual({ ok: true, value: a })
      }),
    )
  })

  it("FRACTION-4 the comparison is an order that addition keeps", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(compareFractions(b, a) + compareFractions(a, b)).toBe(0)
        expect(compareFractions(addFractions(a, c), addFractions(b, c))).toBe(compareFractions(a, b))
        expect(compareFractions(a, b)).toBe(Math.sign(Number(subtractFractions(a, b).numerator)))
      }),
    )
  })

  it("FRACTION-4 a sum is the same in every order, where floats are not", () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 8 }), (addends) => {
        expect(sumOfFractions(addends.toReversed())).toEqual(sumOfFractions(addends))
      }),
    )
    expect(sumOfFractions([])).toEqual(zero)
    expect(sumOfFractions(Array.from({ length: 10 }, () => of(1n, 10n)))).toEqual(one)
  })
})
