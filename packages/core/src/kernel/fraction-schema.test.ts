import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fraction } from "./fraction.ts"
import { Fraction } from "./fraction-schema.ts"
import { decodeStrictly } from "./reading.ts"

const read = decodeStrictly(Fraction)
const write = Schema.encodeUnknownSync(Fraction)

describe("FRACTION-6 in JSON a fraction is two texts of decimal digits", () => {
  it("FRACTION-6 reads and writes them, in lowest terms when written", () => {
    const read46 = read({ numerator: "4", denominator: "6" })
    expect(read46).toEqual({ ok: true, value: { numerator: 2n, denominator: 3n } })
    expect(read46.ok && write(read46.value)).toEqual({ numerator: "2", denominator: "3" })
  })

  it.each([
    [{ numerator: 2, denominator: "3" }, ["numerator"], { _tag: "WrongType", expected: ["string"], got: "number" }],
    [{ numerator: "2", denominator: "1e3" }, ["denominator"], { _tag: "InvalidNumber", rule: "NUMBER-1", got: "1e3" }],
    [{ numerator: "２", denominator: "3" }, ["numerator"], { _tag: "InvalidNumber", meant: "2" }],
    [{ numerator: "2", denominator: "0" }, [], { _tag: "ZeroDenominator", rule: "FRACTION-2" }],
    [{ numerator: "2" }, ["denominator"], { _tag: "MissingField" }],
    [{ numerator: "2", denominator: "3", more: 1 }, ["more"], { _tag: "UnknownField" }],
    ["2/3", [], { _tag: "WrongType", expected: ["object"], got: "string" }],
  ])("FRACTION-6 refuses %j at its path", (input, path, refusal) => {
    expect(read(input)).toMatchObject({ ok: false, refusal: [{ path, refusal }] })
  })

  it("FRACTION-6 what is written survives JSON and is read as the same fraction", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        const made = fraction(numerator, denominator)
        if (!made.ok) throw new Error("a denominator above zero was refused")
        expect(read(JSON.parse(JSON.stringify(write(made.value))))).toEqual(made)
      }),
    )
  })

  it.each([
    [{ numerator: 2n, denominator: 3n }, true],
    [{ numerator: -2n, denominator: 1n }, true],
    [{ numerator: 2n, denominator: 0n }, false],
    [{ numerator: 2n, denominator: -3n }, false],
    [{ numerator: 2, denominator: 3n }, false],
    [{ numerator: 2n, denominator: 3 }, false],
    [{ numerator: "2", denominator: "3" }, false],
    [{ numerator: 2n }, false],
    [{ denominator: 3n }, false],
    [Object.assign(() => 0, { numerator: 2n, denominator: 3n }), false],
    [{}, false],
    [null, false],
    [undefined, false],
    [2, false],
    ["2/3", false],
  ])("FRACTION-6 knows an exact fraction from what only looks like one", (value, expected) => {
    expect(Schema.is(Fraction)(value)).toBe(expected)
  })

  it("FRACTION-6 refuses to write what is no fraction", () => {
    expect(() => write({ numerator: 1n, denominator: 0n })).toThrow("Fraction")
    expect(() => write({ numerator: 1, denominator: 2 })).toThrow("Fraction")
  })
})
