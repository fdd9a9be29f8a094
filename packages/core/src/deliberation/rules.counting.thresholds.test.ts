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
import type { Base } from "../kernel/arithmetic.ts"
import { judge, judgeSitting, tallyOfCounts } from "./rules/index.ts"

const names = (count: number, from = 0): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, place) => `v${from + place + 1}`)

/**
 * Twelve voters, of whom one is recused, one stays away, one is there and silent, one has a void ballot, and eight say
 * something: so that every base is another number.
 */
const eightVote = (rules: CountingRules, forIt: number) =>
  judgeSitting(
    sitting(rules, {
      roll: voters(12),
      recusals: [{ voter: "v12", reason: "neighbour" }],
      present: ["v10"],
      named: named({ for: names(forIt), against: names(8 - forIt, forIt), void: [{ voter: "v9", reason: "torn" }] }),
    }),
    nothingArrived,
  )

/** The same in area: of 1,200 cm² 100 are recused, 100 away, 100 silent, 100 void, and 800 say something. */
const areasVote = (rules: CountingRules, forIt: number) =>
  judgeSitting(
    sitting(rules, {
      roll: [
        voter("for", { area: forIt }),
        voter("against", { area: 800 - forIt }),
        ...["void", "silent", "away", "recused"].map((name) => voter(name, { area: 100 })),
      ],
      recusals: [{ voter: "recused", reason: "neighbour" }],
      present: ["silent"],
      named: named({ for: ["for"], against: ["against"], void: [{ voter: "void", reason: "torn" }] }),
    }),
    nothingArrived,
  )

type Row = readonly [share: string, base: Base, silence: "not-participating" | "abstain", needed: number]

const byHeads: Readonly<Record<"at-least" | "more-than", ReadonlyArray<Row>>> = {
  "at-least": [
    ["1/2", "members", "not-participating", 6],
    ["1/2", "whole-estate", "not-participating", 6],
    ["1/2", "entitled", "not-participating", 6],
    ["1/2", "present", "not-participating", 5],
    ["1/2", "cast", "not-participating", 5],
    ["1/2", "valid", "not-participating", 4],
    ["1/2", "participating", "not-participating", 5],
    ["1/2", "participating", "abstain", 6],
    ["1/3", "members", "not-participating", 4],
    ["2/3", "present", "not-participating", 7],
    ["2/3", "cast", "not-participating", 6],
    ["2/3", "valid", "not-participating", 6],
    ["3/4", "valid", "not-participating", 6],
  ],
  "more-than": [
    ["1/2", "members", "not-participating", 7],
    ["1/2", "whole-estate", "not-participating", 7],
    ["1/2", "entitled", "not-participating", 6],
    ["1/2", "present", "not-participating", 6],
    ["1/2", "cast", "not-participating", 5],
    ["1/2", "valid", "not-participating", 5],
    ["1/2", "participating", "not-participating", 5],
    ["1/2", "participating", "abstain", 6],
    ["1/3", "members", "not-participating", 5],
    ["2/3", "present", "not-participating", 7],
    ["2/3", "cast", "not-participating", 7],
    ["2/3", "valid", "not-participating", 6],
    ["3/4", "valid", "not-participating", 7],
  ],
}

const byArea: Readonly<Record<"at-least" | "more-than", ReadonlyArray<Row>>> = {
  "at-least": [
    ["1/2", "members", "not-participating", 600],
    ["1/2", "whole-estate", "not-participating", 600],
    ["1/2", "entitled", "not-participating", 550],
    ["1/2", "present", "not-participating", 500],
    ["1/2", "cast", "not-participating", 450],
    ["1/2", "valid", "not-participating", 400],
    ["1/2", "participating", "not-participating", 450],
    ["1/2", "participating", "abstain", 550],
    ["2/3", "entitled", "not-participating", 734],
    ["2/3", "present", "not-participating", 667],
    ["2/3", "cast", "not-participating", 600],
  ],
  "more-than": [
    ["1/2", "members", "not-participating", 601],
    ["1/2", "whole-estate", "not-participating", 601],
    ["1/2", "entitled", "not-participating", 551],
    ["1/2", "present", "not-participating", 501],
    ["1/2", "cast", "not-participating", 451],
    ["1/2", "valid", "not-participating", 401],
    ["1/2", "participating", "not-participating", 451],
    ["1/2", "participating", "abstain", 551],
    ["2/3", "entitled", "not-participating", 734],
    ["2/3", "present", "not-participating", 667],
    ["2/3", "cast", "not-participating", 601],
  ],
}

const asking = { "at-least": atLeast, "more-than": moreThan } as const

describe.each(["at-least", "more-than"] as const)(
  "TALLY-8 %s, one below what is needed, at it, one above",
  (comparison) => {
    it.each(byHeads[comparison])("TALLY-8 %s of %s, the silent %s: %d heads", (share, base, policy, needed) => {
      const rules = { approval: [asking[comparison](share, base)], silence: { policy, clause: null } }
      const outcomes = [needed - 1, needed, needed + 1].map((count) => eightVote(rules, count))
      expect(outcomes.map(({ passes }) => passes)).toEqual([false, true, true])
      expect(outcomes[0]?.findings).toMatchObject([{ rule: "TALLY-10", holds: false, shortBy: 1, facts: { needed } }])
      expect(outcomes[1]?.findings).toMatchObject([{ rule: "TALLY-10", holds: true, facts: { needed, count: needed } }])
    })

    it.each(byArea[comparison])("TALLY-8 %s of %s, the silent %s: %d cm²", (share, base, policy, needed) => {
      const rules = { approval: [asking[comparison](share, base, "area")], silence: { policy, clause: null } }
      const outcomes = [needed - 1, needed, needed + 1].map((count) => areasVote(rules, count))
      expect(outcomes.map(({ passes }) => passes)).toEqual([false, true, true])
      expect(outcomes[0]?.findings).toMatchObject([{ holds: false, shortBy: 1, facts: { needed, dimension: "area" } }])
    })
  },
)

describe("TALLY-9 a quorum", () => {
  /** Thirty on the roll, so many there, of whom so many vote for it and the others say nothing. */
  const meeting = (rules: CountingRules, there: number, voting: number) =>
    judgeSitting(
      sitting(rules, { roll: voters(30), present: names(there), named: named({ for: names(voting) }) }),
      nothingArrived,
    )

  it.each([
    ["at-least", "members", 20],
    ["more-than", "members", 21],
    ["at-least", "entitled", 20],
    ["more-than", "whole-estate", 21],
  ] as const)("TALLY-9 of those present, %s 2/3 of %s: %d", (comparison, base, needed) => {
    const rules = { quorum: [asking[comparison]("2/3", base)], approval: [atLeast("1/1000", "members")] }
    const outcomes = [needed - 1, needed, needed + 1].map((there) => meeting(rules, there, 1))
    expect(outcomes.map(({ passes }) => passes)).toEqual([false, true, true])
    expect(outcomes[0]?.findings[0]).toMatchObject({
      ...{ rule: "TALLY-9", holds: false, shortBy: 1 },
      facts: { counts: "present", dimension: "heads", count: needed - 1, needed, of: 30 },
    })
  })

  it.each([
    ["at-least", 20],
    ["more-than", 21],
  ] as const)(
    "TALLY-9 of those who took part, %s 2/3 of the members: %d, whoever else is there",
    (comparison, needed) => {
      const rules: CountingRules = {
        ...{ quorum: [asking[comparison]("2/3", "members")], quorumCounts: "participating" },
        approval: [moreThan("1/2", "cast")],
      }
      const outcomes = [needed - 1, needed, needed + 1].map((voting) => meeting(rules, 30, voting))
      expect(outcomes.map(({ passes }) => passes)).toEqual([false, true, true])
      expect(outcomes[1]?.findings[0]).toMatchObject({ facts: { counts: "participating", count: needed } })
    },
  )

  it("TALLY-9 void ballots and abstentions take part", () => {
    const rules: CountingRules = {
      ...{ quorum: [atLeast("1", "members")], quorumCounts: "participating" },
      approval: [atLeast("1/3", "cast")],
    }
    const votes = named({ for: ["v1"], abstain: ["v2"], void: [{ voter: "v3", reason: "torn" }] })
    expect(judgeSitting(sitting(rules, { roll: voters(3), named: votes }), nothingArrived).passes).toBe(true)
  })

  it("TALLY-9 those who are not of the base of a quorum do not make it up", () => {
    const rules = { quorum: [atLeast("1", "cast")], approval: [moreThan("1/2", "cast")] }
    const { findings, passes } = meeting(rules, 30, 2)
    expect([passes, findings[0]?.facts["count"], findings[0]?.facts["of"]]).toEqual([true, 2, 2])
  })

  it("TALLY-9 in heads and area, both have to be there", () => {
    const rules: CountingRules = {
      ...{ quorum: [atLeast("2/3", "members"), atLeast("2/3", "members", "area")] },
      ...{ quorumCounts: "participating", approval: [moreThan("1/2", "cast")] },
    }
    const roll = [voter("v1", { area: 60 }), voter("v2", { area: 30 }), voter("v3", { area: 10 })]
    const outcome = (...forIt: ReadonlyArray<string>) =>
      judgeSitting(sitting(rules, { roll, named: named({ for: forIt }) }), nothingArrived)
    expect(outcome("v1", "v2").passes).toBe(true)
    expect(outcome("v1", "v3").passes).toBe(true)
    expect(outcome("v2", "v3").findings.map(({ holds }) => holds)).toEqual([true, false, true])
    expect(outcome("v1").findings.map(({ holds }) => holds)).toEqual([false, false, true])
  })
})

describe("golden cases", () => {
  const representatives = { quorum: [atLeast("2/3", "members")], approval: [moreThan("1/2", "present")] }

  it.each([
    [19, 19, false],
    [20, 10, false],
    [20, 11, true],
    [20, 12, true],
    [21, 10, false],
    [21, 11, true],
    [22, 11, false],
    [22, 12, true],
    [30, 15, false],
    [30, 16, true],
  ])("TALLY-10 30 members of a representatives' meeting, %d present, %d for it: %s", (present, forIt, passes) => {
    const counts = { members: 30, present, for: forIt, against: present - forIt }
    expect(judge(representatives, tallyOfCounts(counts)).passes).toBe(passes)
  })

  it.each([
    [16, 9, false],
    [17, 8, false],
    [17, 9, true],
    [18, 9, false],
    [18, 10, true],
    [24, 12, false],
    [24, 13, true],
  ])("TALLY-10 an election by 24 representatives, %d take part, %d for it: %s", (cast, forIt, passes) => {
    const rules = {
      ...({ quorum: [moreThan("2/3", "members")], quorumCounts: "participating" } as const),
      approval: [moreThan("1/2", "cast")],
    }
    const counts = { members: 24, for: forIt, against: cast - forIt }
    expect(judge(rules, tallyOfCounts(counts)).passes).toBe(passes)
  })

  const participation = {
    ...{ quorum: [atLeast("2/3", "whole-estate"), atLeast("2/3", "whole-estate", "area")] },
    quorumCounts: "participating",
  } as const
  const general = {
    ...participation,
    approval: [moreThan("1/2", "participating"), moreThan("1/2", "participating", "area")],
  }
  const special = {
    ...participation,
    approval: [atLeast("3/4", "participating"), atLeast("3/4", "participating", "area")],
  }
  const squareMetre = 10_000
  const members = { heads: 300, area: 30_000 * squareMetre }

  it.each([
    [199, 20_000 * squareMetre, false],
    [200, 20_000 * squareMetre - 1, false],
    [200, 20_000 * squareMetre, true],
    [201, 20_000 * squareMetre + 1, true],
  ])("TALLY-9 300 owners of 30,000 m²: %d owners of %d cm² take part, all for it: %s", (heads, area, passes) => {
    const tally = tallyOfCounts({ members, for: { heads, area }, against: 0 })
    expect([judge(general, tally).passes, judge(special, tally).passes]).toEqual([passes, passes])
  })

  const outOf200 = (heads: number, area: number) =>
    tallyOfCounts({
      members,
      for: { heads, area },
      against: { heads: 200 - heads, area: 20_000 * squareMetre - area },
    })

  it.each([
    [100, 10_000 * squareMetre + 1, false],
    [101, 10_000 * squareMetre, false],
    [101, 10_000 * squareMetre + 1, true],
    [102, 10_000 * squareMetre + 2, true],
  ])(
    "TALLY-10 of 200 owners and 20,000 m² taking part, %d owners of %d cm² carry an ordinary matter: %s",
    (heads, area, passes) => {
      expect(judge(general, outOf200(heads, area)).passes).toBe(passes)
    },
  )

  it.each([
    [149, 15_000 * squareMetre, false],
    [150, 15_000 * squareMetre - 1, false],
    [150, 15_000 * squareMetre, true],
    [151, 15_000 * squareMetre + 1, true],
  ])(
    "TALLY-10 of 200 owners and 20,000 m² taking part, %d owners of %d cm² carry a special matter: %s",
    (heads, area, passes) => {
      expect(judge(special, outOf200(heads, area)).passes).toBe(passes)
    },
  )
})

describe("TALLY-11 what passes", () => {
  it("TALLY-11 without an approval nothing does", () => {
    const everybody = tallyOfCounts({ members: 3, for: 3, against: 0 })
    expect(judge({ approval: [] }, everybody)).toEqual({ passes: false, findings: [] })
    expect(judge({ approval: [], quorum: [atLeast("1/2", "members")] }, everybody).passes).toBe(false)
  })

  it("TALLY-11 an empty roll passes nothing, nor one of which all are recused", () => {
    const rules = { approval: [atLeast("1/1000", "entitled")] }
    expect(judgeSitting(sitting(rules), nothingArrived).passes).toBe(false)
    const recusals = [{ voter: "v1", reason: "neighbour" }]
    const all = sitting(rules, { roll: voters(1), recusals, named: named({ for: ["v1"] }) })
    expect(judgeSitting(all, nothingArrived).passes).toBe(false)
  })

  it("TALLY-11 as many for as against is no majority, in whatever order", () => {
    const rules = { approval: [moreThan("1/2", "valid")] }
    for (const forIt of [
      ["v1", "v2"],
      ["v3", "v4"],
      ["v4", "v1"],
    ]) {
      const against = ["v1", "v2", "v3", "v4"].filter((name) => !forIt.includes(name))
      const tie = sitting(rules, { roll: voters(4), named: named({ for: forIt, against }) })
      expect(judgeSitting(tie, nothingArrived).passes).toBe(false)
    }
  })

  it("TALLY-11 findings come quorums first, each with its citation", () => {
    const cited = { instrument: "Civil Code (2020)", article: "278(2)", certainty: "law" } as const
    const rules = {
      quorum: [{ ...atLeast("2/3", "members"), citation: cited }],
      approval: [{ threshold: moreThan("1/2", "present").threshold }],
    }
    const { findings } = judge(rules, tallyOfCounts({ members: 3, for: 2, against: 0 }))
    expect(findings.map(({ citation, rule }) => [rule, citation])).toEqual([
      ["TALLY-9", cited],
      ["TALLY-10", undefined],
    ])
    expect(findings[0]).toEqual({
      ...{ rule: "TALLY-9", holds: true, citation: cited, flippedBy: 1 },
      facts: {
        ...{ count: 2, of: 3, needed: 2, share: "2/3", comparison: "at-least", measure: "heads", base: "members" },
        ...{ dimension: "heads", counts: "present" },
      },
    })
  })

  it("TALLY-11 a judgement is plain data that survives JSON", () => {
    const outcome = eightVote({ quorum: [atLeast("2/3", "members")], approval: [moreThan("1/2", "present")] }, 5)
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)
  })
})

describe("TALLY-18 a share that is no fraction above zero is met by nobody", () => {
  it.each(["0", "0/3", "-1/2", "1/0", "1.5/2", "/2", "two/3", "1/ 2", "0x1/2", "3/2"])("TALLY-18 %s", (share) => {
    const all = tallyOfCounts({ members: 4, for: 4, against: 0 })
    const { findings, passes } = judge({ approval: [atLeast(share, "members")] }, all)
    expect([passes, findings[0]?.holds, findings[0]?.flippedBy]).toEqual([false, false, undefined])
  })

  it("TALLY-18 one that cannot be read asks for more than all", () => {
    const { findings } = judge(
      { approval: [atLeast("two/3", "members")] },
      tallyOfCounts({ members: 4, for: 4, against: 0 }),
    )
    expect(findings[0]?.facts).toMatchObject({ comparison: "more-than", share: "1", needed: 5, of: 4 })
  })

  it("TALLY-18 one in other than lowest terms is met as it is", () => {
    const rules = { approval: [atLeast("2/4", "members")] }
    expect(judge(rules, tallyOfCounts({ members: 4, for: 2, against: 2 }))).toMatchObject({
      passes: true,
      findings: [{ facts: { share: "1/2" } }],
    })
  })
})
