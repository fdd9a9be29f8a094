import { conferencePolicies } from "@jinlin/testkit/joint-conference"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type ConferencePolicy,
  conferencePolicyDefaults,
  findMajority,
  findQuorum,
  presentMembers,
  type Seat,
  type Sitting,
  type Votes,
} from "./index.ts"

/** Up to six members and two observers; two bits say how each comes, two more how it votes. */
const electorates = fc.record({
  policy: conferencePolicies(),
  members: fc.integer({ min: 0, max: 6 }),
  observers: fc.integer({ min: 0, max: 2 }),
  reconvened: fc.boolean(),
  coming: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
  voting: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
})
type Electorate = typeof electorates extends fc.Arbitrary<infer Value> ? Value : never

const rollOf = ({ members, observers }: Electorate): ReadonlyArray<Seat> =>
  Array.from({ length: members + observers }, (_, place) => ({
    unit: `u${place}`,
    capacity: place < members ? "member" : "observer",
    delegate: `u${place}:d`,
    alternate: place % 3 === 0 ? null : `u${place}:a`,
  }))

const sittingOf = (electorate: Electorate): Sitting => {
  const roll = rollOf(electorate)
  const attendance = roll.map(({ alternate, unit }, place) => ({
    unit,
    delegate: ((electorate.coming[place] ?? 0) & 1) !== 0,
    alternate: alternate !== null && ((electorate.coming[place] ?? 0) & 2) !== 0,
  }))
  return { frozen: { policy: electorate.policy, roll }, attendance, reconvened: electorate.reconvened }
}

const votesOf = ({ voting }: Electorate, units: ReadonlyArray<string>): Votes => {
  const choose = (choice: number) => units.filter((unit) => voting[Number(unit.slice(1))] === choice)
  return { for: choose(1), against: choose(2), abstain: choose(3) }
}

const moveTo = (votes: Votes, unit: string): Votes => ({
  for: [...votes.for.filter((one) => one !== unit), unit],
  against: votes.against.filter((one) => one !== unit),
  abstain: votes.abstain.filter((one) => one !== unit),
})

describe("votes", () => {
  it("CONFERENCE-12 one more vote for it, from whoever is there, never turns adopted into lost", () => {
    fc.assert(
      fc.property(electorates, fc.nat(7), (electorate, which) => {
        const sitting = sittingOf(electorate)
        const present = presentMembers(sitting)
        const unit = present[which % (present.length || 1)]
        fc.pre(unit !== undefined)
        const votes = votesOf(electorate, present)
        const before = findMajority(sitting, { votes, recused: [] })
        const after = findMajority(sitting, { votes: moveTo(votes, unit), recused: [] })
        expect(before.holds && !after.holds).toBe(false)
      }),
    )
  })

  it("CONFERENCE-12 the order in which votes are told, and the order of the roll, make no difference", () => {
    fc.assert(
      fc.property(electorates, (electorate) => {
        const sitting = sittingOf(electorate)
        const votes = votesOf(electorate, presentMembers(sitting))
        const turned: Votes = {
          for: votes.for.toReversed(),
          against: votes.against.toReversed(),
          abstain: votes.abstain.toReversed(),
        }
        const { frozen } = sitting
        const mirrored = { ...sitting, frozen: { ...frozen, roll: frozen.roll.toReversed() } }
        expect(findMajority(mirrored, { votes: turned, recused: [] })).toEqual(
          findMajority(sitting, { votes, recused: [] }),
        )
      }),
    )
  })

  it("CONFERENCE-12 an abstention is worth what a vote against is, and never a vote for it", () => {
    fc.assert(
      fc.property(electorates, (electorate) => {
        const sitting = sittingOf(electorate)
        const votes = votesOf(electorate, presentMembers(sitting))
        const bluntly: Votes = { for: votes.for, against: [...votes.against, ...votes.abstain], abstain: [] }
        expect(findMajority(sitting, { votes: bluntly, recused: [] }).holds).toBe(
          findMajority(sitting, { votes, recused: [] }).holds,
        )
      }),
    )
  })
})

describe("presence", () => {
  it("CONFERENCE-9 observers that come change neither the quorum nor the majority", () => {
    fc.assert(
      fc.property(electorates, (electorate) => {
        const sitting = sittingOf(electorate)
        const without = {
          ...sitting,
          attendance: sitting.attendance.filter((_, place) => place < electorate.members),
          frozen: { ...sitting.frozen, roll: sitting.frozen.roll.filter(({ capacity }) => capacity === "member") },
        }
        const votes = votesOf(electorate, presentMembers(sitting))
        expect(findQuorum(sitting)).toEqual(findQuorum(without))
        expect(findMajority(sitting, { votes, recused: [] })).toEqual(findMajority(without, { votes, recused: [] }))
      }),
    )
  })

  it("CONFERENCE-9 an alternate adds something exactly where the delegate is absent and alternates count", () => {
    fc.assert(
      fc.property(electorates, fc.nat(7), (electorate, which) => {
        const sitting = sittingOf(electorate)
        const seat = sitting.frozen.roll[which]
        fc.pre(seat !== undefined && seat.alternate !== null && seat.capacity === "member")
        const withAlternate = (alternate: boolean) => ({
          ...sitting,
          attendance: sitting.attendance.map((came) => (came.unit === seat.unit ? { ...came, alternate } : came)),
        })
        const added = presentMembers(withAlternate(true)).length - presentMembers(withAlternate(false)).length
        const delegateIsThere = sitting.attendance[which]?.delegate === true
        expect(added).toBe(!delegateIsThere && electorate.policy.alternates === "when-delegate-absent" ? 1 : 0)
      }),
    )
  })

  it("CONFERENCE-10 whoever comes later never breaks a quorum, and a recusal never makes one", () => {
    fc.assert(
      fc.property(electorates, fc.nat(7), (electorate, which) => {
        const sitting = sittingOf(electorate)
        const present = presentMembers(sitting)
        const later = {
          ...sitting,
          attendance: sitting.attendance.map((came, place) => (place === which ? { ...came, delegate: true } : came)),
        }
        const recused = present.slice(0, 1 + (which % 3))
        expect(findQuorum(sitting).holds && !findQuorum(later).holds).toBe(false)
        expect(!findQuorum(sitting).holds && findQuorum(sitting, recused).holds).toBe(false)
      }),
    )
  })

  it("CONFERENCE-10 every way for up to five members to be there, against counting on fingers", () => {
    for (let members = 1; members <= 5; members += 1)
      for (let coming = 0; coming < 1 << members; coming += 1) {
        const here = Array.from({ length: members }, (_, place) => (coming >> place) & 1)
        const roll = here.map((_, place) => ({
          unit: `u${place}`,
          capacity: "member" as const,
          delegate: "d",
          alternate: null,
        }))
        const attendance = here.map((bit, place) => ({ unit: `u${place}`, delegate: bit === 1, alternate: false }))
        const fingers = here.filter((bit) => bit === 1).length
        for (const [comparison, holds] of [
          ["more-than", fingers * 3 > members * 2],
          ["at-least", fingers * 3 >= members * 2 && fingers > 0],
        ] as const) {
          const policy = twoThirds(comparison)
          expect(findQuorum({ frozen: { policy, roll }, attendance, reconvened: false }).holds).toBe(holds)
        }
      }
  })
})

const twoThirds = (comparison: "more-than" | "at-least"): ConferencePolicy => {
  const share = { numerator: "2", denominator: "3" }
  return { ...conferencePolicyDefaults, quorum: { share, comparison, measure: "heads", base: "members" } }
}
