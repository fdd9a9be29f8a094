import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "./reading.ts"
import { ThresholdData } from "./threshold-data.ts"
import { bases, comparisons, measures, readThreshold } from "./threshold-reading.ts"

const decode = decodeStrictly(ThresholdData)

const twoThirds = {
  share: { numerator: "2", denominator: "3" },
  ...{ comparison: "at-least", measure: "heads", base: "members" },
}

describe("THRESHOLD-8 a threshold kept as plain JSON", () => {
  it("THRESHOLD-8 is read as it is written, also in other than lowest terms", () => {
    expect(decode(twoThirds)).toEqual({ ok: true, value: twoThirds })
    const wide = { ...twoThirds, share: { numerator: "4", denominator: "6" } }
    expect(decode(wide)).toEqual({ ok: true, value: wide })
  })

  it.each([
    [
      "more than all",
      { ...twoThirds, share: { numerator: "1", denominator: "1" }, comparison: "more-than" },
      "InvalidQuorum",
      ["share"],
    ],
    ["no share", { ...twoThirds, share: { numerator: "0", denominator: "3" } }, "InvalidQuorum", ["share"]],
    ["above one", { ...twoThirds, share: { numerator: "4", denominator: "3" } }, "InvalidQuorum", ["share"]],
    ["a zero below", { ...twoThirds, share: { numerator: "1", denominator: "0" } }, "ZeroDenominator", ["share"]],
    ["an unknown base", { ...twoThirds, base: "guests" }, "UnknownChoice", ["base"]],
    [
      "a number for a text",
      { ...twoThirds, share: { numerator: 2, denominator: "3" } },
      "WrongType",
      ["share", "numerator"],
    ],
  ])("THRESHOLD-8 %s is refused at its place", (_, given, tag, path) => {
    const read = decode(given)
    expect(read.ok ? [] : read.refusal.map((fault) => [fault.refusal._tag, fault.path])).toEqual([[tag, path]])
  })

  it("THRESHOLD-8 lets pass exactly what the kernel reads as a threshold", () => {
    const digits = fc.integer({ min: -2, max: 5 }).map(String)
    const any = fc.record({
      share: fc.record({ numerator: digits, denominator: digits }),
      comparison: fc.constantFrom(...comparisons),
      measure: fc.constantFrom(...measures),
      base: fc.constantFrom(...bases),
    })
    fc.assert(
      fc.property(any, (threshold) => {
        expect(decode(threshold).ok).toBe(readThreshold(threshold).ok)
      }),
    )
  })
})
