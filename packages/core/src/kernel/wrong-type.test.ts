import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { excerptOf, kindOf, wrongType } from "./wrong-type.ts"

describe("READ-1: a refusal names kinds and shows little", () => {
  test.each([
    ["x", "string"],
    [0, "number"],
    [Number.NaN, "not-a-finite-number"],
    [Number.NEGATIVE_INFINITY, "not-a-finite-number"],
    [true, "boolean"],
    [null, "null"],
    [undefined, "undefined"],
    [1n, "bigint"],
    [Symbol("s"), "symbol"],
    [() => 0, "function"],
    [{}, "object"],
    [Object.create(null), "object"],
    [[], "array"],
    [new Date(0), "instance"],
    [/x/, "instance"],
  ])("%s is of kind %s", (value, kind) => {
    expect(kindOf(value)).toBe(kind)
  })

  test("the refusal says what would do and what came", () => {
    expect(wrongType([], "string", "null")).toEqual({
      _tag: "WrongType",
      rule: "READ-1",
      expected: ["string", "null"],
      got: "array",
    })
  })

  test.each([
    ["街道", "街道"],
    ["a\u0000b\u001b[31m", "a\\u{0}b\\u{1b}[31m"],
    ["\u202ex\u200b\ufeff\u2028", "\\u{202e}x\\u{200b}\\u{feff}\\u{2028}"],
    ["\ud800", "\\u{d800}"],
    ["😀", "😀"],
    ["x".repeat(40), "x".repeat(40)],
    ["x".repeat(41), `${"x".repeat(40)}…`],
    [`${"x".repeat(39)}😀`, `${"x".repeat(39)}\\u{d83d}…`],
  ])("%j is shown as %s", (text, shown) => {
    expect(excerptOf(text)).toBe(shown)
  })

  test("whatever is shown is well formed, without control characters, and bounded", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }), (units) => {
        const shown = excerptOf(String.fromCharCode(...units))
        expect(shown.isWellFormed()).toBe(true)
        expect(shown).not.toMatch(/\p{Cc}/u)
        expect(shown.length).toBeLessThanOrEqual(40 * 10 + 1)
      }),
    )
  })
})
