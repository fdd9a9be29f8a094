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
import { flips, judgeSitting, type Turnout, turnoutOf } from "./rules/index.ts"

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

  it("TALLY-15 more who come may help a quorum and then be too many: the number that helps is told", () => {
    // 19 are there; with one more the quorum is, and 11 are more than half. Were all 30 there they would not be.
    const votes = named({ for: names(11) })
    const present = names(8, 11)
    expect(told(representatives, { roll: voters(30), present, named: votes })).toEqual([
      "silent-vote-for 1",
      "more-come 1",
    ])
  })

  it("TALLY-15 who is there already does not come: three of four, and one who is away", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "present")] }
    const votes = { roll: voters(5), named: named({ for: names(3) }) }
    expect(told(rules, { ...votes, present: ["v4"] })).toEqual(["for-vote-against 1"])
    // Of six two are away: 3 of 6.
    expect(told(rules, { roll: voters(6), named: named({ for: names(3) }), present: ["v4"] })).toEqual([
      "silent-vote-against 2",
      "for-vote-against 1",
      "more-come 2",
    ])
  })

  it("TALLY-15 by name it is known who is there, whatever heads they have", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "present")] }
    const roll = [voter("v", { heads: 3 }), voter("a", { heads: 2 }), voter("b"), voter("c")]
    // 3 of 5. Were b or c to come it would be 3 of 6.
    expect(told(rules, { roll, present: ["a"], named: named({ for: ["v"] }) })).toEqual([
      "silent-vote-against 1",
      "for-vote-against 1",
      "more-come 1",
    ])
  })

  it("TALLY-15 votes of the silent do not make a base larger in which they were counted before", () => {
    const rules: CountingRules = {
      approval: [moreThan("1/2", "participating")],
      silence: { policy: "abstain", clause: null },
    }
    // 1 of 5; 3 are needed.
    expect(told(rules, { roll: voters(5), named: named({ for: ["v1"] }) })).toEqual(["silent-vote-for 2"])
  })

  describe("where the silent follow the majority", () => {
    const rules: CountingRules = {
      approval: [moreThan("1/2", "participating")],
      silence: { policy: "follow-majority", clause: "Covenant, article 12" },
    }

    it("TALLY-15 whoever leaves those against it makes them fewer: one is the majority, and seven follow", () => {
      const votes = named({ for: ["v1"], against: ["v2", "v3"] })
      expect(told(rules, { roll: voters(10), named: votes })).toContain("others-vote-for 1")
    })

    it("TALLY-15 whoever goes over to those against it makes them more: one ends the majority", () => {
      const votes = named({ for: ["v1", "v2", "v3"], against: ["v4"] })
      expect(told(rules, { roll: voters(10), named: votes })).toContain("for-vote-against 1")
    })
  })

  it("TALLY-15 who abstained may vote for it as well as who was against it", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "valid")] }
    const votes = named({ for: ["v1"], abstain: ["v2", "v3"] })
    expect(told(rules, { roll: voters(3), named: votes })).toEqual(["others-vote-for 1"])
  })

  it("TALLY-15 where all voted by hand nobody is left to vote or to come", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "present")] }
    const all = { roll: voters(3), presentCount: 3 }
    expect(told(rules, { ...all, counted: { for: 1, against: 1, abstain: 1, void: 0 } })).toEqual(["others-vote-for 1"])
    expect(told(rules, { ...all, counted: { for: 2, against: 1, abstain: 0, void: 0 } })).toEqual([
      "for-vote-against 1",
    ])
  })

  it("TALLY-15 no votes without names are no voters, and never fewer than none", () => {
    const counted = { for: 3, against: 0, abstain: 0, void: 0 }
    const of = (presentCount: number) =>
      turnoutOf(sitting({}, { roll: voters(3), presentCount, counted }), { marks: new Map(), box: [] })
    expect(of(3)).toMatchObject({ against: [], silentHere: [], silentAbsent: [] })
    expect(of(5)).toMatchObject({ silentHere: [{ voters: 2 }], silentAbsent: [] })
  })

  describe("where heads and areas differ", () => {
    const by = (quorum: "heads" | "area", approval: "heads" | "area"): CountingRules => ({
      ...{ quorum: [atLeast("1/10", "members", quorum)], quorumCounts: "participating" },
      approval: [moreThan("1/2", "members", approval)],
    })

    it("TALLY-15 those who weigh most by either measure are tried, and the fewer are told", () => {
      // 14 cm²; 5 are for it, 8 are needed: b alone has them, who has fewer heads than a.
      const byArea = [voter("c", { heads: 2, area: 5 }), voter("a", { heads: 3, area: 1 }), voter("b", { area: 8 })]
      const votes = named({ for: ["c"] })
      expect(told(by("heads", "area"), { roll: byArea, named: votes })).toEqual(["silent-vote-for 1"])
      // 14 heads; 5 are for it, 8 are needed: a alone has them, who has less area than b.
      const byHeads = byArea.map((one) => ({ ...one, heads: one.area, area: one.heads }))
      const swapped = byHeads.map((one) => ({ ...one, area: one.voter === "b" ? 1 : one.area }))
      expect(told(by("area", "heads"), { roll: swapped, named: votes })).toEqual(["silent-vote-for 1"])
    })

    const both: CountingRules = { approval: [moreThan("1/2", "members"), moreThan("1/2", "members", "area")] }

    it.each([
      ["of the same heads those with the most area", [2, 1], [2, 9], [1, 10], [3, 12]],
      ["of the same area those with the most heads", [1, 2], [9, 2], [10, 1], [12, 3]],
    ])("TALLY-15 %s are taken first", (_, one, other, third, known) => {
      // v has 3 of 8 and 12 of 32: it needs 2 more and 5 more, which of the three b alone has.
      const roll = [one, other, third, known].map(([heads = 0, area = 0], place) =>
        voter(["a", "b", "c", "v"][place] ?? "", { heads, area }),
      )
      expect(told(both, { roll, named: named({ for: ["v"] }) })).toEqual(["silent-vote-for 1"])
    })
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
