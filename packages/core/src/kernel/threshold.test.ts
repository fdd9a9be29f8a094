import { describe, expect, it } from "vitest"
import type { Base, Comparison, Measure, Threshold } from "./threshold.ts"
import { compareThresholds, flippedBy, meets, needed, shortBy } from "./threshold.ts"

interface Asked {
  readonly share: readonly [bigint, bigint]
  readonly comparison: Comparison
  readonly measure?: Measure
  readonly base?: Base
}

const threshold = ({
  share: [numerator, denominator],
  comparison,
  measure = "heads",
  base = "members",
}: Asked): Threshold => ({
  share: { numerator, denominator },
  comparison,
  measure,
  base,
})

const atLeast = (numerator: bigint, denominator: bigint, base: Base = "members"): Threshold =>
  threshold({ share: [numerator, denominator], comparison: "at-least", base })
const moreThan = (numerator: bigint, denominator: bigint, base: Base = "members"): Threshold =>
  threshold({ share: [numerator, denominator], comparison: "more-than", base })
const ofArea = (asked: Threshold): Threshold => ({ ...asked, measure: "area" })

/** What the law asks of a body of that size, and the first count that is enough, worked out by hand. */
const golden: ReadonlyArray<readonly [name: string, asked: Threshold, of: number, enough: number]> = [
  ["quorum of 30 members, 2/3 以上 (art. 29)", atLeast(2n, 3n), 30, 20],
  ["quorum of 31 members, 2/3 以上 (art. 29)", atLeast(2n, 3n), 31, 21],
  ["turnout of 24 representatives, 超过 2/3 (art. 19)", moreThan(2n, 3n, "entitled"), 24, 17],
  ["turnout of 25 representatives, 超过 2/3 (art. 19)", moreThan(2n, 3n, "entitled"), 25, 17],
  ["20 present, 过半数 (art. 29)", moreThan(1n, 2n, "present"), 20, 11],
  ["21 present, 过半数 (art. 29)", moreThan(1n, 2n, "present"), 21, 11],
  ["20 who should attend, 半数以上", atLeast(1n, 2n, "entitled"), 20, 10],
  ["21 who should attend, 半数以上", atLeast(1n, 2n, "entitled"), 21, 11],
  ["run-off of 100 ballots cast, not less than 1/3 (art. 19)", atLeast(1n, 3n, "cast"), 100, 34],
  ["recall asked by 1/10 of 1,000 (art. 20)", atLeast(1n, 10n, "entitled"), 1000, 100],
  ["recall asked by 1/10 of 1,001 (art. 20)", atLeast(1n, 10n, "entitled"), 1001, 101],
  ["300 owners take part, 2/3 以上 (Civil Code art. 278)", atLeast(2n, 3n, "whole-estate"), 300, 200],
  ["30,000 m² take part, 2/3 以上 (art. 278)", ofArea(atLeast(2n, 3n, "whole-estate")), 300_000_000, 200_000_000],
  ["ordinary matter, 200 take part (art. 278)", moreThan(1n, 2n, "participating"), 200, 101],
  ["ordinary matter, 20,000 m² (art. 278)", ofArea(moreThan(1n, 2n, "participating")), 200_000_000, 100_000_001],
  ["special matter, 200 take part (art. 278)", atLeast(3n, 4n, "participating"), 200, 150],
  ["special matter, 20,000 m² (art. 278)", ofArea(atLeast(3n, 4n, "participating")), 200_000_000, 150_000_000],
  ["more than half of 7 valid ballots", moreThan(1n, 2n, "valid"), 7, 4],
  ["all of 7", atLeast(1n, 1n), 7, 7],
  ["a body of one", moreThan(1n, 2n), 1, 1],
  ["a body of one, 2/3", atLeast(2n, 3n), 1, 1],
  ["a body of two, 过半数", moreThan(1n, 2n), 2, 2],
  ["66.67 % as written, of 30,000", atLeast(6667n, 10_000n), 30_000, 20_001],
  ["the largest base there is", atLeast(1n, 1n), 9007199254740991, 9007199254740991],
]

describe("THRESHOLD-1 以上 includes the number itself, 超过 and 过半数 do not", () => {
  it.each(golden)("THRESHOLD-1 %s: one fewer is not enough, the number is, one more is", (_, asked, of, enough) => {
    expect(needed(asked, of)).toBe(enough)
    expect(meets(asked, enough - 1, of)).toBe(false)
    expect(meets(asked, enough, of)).toBe(true)
    expect(meets(asked, Math.min(enough + 1, of), of)).toBe(true)
  })

  it("THRESHOLD-1 exactly two thirds is at least two thirds and not more than two thirds", () => {
    expect(meets(atLeast(2n, 3n), 20, 30)).toBe(true)
    expect(meets(moreThan(2n, 3n), 20, 30)).toBe(false)
  })
})

describe("THRESHOLD-2 nothing passes on an empty base", () => {
  it.each([
    [atLeast(2n, 3n)],
    [moreThan(1n, 2n)],
    [atLeast(1n, 1n)],
    [{ ...atLeast(0n, 1n) }],
    [{ ...moreThan(-1n, 2n) }],
  ])("THRESHOLD-2 0 of 0 is not enough, and one is said to be missing", (asked) => {
    expect(meets(asked, 0, 0)).toBe(false)
    expect(needed(asked, 0)).toBe(1)
    expect(shortBy(asked, 0, 0)).toBe(1)
    expect(flippedBy(asked, 0, 0)).toBeUndefined()
  })

  it("THRESHOLD-2 nobody is never enough, even for a share of nothing", () => {
    expect(meets(atLeast(0n, 1n), 0, 5)).toBe(false)
    expect(needed(atLeast(0n, 1n), 5)).toBe(1)
  })
})

describe("THRESHOLD-3 a count that cannot be is worth nothing", () => {
  it.each([
    ["7 of 5", 7, 5],
    ["minus one", -1, 5],
    ["one and a half", 1.5, 1.5],
    ["three and a half of 5", 3.5, 5],
    ["NaN", Number.NaN, 5],
    ["infinitely many", Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["of NaN", 3, Number.NaN],
    ["of minus five", 3, -5],
    ["past the safe integers", 9007199254740992, 9007199254740992],
  ])("THRESHOLD-3 %s is not enough", (_, count, of) => {
    expect(meets(moreThan(1n, 2n), count, of)).toBe(false)
    expect(meets(atLeast(0n, 1n), count, of)).toBe(false)
    expect(shortBy(moreThan(1n, 2n), count, of)).toBe(needed(moreThan(1n, 2n), of))
  })

  it("THRESHOLD-3 of a base that cannot be, no number is enough", () => {
    expect(needed(moreThan(1n, 2n), 1.5)).toBe(Number.POSITIVE_INFINITY)
    expect(needed(moreThan(1n, 2n), -1)).toBe(Number.POSITIVE_INFINITY)
    expect(flippedBy(moreThan(1n, 2n), 1, 1.5)).toBeUndefined()
  })
})

describe("THRESHOLD-4 an outcome says how near it was", () => {
  it.each([
    ["34 of 50 with 2/3 asked", atLeast(2n, 3n), 34, 50, 0, 1],
    ["33 of 50 with 2/3 asked", atLeast(2n, 3n), 33, 50, 1, 1],
    ["32 of 50 with 2/3 asked", atLeast(2n, 3n), 32, 50, 2, 2],
    ["all 50 with 2/3 asked", atLeast(2n, 3n), 50, 50, 0, 17],
    ["10 of 20 with more than half asked", moreThan(1n, 2n), 10, 20, 1, 1],
    ["11 of 20 with more than half asked", moreThan(1n, 2n), 11, 20, 0, 1],
    ["none of 20 with more than half asked", moreThan(1n, 2n), 0, 20, 11, 11],
  ])("THRESHOLD-4 %s", (_, asked, count, of, short, flipped) => {
    expect(shortBy(asked, count, of)).toBe(short)
    expect(flippedBy(asked, count, of)).toBe(flipped)
  })

  it("THRESHOLD-4 more than all is told by a need above the base", () => {
    expect(needed(moreThan(1n, 1n), 20)).toBe(21)
    expect(meets(moreThan(1n, 1n), 20, 20)).toBe(false)
    expect(shortBy(moreThan(1n, 1n), 20, 20)).toBe(1)
    expect(flippedBy(moreThan(1n, 1n), 20, 20)).toBeUndefined()
  })
})

describe("THRESHOLD-5 only thresholds of one measure and one base compare", () => {
  it.each([
    [atLeast(2n, 3n), atLeast(2n, 3n), 0],
    [atLeast(2n, 3n), atLeast(4n, 6n), 0],
    [atLeast(2n, 3n), moreThan(2n, 3n), -1],
    [moreThan(2n, 3n), atLeast(2n, 3n), 1],
    [moreThan(1n, 2n), atLeast(2n, 3n), -1],
    [atLeast(2n, 3n), moreThan(1n, 2n), 1],
    [moreThan(1n, 2n), moreThan(1n, 2n), 0],
  ])("THRESHOLD-5 says which asks more", (a, b, expected) => {
    expect(compareThresholds(a, b)).toEqual({ ok: true, value: expected })
  })

  it("THRESHOLD-5 heads and area do not compare, nor do two bases", () => {
    expect(compareThresholds(atLeast(2n, 3n), ofArea(atLeast(1n, 2n)))).toEqual({
      ok: false,
      refusal: {
        _tag: "Incomparable",
        rule: "THRESHOLD-5",
        measures: ["heads", "area"],
        bases: ["members", "members"],
      },
    })
    expect(compareThresholds(moreThan(1n, 2n, "present"), moreThan(1n, 2n, "members"))).toMatchObject({
      ok: false,
      refusal: { _tag: "Incomparable", bases: ["present", "members"] },
    })
  })
})
