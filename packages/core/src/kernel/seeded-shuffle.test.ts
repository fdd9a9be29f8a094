import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seededShuffle } from "./seeded-shuffle.ts"

const units = ["clinic", "school", "court", "police", "property", "bank", "library"]
const twenty = Array.from({ length: 20 }, (_, index) => `u${String(index + 1).padStart(2, "0")}`)

/** The value that chi-square of that many degrees stays under in 9,999 of 10,000 draws (Wilson and Hilferty). */
const chiSquareBound = (degrees: number): number => {
  const base = 1 - 2 / (9 * degrees) + 3.719 * Math.sqrt(2 / (9 * degrees))
  return degrees * base * base * base
}

const chiSquare = (counts: ReadonlyArray<number>, expected: number): number =>
  counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0)

describe("SHUFFLE-1 anybody can draw the order again", () => {
  // Worked out in Python from the description alone.
  it.each([
    ["2026-01-05 lottery", 1, units, "police court property school library bank clinic"],
    ["2026-01-05 lottery", 2, units, "clinic court property bank police school library"],
    ["另一次抽签", 1, units, "bank police school library court clinic property"],
    ["🎲", 1, units, "bank property police library clinic court school"],
    ["", 0, units, "court school library police clinic bank property"],
    ["x", 1, ["b", "a"], "b a"],
    ["x", 1, ["only"], "only"],
    ["x", 1, [], ""],
    ["order", 3, ["z", "Z", "10", "9", "街", "𠮷", "\uffee"], "Z 9 𠮷 z \uffee 街 10"],
    ["twenty", 7, twenty, "u10 u03 u05 u12 u08 u18 u06 u09 u01 u11 u14 u20 u19 u17 u15 u16 u07 u02 u13 u04"],
  ])("SHUFFLE-1 the seed '%s' in round %d", (seed, round, items, expected) => {
    expect(seededShuffle(items, seed, round).join(" ")).toBe(expected)
  })

  it("SHUFFLE-1 what is given is not changed", () => {
    const items = Object.freeze([...units])
    seededShuffle(items, "seed", 1)
    expect(items).toEqual(units)
  })
})

const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 })

describe("SHUFFLE-2 everybody is drawn exactly once", () => {
  it("SHUFFLE-2 the order holds the items that were given, each as often as it was given", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 2 }), { maxLength: 30 }),
        fc.string(),
        fc.nat(),
        (items, seed, round) => {
          expect([...seededShuffle(items, seed, round)].sort()).toEqual([...items].sort())
        },
      ),
    )
  })
})

describe("SHUFFLE-3 only the seed, the round and who is there decide", () => {
  it("SHUFFLE-3 the order in which the items are given makes no difference", () => {
    fc.assert(
      fc.property(lists, fc.string(), fc.nat(), fc.nat(29), (items, seed, round, cut) => {
        const drawn = seededShuffle(items, seed, round)
        expect(seededShuffle(items.toReversed(), seed, round)).toEqual(drawn)
        expect(seededShuffle([...items.slice(cut), ...items.slice(0, cut)], seed, round)).toEqual(drawn)
        expect(seededShuffle(drawn, seed, round)).toEqual(drawn)
      }),
    )
  })

  it("SHUFFLE-3 names decide nothing but the order before the draw: renamed in that order, the places are the same", () => {
    fc.assert(
      fc.property(lists, fc.string(), fc.nat(), (items, seed, round) => {
        const inOrder = [...items].sort()
        const renamed = new Map(inOrder.map((item, index) => [item, `member ${String(index).padStart(3, "0")}`]))
        const drawn = seededShuffle(items, seed, round)
        expect(seededShuffle([...renamed.values()], seed, round)).toEqual(drawn.map((item) => renamed.get(item)))
      }),
    )
  })

  it("SHUFFLE-3 the seed 1 in round 11 is not the seed 11 in round 1, and every round is drawn anew", () => {
    expect(seededShuffle(twenty, "1", 11)).not.toEqual(seededShuffle(twenty, "11", 1))
    const rounds = Array.from({ length: 100 }, (_, round) => seededShuffle(twenty, "seed", round).join())
    expect(new Set(rounds).size).toBe(100)
  })
})

describe("SHUFFLE-4 no place is favoured", () => {
  it("SHUFFLE-4 over 24,000 seeds the 120 orders of five come up about equally often", () => {
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 24_000; draw += 1) {
      const order = seededShuffle(["a", "b", "c", "d", "e"], `seed ${draw}`, 1).join("")
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(120)
    expect(chiSquare([...counts.values()], 200)).toBeLessThan(chiSquareBound(119))
  })

  it("SHUFFLE-4 over 20,000 rounds each of twenty comes to each place about equally often", () => {
    const counts = Array.from({ length: 400 }, () => 0)
    for (let round = 0; round < 20_000; round += 1)
      seededShuffle(twenty, "one seed", round).forEach((item, place) => {
        const cell = twenty.indexOf(item) * 20 + place
        counts[cell] = (counts[cell] ?? 0) + 1
      })
    expect(chiSquare(counts, 1000)).toBeLessThan(chiSquareBound(19 * 19))
  })

  it("SHUFFLE-4 whoever comes first in one round comes anywhere in the next", () => {
    const counts = Array.from({ length: 49 }, () => 0)
    for (let round = 0; round < 9_800; round += 1) {
      const [first = ""] = seededShuffle(units, "pairs", round)
      const cell = units.indexOf(first) * 7 + seededShuffle(units, "pairs", round + 1).indexOf(first)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    expect(chiSquare(counts, 200)).toBeLessThan(chiSquareBound(48))
  })
})
