import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeStrictly } from "./reading.ts"
import type { Threshold } from "./threshold.ts"
import { countMustBePossible, looksRounded, shareMustBePossible } from "./threshold-checks.ts"
import { bases, comparisons, measures, readThreshold, thresholdToJson } from "./threshold-reading.ts"
import { Threshold as ThresholdSchema } from "./threshold-schema.ts"

const json = {
  share: { numerator: "2", denominator: "3" },
  comparison: "at-least",
  measure: "heads",
  base: "members",
}

const refusals = (input: unknown): unknown => {
  const result = readThreshold(input)
  return result.ok ? result.value : result.refusal
}

describe("THRESHOLD-6 a threshold by which everything would pass, or nothing could, is refused", () => {
  it("THRESHOLD-6 reads the JSON form, and the share in any form of a fraction", () => {
    const expected = { ...json, share: { numerator: 2n, denominator: 3n } }
    expect(readThreshold(json)).toEqual({ ok: true, value: expected })
    expect(readThreshold({ ...json, share: "2/3" })).toEqual({ ok: true, value: expected })
  })

  it.each([
    ["quorum 0", "0", "at-least", "share-not-above-zero", "0"],
    ["more than nothing", "0", "more-than", "share-not-above-zero", "0"],
    ["a negative share", "-1/2", "at-least", "share-not-above-zero", "-1/2"],
    ["three halves", "3/2", "at-least", "share-above-one", "3/2"],
    ["100.01 %", "100.01%", "more-than", "share-above-one", "10001/10000"],
    ["more than all", "1", "more-than", "more-than-all", "1"],
  ])("THRESHOLD-6 refuses %s", (_, share, comparison, reason, got) => {
    expect(refusals({ ...json, share, comparison })).toEqual([
      { path: ["share"], refusal: { _tag: "InvalidQuorum", rule: "THRESHOLD-6", reason, got } },
    ])
  })

  it.each([
    ["1/1000000", "at-least"],
    ["1/1000000", "more-than"],
    ["1", "at-least"],
    ["99.99%", "more-than"],
  ])("THRESHOLD-6 accepts %s with %s", (share, comparison) => {
    expect(readThreshold({ ...json, share, comparison }).ok).toBe(true)
  })

  it.each([
    ["7 of 5", 7, 5, "more-than-there-are", "7 of 5"],
    ["6 of 5", 6, 5, "more-than-there-are", "6 of 5"],
    ["2 of 0", 2, 0, "more-than-there-are", "2 of 0"],
    ["1.5 people", 1.5, 5, "not-whole", "1.5"],
    ["of 4.5", 1, 4.5, "not-whole", "4.5"],
    ["of NaN", 1, Number.NaN, "not-whole", "NaN"],
    ["minus one", -1, 5, "negative", "-1"],
    ["of minus five", -7, -5, "negative", "-7"],
    ["0 of minus five", 0, -5, "negative", "-5"],
  ])("THRESHOLD-6 refuses a count of %s", (_, count, of, reason, got) => {
    expect(countMustBePossible(count, of)).toEqual({ _tag: "InvalidQuorum", rule: "THRESHOLD-6", reason, got })
  })

  it.each([
    [0, 0],
    [0, 5],
    [5, 5],
    [4, 5],
  ])("THRESHOLD-6 a count of %d of %d can be", (count, of) => {
    expect(countMustBePossible(count, of)).toBeUndefined()
  })

  it("THRESHOLD-6 says everything that is wrong, each at its path", () => {
    expect(refusals({ share: "2/0", comparison: "more", measure: 3, area: "big" })).toMatchObject([
      { path: ["area"], refusal: { _tag: "UnknownField", rule: "READ-3", field: "area" } },
      { path: ["share"], refusal: { _tag: "ZeroDenominator" } },
      {
        path: ["comparison"],
        refusal: { _tag: "UnknownChoice", rule: "READ-4", expected: ["more-than", "at-least"], got: "more" },
      },
      { path: ["measure"], refusal: { _tag: "WrongType", expected: ["string"], got: "number" } },
      { path: ["base"], refusal: { _tag: "MissingField", rule: "READ-2", field: "base" } },
    ])
  })

  it.each([[null], ["2/3"], [[json]], [new Map()]])("THRESHOLD-6 refuses %s, which is no object", (input) => {
    expect(refusals(input)).toMatchObject([{ path: [], refusal: { _tag: "WrongType" } }])
  })

  it("THRESHOLD-6 a share that cannot be read is the only fault when the rest is right", () => {
    expect(refusals({ ...json, share: "most" })).toEqual([
      {
        path: ["share"],
        refusal: { _tag: "InvalidNumber", rule: "NUMBER-1", got: "most", reason: "not-decimal-digits" },
      },
    ])
  })

  it("THRESHOLD-6 what is no plain data is refused where it stands", () => {
    expect(refusals({ ...json, share: { numerator: new Date(0), denominator: "3" } })).toMatchObject([
      { path: ["share", "numerator"], refusal: { _tag: "WrongType", got: "instance" } },
    ])
    expect(refusals("2/3")).toMatchObject([{ path: [], refusal: { _tag: "WrongType", expected: ["object"] } }])
  })

  it.each(bases)("THRESHOLD-6 knows the base %s, in text and in JSON", (base) => {
    expect(readThreshold({ ...json, base })).toMatchObject({ ok: true, value: { base } })
    expect(decodeStrictly(ThresholdSchema)({ ...json, base })).toMatchObject({ ok: true, value: { base } })
  })

  it("THRESHOLD-6 the schema reads the JSON form alone and refuses the same, at the same path", () => {
    const read = decodeStrictly(ThresholdSchema)
    expect(read(json)).toEqual(readThreshold(json))
    expect(read({ ...json, share: "2/3" })).toMatchObject({ ok: false, refusal: [{ path: ["share"] }] })
    const zero = { ...json, share: { numerator: "0", denominator: "1" } }
    expect(read(zero)).toEqual(readThreshold(zero))
    expect(read({ ...json, base: "everybody" })).toMatchObject({
      ok: false,
      refusal: [{ path: ["base"], refusal: { _tag: "UnknownChoice", got: "everybody" } }],
    })
  })

  it("THRESHOLD-6 whatever is read can be met on every base but the empty one, and survives JSON", () => {
    const inputs = fc.record({
      share: fc.record({ numerator: fc.bigInt({ min: -2n, max: 9n }), denominator: fc.bigInt({ min: 1n, max: 8n }) }),
      comparison: fc.constantFrom(...comparisons),
      measure: fc.constantFrom(...measures),
      base: fc.constantFrom(...bases),
    })
    const write = Schema.encodeUnknownSync(ThresholdSchema)
    fc.assert(
      fc.property(inputs, (input: Threshold) => {
        const read = readThreshold(thresholdToJson(input))
        expect(read.ok).toBe(shareMustBePossible(input.share, input.comparison) === undefined)
        if (!read.ok) return
        expect(write(read.value)).toEqual(thresholdToJson(read.value))
        expect(readThreshold(JSON.parse(JSON.stringify(write(read.value))))).toEqual(read)
      }),
    )
  })
})

describe("THRESHOLD-7 a rounded third is taken as written, with a warning", () => {
  const warned = (share: string): unknown => {
    const read = readThreshold({ ...json, share })
    return read.ok ? (looksRounded(read.value)?.perhapsMeant ?? "nothing") : read.refusal
  }
  const third = { numerator: "1", denominator: "3" }
  const twoThirds = { numerator: "2", denominator: "3" }

  it.each([
    ["66.67 %", twoThirds],
    ["66.66%", twoThirds],
    ["0.66", twoThirds],
    ["0.67", twoThirds],
    ["67%", twoThirds],
    ["0.667", twoThirds],
    ["66.7%", twoThirds],
    ["0.666667", twoThirds],
    ["0.666666666667", twoThirds],
    ["0.33", third],
    ["33%", third],
    ["33.3%", third],
    ["0.3333", third],
    ["2/3", "nothing"],
    ["1/3", "nothing"],
    ["0.7", "nothing"],
    ["0.3", "nothing"],
    ["0.34", "nothing"],
    ["0.65", "nothing"],
    ["0.68", "nothing"],
    ["0.5", "nothing"],
    ["0.75", "nothing"],
    ["66.6%", twoThirds],
    ["66.68%", "nothing"],
    ["66.65%", "nothing"],
    ["0.6666666666667", "nothing"],
    ["1", "nothing"],
  ])("THRESHOLD-7 %s: perhaps %j was meant", (share, expected) => {
    expect(warned(share)).toEqual(expected)
  })

  it("THRESHOLD-7 the warning repeats what is written", () => {
    const read = readThreshold({ ...json, share: "66.67%" })
    expect(read.ok && looksRounded(read.value)).toEqual({
      _tag: "ThresholdLooksRounded",
      rule: "THRESHOLD-7",
      written: { numerator: "6667", denominator: "10000" },
      perhapsMeant: twoThirds,
    })
  })
})
