import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fractionText, fractionToJson, readFraction } from "./fraction-reading.ts"

const read = (input: unknown): unknown => {
  const result = readFraction(input)
  return result.ok ? fractionText(result.value) : result.refusal
}

describe("FRACTION-3 a fraction is read as it is written", () => {
  it.each([
    [{ numerator: "2", denominator: "3" }, "2/3"],
    [{ numerator: "4", denominator: "6" }, "2/3"],
    [{ numerator: "2", denominator: "-3" }, "-2/3"],
    [{ numerator: "9007199254740993", denominator: "2" }, "9007199254740993/2"],
    [{ numerator: 2, denominator: 3 }, "2/3"],
    [Object.assign(Object.create(null), { numerator: "1", denominator: "2" }), "1/2"],
    ["2/3", "2/3"],
    ["-2/3", "-2/3"],
    ["4/6", "2/3"],
    ["0/3", "0"],
    ["1", "1"],
    ["0", "0"],
    ["0.5", "1/2"],
    ["-0.5", "-1/2"],
    ["0.6667", "6667/10000"],
    ["0.10", "1/10"],
    ["75%", "3/4"],
    ["66.67%", "6667/10000"],
    ["66.67 %", "6667/10000"],
    ["100%", "1"],
    ["12.5%", "1/8"],
    [1, "1"],
    [-3, "-3"],
  ])("FRACTION-3 reads %j as %s", (input, expected) => {
    expect(read(input)).toBe(expected)
  })

  it.each([
    ["", "InvalidNumber", { reason: "empty" }],
    ["0x10", "InvalidNumber", { got: "0x10", reason: "not-decimal-digits" }],
    ["1e3", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["1_000", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["NaN", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["１２", "InvalidNumber", { reason: "full-width-digits", meant: "12" }],
    ["２/３", "InvalidNumber", { reason: "full-width-digits", meant: "2" }],
    ["2/３", "InvalidNumber", { reason: "full-width-digits", meant: "3" }],
    ["2 / 3", "InvalidNumber", { got: "2 ", reason: "spelling", meant: "2" }],
    ["2/", "InvalidNumber", { reason: "empty" }],
    ["/3", "InvalidNumber", { reason: "empty" }],
    ["1/2/3", "InvalidNumber", { got: "2/3" }],
    ["2/3.0", "InvalidNumber", { got: "3.0" }],
    ["66.67 ‰", "InvalidNumber", { reason: "not-decimal-digits" }],
    [".5", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["5.", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["00.5", "InvalidNumber", { reason: "not-decimal-digits" }],
    ["50  %", "InvalidNumber", { reason: "not-decimal-digits" }],
    [`0.${"3".repeat(1000)}`, "InvalidNumber", { reason: "too-long" }],
    ["-0", "InvalidNumber", { reason: "spelling", meant: "0" }],
    ["2/0", "ZeroDenominator", { numerator: "2" }],
    [0.5, "InvalidNumber", { got: "0.5", reason: "not-whole" }],
    [Number.NaN, "InvalidNumber", { reason: "not-finite" }],
    [9007199254740992, "UnsafeInteger", { limit: 9007199254740991 }],
    [{ numerator: 9007199254740992, denominator: 3 }, "UnsafeInteger", {}],
    [{ numerator: "2", denominator: 9007199254740992 }, "UnsafeInteger", {}],
    [{ numerator: Number.NaN, denominator: "3" }, "WrongType", { got: "not-a-finite-number" }],
    [{ numerator: "2", denominator: "0" }, "ZeroDenominator", { numerator: "2" }],
    [{ numerator: "2" }, "MissingField", { rule: "READ-2", field: "denominator" }],
    [{}, "MissingField", { field: "numerator" }],
    [{ numerator: "2", denominator: "3", role: "admin" }, "UnknownField", { rule: "READ-3", field: "role" }],
    [{ numerator: null, denominator: "3" }, "WrongType", { got: "null" }],
    [["2", "3"], "WrongType", { expected: ["string", "object", "number", "bigint"], got: "array" }],
    [null, "WrongType", { got: "null" }],
    [undefined, "WrongType", { got: "undefined" }],
    [true, "WrongType", { got: "boolean" }],
    [new Date(0), "WrongType", { got: "instance" }],
  ])("FRACTION-3 refuses %j with %s", (input, tag, evidence) => {
    expect(read(input)).toMatchObject({ _tag: tag, ...evidence })
  })

  it("FRACTION-3 reads a decimal of a thousand characters, and none of a thousand and one", () => {
    expect(readFraction(`0.${"3".repeat(998)}`).ok).toBe(true)
    expect(readFraction(`0.${"3".repeat(999)}`).ok).toBe(false)
  })

  it("FRACTION-3 reads a bigint as a whole number", () => {
    expect(read(3n)).toBe("3")
  })

  it("FRACTION-3 runs no getter and survives a proxy that throws", () => {
    const hostile = {
      denominator: "3",
      get numerator(): string {
        throw new Error("a getter ran")
      },
    }
    const trap = (): never => {
      throw new Error("a trap ran")
    }
    expect(read(hostile)).toMatchObject({ _tag: "WrongType", got: "computed" })
    expect(read(new Proxy({}, { ownKeys: trap }))).toMatchObject({ _tag: "WrongType", got: "computed" })
  })

  it("FRACTION-3 a pollution attempt is an unknown field, and prototypes stay as they are", () => {
    const input: unknown = JSON.parse('{"numerator":"2","denominator":"3","__proto__":{"admin":true}}')
    expect(read(input)).toMatchObject({ _tag: "UnknownField", field: "__proto__" })
    expect("admin" in {}).toBe(false)
  })

  it("FRACTION-3 both forms that are written are read again", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        const made = readFraction({ numerator: numerator.toString(), denominator: denominator.toString() })
        if (!made.ok) throw new Error("a fraction was refused")
        expect(readFraction(fractionToJson(made.value))).toEqual(made)
        expect(readFraction(fractionText(made.value))).toEqual(made)
      }),
    )
  })

  it("FRACTION-3 a decimal is exactly its digits over a power of ten", () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[0-9]{1,8}$/), (whole, decimals) => {
        const asQuotient = readFraction(`${BigInt(`${whole}${decimals}`)}/1${"0".repeat(decimals.length)}`)
        expect(readFraction(`${whole}.${decimals}`)).toEqual(asQuotient)
      }),
    )
  })

  it("FRACTION-3 refuses or reads whatever comes, and never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }), (input) => {
        expect(typeof readFraction(input).ok).toBe("boolean")
      }),
    )
  })
})
