import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { enteredOn, voterOn } from "../kernel/roll-places.ts"
import type { Voter } from "./model.ts"

const names = ["v-1", "v-2", "v-3", "v-4", "v-5"]
const voters = fc.array(
  fc.record<Voter>({
    voter: fc.constantFrom(...names),
    person: fc.constant(null),
    heads: fc.integer({ min: 1, max: 9 }),
    area: fc.constant(0),
    kind: fc.constant(null),
  }),
  { maxLength: 4 },
)

/** Entered without looking anything up: in the order of their first entry, as they were entered last. */
const plainly = (roll: ReadonlyArray<Voter>, entering: ReadonlyArray<Voter>): ReadonlyArray<Voter> => [
  ...new Map([...roll, ...entering].map((voter) => [voter.voter, voter])).values(),
]

describe("DELIBERATION-7 a voter stands on the roll once, where it was entered first and as it was entered last", () => {
  it("DELIBERATION-7 on every roll that was ever made, also where two were made from one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), voters), { maxLength: 12 }), (steps) => {
        const rolls: Array<ReadonlyArray<Voter>> = [[]]
        const plain: Array<ReadonlyArray<Voter>> = [[]]
        for (const [which, entering] of steps) {
          const from = which % rolls.length
          rolls.push(enteredOn(rolls[from] ?? [], entering))
          plain.push(plainly(plain[from] ?? [], entering))
        }
        expect(rolls).toEqual(plain)
        for (const [index, roll] of rolls.entries())
          for (const name of names)
            expect(voterOn(roll, name)).toEqual(plain[index]?.find(({ voter }) => voter === name))
      }),
    )
  })
})
