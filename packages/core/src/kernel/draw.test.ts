import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawNumber } from "./draw.ts"

const units = ["clinic", "court", "park", "school", "station", "works"]
const lot = (seed: string, round: number) => (unit: string) => drawNumber(`${seed}/${round}/${unit}`)
const order = (names: ReadonlyArray<string>, seed: string, round: number): ReadonlyArray<string> => {
  const draw = lot(seed, round)
  return names.toSorted((one, other) => draw(one) - draw(other))
}

describe("DRAW-1 anybody can draw the number again", () => {
  // Computed by a separate program in another language, from the description in the docstring.
  it.each([
    ["", 2872998923],
    ["a", 444641715],
    ["pearl/1/school", 968261756],
    ["pearl/2/school", 1294405818],
    ["pearl/1/clinic", 3423769519],
    ["輪值", 1085139671],
    ["😀", 1787143206],
  ])("DRAW-1 of '%s' it is %d", (text, expected) => {
    expect(drawNumber(text)).toBe(expected)
  })

  it("DRAW-1 it is a whole number of 32 bits, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const drawn = drawNumber(text)
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < 4294967296).toBe(true)
      }),
    )
  })
})

describe("DRAW-2 a lot depends on the seed, the round and the unit alone", () => {
  it("DRAW-2 whoever leaves, the others keep their order", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(99), fc.subarray(units), (seed, round, staying) => {
        const all = order(units, seed, round)
        expect(order(staying, seed, round)).toEqual(all.filter((unit) => staying.includes(unit)))
      }),
    )
  })
})

describe("DRAW-3 nobody is favoured", () => {
  const rounds = 12_000
  /** Six cells that should hold 2,000 each: with five degrees of freedom, 30 is passed by chance once in 80,000 draws. */
  const chiSquare = (counts: ReadonlyArray<number>): number =>
    counts.reduce((sum, count) => sum + (count - rounds / 6) ** 2 / (rounds / 6), 0)

  it("DRAW-3 over many rounds of one seed each unit comes to each place about equally often", () => {
    const counts = units.map(() => units.map(() => 0))
    for (let round = 0; round < rounds; round += 1)
      for (const [place, unit] of order(units, "pearl", round).entries()) {
        const cells = counts[units.indexOf(unit)] ?? []
        cells[place] = (cells[place] ?? 0) + 1
      }
    for (const cells of counts) expect(chiSquare(cells)).toBeLessThan(30)
  })

  it("DRAW-3 over many seeds each unit comes first about equally often", () => {
    const counts = units.map(() => 0)
    for (let seed = 0; seed < rounds; seed += 1) {
      const first = units.indexOf(order(units, `seed-${seed}`, 1)[0] ?? "")
      counts[first] = (counts[first] ?? 0) + 1
    }
    expect(chiSquare(counts)).toBeLessThan(30)
  })

  it("DRAW-3 who comes first in one round comes anywhere in the next", () => {
    const counts = units.map(() => 0)
    for (let round = 0; round < rounds; round += 1) {
      const [first = ""] = order(units, "pearl", round)
      const next = order(units, "pearl", round + 1).indexOf(first)
      counts[next] = (counts[next] ?? 0) + 1
    }
    expect(chiSquare(counts)).toBeLessThan(30)
  })
})
