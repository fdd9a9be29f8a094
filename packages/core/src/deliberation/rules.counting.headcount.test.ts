import { describe, expect, it } from "vitest"
import {
  atLeast,
  ballot,
  type CountingRules,
  decisionRules,
  moreThan,
  named,
  nothingArrived,
  sitting,
  voter,
  voters,
} from "../../test/counting/sittings.ts"
import type { Judgement, Sitting } from "./index.ts"
import { findQuorum, flips, judgeSitting, type Turnout } from "./rules/index.ts"

const judged = (rules: CountingRules, rest: Partial<Sitting>): Judgement =>
  judgeSitting(sitting(rules, rest), nothingArrived)

const told = (rules: CountingRules, rest: Partial<Sitting>) =>
  judged(rules, rest).flips.map(({ change, voters: count }) => `${change} ${count}`)

/** `v1` to `v8`, of so many heads each, and of areas by place. */
const eight = (heads: number, area: (place: number) => number = () => 0) =>
  voters(8).map((one, place) => ({ ...one, heads, area: area(place) }))

const ofPresent: CountingRules = { approval: [moreThan("1/2", "present")] }

describe("TALLY-15 where only a number of those present is known", () => {
  it("TALLY-15 voters of two heads each are as many as make up the heads that are there", () => {
    // 12 heads are there: v1 to v3 voted, and three of the five silent, in whoever's persons.
    const short = { roll: eight(2), presentCount: 12, named: named({ for: ["v1", "v2"], against: ["v3"] }) }
    // 4 are for it, 8 are needed: the one who is against it has two, two of the silent four.
    expect(told(ofPresent, short)).toEqual(["silent-vote-for 2"])
    // 6 of 12 are for it; one more of those who are there turns it, and no more is needed.
    const even = { ...short, named: named({ for: ["v1", "v2", "v3"] }) }
    expect(told(ofPresent, even)).toEqual(["silent-vote-for 1"])
    // 6 of 10 pass. One who comes makes it 6 of 12, voting against it or not at all; the two who are there change nothing.
    const passed = { ...even, presentCount: 10 }
    expect(told(ofPresent, passed)).toEqual(["silent-vote-against 1", "for-vote-against 1", "more-come 1"])
  })

  it("TALLY-15 heads that no choice of the silent has leave it open who is there", () => {
    const odd = { roll: eight(2), presentCount: 9, named: named({ for: ["v1", "v2"], against: ["v3"] }) }
    expect(told(ofPresent, odd)).toEqual(["others-vote-for 1"])
  })

  it("TALLY-15 where heads differ, what depends on who is there is not told", () => {
    // Two heads are there and silent: a alone, or b and c. One who comes would turn it if it is a, two if it is b and c.
    const roll = [voter("v"), voter("w"), voter("a", { heads: 2 }), voter("b"), voter("c")]
    const all = (presentCount: number) => ({ roll, presentCount, named: named({ for: ["v", "w"] }) })
    expect(told(ofPresent, all(4))).toEqual([])
    expect(told(ofPresent, all(3))).toEqual(["for-vote-against 1"])
    // 4 of 6, and it takes two more heads to come: a alone, or if a is there b and c.
    const four = { roll: [...roll, voter("x", { heads: 2 })], presentCount: 6, named: named({ for: ["v", "w", "x"] }) }
    expect(told(ofPresent, four)).toEqual(["for-vote-against 1"])
    // 5 of 8, three of them silent: p, or q, r and s. It takes two more heads to come: p alone, or two of q, r and s.
    const three = [voter("v", { heads: 5 }), voter("p", { heads: 3 }), voter("q"), voter("r"), voter("s")]
    expect(told(ofPresent, { roll: three, presentCount: 8, named: named({ for: ["v"] }) })).toEqual([
      "for-vote-against 1",
    ])
  })

  it("TALLY-15 where nobody or everybody of the silent is there, it is known who", () => {
    const roll = [voter("v", { heads: 3 }), voter("a", { heads: 2 }), voter("b"), voter("c", { heads: 0 })]
    const all = (presentCount: number) => ({ roll, presentCount, named: named({ for: ["v"] }) })
    // 3 of 3 are for it: both a and b have to come, and then it is 3 of 6.
    const unanimous = ["silent-vote-against 2", "for-vote-against 1", "more-come 2"]
    expect(told(ofPresent, all(3))).toEqual(unanimous)
    // Whoever voted is there, even if fewer were counted.
    expect(told(ofPresent, all(2))).toEqual(unanimous)
    // 3 of 6, and one more is there who has a head.
    expect(told(ofPresent, all(6))).toEqual(["silent-vote-for 1"])
  })

  it("TALLY-15 areas are not looked at where no rule asks for them", () => {
    const areas = { roll: eight(1, (place) => place), presentCount: 6, named: named({ for: ["v1", "v2", "v3"] }) }
    expect(told(ofPresent, areas)).toEqual(["silent-vote-for 1"])
    const quorum: CountingRules = { quorum: [atLeast("7/8", "members")], approval: [moreThan("1/2", "valid")] }
    expect(told(quorum, areas)).toEqual(["silent-vote-for 1", "more-come 1"])
  })

  it("TALLY-15 where areas differ and are asked for, votes of the silent are not told, and who come are", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "present"), moreThan("1/2", "members", "area")] }
    const roll = [10, 20, 30, 40].map((area, place) => voter(`v${place + 1}`, { area }))
    // Were v4 among the three who are there its vote alone would do; were v1 and v2 the two, it takes two.
    expect(told(rules, { roll, presentCount: 3, named: named({ for: ["v3"], against: [] }) })).toEqual([])
    // 2 of 3, v1 or v2 being the third: the other comes, and it is 2 of 4.
    const passed = { roll, presentCount: 3, named: named({ for: ["v3", "v4"] }) }
    expect(told(rules, passed)).toEqual(["for-vote-against 1", "more-come 1"])
    const alike = { roll: roll.map((one) => ({ ...one, area: 10 })), presentCount: 3 }
    expect(told(rules, { ...alike, named: named({ for: ["v1"] }) })).toEqual(["silent-vote-for 2"])
  })

  it("TALLY-15 where no rule reads who is there, everything is told as without a number", () => {
    const rules: CountingRules = {
      ...{ quorum: [moreThan("1/2", "members", "area")], quorumCounts: "participating" },
      approval: [moreThan("1/2", "valid")],
    }
    const roll = [voter("a", { area: 1 }), voter("b", { area: 5, heads: 2 }), voter("c", { area: 9 })]
    const votes = { roll, named: named({ for: ["a"] }) }
    expect(told(rules, votes)).toEqual(["silent-vote-for 1"])
    expect(told(rules, { ...votes, presentCount: 2 })).toEqual(["silent-vote-for 1"])
  })

  it("TALLY-15 a turnout of one's own may say that nobody knows who is there", () => {
    const bloc = (count: number, heads = 1) => ({ heads, area: 0, voters: count })
    const turnout: Turnout = {
      ...{ members: { heads: 10, area: 0 }, entitled: { heads: 10, area: 0 }, present: { heads: 7, area: 0 } },
      ...{ cast: { heads: 4, area: 0 }, for: [bloc(3)], against: [bloc(1)], abstain: [] },
      ...{ silentHere: [bloc(1)], silentAbsent: [bloc(1)], silentSomewhere: [bloc(4)] },
    }
    // Of the three silent who are there one is known: 3 of 7 are for it, and one more of those three turns it.
    expect(flips(decisionRules(ofPresent), turnout)).toEqual([
      { change: "others-vote-for", voters: 1 },
      { change: "silent-vote-for", voters: 1 },
    ])
    expect(flips(decisionRules(ofPresent), { ...turnout, silentSomewhere: [bloc(2), bloc(1, 2)] })).toEqual([
      { change: "others-vote-for", voters: 1 },
    ])
  })
})

describe("TALLY-14 the area of those present is not known from their number", () => {
  /** Four of 10, 20, 30 and 40 cm². */
  const roll = [10, 20, 30, 40].map((area, place) => voter(`v${place + 1}`, { area }))
  const quorum: CountingRules = {
    quorum: [atLeast("1/2", "members", "area")],
    approval: [moreThan("1/2", "valid")],
  }
  const of = (rules: CountingRules, rest: Partial<Sitting>) => {
    const { findings, flips: turning, passes } = judged(rules, { roll, ...rest })
    return [passes, findings.map(({ holds, rule }) => `${rule} ${holds}`), turning]
  }

  it("TALLY-14 a quorum of area that those who voted have by themselves is met", () => {
    expect(of(quorum, { presentCount: 3, named: named({ for: ["v4", "v1"] }) })).toEqual([
      true,
      ["TALLY-9 true", "TALLY-10 true"],
      [],
    ])
  })

  it("TALLY-14 one that all who may be there together have not is missed", () => {
    const rules = { ...quorum, quorum: [atLeast("9/10", "members", "area")] }
    const recusals = [{ voter: "v4", reason: "neighbour" }]
    expect(of(rules, { recusals, presentCount: 3, named: named({ for: ["v1"] }) })).toEqual([
      false,
      ["TALLY-9 false", "TALLY-10 true"],
      [],
    ])
  })

  it("TALLY-14 of one in between nobody can say whether it is met: neither is said, and nothing passes", () => {
    const { findings } = judged(quorum, { roll, presentCount: 3, named: named({ for: ["v3", "v1"] }) })
    expect(findings.map(({ holds, rule }) => `${rule} ${holds}`)).toEqual(["TALLY-10 true", "TALLY-14 false"])
    expect(findings[1]?.facts).toEqual({ reason: "area-of-present-unknown", count: 40, of: 100 })
    expect(of(quorum, { presentCount: 3, named: named({ for: ["v3", "v1"] }) })[0]).toBe(false)
  })

  it("TALLY-14 where all who are there voted their area is known, and so it is by name", () => {
    const votes = named({ for: ["v3", "v1"] })
    const missed = ["TALLY-9 false", "TALLY-10 true"]
    expect(of(quorum, { presentCount: 2, named: votes })).toEqual([
      ...[false, missed],
      [
        { change: "silent-vote-for", voters: 1 },
        { change: "more-come", voters: 1 },
      ],
    ])
    expect(of(quorum, { present: ["v2"], named: votes })[0]).toBe(true)
  })

  it("TALLY-14 a voter without a head may be there unnoticed", () => {
    const withNobody = [...roll, voter("v5", { heads: 0, area: 20 })]
    const votes = { roll: withNobody, presentCount: 2, named: named({ for: ["v3", "v2"] }) }
    expect(judged(quorum, votes).findings.map(({ facts, rule }) => [rule, facts["count"], facts["of"]])).toEqual([
      ["TALLY-10", 2, 2],
      ["TALLY-14", 50, 70],
    ])
  })

  it("TALLY-14 an approval of the area of those present: met whoever they are, missed whoever they are, or neither", () => {
    const rules: CountingRules = { approval: [moreThan("1/2", "present", "area")] }
    const forIt = (...names: ReadonlyArray<string>) =>
      of(rules, { presentCount: 4, named: named({ for: names, against: ["v1"] }) })[1]
    expect(forIt("v2", "v4")).toEqual(["TALLY-10 true"])
    expect(forIt("v4")).toEqual(["TALLY-14 false"])
    expect(forIt()).toEqual(["TALLY-10 false"])
  })

  it("TALLY-14 hands and papers have no names: their area is not known either", () => {
    const counted = { for: 3, against: 0, abstain: 0, void: 0 }
    const rules: CountingRules = { ...quorum, approval: [moreThan("1/2", "valid")] }
    expect(of(rules, { presentCount: 3, counted })[1]).toEqual(["TALLY-10 true", "TALLY-14 false"])
  })

  it("TALLY-14 several thresholds of which nobody can say are one finding", () => {
    const rules: CountingRules = {
      quorum: [atLeast("1/2", "members", "area"), atLeast("2/3", "entitled", "area"), atLeast("1/2", "members")],
      approval: [moreThan("1/2", "valid")],
    }
    expect(of(rules, { presentCount: 3, named: named({ for: ["v1"] }) })[1]).toEqual([
      "TALLY-9 true",
      "TALLY-10 true",
      "TALLY-14 false",
    ])
  })

  it("TALLY-14 before the vote a quorum of area is not there by number, and it says why", () => {
    expect(findQuorum(sitting(quorum, { roll, presentCount: 4 }))).toEqual([
      { rule: "TALLY-14", holds: false, facts: { reason: "area-of-present-unknown", count: 0, of: 100 } },
    ])
    expect(findQuorum(sitting(quorum, { roll, present: ["v3", "v2"] })).map(({ holds }) => holds)).toEqual([true])
  })

  it("TALLY-14 a secret ballot says who voted, and so their area", () => {
    const secret = { ballots: [ballot("v3", null), ballot("v2", null)], box: [{ choice: "for", count: 2 }] }
    const { findings, passes } = judgeSitting(sitting(quorum, { roll, presentCount: 3 }), secret)
    expect([passes, findings.map(({ holds }) => holds)]).toEqual([true, [true, true]])
  })
})
