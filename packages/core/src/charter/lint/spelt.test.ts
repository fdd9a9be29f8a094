import { describe, expect, it } from "vitest"
import {
  charter,
  days,
  flag,
  meetingRules,
  own,
  pack,
  persons,
  rule,
  threshold,
  today,
} from "../../../test/charter/samples.ts"
import { lint } from "./lint.ts"
import { likelyMeant } from "./spelling.ts"

const law = pack("law@2020-01-01", {
  rules: [
    ...meetingRules,
    rule("representatives-meeting/approval.heads", "floor", threshold("more-than 1/2 present")),
    rule("disclosure/period-days", "floor", days(15)),
    rule("appraisal/weight.peers", "default", threshold("at-least 1/1 valid")),
  ],
})

const found = (key: string, named = [law]) =>
  lint(charter(named, { choices: [own("a/free", flag(true)), own(key, threshold("at-least 2/3 members"))] }), named, {
    from: today,
  })
    .filter((one) => one.rule === "LINT-23")
    .map(({ facts, level, path }) => [level, path, facts["meant"]])

describe("LINT-23 keys that no pack has", () => {
  it.each([
    ["representatives-meeting/quorum.head", "representatives-meeting/quorum.heads"],
    ["representatives-meeting/aproval.heads", "representatives-meeting/approval.heads"],
    ["representatives-meeting/qourum.heads", "representatives-meeting/quorum.heads"],
    ["representatives-meeting/notice-day", "representatives-meeting/notice-days"],
    ["representative-meeting/quorum.heads", "representatives-meeting/quorum.heads"],
    ["disclosure/perod-days", "disclosure/period-days"],
  ])("LINT-23 %s may be meant as %s", (key, meant) => {
    expect(found(key)).toEqual([["warning", ["choices", 1, "key"], meant]])
  })

  it.each([
    "representatives-meeting/quorum.heads",
    "representatives-meeting/silence",
    "disclosure/appeal-days",
    "disclosure/notice-day",
    "garden/beds",
    "residents-council/quorum.heads",
    "appraisal/weight.residents",
  ])("LINT-23 %s is what it is", (key) => {
    expect(found(key)).toEqual([])
  })

  it("LINT-23 a set of the community's own has the rules of a sitting too, and no pack need speak of it", () => {
    const choices = [
      own("council/approval.heads", threshold("more-than 1/2 present")),
      own("council/proxy-cup", persons(1)),
    ]
    const told = lint(charter([], { choices }), [], { from: today }).filter((one) => one.rule === "LINT-23")
    expect(told).toMatchObject([{ path: ["choices", 1, "key"], facts: { meant: "council/proxy-cap" } }])
  })

  it.each([
    ["tier-1", ["tier-2"], undefined],
    ["term", ["team"], undefined],
    ["quorum", ["quorums", "quorun"], "quorums"],
    ["quorums", ["quorum", "quorums"], undefined],
    ["abcdefghij", ["abcdefghXY"], "abcdefghXY"],
    ["abcdefghij", ["abcdefgXYZ"], undefined],
    ["abcdefghi", ["abcdefgXY"], undefined],
    ["ab", ["ab-cd"], undefined],
  ] as const)("LINT-23 %s among %j is likely %s", (word, known, meant) => {
    expect(likelyMeant(word, known)).toBe(meant)
  })
})
