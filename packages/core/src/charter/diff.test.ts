import { describe, expect, it } from "vitest"
import {
  charter,
  choice,
  days,
  own,
  pack,
  persons,
  rule,
  stepList,
  stepPlan,
  threshold,
  today,
} from "../../test/charter/samples.ts"
import { diffRules, resolve } from "./index.ts"
import type { CharterRules } from "./rule-choices.ts"
import type { RulePack } from "./rule-pack.ts"

const on = (packs: ReadonlyArray<RulePack>, rules: CharterRules = charter(packs), day = today) => {
  const resolved = resolve(rules, packs, day)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.refusal))
  return resolved.value
}

const law = (version: string, ...rules: RulePack["rules"]): RulePack => pack(`law@${version}`, { rules })

describe("CHARTER-13 what a new version or a new law changes", () => {
  it("CHARTER-13 rules that are new, gone, stricter and looser, each with both citations", () => {
    const before = law(
      "2020-01-01",
      rule("a/quorum.heads", "floor", threshold("at-least 1/2 members")),
      rule("b/gone", "floor", days(1)),
      rule("c/proxy-cap", "ceiling", persons(3)),
      rule("d/kept", "floor", days(4)),
    )
    const after = law(
      "2020-01-01",
      rule("a/quorum.heads", "floor", threshold("more-than 1/2 members")),
      rule("c/proxy-cap", "ceiling", persons(4)),
      rule("d/kept", "floor", days(4)),
      rule("e/new", "floor", days(1)),
    )
    const citation = (article: string) => ({ citation: { instrument: "Sample Law", article, certainty: "law" } })
    expect(diffRules(on([before]), on([after]))).toMatchObject([
      {
        _tag: "RuleChanged",
        key: "a/quorum.heads",
        change: "stricter",
        before: citation("a/quorum.heads"),
        after: citation("a/quorum.heads"),
      },
      { _tag: "RuleRemoved", key: "b/gone", before: citation("b/gone") },
      { _tag: "RuleChanged", key: "c/proxy-cap", change: "looser" },
      { _tag: "RuleAdded", key: "e/new", after: citation("e/new") },
    ])
  })

  it.each([
    ["x/proxy-cap", "default", persons(2), persons(1), "stricter"],
    ["x/extension-days", "default", days(2), days(3), "looser"],
    ["x/notice-days", "default", days(3), days(2), "looser"],
    ["x/notice-days", "default", days(3), days(4), "stricter"],
    ["x/free", "floor", days(3), days(4), "stricter"],
    ["x/free", "ceiling", days(3), days(4), "looser"],
    ["x/free", "default", days(3), days(4), "other"],
    ["x/free", "exact", choice("a"), choice("b"), "other"],
    ["x/quorum.heads", "floor", threshold("at-least 2/3 members"), threshold("at-least 3/4 present"), "other"],
  ] as const)("CHARTER-13 %s with a %s from %j to %j is %s", (key, bound, from, to, change) => {
    const [before, after] = [law("2020-01-01", rule(key, bound, from)), law("2020-01-01", rule(key, bound, to))]
    expect(diffRules(on([before]), on([after]))).toMatchObject([{ _tag: "RuleChanged", key, change }])
  })

  it("CHARTER-13 the same value of another version is told as the same value, and with another bound as bound otherwise", () => {
    const [one, other] = (["2020-01-01", "2021-01-01"] as const).map((day) =>
      law(day, rule("x/free", "floor", days(3))),
    )
    expect(diffRules(on(one ? [one] : []), on(other ? [other] : []))).toMatchObject([{ change: "same-value" }])
    const before = law("2020-01-01", rule("x/free", "floor", days(3)))
    const after = law("2021-01-01", rule("x/free", "floor", days(5)))
    const choosing = (packs: ReadonlyArray<RulePack>) =>
      on(packs, charter(packs, { choices: [own("x/free", days(9))] }))
    expect(diffRules(choosing([before]), choosing([after]))).toMatchObject([{ key: "x/free", change: "bound-changed" }])
    const proposed = law("2020-01-01", rule("x/proxy-cap", "default", days(3)))
    const capped = law("2020-01-01", rule("x/proxy-cap", "ceiling", days(3)))
    expect(diffRules(on([proposed]), on([capped]))).toMatchObject([{ change: "bound-changed" }])
  })

  it("CHARTER-13 the same value that is said less surely is told as bound otherwise", () => {
    const sure = rule("x/free", "exact", days(3))
    const read = { ...sure, citation: { ...sure.citation, certainty: "by-analogy" as const } }
    expect(diffRules(on([law("2020-01-01", sure)]), on([law("2020-01-01", read)]))).toMatchObject([
      { change: "bound-changed" },
    ])
  })

  it("CHARTER-13 another clause for the same way is another value", () => {
    const [one, other] = ["article 12", "article 13"].map((clause) =>
      on([], charter([], { choices: [own("owners/silence", choice("abstain", clause))] })),
    )
    if (one === undefined || other === undefined) throw new Error("two charters")
    expect(diffRules(one, other)).toMatchObject([{ key: "owners/silence", change: "other" }])
  })

  it("CHARTER-13 another day alone is no difference", () => {
    const one = law("2020-01-01", rule("x/free", "floor", days(3)))
    expect(diffRules(on([one]), on([one], charter([one]), "2027-01-01"))).toEqual([])
  })

  it("CHARTER-13 step lists that come, go and change", () => {
    const listed = (...lists: CharterRules["stepLists"]) => on([], charter([], { stepLists: lists }))
    const [talk, vote] = [stepList("one", stepPlan("talk")), stepList("one", stepPlan("vote"))]
    expect(diffRules(listed(), listed(talk))).toEqual([
      { _tag: "StepsChanged", list: "one", before: null, after: talk },
    ])
    expect(diffRules(listed(talk), listed(vote))).toEqual([
      { _tag: "StepsChanged", list: "one", before: talk, after: vote },
    ])
    expect(diffRules(listed(talk), listed())).toEqual([
      { _tag: "StepsChanged", list: "one", before: talk, after: null },
    ])
    expect(diffRules(listed(talk), listed(talk))).toEqual([])
  })
})
