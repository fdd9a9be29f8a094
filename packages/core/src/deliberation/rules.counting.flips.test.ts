import { describe, expect, it } from "vitest"
import {
  atLeast,
  type CountingRules,
  moreThan,
  named,
  nothingArrived,
  sitting,
  voter,
  voters,
} from "../../test/counting/sittings.ts"
import type { Sitting } from "./index.ts"
import { flips, judgeSitting, type Turnout } from "./rules/index.ts"

const told = (rules: CountingRules, rest: Partial<Sitting>) =>
  judgeSitting(sitting(rules, rest), nothingArrived).flips.map(({ change, voters: count }) => `${change} ${count}`)

const names = (count: number, from = 0): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, place) => `v${from + place + 1}`)

const representatives: CountingRules = { quorum: [atLeast("2/3", "members")], approval: [moreThan("1/2", "present")] }

describe("TALLY-15 what would have turned it", () => {
  it("TALLY-15 short by two of 20 present: two others, or two who were silent, of whom one or two were there", () => {
    const votes = named({ for: names(9), against: names(8, 9), abstain: names(2, 17) })
    expect(told(representatives, { roll: voters(30), present: ["v20"], named: votes })).toEqual([
      "others-vote-for 2",
      "silent-vote-for 2",
    ])
    expect(told(representatives, { roll: voters(30), present: ["v20", "v21"], named: votes })).toEqual([
      "others-vote-for 2",
      "silent-vote-for 2",
    ])
  })

  it("TALLY-15 short of a quorum by one: one more who comes, or who comes and votes for it; no change of mind helps", () => {
    const votes = named({ for: names(19) })
    expect(told(representatives, { roll: voters(30), named: votes })).toEqual(["silent-vote-for 1", "more-come 1"])
  })

  it("TALLY-15 passed by one: one who changes its mind, two silent who are against it, two more who come", () => {
    const votes = named({ for: names(11), against: names(9, 11) })
    expect(told(representatives, { roll: voters(30), named: votes })).toEqual([
      "silent-vote-against 2",
      "for-vote-against 1",
      "more-come 2",
    ])
  })

  it("TALLY-15 the largest areas go first", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "members", "area")] }
    const roll = [10, 20, 30, 40, 50].map((area, place) => voter(`v${place + 1}`, { area }))
    expect(told(rules, { roll, named: named({ for: ["v1"], against: names(4, 1) }) })).toEqual(["others-vote-for 2"])
    expect(told(rules, { roll, named: named({ for: ["v1"] }) })).toEqual(["silent-vote-for 2"])
    expect(told(rules, { roll, named: named({ for: names(5) }) })).toEqual(["for-vote-against 2"])
  })

  it("TALLY-15 only kinds that can turn it are told", () => {
    const unanimous: CountingRules = { approval: [atLeast("1", "entitled")] }
    expect(told(unanimous, { roll: voters(3), named: named({ for: names(3) }) })).toEqual(["for-vote-against 1"])
    expect(told(unanimous, { roll: voters(3), named: named({ for: names(2), against: ["v3"] }) })).toEqual([
      "others-vote-for 1",
    ])
    expect(told(unanimous, { roll: voters(3), named: named({ for: ["v1"], against: ["v2"] }) })).toEqual([])
  })

  it("TALLY-15 nothing turns what no approval asks for, nor an empty roll", () => {
    expect(told({}, { roll: voters(3), named: named({ for: names(3) }) })).toEqual([])
    expect(told(representatives, {})).toEqual([])
  })

  it("TALLY-15 votes without names are changed one head at a time", () => {
    const counted = { for: 9, against: 8, abstain: 2, void: 0 }
    expect(told(representatives, { roll: voters(30), presentCount: 20, counted })).toEqual([
      "others-vote-for 2",
      "silent-vote-for 2",
    ])
    const passed = { for: 11, against: 9, abstain: 0, void: 0 }
    expect(told(representatives, { roll: voters(30), presentCount: 20, counted: passed })).toEqual([
      "silent-vote-against 2",
      "for-vote-against 1",
      "more-come 2",
    ])
  })

  it("TALLY-15 whoever has a turnout of their own asks without a sitting", () => {
    const bloc = (count: number) => [{ heads: 1, area: 0, voters: count }]
    const turnout: Turnout = {
      ...{ members: { heads: 30, area: 0 }, entitled: { heads: 30, area: 0 } },
      ...{ present: { heads: 20, area: 0 }, cast: { heads: 20, area: 0 } },
      ...{ for: bloc(9), against: bloc(11), abstain: [], silentHere: [], silentAbsent: bloc(10) },
    }
    const rules = { approval: [moreThan("1/2", "present")] }
    expect(flips(rules, turnout)).toEqual([
      { change: "others-vote-for", voters: 2 },
      { change: "silent-vote-for", voters: 3 },
    ])
  })
})
