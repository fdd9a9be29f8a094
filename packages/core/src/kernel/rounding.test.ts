import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Decimals, RoundingRule } from "./rounding.ts"
import { decimalText, roundToWhole } from "./rounding.ts"

const rules: ReadonlyArray<RoundingRule> = ["half-up", "half-even", "down", "up"]

describe("FRACTION-5 rounding says what happens to the half", () => {
  it.each([
    // value           half-up half-even down  up
    [0n, 1n, 0n, 0n, 0n, 0n],
    [1n, 3n, 0n, 0n, 0n, 1n],
    [49n, 100n, 0n, 0n, 0n, 1n],
    [1n, 2n, 1n, 0n, 0n, 1n],
    [51n, 100n, 1n, 1n, 0n, 1n],
    [2n, 3n, 1n, 1n, 0n, 1n],
    [1n, 1n, 1n, 1n, 1n, 1n],
    [3n, 2n, 2n, 2n, 1n, 2n],
    [5n, 2n, 3n, 2n, 2n, 3n],
    [7n, 2n, 4n, 4n, 3n, 4n],
    [-1n, 3n, 0n, 0n, 0n, -1n],
    [-1n, 2n, -1n, 0n, 0n, -1n],
    [-3n, 2n, -2n, -2n, -1n, -2n],
    [-5n, 2n, -3n, -2n, -2n, -3n],
    [-2n, 3n, -1n, -1n, 0n, -1n],
  ])("FRACTION-5 %d/%d by each rule", (numerator, denominator, ...expected) => {
    const value = { numerator, denominator }
    expect(rules.map((rule) => roundToWhole(value, rule))).toEqual(expected)
  })

  it.each<[bigint, bigint, Decimals, RoundingRule, string]>([
    [2n, 3n, 0, "half-up", "1"],
    [2n, 3n, 2, "half-up", "0.67"],
    [2n, 3n, 2, "down", "0.66"],
    [1n, 3n, 6, "half-up", "0.333333"],
    [1n, 8n, 2, "half-even", "0.12"],
    [3n, 8n, 2, "half-even", "0.38"],
    [1n, 8n, 2, "half-up", "0.13"],
    [1n, 200n, 2, "half-up", "0.01"],
    [1n, 1000n, 2, "down", "0.00"],
    [-1n, 1000n, 2, "down", "0.00"],
    [-1n, 1000n, 2, "up", "-0.01"],
    [-2n, 3n, 1, "half-up", "-0.7"],
    [1234n, 1n, 2, "half-up", "1234.00"],
    [999n, 1000n, 2, "half-up", "1.00"],
    [-5n, 1n, 0, "down", "-5"],
  ])("FRACTION-5 %d/%d with %d decimals, %s, reads %s", (numerator, denominator, decimals, rule, expected) => {
    expect(decimalText({ numerator, denominator }, decimals, rule)).toBe(expected)
  })

  it("FRACTION-5 no rule moves a value by one or more, the two nearest ones by no more than a half", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -9999n, max: 9999n }),
        fc.bigInt({ min: 1n, max: 99n }),
        (numerator, denominator) => {
          for (const rule of rules) {
            const moved = roundToWhole({ numerator, denominator }, rule) * denominator - numerator
            const size = moved < 0n ? -moved : moved
            expect(size < denominator).toBe(true)
            if (rule === "half-up" || rule === "half-even") expect(size * 2n <= denominator).toBe(true)
          }
        },
      ),
    )
  })

  it("FRACTION-5 every rule is the same mirrored below zero, and leaves whole numbers alone", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9999n }), fc.bigInt({ min: 1n, max: 99n }), (numerator, denominator) => {
        for (const rule of rules) {
          expect(roundToWhole({ numerator: -numerator, denominator }, rule)).toBe(
            -roundToWhole({ numerator, denominator }, rule),
          )
          expect(roundToWhole({ numerator, denominator: 1n }, rule)).toBe(numerator)
        }
      }),
    )
  })
})
