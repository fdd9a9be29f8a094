import { RulePack } from "@jinlin/core/charter"
import { decodeStrictly } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import { days, pack, rule } from "../../test/charter/samples.ts"

const faultsOf = (given: Partial<RulePack>) => {
  const read = decodeStrictly(RulePack)(pack("law@2020-01-01", given))
  return read.ok ? [] : read.refusal
}

const notice = (bound: "floor" | "ceiling", period: Pick<RulePack["rules"][number], "from" | "to"> = {}) =>
  rule("a/notice", bound, days(3), period)

describe("a pack of which each field alone is right", () => {
  it("PACK-1 is named after the day from which it holds", () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ effectiveFrom: "2020-01-02" })).toEqual([
      {
        path: ["pack"],
        refusal: {
          ...{ _tag: "PackNamedOtherwise", rule: "PACK-1", pack: "law@2020-01-01", effectiveFrom: "2020-01-02" },
        },
      },
    ])
  })

  it.each([
    ["2019-12-31", 1],
    ["2020-01-01", 1],
    ["2020-01-02", 0],
  ] as const)("PACK-4 ends after it begins: until %s, faults %i", (effectiveTo, count) => {
    const faults = faultsOf({ effectiveTo })
    expect(faults).toHaveLength(count)
    if (count === 1) expect(faults).toMatchObject([{ path: ["effectiveTo"], refusal: { _tag: "PackNeverHolds" } }])
  })

  it.each([
    [undefined, "law", 1],
    [" ", "law", 1],
    ["7", "law", 0],
    [undefined, "our-default", 0],
  ] as const)("PACK-5 an article %j of certainty %s: faults %i", (article, certainty, count) => {
    const citation = { instrument: "Sample Law", certainty, ...(article === undefined ? {} : { article }) }
    const faults = faultsOf({ rules: [{ ...notice("floor"), citation }] })
    expect(faults.filter(({ refusal }) => refusal._tag === "LawWithoutArticle")).toHaveLength(
      article === " " ? 0 : count,
    )
    expect(faults.length > 0).toBe(count === 1)
  })

  it.each([
    [[notice("floor"), notice("ceiling")], 0],
    [[notice("floor"), notice("floor")], 1],
    [[notice("floor", { to: "2021-01-01" }), notice("floor", { from: "2021-01-01" })], 0],
    [[notice("floor", { from: "2021-01-01" }), notice("floor", { to: "2021-01-01" })], 0],
    [[notice("floor", { to: "2021-01-02" }), notice("floor", { from: "2021-01-01" })], 1],
  ])("PACK-6 %#: one value of one bound for a key on a day: faults %i", (rules, count) => {
    const faults = faultsOf({ rules })
    expect(faults).toHaveLength(count)
    if (count === 1)
      expect(faults).toMatchObject([{ path: ["rules", 1, "key"], refusal: { _tag: "PackRuleTwice", first: 0 } }])
  })
})
