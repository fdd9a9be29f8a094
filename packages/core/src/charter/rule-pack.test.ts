import { decodeStrictly } from "@jinlin/core/kernel"
import { describe, expect, it } from "vitest"
import {
  choice,
  choices,
  days,
  flag,
  meetingRules,
  pack,
  rule,
  stepList,
  stepPlan,
  threshold,
} from "../../test/charter/samples.ts"
import { CharterRules, lawOf, noRules, RulePack } from "./index.ts"

const decode = decodeStrictly(RulePack)

const whole = pack("cn.sample-law@2026-01-01", {
  effectiveFrom: "2026-01-01",
  effectiveTo: "2027-01-01",
  rules: [
    ...meetingRules,
    rule("meeting/notice-days", "default", days(10), { from: "2026-02-01", to: "2026-03-01" }),
    { ...rule("meeting/urgent-notice", "exact", flag(true)), note: { "zh-Hans": "依文义", en: "as it is written" } },
    rule("meeting/silence", "default", choice("follow-majority", "article 12")),
    rule("meeting/ballot-modes", "ceiling", choices("open", "secret")),
  ],
  stepLists: [stepList("four-step", stepPlan("propose"))],
})

const pathsOf = (given: object) => {
  const read = decode({ ...whole, ...given })
  return read.ok ? [] : read.refusal.map(({ path }) => path.join("."))
}

describe("PACK-1 the name of a pack", () => {
  it("PACK-1 a law and a day; what stands before the @ is the law", () => {
    expect(pathsOf({})).toEqual([])
    expect(lawOf("cn.sample-law@2026-01-01")).toBe("cn.sample-law")
    expect(lawOf("cn.sample-law@2018-12-29")).toBe(lawOf("cn.sample-law@2026-01-01"))
  })

  it.each([
    "cn.sample-law",
    "cn.sample-law@2026",
    "CN.law@2026-01-01",
    "@2026-01-01",
    "cn..law@2026-01-01",
    "a@b@2026-01-01",
  ])("PACK-1 %s is no name", (name) => {
    expect(pathsOf({ pack: name })).toEqual(["pack"])
  })
})

describe("PACK-2 values, bounds and citations", () => {
  it.each([
    ["no citation", { key: "a/b", bound: "floor", value: days(1) }, "rules.0.citation"],
    ["no bound", { ...rule("a/b", "floor", days(1)), bound: undefined }, "rules.0.bound"],
    ["an unknown bound", { ...rule("a/b", "floor", days(1)), bound: "about" }, "rules.0.bound"],
    ["half a day", rule("a/b", "floor", days(0.5)), "rules.0.value.count"],
    ["less than no day", rule("a/b", "floor", days(-1)), "rules.0.value.count"],
    ["more than all", rule("a/b", "floor", threshold("more-than 1/1 members")), "rules.0.value.threshold.share"],
    [
      "no choices at all",
      { ...rule("a/b", "floor", days(1)), value: { _tag: "Choices", choices: [] } },
      "rules.0.value.choices.0",
    ],
  ])("PACK-2 a rule with %s is refused at its place", (_, given, path) => {
    expect(pathsOf({ rules: [JSON.parse(JSON.stringify(given))] })).toEqual([path])
  })
})

describe("PACK-3 the name of a rule", () => {
  it.each([
    ["meeting/quorum.heads", true],
    ["residents-assembly/request.residents", true],
    ["appraisal/weight.resident-units", true],
    ["quorum", false],
    ["meeting/", false],
    ["/quorum", false],
    ["meeting/quorum/heads", false],
    ["meeting/Quorum", false],
    ["meeting/quorum.", false],
    ["meeting.group/quorum", false],
  ])("PACK-3 %s: %s", (key, isKey) => {
    expect(pathsOf({ rules: [rule(key, "floor", days(1))] })).toEqual(isKey ? [] : ["rules.0.key"])
  })
})

describe("PACK-4 what a pack says of itself", () => {
  it.each([
    ["rank", "decree"],
    ["jurisdiction", "China"],
    ["jurisdiction", "cn-"],
    ["effectiveFrom", "2026-02-30"],
    ["effectiveTo", "soon"],
    ["rulePack", 2],
  ])("PACK-4 a %s of %s is refused", (field, given) => {
    expect(pathsOf({ [field]: given })).toEqual([field])
  })

  it("PACK-4 an end that nobody knows is null, and the source says when it was read", () => {
    expect(pathsOf({ effectiveTo: null })).toEqual([])
    expect(pathsOf({ source: { text: "a collection", url: null } })).toEqual(["source.readOn"])
  })
})

describe("PACK-2 a charter is read as strictly", () => {
  it("PACK-2 no rules are rules, and a choice without a value is none", () => {
    const read = decodeStrictly(CharterRules)
    expect(read(noRules)).toEqual({ ok: true, value: noRules })
    expect(read({ ...noRules, choices: [{ key: "a/b" }] }).ok).toBe(false)
  })
})
