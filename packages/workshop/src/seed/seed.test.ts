import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawingTests, draws } from "./drawing.ts"
import { seedOf, variable } from "./seed.ts"

const drawn = (parameters: { readonly seed?: number } = {}): ReadonlyArray<number> => {
  const seen: Array<number> = []
  fc.assert(
    fc.property(fc.integer(), (number) => {
      seen.push(number)
    }),
    { numRuns: 20, ...parameters },
  )
  return seen
}

describe("the seed of a run", () => {
  it("is the one that the environment names, and the same one day after day when it names none", () => {
    expect(seedOf({ [variable]: "7" })).toBe(7)
    expect(seedOf({ [variable]: "-2147483648" })).toBe(-2_147_483_648)
    expect(seedOf({})).toBe(20_260_101)
    expect(seedOf({ [variable]: "" })).toBe(seedOf({}))
  })

  it.each(["seven", "1.5", "1e3", "0x10", "2147483648", "-2147483649"])("is never %s", (given) => {
    expect(() => seedOf({ [variable]: given })).toThrow(`${variable} is "${given}"`)
  })

  it("is what properties draw from in every test file, so that a run can be had again", () => {
    const seed = seedOf(process.env)
    expect(drawn()).toEqual(drawn({ seed }))
    expect(drawn()).toEqual(drawn())
  })

  it("gives way to the seed that a property names itself", () => {
    const seed = seedOf(process.env)
    expect(drawn({ seed: seed + 1 })).not.toEqual(drawn())
    expect(fc.sample(fc.integer(), { numRuns: 5, seed: 11 })).toEqual(fc.sample(fc.integer(), { numRuns: 5, seed: 11 }))
  })
})

describe("the tests that draw", () => {
  it("are those that ask fast-check or the testkit", () => {
    expect(draws('import * as fc from "fast-check"')).toBe(true)
    expect(draws('import { deeds } from "@jinlin/testkit/rotating-chair"')).toBe(true)
    expect(draws('import { describe } from "vitest"')).toBe(false)
  })

  it("are found in the whole workspace", () => {
    const found = drawingTests()
    expect(found).toContain("packages/core/src/kernel/threshold.property.test.ts")
    expect(found).toContain("packages/workshop/src/seed/seed.test.ts")
    expect(found.filter((path) => path.includes("node_modules"))).toEqual([])
  })
})
