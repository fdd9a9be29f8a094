import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readWholeNumber } from "./whole-number.ts"

const read = (input: unknown): unknown => {
  const result = readWholeNumber(input)
  return result.ok ? result.value : result.refusal
}

const invalid = (got: string, reason: string, meant?: string) => ({
  _tag: "InvalidNumber",
  rule: "NUMBER-1",
  got,
  reason,
  ...(meant === undefined ? {} : { meant }),
})

describe("NUMBER-1 a whole number is written in one way", () => {
  it.each([
    ["0", 0n],
    ["7", 7n],
    ["-7", -7n],
    ["9007199254740993", 9007199254740993n],
    [12, 12n],
    [-12, -12n],
    [0, 0n],
    [9007199254740991, 9007199254740991n],
    [-9007199254740991, -9007199254740991n],
  ])("NUMBER-1 reads %s", (input, expected) => {
    expect(read(input)).toBe(expected)
  })

  it.each([
    ["", invalid("", "empty")],
    [" ", invalid(" ", "empty")],
    ["\u3000", invalid("\u3000", "empty")],
    ["0x10", invalid("0x10", "not-decimal-digits")],
    ["1e3", invalid("1e3", "not-decimal-digits")],
    ["1_000", invalid("1_000", "not-decimal-digits")],
    ["1,000", invalid("1,000", "not-decimal-digits")],
    ["1.0", invalid("1.0", "not-decimal-digits")],
    ["NaN", invalid("NaN", "not-decimal-digits")],
    ["Infinity", invalid("Infinity", "not-decimal-digits")],
    ["一百", invalid("一百", "not-decimal-digits")],
    ["--1", invalid("--1", "not-decimal-digits")],
    ["-", invalid("-", "not-decimal-digits")],
    ["１２", invalid("１２", "full-width-digits", "12")],
    ["1２", invalid("1２", "full-width-digits", "12")],
    [" 7", invalid(" 7", "spelling", "7")],
    ["7\n", invalid("7\\u{a}", "spelling", "7")],
    ["+7", invalid("+7", "spelling", "7")],
    ["007", invalid("007", "spelling", "7")],
    ["-007", invalid("-007", "spelling", "-7")],
    ["00", invalid("00", "spelling", "0")],
    ["-0", invalid("-0", "spelling", "0")],
    [-0, invalid("-0", "spelling", "0")],
    [1.5, invalid("1.5", "not-whole")],
    [Number.NaN, invalid("NaN", "not-finite")],
    [Number.POSITIVE_INFINITY, invalid("Infinity", "not-finite")],
  ])("NUMBER-1 refuses %j and says what may have been meant", (input, expected) => {
    expect(read(input)).toEqual(expected)
  })

  it("NUMBER-1 where it is not plain what was meant, nothing is suggested", () => {
    expect(Object.keys(read("0x10") as object)).toEqual(["_tag", "rule", "got", "reason"])
  })

  it("NUMBER-1 a bigint is a whole number already", () => {
    expect(read(9007199254740993n)).toBe(9007199254740993n)
  })

  it("NUMBER-1 reads a thousand digits, refuses a thousand and one, and repeats no more than forty", () => {
    expect(read("9".repeat(1000))).toBe(BigInt("9".repeat(1000)))
    expect(read("9".repeat(1001))).toEqual(invalid(`${"9".repeat(40)}…`, "too-long"))
  })

  it.each([[null], [undefined], [true], [[]], [["1"]], [{}], [new Number(1)]])(
    "NUMBER-1 refuses %j as a kind of value",
    (input) => {
      expect(read(input)).toMatchObject({ _tag: "WrongType", expected: ["string", "number", "bigint"] })
    },
  )

  it("NUMBER-1 gives back every whole number that is written in decimal digits", () => {
    fc.assert(fc.property(fc.bigInt(), (whole) => read(whole.toString()) === whole))
  })

  it("NUMBER-1 what is read is written as it came, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+ ]?[0-9]{1,5}$/)), (text) => {
        const result = readWholeNumber(text)
        return !result.ok || result.value.toString() === text
      }),
    )
  })

  it("NUMBER-1 what may have been meant is read", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ +-]{0,2}[0-9０-９]{1,6} ?$/), (text) => {
        const result = readWholeNumber(text)
        if (result.ok || result.refusal._tag !== "InvalidNumber" || result.refusal.meant === undefined) return
        expect(readWholeNumber(result.refusal.meant).ok).toBe(true)
      }),
    )
  })
})

describe("NUMBER-2 a number that has lost digits is refused", () => {
  it.each([[9007199254740992], [-9007199254740992], [1e21], [Number.MAX_VALUE]])(
    "NUMBER-2 refuses the number %d",
    (input) => {
      expect(read(input)).toEqual({
        _tag: "UnsafeInteger",
        rule: "NUMBER-2",
        got: String(input),
        limit: 9007199254740991,
      })
    },
  )
})
