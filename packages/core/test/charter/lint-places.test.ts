import { type CharterRules, lint, type PackRule, type RulePack } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  choices,
  days,
  flag,
  own,
  pack,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "./samples.ts"

const found = (id: string, rules: CharterRules, packs: ReadonlyArray<RulePack> = [], from = today) =>
  lint(rules, packs, { from }).filter((finding) => finding.rule === id)

const chosen = (...given: ReadonlyArray<readonly [string, Parameters<typeof own>[1]]>) =>
  charter([], { choices: given.map(([key, value]) => own(key, value)) })

const law = (name: string, ...rules: ReadonlyArray<PackRule>) => pack(`${name}@2020-01-01`, { rules })
const citation = (article: string) => ({ instrument: "Sample Law", article, certainty: "law" })

describe("LINT-1 where the objection stands", () => {
  const other = law("other")
  const first = (rules: CharterRules, packs: ReadonlyArray<RulePack>) => found("LINT-1", rules, packs)[0]
  const floor = (count: number) => rule("a/x", "floor", days(count))

  it("LINT-1 a pack with two contents", () => {
    const twice = law("twice")
    expect(first(charter([other, twice]), [other, twice, { ...twice, rank: "profile" }])).toMatchObject({
      ...{
        path: ["packs", 1],
        facts: { day: today, tag: "PackTwice", pack: twice.pack },
        refusal: { _tag: "PackTwice" },
      },
    })
  })

  it("LINT-1 a pack that is not in force, two versions at once, and places that lie apart: the last that is named", () => {
    const late = pack("late@2030-01-01", { effectiveFrom: "2030-01-01" })
    expect(first(charter([other, late]), [other, late])).toEqual({
      ...{ rule: "LINT-1", level: "error", path: ["packs", 1], facts: { day: today, tag: "PackNotInForce" } },
      refusal: { _tag: "PackNotInForce", rule: "CHARTER-2", packs: [late.pack], day: today, inForce: [] },
    })
    const versions = [pack("law@2020-01-01"), pack("law@2021-01-01")]
    expect(first(charter([other, ...versions]), [other, ...versions])).toMatchObject({
      ...{ path: ["packs", 2], refusal: { _tag: "VersionsOverlap" } },
    })
    const apart = ["cn-bj", "cn-fj"].map((jurisdiction) => pack(`${jurisdiction}@2020-01-01`, { jurisdiction }))
    expect(first(charter([other, ...apart]), [other, ...apart])).toMatchObject({
      ...{ path: ["packs", 2], refusal: { _tag: "PlacesApart" } },
    })
  })

  it("LINT-1 packs that contradict each other, disagree or weaken: the one that is at fault, with the article", () => {
    const [exact, unlike] = [law("a", rule("a/x", "exact", days(1))), law("b", rule("a/x", "exact", days(2)))]
    expect(first(charter([exact, unlike]), [exact, unlike])).toMatchObject({
      ...{ path: ["packs", 0], facts: { key: "a/x" }, citation: citation("a/x"), refusal: { _tag: "PacksContradict" } },
    })
    const [one, two] = [law("a", rule("a/x", "default", days(1))), law("b", rule("a/x", "default", days(2)))]
    expect(first(charter([one, two]), [one, two])).toMatchObject({
      ...{ path: ["packs", 1], citation: citation("a/x"), refusal: { _tag: "DefaultsDisagree" } },
    })
    const [strict, weak] = [law("a", floor(10)), pack("b@2020-01-01", { rank: "profile", rules: [floor(9)] })]
    expect(first(charter([strict, weak]), [strict, weak])).toMatchObject({
      ...{ path: ["packs", 1], citation: citation("a/x"), refusal: { _tag: "PackWeakens" } },
    })
  })

  it("LINT-1 what has no order and a clause that is missing: with who says it", () => {
    const [strict, odd] = [
      law("a", floor(10)),
      pack("b@2020-01-01", { rank: "profile", rules: [rule("a/x", "floor", flag(true))] }),
    ]
    expect(first(charter([strict, odd]), [strict, odd])).toMatchObject({
      ...{ path: ["packs", 1], refusal: { _tag: "IncomparableValues", from: odd.pack } },
    })
    expect(
      first(charter([strict], { choices: [own("b/x", days(1)), own("a/x", flag(true))] }), [strict]),
    ).toMatchObject({
      ...{ path: ["choices", 1, "value"], refusal: { _tag: "IncomparableValues", from: "own" } },
    })
    const silent = law("b", rule("a/silence", "default", choice("follow-majority")))
    expect(first(charter([strict, silent]), [strict, silent])).toMatchObject({
      ...{ path: ["packs", 1], facts: { key: "a/silence" }, refusal: { _tag: "ClauseMissing" } },
    })
  })

  it("LINT-1 a step list of two kinds: where the charter has its own", () => {
    const profile = pack("p@2020-01-01", { stepLists: [stepList("four", stepPlan("x"))] })
    const rules = charter([profile], {
      stepLists: [stepList("one", stepPlan("x")), stepList("four", stepPlan("y"))],
      uses: ["four"],
    })
    expect(first(rules, [profile])).toMatchObject({ path: ["stepLists", 1], refusal: { _tag: "StepListTwice" } })
    const second = charter([profile], { stepLists: [stepList("one", stepPlan("x"))], uses: ["one", "none"] })
    expect(first(second, [profile])).toMatchObject({ path: ["uses", 1], refusal: { _tag: "StepListUnknown" } })
  })

  it("LINT-2 an objection that goes on is told once, and one more on a later day by itself", () => {
    const begins = pack("city@2026-01-01", { effectiveFrom: "2026-01-01", rules: [rule("b/x", "floor", days(5))] })
    const rules = charter([law("a"), begins], {
      choices: [own("b/x", days(1)), own("c/silence", choice("follow-majority"))],
      uses: ["none"],
    })
    const all = lint(rules, [law("a"), begins], { from: "2026-01-01" }).concat(
      lint(rules, [law("a"), begins], { from: "2025-06-01" }),
    )
    const told = all
      .filter(({ refusal }) => refusal !== undefined)
      .map(({ facts, refusal, rule: id }) => [id, refusal?._tag, facts["day"]])
    expect(told).toEqual([
      ["LINT-1", "BelowFloor", "2026-01-01"],
      ["LINT-1", "ClauseMissing", "2026-01-01"],
      ["LINT-1", "StepListUnknown", "2026-01-01"],
      ["LINT-1", "PackNotInForce", "2025-06-01"],
      ["LINT-1", "ClauseMissing", "2025-06-01"],
      ["LINT-1", "StepListUnknown", "2025-06-01"],
      ["LINT-2", "BelowFloor", "2026-01-01"],
    ])
  })
})

describe("LINT-2 the days that are looked at", () => {
  const rounded = threshold("at-least 67/100 members")

  it("LINT-2 are those on which a choice or a rule of a named pack begins, in their order", () => {
    const dated = (key: string, from: "2026-12-01" | "2027-02-01") => rule(key, "floor", rounded, { from })
    const packs = [law("a", dated("a/r", "2027-02-01"), dated("a/q", "2026-12-01"))]
    const rules = charter(packs, {
      choices: [own("b/x", rounded, { from: "2027-01-01" }), own("b/y", rounded, { from: "2020-01-01", to: today })],
    })
    const days_ = found("LINT-11", rules, packs).map(({ facts }) => [facts["key"], facts["day"]])
    expect(days_).toEqual([
      ["a/q", "2026-12-01"],
      ["b/x", "2027-01-01"],
      ["a/r", "2027-02-01"],
    ])
  })
})

describe("LINT-4 to LINT-11 what is told with a finding", () => {
  it("LINT-4 weights of a law stand at the pack, and where the community chose one, at its choice", () => {
    const one = law("w", rule("a/weight.x", "floor", threshold("at-least 1/2 valid")))
    expect(found("LINT-4", charter([one]), [one])).toMatchObject([
      { path: ["packs", 0], citation: citation("a/weight.x") },
    ])
    const mixed = charter([one], { choices: [own("a/weight.y", threshold("at-least 1/3 valid"))] })
    expect(found("LINT-4", mixed, [one])).toMatchObject([{ path: ["choices", 0, "value"] }])
  })

  it("LINT-5 a step that is there twice, and one that is not there", () => {
    const lists = [stepList("mine", stepPlan("a"), stepPlan("a", { returnsTo: ["z"] }))]
    expect(found("LINT-5", charter([], { stepLists: lists }))).toMatchObject([
      { facts: { step: "a", to: "a", wrong: "twice" }, level: "error", path: ["stepLists", 0, "steps", 1, "step"] },
      { facts: { step: "a", to: "z", wrong: "unknown" }, level: "error" },
    ])
  })

  it("LINT-7 a study that no step comes before, with the set", () => {
    const one = law(
      "m",
      rule("meeting/approval.heads", "floor", threshold("more-than 1/2 members")),
      rule("meeting/party-study", "exact", flag(true)),
    )
    const lists = [stepList("mine", stepPlan("a", { standing: "committee" }), stepPlan("b"))]
    expect(found("LINT-7", charter([one], { stepLists: lists }), [one]).map(({ facts }) => facts)).toMatchObject([
      { day: today, list: "mine", step: "a", set: "meeting" },
      { day: today, list: "mine", step: "b", set: "meeting" },
    ])
  })

  it("LINT-8 the threshold as it is written", () => {
    expect(found("LINT-8", chosen(["x/quorum.heads", threshold("more-than 1/1 members")]))).toMatchObject([
      {
        facts: {
          day: today,
          key: "x/quorum.heads",
          share: "1/1",
          comparison: "more-than",
          measure: "heads",
          base: "members",
        },
      },
    ])
  })

  it("LINT-9 what the approval asks, and what the quorum asks, by heads and by area", () => {
    for (const measure of ["heads", "area"] as const) {
      const asked = [threshold("more-than 2/3 members", measure), threshold("at-least 2/3 members", measure)] as const
      const rules = chosen(
        [`x/approval.${measure}`, asked[0]],
        [`x/quorum.${measure}`, asked[1]],
        ["x/ballot-modes", choices("open")],
      )
      expect(found("LINT-9", rules).map(({ facts }) => facts)).toEqual([
        {
          ...{ day: today, set: "x", share: "2/3", comparison: "more-than", measure, base: "members" },
          ...{ quorum: "2/3", quorumComparison: "at-least" },
        },
      ])
    }
  })

  it.each([
    ["at-least 2/3 members", "more-than 1/2 members", true],
    ["more-than 2/3 members", "more-than 2/3 members", false],
    ["at-least 2/3 members", "at-least 2/3 members", false],
    ["more-than 1/2 members", "at-least 2/3 members", false],
    ["at-least 2/3 members", "more-than 1/1 members", false],
    ["more-than 1/1 members", "at-least 2/3 members", false],
    ["at-least 3/4 members", "at-least 2/3 present", false],
  ] as const)("LINT-9 approval by %s with a quorum of %s: found is %s", (approval, quorum, isFound) => {
    const rules = chosen(["x/approval.heads", threshold(approval)], ["x/quorum.heads", threshold(quorum)])
    expect(found("LINT-9", rules)).toHaveLength(isFound ? 1 : 0)
  })

  it("LINT-10 an area that only the quorum asks for, and heads that need no name", () => {
    const heads = ["x/approval.heads", threshold("more-than 1/2 members")] as const
    const secret = ["x/ballot-modes", choices("secret")] as const
    expect(found("LINT-10", chosen(heads, secret))).toEqual([])
    const area = ["x/quorum.area", threshold("at-least 1/2 whole-estate", "area")] as const
    expect(found("LINT-10", chosen(heads, secret, area))).toMatchObject([{ facts: { set: "x", modes: "secret" } }])
  })
})

describe("LINT-12 to LINT-15 what is told with a finding", () => {
  it("LINT-12 stands at the threshold that the community chose, whichever it is", () => {
    const one = law("m", rule("meeting/quorum.heads", "floor", threshold("at-least 2/3 members")))
    const rules = charter([one], { choices: [own("meeting/approval.heads", threshold("more-than 1/2 present"))] })
    expect(found("LINT-12", rules, [one])).toMatchObject([{ level: "warning", path: ["choices", 0, "value"] }])
  })

  it.each([
    ["a/silence", choice("follow-majority", "article 12"), 1],
    ["a/silence", choice("not-participating"), 0],
    ["a/silence", flag(true), 0],
    ["a/other", choice("follow-majority", "article 12"), 0],
  ] as const)("LINT-13 %s with %j: %i", (key, value, count) => {
    expect(found("LINT-13", chosen([key, value]))).toHaveLength(count)
  })

  it("LINT-14 by area as by heads; of a law a note, and of a choice a warning", () => {
    const area = threshold("more-than 1/2 valid", "area")
    expect(found("LINT-14", chosen(["x/approval.area", area]))).toMatchObject([
      { level: "warning", path: ["choices", 0, "value"], facts: { day: today, set: "x" } },
    ])
    const one = law("m", rule("x/approval.area", "floor", area))
    expect(found("LINT-14", charter([one]), [one])).toMatchObject([{ level: "note", path: ["packs", 0] }])
  })

  it("LINT-14 every set by its name, whichever rule comes first", () => {
    const approval = threshold("more-than 1/2 valid")
    const rules = chosen(
      ["b/approval.heads", approval],
      ["a-b/approval.heads", approval],
      ["a/approval.heads", approval],
    )
    expect(found("LINT-14", rules).map(({ facts }) => facts["set"])).toEqual(["a", "a-b", "b"])
  })

  it("LINT-15 where the choice ends, and nothing of one without an end or a beginning", () => {
    const rules = charter([], {
      choices: [
        own("x/a", days(1), { from: "2026-02-02" }),
        own("x/b", days(1), { to: "2026-02-02" }),
        own("x/c", days(1), { from: "2026-02-02", to: "2026-02-01" }),
      ],
    })
    expect(found("LINT-15", rules)).toEqual([
      {
        ...{ rule: "LINT-15", level: "warning", path: ["choices", 2, "to"] },
        facts: { key: "x/c", from: "2026-02-02", to: "2026-02-01" },
      },
    ])
  })
})
