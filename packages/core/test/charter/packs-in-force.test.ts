import { type CharterRules, diffRules, lint, type RulePack, resolve, stepListOn } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { charter, choices, days, own, pack, persons, rule, threshold, today } from "./samples.ts"

const key = "meeting/rule"

const resolved = (packs: ReadonlyArray<RulePack>, rules: CharterRules = charter(packs), shelf = packs) => {
  const answer = resolve(rules, shelf, today)
  return answer.ok ? answer.value.rules : answer.refusal
}

describe("CHARTER-1 and CHARTER-2 what is told of packs", () => {
  it("CHARTER-1 a name with two contents, by this rule", () => {
    const one = pack("law@2020-01-01")
    expect(resolved([one], charter([one]), [one, { ...one, rank: "profile" }])).toEqual([
      { _tag: "PackTwice", rule: "CHARTER-1", pack: one.pack },
    ])
  })

  it("CHARTER-2 no version of another law would do", () => {
    const late = pack("law@2030-01-01", { effectiveFrom: "2030-01-01" })
    const shelf = [pack("another@2020-01-01"), late, pack("law@2020-01-01")]
    expect(resolved([late], charter([late]), shelf)).toEqual([
      { _tag: "PackNotInForce", rule: "CHARTER-2", packs: [late.pack], day: today, inForce: ["law@2020-01-01"] },
    ])
  })

  it("CHARTER-3 places that lie apart are told in the order of the names of their packs", () => {
    const packs = [pack("a@2020-01-01", { jurisdiction: "cn-bj" }), pack("a-b@2020-01-01", { jurisdiction: "cn-fj" })]
    expect(resolved(packs)).toMatchObject([{ packs: ["a-b@2020-01-01", "a@2020-01-01"], places: ["cn-fj", "cn-bj"] }])
  })
})

describe("CHARTER-4 which instrument goes before", () => {
  const proposing = (name: string, jurisdiction: string, count: number) =>
    pack(`${name}@2020-01-01`, { rank: "profile", jurisdiction, rules: [rule(key, "default", days(count))] })

  it("CHARTER-4 of two places of one depth neither does, however long their names are", () => {
    const packs = [proposing("a", "cn-fj", 3), proposing("b", "cn-abc", 5)]
    expect(resolved(packs)).toMatchObject([{ _tag: "DefaultsDisagree", rule: "CHARTER-4" }])
    const deeper = [proposing("a", "cn-fj-xm", 3), proposing("b", "cn-fj", 5)]
    expect(resolved(deeper)).toMatchObject([{ key, value: days(3), from: "a@2020-01-01" }])
  })

  it("CHARTER-4 of two places that lie apart neither does, however deep one of them is", () => {
    const [fj, hd] = [proposing("a", "cn-fj", 5), proposing("b", "cn-bj-hd", 2)]
    const refused = [{ _tag: "DefaultsDisagree", one: { pack: fj.pack }, other: { pack: hd.pack } }]
    expect(resolved([fj, hd])).toMatchObject(refused)
    expect(resolved([proposing("c", "cn", 7), hd, fj])).toMatchObject(refused)
    const within = [proposing("d", "cn-bj", 9), hd, proposing("e", "cn-fj-xm", 2), fj]
    expect(resolved(within)).toMatchObject([{ value: days(2) }])
  })

  it("CHARTER-7 a profile that asks less than another place's does not weaken it: what both ask stands", () => {
    const asking = (name: string, jurisdiction: string, count: number) =>
      pack(`${name}@2020-01-01`, { rank: "profile", jurisdiction, rules: [rule(key, "floor", days(count))] })
    expect(resolved([asking("a", "cn-fj", 5), asking("b", "cn-bj-hd", 2)])).toMatchObject([{ value: days(5) }])
    expect(resolved([asking("a", "cn-bj", 5), asking("b", "cn-bj-hd", 2)])).toMatchObject([{ _tag: "PackWeakens" }])
  })

  it("CHARTER-4 what one pack says twice of a rule stands in an order of its own", () => {
    const [three, five] = [rule(key, "default", days(3)), rule(key, "default", days(5))]
    const [one, other] = [
      [three, five],
      [five, three],
    ].map((rules) => resolved([pack("law@2020-01-01", { rules })]))
    expect(one).toMatchObject([{ _tag: "DefaultsDisagree", one: { value: days(3) }, other: { value: days(5) } }])
    expect(other).toEqual(one)
  })

  it("CHARTER-7 a proposal that breaks a bound of its own pack does not give way to a narrower one in silence", () => {
    const torn = pack("law@2020-01-01", {
      rules: [rule(key, "default", choices("c")), rule(key, "ceiling", choices("a", "b"))],
    })
    const city = pack("city@2020-01-01", { rank: "local-regulation", rules: [rule(key, "floor", choices("a"))] })
    const told = resolved([torn, city]).map((one) => ("_tag" in one ? one._tag : "stands"))
    expect(told).toContain("PacksContradict")
  })
})

describe("CHARTER-13 and CHARTER-14 which way a bound is stricter, and a list that is not there", () => {
  it("CHARTER-13 a lower ceiling is stricter, and a higher one looser", () => {
    const [low, high] = [2, 3].map((count) => {
      const packs = [pack("law@2020-01-01", { rules: [rule("x/free", "ceiling", persons(count))] })]
      const answer = resolve(charter(packs), packs, today)
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
      return answer.value
    })
    if (low === undefined || high === undefined) throw new Error("two resolutions")
    expect(diffRules(high, low)).toMatchObject([{ _tag: "RuleChanged", change: "stricter" }])
    expect(diffRules(low, high)).toMatchObject([{ _tag: "RuleChanged", change: "looser" }])
  })

  it("CHARTER-14 a list that is not used is refused by the rule of step lists", () => {
    expect(stepListOn(charter([]), [], { day: today, list: "four" })).toEqual({
      ok: false,
      refusal: [{ _tag: "StepListUnknown", rule: "CHARTER-10", list: "four", day: today, known: [] }],
    })
  })
})

describe("LINT-3 and LINT-12 what is looked at", () => {
  it("LINT-3 a law that the charter does not follow is nothing to it", () => {
    const other = pack("other@2027-01-01", { effectiveFrom: "2027-01-01" })
    expect(lint(charter([]), [other], { from: today })).toEqual([])
  })

  it.each(["quorum", "approval"] as const)(
    "LINT-12 by area, the %s that a community chose has the finding",
    (which) => {
      const asked = {
        quorum: threshold("at-least 2/3 whole-estate", "area"),
        approval: threshold("more-than 1/2 present", "area"),
      }
      const others = (["quorum", "approval"] as const).filter((one) => one !== which)
      const one = pack("law@2020-01-01", { rules: others.map((name) => rule(`x/${name}.area`, "floor", asked[name])) })
      const rules = charter([one], { choices: [own(`x/${which}.area`, asked[which])] })
      const found = lint(rules, [one], { from: today }).filter((finding) => finding.rule === "LINT-12")
      expect(found).toMatchObject([{ level: "warning", path: ["choices", 0, "value"] }])
    },
  )
})
