import { describe, expect, it } from "vitest"
import {
  ballot,
  type CountingRules,
  closed,
  named,
  opened,
  sitting,
  voidBallot,
  voters,
} from "../../test/counting/sittings.ts"
import type { ArrivedBallot, Sitting } from "./index.ts"
import { countBallots } from "./rules/index.ts"

/** What is counted of v1 to v3 and what is set aside, both as short texts. */
const counted = (
  ballots: ReadonlyArray<ArrivedBallot>,
  rest: Partial<Sitting> & { readonly by?: CountingRules } = {},
) => {
  const { by = {}, ...others } = rest
  const { marks, setAside } = countBallots(sitting(by, { roll: voters(3), ...others }), ballots)
  return [
    [...marks].map(([voter, mark]) => `${voter} ${mark}`).toSorted(),
    setAside.map(({ reason, voter }) => `${voter} ${reason}`),
  ]
}

const first: CountingRules = { repeated: "first" }
const proxied = (cap = 1): Partial<Sitting> & { by: CountingRules } => ({
  proxies: [{ voter: "v1", by: "v2" }],
  by: { cap },
})

describe("TALLY-1 of several ballots of one voter one counts", () => {
  const twice = [ballot("v1", "for", { at: 1_100 }), ballot("v1", "against", { at: 1_200 })]

  it("TALLY-1 the last counts where the rules say the last", () => {
    expect(counted(twice)).toEqual([["v1 against"], ["v1 superseded"]])
  })

  it("TALLY-1 the first counts where the rules say the first", () => {
    expect(counted(twice, { by: first })).toEqual([["v1 for"], ["v1 superseded"]])
  })

  it("TALLY-1 the instant decides and not the place in the list", () => {
    expect(counted(twice.toReversed())).toEqual([["v1 against"], ["v1 superseded"]])
    expect(counted(twice.toReversed(), { by: first })).toEqual([["v1 for"], ["v1 superseded"]])
  })

  it("TALLY-1 of two of the same instant the later of the list is the last", () => {
    const together = [ballot("v1", "for"), ballot("v1", "abstain")]
    expect(counted(together)).toEqual([["v1 abstain"], ["v1 superseded"]])
    expect(counted(together, { by: first })).toEqual([["v1 for"], ["v1 superseded"]])
    expect(counted(together.toReversed())).toEqual([["v1 for"], ["v1 superseded"]])
  })

  it("TALLY-1 of three all but one are superseded", () => {
    const thrice = [...twice, ballot("v1", "abstain", { at: 1_300 })]
    expect(counted(thrice)).toEqual([["v1 abstain"], ["v1 superseded", "v1 superseded"]])
    expect(counted(thrice, { by: first })).toEqual([["v1 for"], ["v1 superseded", "v1 superseded"]])
  })

  it("TALLY-1 what a clerk took down counts as taken at the close: last of all, and first of none", () => {
    const onPaper = [ballot("v1", "for", { at: closed, channel: "paper" })]
    const votes = named({ against: ["v1"] })
    expect(counted(onPaper, { named: votes })).toEqual([["v1 against"], ["v1 superseded"]])
    expect(counted(onPaper, { named: votes, by: first })).toEqual([["v1 for"], ["v1 superseded"]])
  })

  it.each<readonly [string, CountingRules]>([
    ["last", {}],
    ["first", first],
  ])(
    "TALLY-1 what was cast over a login prevails over what a clerk entered, in whatever order, where the %s counts",
    (_, by) => {
      const own = ballot("v1", "for", { at: 1_500 })
      for (const at of [1_100, 1_500, 1_900]) {
        const entered = ballot("v1", "against", { at, channel: "paper" })
        for (const both of [
          [own, entered],
          [entered, own],
        ])
          expect(counted(both, { by })).toEqual([["v1 for"], ["v1 superseded"]])
      }
      const record = named({ against: ["v1", "v2"] })
      expect(counted([own], { by, named: record })).toEqual([["v1 for", "v2 against"], ["v1 superseded"]])
      const paper = ballot("v1", "abstain", { channel: "paper" })
      expect(counted([own, paper], { by, named: record })[1]).toEqual(["v1 superseded", "v1 superseded"])
    },
  )

  it("TALLY-1 of a ballot that is set aside it is told how it came in", () => {
    const paper = ballot("v1", "abstain", { channel: "paper" })
    const late = ballot("v2", "for", { kept: "late", channel: "paper" })
    const votes = named({ against: ["v1"], for: ["x"] })
    const { setAside } = countBallots(sitting({}, { roll: voters(3), named: votes }), [
      ballot("v1", "for"),
      paper,
      late,
    ])
    expect(setAside.map(({ channel, reason, voter }) => `${voter} ${reason} ${channel}`)).toEqual([
      ...["v1 superseded paper", "v1 superseded record", "v2 late paper", "x not-on-roll record"],
    ])
  })

  it("TALLY-1 what a clerk enters under nobody's right takes nothing away, and a void paper takes nothing either", () => {
    const own = ballot("v1", "for")
    for (const entered of [
      ballot("v1", "against", { channel: "paper", castBy: "v3" }),
      ballot("v1", "against", { channel: "paper", kept: "late" }),
      voidBallot("v1", { channel: "paper" }),
    ])
      expect(counted([own, entered])[0]).toEqual(["v1 for"])
  })

  it("TALLY-1 taken down twice under the same choice is one ballot", () => {
    expect(counted([], { named: named({ for: ["v1", "v1"] }) })).toEqual([["v1 for"], ["v1 superseded"]])
  })

  it("TALLY-1 a ballot whose choice lies in the box counts as secret", () => {
    expect(counted([ballot("v1", null)])).toEqual([["v1 secret"], []])
  })
})

describe("TALLY-2 only those of the roll are counted, and none who is recused", () => {
  const recusals = [{ voter: "v2", reason: "neighbour" }]

  it("TALLY-2 a stranger's ballot is kept, online or by name", () => {
    expect(counted([ballot("x", "for")])).toEqual([[], ["x not-on-roll"]])
    expect(counted([], { named: named({ for: ["x"], void: [{ voter: "y", reason: "torn" }] }) })).toEqual([
      [],
      ["x not-on-roll", "y not-on-roll"],
    ])
  })

  it("TALLY-2 the ballot of somebody recused is kept, online or by name, valid or void", () => {
    expect(counted([ballot("v2", "for"), voidBallot("v2")], { recusals })).toEqual([[], ["v2 recused", "v2 recused"]])
    expect(counted([], { recusals, named: named({ against: ["v2"] }) })).toEqual([[], ["v2 recused"]])
  })

  it("TALLY-2 of an empty roll nothing is counted", () => {
    expect(counted([ballot("v1", "for")], { roll: [] })).toEqual([[], ["v1 not-on-roll"]])
  })

  it("TALLY-2 what is set aside is told by voter and reason, whatever the order of arrival", () => {
    const many = [ballot("z", "for"), voidBallot("v3"), ballot("v3", "for", { at: 1 }), ballot("a", "for")]
    const told = [[], ["a not-on-roll", "v3 early", "v3 late", "z not-on-roll"]]
    const late = many.map((one) => (one.kept === "void" ? { ...one, kept: "late" as const } : one))
    expect(counted(late)).toEqual(told)
    expect(counted(late.toReversed())).toEqual(told)
  })
})

describe("TALLY-3 a ballot counts from the instant of the opening to that of the close", () => {
  it.each([
    ["before the opening", opened - 1, [[], ["v1 early"]]],
    ["at the opening", opened, [["v1 for"], []]],
    ["just after the opening", opened + 1, [["v1 for"], []]],
    ["just before the close", closed - 1, [["v1 for"], []]],
    ["at the close", closed, [["v1 for"], []]],
    ["after the close", closed + 1, [[], ["v1 late"]]],
    ["at no time that can be told", Number.NaN, [[], ["v1 early"]]],
  ])("TALLY-3 %s", (_, at, told) => {
    expect(counted([ballot("v1", "for", { at })])).toEqual(told)
  })

  it("TALLY-3 while it is open there is no end yet", () => {
    const open = { ...sitting({}).ballot, closedAt: null, closedOn: null } as Sitting["ballot"]
    expect(counted([ballot("v1", "for", { at: 9_999_999 })], { ballot: open })).toEqual([["v1 for"], []])
  })

  it("TALLY-3 one that was kept as late is late whenever it came, and one without a ballot is early", () => {
    expect(counted([ballot("v1", "for", { kept: "late" })])).toEqual([[], ["v1 late"]])
    expect(counted([ballot("v1", "for")], { ballot: null })).toEqual([[], ["v1 early"]])
  })

  it("TALLY-3 a late ballot does not replace one in time", () => {
    const late = ballot("v1", "against", { at: closed + 1 })
    expect(counted([ballot("v1", "for"), late])).toEqual([["v1 for"], ["v1 late"]])
    expect(counted([late, ballot("v1", "for")], { by: first })).toEqual([["v1 for"], ["v1 late"]])
  })
})

describe("TALLY-4 a void ballot takes nothing away", () => {
  it.each([
    ["last", {}],
    ["first", first],
  ])("TALLY-4 a valid one counts, before it or after it, where the %s counts", (_, by) => {
    const before = voidBallot("v1", { at: 1_100 })
    const after = voidBallot("v1", { at: 1_900 })
    expect(counted([before, ballot("v1", "for"), after], { by })).toEqual([["v1 for"], ["v1 void", "v1 void"]])
  })

  it("TALLY-4 void ones alone are one void ballot that was cast", () => {
    expect(counted([voidBallot("v1"), voidBallot("v1", { at: 1_600 })])).toEqual([["v1 void"], ["v1 void", "v1 void"]])
  })

  it("TALLY-4 a paper that names a choice and is void is void", () => {
    expect(counted([ballot("v1", "for", { kept: "void" })])).toEqual([["v1 void"], ["v1 void"]])
  })

  it("TALLY-4 a void paper taken down by name takes no online ballot away", () => {
    const torn = named({ void: [{ voter: "v1", reason: "torn" }] })
    expect(counted([ballot("v1", "for")], { named: torn })).toEqual([["v1 for"], ["v1 void"]])
  })

  it.each([
    ["for and against", { for: ["v1"], against: ["v1"] }],
    ["against and for and again", { for: ["v1", "v1"], against: ["v1"] }],
    ["for and void", { for: ["v1"], void: [{ voter: "v1", reason: "torn" }] }],
    ["against and abstain", { against: ["v1"], abstain: ["v1"] }],
  ])("TALLY-4 taken down under two choices, %s, a voter has said nothing", (_, votes) => {
    const [marks, aside] = counted([], { named: named(votes) })
    expect(marks).toEqual(["v1 void"])
    expect(aside).toContain("v1 void")
  })

  it("TALLY-4 an online ballot counts where the names say two things", () => {
    const votes = named({ for: ["v1"], against: ["v1"] })
    expect(counted([ballot("v1", "abstain")], { named: votes })).toEqual([["v1 abstain"], ["v1 superseded", "v1 void"]])
  })
})

describe("TALLY-5 a proxy votes for those who let it", () => {
  const byProxy = ballot("v1", "for", { castBy: "v2" })

  it("TALLY-5 its ballot counts as that of the voter", () => {
    expect(counted([byProxy], proxied())).toEqual([["v1 for"], []])
  })

  it("TALLY-5 somebody else's does not, nor one the other way round, nor one of no proxy at all", () => {
    expect(counted([ballot("v1", "for", { castBy: "v3" })], proxied())).toEqual([[], ["v1 not-entitled-to-cast"]])
    expect(counted([ballot("v2", "for", { castBy: "v1" })], proxied())).toEqual([[], ["v2 not-entitled-to-cast"]])
    expect(counted([byProxy], { by: { cap: 3 } })).toEqual([[], ["v1 not-entitled-to-cast"]])
  })

  it.each([
    ["before", 1_100],
    ["at the same instant", 1_500],
    ["after", 1_900],
  ])("TALLY-5 the voter's own goes before it, cast %s", (_, at) => {
    const own = ballot("v1", "against", { at })
    expect(counted([byProxy, own], proxied())).toEqual([["v1 against"], ["v1 superseded"]])
    expect(counted([own, byProxy], { ...proxied(), by: { cap: 1, repeated: "first" } })).toEqual([
      ["v1 against"],
      ["v1 superseded"],
    ])
  })

  it("TALLY-5 what was taken down of the voter by name is its own", () => {
    const paper = { ...byProxy, channel: "paper" } as const
    const held = { ...proxied(), named: named({ abstain: ["v1"] }) }
    expect(counted([paper], held)).toEqual([["v1 abstain"], ["v1 superseded"]])
  })

  it("TALLY-5 what its proxy cast over a login prevails over what a clerk entered for the voter", () => {
    const entered = ballot("v1", "against", { channel: "paper", at: 1_900 })
    const held = { ...proxied(), named: named({ abstain: ["v1"] }) }
    expect(counted([byProxy, entered], held)).toEqual([["v1 for"], ["v1 superseded", "v1 superseded"]])
    expect(counted([byProxy, entered, ballot("v1", "abstain")], held)[0]).toEqual(["v1 abstain"])
  })

  it("TALLY-5 a void one of the voter's own does not go before a valid one of its proxy", () => {
    expect(counted([byProxy, voidBallot("v1", { at: 1_900 })], proxied())).toEqual([["v1 for"], ["v1 void"]])
  })

  it("TALLY-5 a void one of the proxy is a void ballot of the voter", () => {
    expect(counted([voidBallot("v1", { castBy: "v2" })], proxied())).toEqual([["v1 void"], ["v1 void"]])
  })

  it("TALLY-5 a proxy that is recused or not on the roll votes for nobody", () => {
    const recusals = [{ voter: "v2", reason: "neighbour" }]
    expect(counted([byProxy], { ...proxied(), recusals })).toEqual([[], ["v1 not-entitled-to-cast"]])
    expect(counted([byProxy], { ...proxied(), roll: voters(1) })).toEqual([[], ["v1 not-entitled-to-cast"]])
  })

  it("TALLY-5 of a voter who is recused no proxy's ballot counts", () => {
    expect(counted([byProxy], { ...proxied(), recusals: [{ voter: "v1", reason: "neighbour" }] })).toEqual([
      [],
      ["v1 recused"],
    ])
  })

  it.each([
    ["one below the cap", 3, [["v1 for", "v3 for"], []]],
    ["at the cap", 2, [["v1 for", "v3 for"], []]],
    ["one beyond the cap", 1, [[], ["v1 not-entitled-to-cast", "v3 not-entitled-to-cast"]]],
    ["none are allowed", 0, [[], ["v1 not-entitled-to-cast", "v3 not-entitled-to-cast"]]],
  ])("TALLY-5 voting for two others, %s", (_, cap, told) => {
    const both = [byProxy, ballot("v3", "for", { castBy: "v2" })]
    const proxies = [
      { voter: "v1", by: "v2" },
      { voter: "v3", by: "v2" },
      { voter: "v3", by: "v2" },
    ]
    expect(counted(both, { proxies, by: { cap } })).toEqual(told)
  })

  it("TALLY-5 whoever holds too many still casts its own ballot", () => {
    expect(counted([ballot("v2", "for")], proxied(0))).toEqual([["v2 for"], []])
  })
})
