import { type CharterRules, lint, type RulePack } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { charter, choice, choices, days, flag, own, pack, rule, stepList, stepPlan, threshold } from "./samples.ts"

const told = (rules: CharterRules, packs: ReadonlyArray<RulePack>) => lint(rules, packs, { from: "2025-01-01" })

const begins = (name: string, from: "2026-01-01" | "2027-01-01", given: Partial<RulePack> = {}) =>
  pack(name, { effectiveFrom: from, ...given })

describe("LINT-3 what a law changes when it begins", () => {
  const floor = (count: number) => [rule("meeting/notice-days", "floor", days(count))]
  const standing = pack("standing@2020-01-01", { rules: floor(10) })

  it("LINT-3 counts a rule that another law speaks of too, for the law that begins", () => {
    const city = begins("city@2026-01-01", "2026-01-01", { rules: floor(12) })
    const found = told(charter([standing, city]), [standing, city]).filter(({ rule: id }) => id === "LINT-3")
    expect(found.map(({ facts }) => facts)).toEqual([
      {
        ...{ day: "2026-01-01", pack: city.pack, turn: "begins", instead: "" },
        ...{ added: 0, removed: 0, stricter: 1, looser: 0, other: 0 },
      },
    ])
  })

  it("LINT-3 takes no other law that ends on the same day for an earlier version", () => {
    const gone = pack("gone@2020-01-01", { effectiveTo: "2026-01-01" })
    const city = begins("city@2026-01-01", "2026-01-01")
    const found = told(charter([gone, city]), [gone, city]).filter(({ rule: id }) => id === "LINT-3")
    expect(found.map(({ facts: { instead, pack: name, turn } }) => [name, turn, instead])).toEqual([
      [city.pack, "begins", ""],
      [gone.pack, "ends", ""],
    ])
  })

  it("LINT-3 counts no step list as a rule", () => {
    const profile = begins("profile@2026-01-01", "2026-01-01", { stepLists: [stepList("four", stepPlan("one"))] })
    const found = told(charter([profile], { uses: ["four"] }), [profile]).filter(({ rule: id }) => id === "LINT-3")
    expect(found.map(({ facts }) => facts)).toMatchObject([
      { turn: "begins", added: 0, removed: 0, stricter: 0, looser: 0, other: 0 },
    ])
  })
})

describe("LINT-15 how findings are told", () => {
  it("LINT-15 what is so on several days once, with the first; what a law does on each of its days", () => {
    const [one, other] = [begins("city@2026-01-01", "2026-01-01"), begins("city@2026-01-01", "2027-01-01")]
    const rules = charter([one], { choices: [own("x/y", threshold("at-least 67/100 members"))] })
    const found = told(rules, [one, other]).filter(({ rule: id }) => id === "LINT-3" || id === "LINT-11")
    expect(found.map(({ facts, rule: id }) => [id, facts["day"]])).toEqual([
      ["LINT-11", "2025-01-01"],
      ["LINT-3", "2026-01-01"],
      ["LINT-3", "2027-01-01"],
    ])
  })

  it("LINT-15 errors, then warnings, then notes, and in each by the number of the rule", () => {
    const law = begins("law@2026-01-01", "2026-01-01", { rules: [rule("z/z", "exact", flag(true))] })
    const chosen = [
      own("a/weight.x", threshold("at-least 1/2 valid")),
      own("x/approval.area", threshold("more-than 1/2 participating", "area")),
      own("x/ballot-modes", choices("secret")),
      own("meeting/quorum.heads", threshold("at-least 67/100 members")),
      own("meeting/approval.heads", threshold("more-than 1/2 present")),
      own("owners/silence", choice("follow-majority", "article 12")),
      own("y/y", days(1), { from: "2026-02-01", to: "2026-02-01" }),
    ]
    const found = lint(charter([law], { choices: chosen }), [law], { from: "2026-01-01", to: "2026-01-02" })
    const later = told(charter([law], { choices: chosen }), [law])
    const order = ["LINT-4", "LINT-10", "LINT-6", "LINT-11", "LINT-12", "LINT-13", "LINT-14", "LINT-15"]
    expect(found.map(({ rule: id }) => id)).toEqual(order)
    const errors = later.filter(({ level }) => level === "error").map(({ rule: id }) => id)
    const warnings = later.filter(({ level }) => level === "warning").map(({ rule: id }) => id)
    const notes = later.filter(({ level }) => level === "note").map(({ rule: id }) => id)
    expect(later.map(({ rule: id }) => id)).toEqual([...errors, ...warnings, ...notes])
    expect([errors.at(0), errors.at(-1), warnings.at(-1), notes]).toEqual(["LINT-1", "LINT-10", "LINT-15", ["LINT-3"]])
  })
})
