import { describe, expect, it } from "vitest"
import {
  atLeast,
  ballot,
  type CountingRules,
  moreThan,
  named,
  nothingArrived,
  sitting,
  voidBallot,
  voter,
  voters,
} from "../../test/counting/sittings.ts"
import type { Sitting } from "./index.ts"
import { judgeSitting, tallyOfCounts } from "./rules/index.ts"

const anything: CountingRules = { approval: [atLeast("1/1000", "members")] }
const tallied = (rest: Partial<Sitting>, arrived = nothingArrived, rules = anything) =>
  judgeSitting(sitting(rules, rest), arrived).tally

const nobody = { heads: 0, area: 0 }

describe("TALLY-6 the tally", () => {
  const roll = [
    voter("a", { area: 100 }),
    voter("b", { area: 20 }),
    voter("c", { area: 3 }),
    voter("d", { heads: 2, area: 4_000 }),
    voter("e", { heads: 0, area: 50_000 }),
    voter("f", { area: 600_000 }),
  ]

  it("TALLY-6 adds up heads and area of everybody by what they did", () => {
    const votes = named({ for: ["a"], against: ["b"], abstain: ["c"], void: [{ voter: "d", reason: "torn" }] })
    const recusals = [{ voter: "f", reason: "neighbour" }]
    expect(tallied({ roll, recusals, named: votes })).toEqual({
      members: { heads: 6, area: 654_123 },
      entitled: { heads: 5, area: 54_123 },
      present: { heads: 5, area: 4_123 },
      cast: { heads: 5, area: 4_123 },
      valid: { heads: 3, area: 123 },
      for: { heads: 1, area: 100 },
      against: { heads: 1, area: 20 },
      abstain: { heads: 1, area: 3 },
      silent: { heads: 0, area: 50_000 },
    })
  })

  it("TALLY-6 of nothing is nothing", () => {
    const { members, ...others } = tallied({ roll })
    expect(members).toEqual({ heads: 6, area: 654_123 })
    expect(others).toMatchObject({ cast: nobody, valid: nobody, for: nobody, present: nobody, entitled: members })
    expect(tallied({})).toMatchObject({ members: nobody, entitled: nobody, silent: nobody })
  })

  it("TALLY-6 a voter who was entered twice stands on the roll as entered last", () => {
    const twice = [voter("a", { area: 1 }), voter("b"), voter("a", { area: 7 })]
    expect(tallied({ roll: twice, named: named({ for: ["a"] }) })).toMatchObject({
      members: { heads: 2, area: 7 },
      for: { heads: 1, area: 7 },
    })
  })

  it("TALLY-6 is exact up to 2^53 − 1", () => {
    const large = [voter("a", { area: 9_007_199_254_740_990 }), voter("b", { area: 1 })]
    expect(tallied({ roll: large, named: named({ for: ["a"], against: ["b"] }) })).toMatchObject({
      members: { heads: 2, area: 9_007_199_254_740_991 },
      cast: { heads: 2, area: 9_007_199_254_740_991 },
      for: { heads: 1, area: 9_007_199_254_740_990 },
    })
  })

  it("TALLY-6 votes that were counted without names are one head each and no area", () => {
    const counted = { for: 3, against: 2, abstain: 1, void: 1 }
    expect(tallied({ roll: voters(10), counted })).toEqual({
      ...{ members: { heads: 10, area: 0 }, entitled: { heads: 10, area: 0 } },
      ...{ present: { heads: 7, area: 0 }, cast: { heads: 7, area: 0 }, valid: { heads: 6, area: 0 } },
      ...{ for: { heads: 3, area: 0 }, against: { heads: 2, area: 0 }, abstain: { heads: 1, area: 0 } },
      silent: { heads: 3, area: 0 },
    })
  })

  it("TALLY-6 the box says what was chosen, the voters who cast say how many", () => {
    const cast = ["v1", "v2", "v3", "v4"].map((name) => ballot(name, null))
    const box = [
      { choice: "for", count: 1 },
      { choice: "against", count: 1 },
      { choice: "abstain", count: 1 },
      { choice: "something else", count: 1 },
    ]
    expect(judgeSitting(sitting(anything, { roll: voters(5) }), { ballots: cast, box }).findings).toHaveLength(1)
    expect(tallied({ roll: voters(5) }, { ballots: cast, box })).toMatchObject({
      ...{ cast: { heads: 4 }, valid: { heads: 3 }, for: { heads: 1 }, against: { heads: 1 }, abstain: { heads: 1 } },
      silent: { heads: 1 },
    })
  })

  it.each([Number.NaN, -1, 1.5])("TALLY-6 what is no count in a box is nothing: %d", (count) => {
    const box = [
      { choice: "for", count },
      { choice: "for", count: 2 },
      { choice: "abstain", count },
    ]
    const cast = ["v1", "v2"].map((name) => ballot(name, null))
    expect(tallied({ roll: voters(3) }, { ballots: cast, box })).toMatchObject({
      ...{ for: { heads: 2 }, abstain: { heads: 0 }, valid: { heads: 2 } },
    })
  })

  it("TALLY-6 whoever has counts of their own gets the same tally from them", () => {
    expect(tallyOfCounts({ members: 10, for: 3, against: 2, abstain: 1, void: 1 })).toEqual(
      tallied({ roll: voters(10), counted: { for: 3, against: 2, abstain: 1, void: 1 } }),
    )
    expect(tallyOfCounts({ members: 10, recused: 1, present: 8, for: 3, against: 2 })).toMatchObject({
      ...{ members: { heads: 10 }, entitled: { heads: 9 }, present: { heads: 8 }, cast: { heads: 5 } },
      ...{ valid: { heads: 5 }, abstain: { heads: 0 }, silent: { heads: 4 } },
    })
    const weighed = { members: { heads: 3, area: 90 }, for: { heads: 1, area: 50 }, against: { heads: 1, area: 10 } }
    expect(tallyOfCounts(weighed)).toMatchObject({ cast: { heads: 2, area: 60 }, silent: { heads: 1, area: 30 } })
  })
})

describe("TALLY-7 presence", () => {
  const roll = voters(6).map((one) => ({ ...one, area: 10 }))

  it("TALLY-7 is of who was taken down, and of whoever cast a ballot from elsewhere", () => {
    const arrived = { ballots: [ballot("v2", "for"), ballot("v3", "against"), voidBallot("v4")], box: [] }
    expect(tallied({ roll, present: ["v1", "v2"] }, arrived).present).toEqual({ heads: 4, area: 40 })
  })

  it("TALLY-7 is not of the recused, of strangers, or of whoever came too late", () => {
    const recusals = [{ voter: "v1", reason: "neighbour" }]
    const arrived = { ballots: [ballot("v2", "for", { at: 9_000 }), ballot("x", "for")], box: [] }
    expect(tallied({ roll, recusals, present: ["v1", "x"] }, arrived).present).toEqual(nobody)
  })

  it("TALLY-7 as a number it stands where it was taken down, with the area of those who voted", () => {
    const votes = named({ for: ["v1"], against: ["v2"] })
    expect(tallied({ roll, presentCount: 5, named: votes }).present).toEqual({ heads: 5, area: 20 })
    expect(tallied({ roll, presentCount: 1, named: votes }).present).toEqual({ heads: 2, area: 20 })
  })

  it("TALLY-7 by name it is not fewer than votes that were counted", () => {
    expect(
      tallied({ roll: voters(6), present: ["v1"], counted: { for: 2, against: 0, abstain: 0, void: 0 } }).present,
    ).toEqual({
      heads: 2,
      area: 0,
    })
  })
})

describe("TALLY-12 and TALLY-13 silence", () => {
  const clause = "Covenant, article 12"
  const outcome = (rules: CountingRules, votes: Parameters<typeof named>[0], present: ReadonlyArray<string> = []) =>
    judgeSitting(sitting(rules, { roll: voters(10), present, named: named(votes) }), nothingArrived)

  it("TALLY-12 an abstention is valid and never a vote for it", () => {
    const rules = { approval: [moreThan("1/2", "valid")] }
    expect(outcome(rules, { for: ["v1"] }).passes).toBe(true)
    expect(outcome(rules, { for: ["v1"], abstain: ["v2"] }).passes).toBe(false)
    expect(outcome(rules, { abstain: ["v1", "v2"] }).passes).toBe(false)
  })

  it.each([
    ["not-participating", null, 4, true],
    ["not-participating", clause, 4, true],
    ["abstain", null, 10, false],
    ["abstain", clause, 10, false],
    ["follow-majority", null, 10, false],
    ["follow-majority", clause, 10, true],
  ] as const)("TALLY-12 the silent %s, by clause %s: a base of %d, passing %s", (policy, named_, of, passes) => {
    const rules = { approval: [moreThan("1/2", "participating")], silence: { policy, clause: named_ } }
    const { findings, ...found } = outcome(rules, { for: ["v1", "v2", "v3"], against: ["v4"] })
    expect([findings[0]?.facts["of"], found.passes]).toEqual([of, passes])
  })

  it.each([
    ["not-participating", clause, 4, false],
    ["abstain", null, 4, false],
    ["abstain", clause, 4, false],
    ["follow-majority", null, 4, false],
    ["follow-majority", clause, 4, false],
  ] as const)(
    "TALLY-9 the silent %s, by clause %s, fill no quorum: %d took part, enough is %s",
    (policy, named_, count, holds) => {
      const rules: CountingRules = {
        ...{ quorum: [moreThan("1/2", "members")], quorumCounts: "participating" },
        ...{ approval: [moreThan("1/2", "cast")], silence: { policy, clause: named_ } },
      }
      const [quorum] = outcome(rules, { for: ["v1", "v2", "v3"], against: ["v4"] }).findings
      expect([quorum?.facts["count"], quorum?.holds]).toEqual([count, holds])
    },
  )

  it("TALLY-9 of 300 owners one vote alone decides nothing, whatever becomes of silence", () => {
    for (const policy of ["not-participating", "abstain", "follow-majority"] as const) {
      const rules: CountingRules = {
        ...{ quorum: [atLeast("2/3", "whole-estate")], quorumCounts: "participating" },
        ...{ approval: [moreThan("1/2", "participating")], silence: { policy, clause } },
      }
      const votes = (count: number) => ({ for: voters(count).map((one) => one.voter) })
      const passes = (count: number) =>
        judgeSitting(sitting(rules, { roll: voters(300), named: named(votes(count)) }), nothingArrived).passes
      expect([passes(1), passes(151), passes(199), passes(200)]).toEqual([false, false, false, true])
    }
  })

  it.each(["abstain", "follow-majority"] as const)("TALLY-9 the silent who %s are of no base of a quorum", (policy) => {
    const rules: CountingRules = {
      ...{ quorum: [atLeast("1", "participating")], quorumCounts: "participating" },
      ...{ approval: [moreThan("1/2", "cast")], silence: { policy, clause } },
    }
    expect(outcome(rules, { for: ["v1"] }).findings[0]?.facts).toMatchObject({ count: 1, of: 1 })
  })

  const following = (share: string, base: Parameters<typeof atLeast>[1]) => ({
    approval: [atLeast(share, base)],
    silence: { policy: "follow-majority", clause } as const,
  })

  it.each([
    ["participating", 8, 10],
    ["entitled", 2, 10],
    ["members", 2, 10],
    ["whole-estate", 2, 10],
    ["present", 2, 6],
    ["cast", 2, 4],
    ["valid", 2, 3],
  ] as const)(
    "TALLY-13 the silent follow among those participating and nowhere else: of %s %d of %d",
    (base, count, of) => {
      const votes = { for: ["v1", "v2"], against: ["v3"], void: [{ voter: "v4", reason: "torn" }] }
      const [finding] = outcome(following("1/2", base), votes, ["v5", "v6"]).findings
      expect(finding?.facts).toMatchObject({ count, of })
      expect([finding?.facts["following"], finding?.facts["clause"]]).toEqual(
        count === 2 ? [undefined, undefined] : [count - 2, clause],
      )
    },
  )

  it.each([
    ["more are for it", ["v1", "v2"], ["v3"], 9],
    ["as many are", ["v1"], ["v2"], 1],
    ["fewer are", ["v1"], ["v2", "v3"], 1],
    ["nobody says anything", [], [], 0],
  ])("TALLY-13 %s", (_, forIt, against, count) => {
    const [finding] = outcome(following("1/2", "participating"), { for: forIt, against }).findings
    expect(finding?.facts["count"]).toBe(count)
  })

  it("TALLY-13 where heads and area disagree the silent follow nobody", () => {
    const rules: CountingRules = {
      approval: [moreThan("1/2", "participating"), moreThan("1/2", "participating", "area")],
      silence: { policy: "follow-majority", clause },
    }
    const roll = [
      voter("a", { area: 10 }),
      voter("b", { area: 10 }),
      voter("c", { area: 20 }),
      voter("d", { area: 90 }),
    ]
    const against = (area: number) =>
      judgeSitting(
        sitting(rules, {
          roll: roll.map((one) => (one.voter === "c" ? { ...one, area } : one)),
          named: named({ for: ["a", "b"], against: ["c"] }),
        }),
        nothingArrived,
      )
    expect([against(19), against(20), against(21)].map(({ passes }) => passes)).toEqual([true, false, false])
  })
})

describe("TALLY-14 numbers that contradict each other pass nothing", () => {
  const found = (rest: Partial<Sitting>, arrived: object = {}, rules: CountingRules = anything) => {
    const outcome = judgeSitting(sitting(rules, { roll: voters(5), ...rest }), { ...nothingArrived, ...arrived })
    const broken = outcome.findings.filter(({ rule }) => rule === "TALLY-14")
    expect(broken.every(({ holds }) => !holds)).toBe(true)
    if (broken.length > 0) expect([outcome.passes, outcome.flips]).toEqual([false, []])
    return broken.map(({ facts }) => `${facts["reason"]} ${facts["count"]} of ${facts["of"]}`)
  }
  const counts = (forIt: number, rest: object = {}) => ({ for: forIt, against: 0, abstain: 0, void: 0, ...rest })
  const cast = (count: number) => voters(count).map(({ voter: name }) => ballot(name, null))
  const box = (count: number) => [{ choice: "for", count }]

  it.each([
    [2, ["box-and-voters-differ 2 of 3"]],
    [3, []],
    [4, ["box-and-voters-differ 4 of 3"]],
    [0, ["box-and-voters-differ 0 of 3"]],
  ])("TALLY-14 a box with %d of three who voted", (count, told) => {
    expect(found({}, { ballots: cast(3), box: box(count) })).toEqual(told)
  })

  it("TALLY-14 a box of which one who cast is not on the roll, or cast twice", () => {
    expect(found({}, { ballots: [...cast(1), ballot("x", null)], box: box(2) })).toEqual([
      "box-and-voters-differ 2 of 1",
    ])
    expect(found({}, { ballots: [...cast(1), ...cast(1)], box: box(2) })).toEqual(["box-and-voters-differ 2 of 1"])
  })

  it.each([
    [4, []],
    [5, []],
    [6, ["more-votes-than-entitled 6 of 5"]],
  ])("TALLY-14 %d votes by hand of five", (count, told) => {
    expect(found({ counted: counts(count) })).toEqual(told)
    expect(found({ counted: counts(1, { void: count - 1 }) })).toEqual(told)
    expect(found({ counted: counts(1, { against: count - 3, abstain: 2 }) })).toEqual(told)
  })

  it.each([
    [2, []],
    [3, []],
    [4, ["more-votes-than-present 4 of 3"]],
  ])("TALLY-14 %d votes by hand of three present, by number or by name", (count, told) => {
    expect(found({ counted: counts(count), presentCount: 3 })).toEqual(told)
    expect(found({ counted: counts(count), present: ["v1", "v2", "v3"] })).toEqual(told)
    expect(found({ counted: counts(count), present: ["v1", "v2", "v3", "x"] })).toEqual(told)
  })

  it("TALLY-14 those recused are not among the present, however often they are on the roll", () => {
    const recusals = [{ voter: "v1", reason: "neighbour" }]
    expect(found({ recusals, counted: counts(3), present: ["v1", "v2", "v3"] })).toEqual([
      "more-votes-than-present 3 of 2",
    ])
  })

  it("TALLY-14 a number of present that is 0 is known: no vote came of it", () => {
    expect(found({ counted: counts(1), presentCount: 0 })).toEqual(["more-votes-than-present 1 of 0"])
  })

  it.each([
    [4, []],
    [5, []],
    [6, ["more-present-than-entitled 6 of 5"]],
  ])("TALLY-14 %d counted as present of five", (presentCount, told) => {
    expect(found({ presentCount })).toEqual(told)
  })

  it("TALLY-14 named votes are never more than present, since whoever votes is there", () => {
    const votes = named({ for: ["v1", "v2"], against: ["v3"] })
    expect(found({ presentCount: 1, named: votes })).toEqual([])
    expect(found({ present: ["v5"], named: votes })).toEqual([])
  })

  it.each([Number.NaN, 1.5, -1, 2 ** 53, Number.POSITIVE_INFINITY])("TALLY-14 %d is no count", (count) => {
    expect(found({ counted: counts(count) })).toEqual(["no-count 1 of 4"])
    expect(found({ counted: counts(1, { against: count, abstain: count, void: count }) })).toEqual(["no-count 3 of 4"])
    expect(found({ presentCount: count })).toEqual(["no-count 1 of 1"])
    expect(found({ presentCount: 3 }, { box: box(count) })).toEqual(["no-count 1 of 2"])
  })

  it.each([
    ["another", 2, ["unequal-heads-without-names 1 of 5"]],
    ["no", 0, ["unequal-heads-without-names 1 of 5"]],
    ["one", 1, []],
  ])("TALLY-14 votes without names where a voter has %s head: %d", (_, heads, told) => {
    const roll = [...voters(4), voter("v5", { heads })]
    expect(found({ roll, counted: counts(1) })).toEqual(told)
    expect(found({ roll }, { ballots: cast(1), box: box(1) })).toEqual(told)
    expect(found({ roll, named: named({ for: ["v5"] }) })).toEqual([])
  })

  it("TALLY-14 what is wrong in several ways is told in all of them", () => {
    expect(
      found({ roll: [voter("v1", { heads: 2 })], counted: counts(4), presentCount: 3 }, { ballots: cast(1) }),
    ).toEqual([
      "box-and-voters-differ 0 of 1",
      "unequal-heads-without-names 1 of 1",
      "more-present-than-entitled 3 of 2",
      "more-votes-than-entitled 6 of 2",
      "more-votes-than-present 6 of 3",
    ])
  })

  it("TALLY-14 says nothing where everything agrees", () => {
    expect(found({ counted: counts(3, { against: 1, abstain: 1 }), presentCount: 5 })).toEqual([])
    expect(found({})).toEqual([])
  })
})
