import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fewest } from "./rules/counting/fewest.ts"

/** What the first so many of a group weigh; nobody may ask for fewer than none or more than all. */
const weighing =
  (weights: ReadonlyArray<number>) =>
  (count: number): number => {
    if (count < 0 || count > weights.length) throw new RangeError(`${count} of ${weights.length}`)
    return weights.slice(0, count).reduce((sum, weight) => sum + weight, 0)
  }

const found = (first: ReadonlyArray<number>, second: ReadonlyArray<number>, needed: number) =>
  fewest(first.length, second.length, (a, b) => weighing(first)(a) + weighing(second)(b) >= needed)

describe("TALLY-15 the fewest of two groups", () => {
  it.each([
    ["nobody is needed", [3, 1], [2], 0, 0],
    ["all of both are not enough", [3, 1], [2], 7, undefined],
    ["all of both are just enough", [3, 1], [2], 6, 3],
    ["one group alone is best", [5, 1], [2, 2], 5, 1],
    ["the other alone is best", [2, 2], [1, 1, 5], 4, 2],
    ["the first of each is best", [5, 1, 1, 1, 1], [5, 1, 1, 1, 1], 10, 2],
    ["two of one and one of the other are best", [4, 4, 1], [4, 1, 1, 1, 1], 12, 3],
    ["three of the first in place of many of the second", [3, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1], 9, 3],
    ["one more of the first spares two of the second", [5, 4], [3, 2, 2, 2], 12, 3],
    ["nobody is in the first", [], [2, 1], 3, 2],
    ["nobody is in the second", [2, 1], [], 3, 2],
    ["nobody is in either", [], [], 1, undefined],
  ])("TALLY-15 %s", (_, first, second, needed, best) => {
    expect(found(first, second, needed)).toBe(best)
  })

  it("TALLY-15 is what trying every split finds, whatever they weigh", () => {
    const group = fc.array(fc.nat(6), { maxLength: 7 }).map((weights) => weights.toSorted((a, b) => b - a))
    fc.assert(
      fc.property(group, group, fc.nat(50), (first, second, needed) => {
        const splits = first
          .concat(0)
          .flatMap((_, a) => second.concat(0).map((__, b) => [a, b] as const))
          .filter(([a, b]) => weighing(first)(a) + weighing(second)(b) >= needed)
        const best = splits.length === 0 ? undefined : Math.min(...splits.map(([a, b]) => a + b))
        expect(found(first, second, needed)).toBe(best)
      }),
    )
  })
})
