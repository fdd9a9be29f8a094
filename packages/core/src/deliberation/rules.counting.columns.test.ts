import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ballot, nothingArrived, sitting, voidBallot, voter } from "../../test/counting/sittings.ts"
import type { ArrivedBallot } from "./index.ts"
import { choiceCodes, clerkCodes, judgeSitting, type RollColumns, runningTally, tallyOfColumns } from "./rules/index.ts"

interface Case {
  readonly roll: RollColumns
  readonly voters: ReadonlyArray<number>
  readonly codes: ReadonlyArray<number>
}

const running = ({ codes, roll, voters }: Case) => {
  const tally = runningTally(roll)
  for (const [place, one] of voters.entries()) tally.cast(one, codes[place] ?? 0)
  return tally.tally()
}

const choices = ["for", "against", "abstain"] as const

/** A code of 9 to 12 says what one of 1 to 4 does, from the hand of a clerk. */
const asBallot = (name: string, code: number, at: number): ArrivedBallot => {
  const channel = code > 8 ? "paper" : "online"
  const choice = choices[(code % 8) - 1]
  return choice === undefined ? voidBallot(name, { at, channel }) : ballot(name, choice, { at, channel })
}

/** What counting ballot by ballot, as objects, comes to. */
const byObjects = ({ codes, roll, voters }: Case) => {
  const { area, heads, recused = [], repeated = "last" } = roll
  const people = Array.from(heads, (one, place) => voter(`v${place}`, { heads: one, area: area[place] ?? 0 }))
  const recusals = recused.map((place) => ({ voter: `v${place}`, reason: "neighbour" }))
  const ballots = voters.flatMap((one, place) => {
    const code = codes[place] ?? 0
    return (code >= 1 && code <= 4) || (code >= 9 && code <= 12) ? [asBallot(`v${one}`, code, 1_000 + place)] : []
  })
  return judgeSitting(sitting({ repeated }, { roll: people, recusals }), { ...nothingArrived, ballots }).tally
}

const two: RollColumns = { heads: [1, 1, 1], area: [10, 20, 30] }

describe("TALLY-17 long lists of ballots", () => {
  it.each([
    ["the last counts", "last", [1, 2], { for: 0, against: 1, void: 0 }],
    ["the first counts", "first", [1, 2], { for: 1, against: 0, void: 0 }],
    ["a void one replaces nothing", "last", [1, 4], { for: 1, against: 0, void: 0 }],
    ["a valid one replaces a void one", "last", [4, 1], { for: 1, against: 0, void: 0 }],
    ["a valid one replaces a void one that was first", "first", [4, 1], { for: 1, against: 0, void: 0 }],
    ["void ones alone are one", "last", [4, 4], { for: 0, against: 0, void: 1 }],
    ["a clerk's replaces no voter's own", "last", [1, 10], { for: 1, against: 0, void: 0 }],
    ["a voter's own replaces a clerk's that was first", "first", [10, 1], { for: 1, against: 0, void: 0 }],
    ["of two of a clerk the last", "last", [9, 10], { for: 0, against: 1, void: 0 }],
    ["of two of a clerk the first", "first", [9, 10], { for: 1, against: 0, void: 0 }],
    ["a void one of a clerk replaces nothing", "last", [9, 12], { for: 1, against: 0, void: 0 }],
    ["a void one of a clerk alone is one", "last", [12], { for: 0, against: 0, void: 1 }],
    [
      "no known choice is none",
      "last",
      [1, 0, 5, 6, 7, 8, 13, 15, 16, 18, -1, 1.5, Number.NaN],
      { for: 1, against: 0, void: 0 },
    ],
  ] as const)("TALLY-17 %s", (_, repeated, codes, { against, void: voids, for: forIt }) => {
    const roll = { ...two, repeated }
    const voters = codes.map(() => 1)
    for (const tally of [tallyOfColumns(roll, { voters, codes }), running({ roll, voters, codes })])
      expect(tally).toMatchObject({
        ...{ for: { heads: forIt, area: 20 * forIt }, against: { heads: against, area: 20 * against } },
        ...{ cast: { heads: forIt + against + voids }, silent: { heads: 3 - forIt - against - voids } },
      })
  })

  it("TALLY-17 a place that is not on the roll is nobody, and somebody recused stays so", () => {
    const roll = { ...two, recused: [2] }
    const voters = [0, 3, -1, 1.5, Number.NaN, 2, 1_000_000]
    const codes = voters.map(() => choiceCodes.for)
    for (const tally of [tallyOfColumns(roll, { voters, codes }), running({ roll, voters, codes })])
      expect(tally).toEqual({
        ...{ members: { heads: 3, area: 60 }, entitled: { heads: 2, area: 30 } },
        ...{ present: { heads: 1, area: 10 }, cast: { heads: 1, area: 10 }, valid: { heads: 1, area: 10 } },
        ...{ for: { heads: 1, area: 10 }, against: { heads: 0, area: 0 }, abstain: { heads: 0, area: 0 } },
        silent: { heads: 1, area: 20 },
      })
  })

  it("TALLY-17 a list of voters that is longer than that of choices ends with it", () => {
    expect(tallyOfColumns(two, { voters: [0, 1, 2], codes: [1, 1] }).for).toEqual({ heads: 2, area: 30 })
  })

  it("TALLY-17 the code of a clerk's ballot is 8 more than that of the same over a login", () => {
    for (const choice of ["for", "against", "abstain", "void"] as const)
      expect(clerkCodes[choice]).toBe(choiceCodes[choice] + 8)
  })

  it("TALLY-17 of an empty roll there is nothing", () => {
    expect(running({ roll: { heads: [], area: [] }, voters: [0], codes: [1] }).members).toEqual({ heads: 0, area: 0 })
  })

  const cases = fc.record({
    roll: fc
      .array(fc.record({ heads: fc.constantFrom(0, 1, 2, 300), area: fc.constantFrom(0, 1, 70_000, 5_000_000_000) }), {
        maxLength: 6,
      })
      .chain((people) =>
        fc.record({
          heads: fc.constant(people.map(({ heads }) => heads)),
          area: fc.constant(people.map(({ area }) => area)),
          recused: fc.subarray(people.map((_, place) => place)),
          repeated: fc.constantFrom("first" as const, "last" as const),
        }),
      ),
    ballots: fc.array(fc.tuple(fc.nat(6), fc.nat(16)), { maxLength: 20 }),
  })

  it("TALLY-17 counting at once, after each ballot and ballot by ballot as objects is the same", () => {
    fc.assert(
      fc.property(cases, ({ ballots, roll }) => {
        const tally = runningTally(roll)
        for (const [place, [one, code]] of ballots.entries()) {
          tally.cast(one, code)
          const soFar = ballots.slice(0, place + 1)
          const all = { roll, voters: soFar.map(([of]) => of), codes: soFar.map(([, of]) => of) }
          const atOnce = tallyOfColumns(roll, all)
          expect(tally.tally()).toEqual(atOnce)
          expect(atOnce).toEqual(byObjects(all))
        }
      }),
    )
  })

  it.each([
    ["after each", 1],
    ["after every third", 3],
    ["after as many as a quarter of the roll", 5],
    ["after one more than that", 6],
    ["after many", 100],
  ])("TALLY-17 a running tally is right whenever it is looked at, %s", (_, every) => {
    const roll = {
      heads: Array.from({ length: 20 }, (_, place) => (place % 3) + 1),
      area: Array.from({ length: 20 }, (_, place) => place * 11),
    }
    const tally = runningTally(roll)
    const [voters, codes]: [Array<number>, Array<number>] = [[], []]
    for (let number = 0; number < 400; number += 1) {
      voters.push((number * 7) % 20)
      codes.push(((number * number) % 4) + 1)
      tally.cast(voters[number] ?? 0, codes[number] ?? 0)
      if (number % every === 0) expect(tally.tally()).toEqual(tallyOfColumns(roll, { voters, codes }))
    }
    expect(tally.tally()).toEqual(tallyOfColumns(roll, { voters, codes }))
    expect(tally.tally()).toEqual(tally.tally())
  })

  it("TALLY-17 is exact near 2^53 however often minds are changed", () => {
    const roll = { heads: [1, 1, 1], area: [4_503_599_627_370_497, 3_000_000_000_000_001, 1_503_599_627_370_493] }
    const voters = Array.from({ length: 999 }, (_, place) => place % 3)
    const codes = voters.map((_, place) => ((place * 7) % 4) + 1)
    expect(running({ roll, voters, codes })).toEqual(tallyOfColumns(roll, { voters, codes }))
    expect(running({ roll, voters, codes })).toEqual(byObjects({ roll, voters, codes }))
  })

  it("TALLY-17 is exact however many change their minds between two looks at it", () => {
    const large = 2 ** 50 + 1
    const roll = { heads: [1, 1], area: [large, 3] }
    const voters = Array.from({ length: 40 }, () => 0)
    const codes = voters.map((_, place) => (place % 3) + 1)
    expect(running({ roll, voters: [1, ...voters], codes: [2, ...codes] })).toMatchObject({
      ...{ for: { heads: 1, area: large }, against: { heads: 1, area: 3 }, cast: { heads: 2, area: large + 3 } },
      silent: { heads: 0, area: 0 },
    })
  })
})
