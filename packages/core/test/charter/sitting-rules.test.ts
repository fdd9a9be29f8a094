import { decisionRules, defaultCitation, diffRules, ownCitation, resolve } from "@jinlin/core/charter"
import { describe, expect, it } from "vitest"
import { holdsOn } from "../../src/charter/in-force.ts"
import { charter, choice, days, flag, meetingRules, own, pack, rule, times, today } from "./samples.ts"

const law = pack("sample-law@2020-01-01", { rules: meetingRules })

const resolved = (packs: ReadonlyArray<ReturnType<typeof pack>>, ...chosen: ReadonlyArray<ReturnType<typeof own>>) => {
  const answer = resolve(charter(packs, { choices: chosen }), packs, today)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

const read = (...args: Parameters<typeof resolved>) => {
  const answer = decisionRules(resolved(...args), "meeting")
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

describe("CHARTER-11 what a set of rules says", () => {
  it.each(["not-participating", "abstain"] as const)("CHARTER-11 silence may be chosen as %s", (policy) => {
    const { silence } = read([law], own("meeting/silence", choice(policy)))
    expect(silence).toEqual({ policy, clause: null, citation: ownCitation })
  })

  it("CHARTER-11 of an extension the source is that of how often, else of how long, else our default", () => {
    const often = pack("often@2020-01-01", { rules: [rule("meeting/extension-times", "floor", times(2))] })
    const citation = { instrument: "Sample Law", article: "meeting/extension-times", certainty: "law" }
    expect(read([law]).extension).toEqual({ times: 0, days: 0, citation: defaultCitation })
    expect(read([law, often]).extension).toEqual({ times: 2, days: 0, citation })
    expect(read([law], own("meeting/extension-days", days(5))).extension).toEqual({
      ...{ times: 0, days: 5, citation: ownCitation },
    })
    expect(read([law, often], own("meeting/extension-days", days(5))).extension).toEqual({
      ...{ times: 2, days: 5, citation },
    })
  })

  it("CHARTER-11 a body that decides and is only heard is refused by this rule, by heads and by area", () => {
    const answer = decisionRules(resolved([law], own("meeting/consultative", flag(true))), "meeting")
    expect(answer.ok ? [] : answer.refusal).toEqual([
      {
        ...{ _tag: "HeardAndDeciding", rule: "CHARTER-11", set: "meeting" },
        keys: ["meeting/approval.heads", "meeting/consultative"],
      },
    ])
  })

  it.each([undefined, " "])("CHARTER-9 silence without its clause is refused, however it got there: %j", (clause) => {
    const given = resolved([law], own("meeting/silence", choice("follow-majority", "article 12")))
    const rules = given.rules.map((one) =>
      one.key === "meeting/silence" ? { ...one, value: choice("follow-majority", clause) } : one,
    )
    const answer = decisionRules({ ...given, rules }, "meeting")
    expect(answer.ok ? [] : answer.refusal).toEqual([
      { _tag: "ClauseMissing", rule: "CHARTER-9", key: "meeting/silence", from: "own", choice: "follow-majority" },
    ])
    expect(decisionRules(given, "meeting").ok).toBe(true)
  })
})

describe("CHARTER-13 the order of differences", () => {
  it("CHARTER-13 is that of the keys, whether rules come or go", () => {
    const [one, other] = [resolved([], own("b/x", days(1))), resolved([], own("a/x", days(1)))]
    const told = diffRules(one, other).map((change) => [change._tag, "key" in change ? change.key : change.list])
    expect(told).toEqual([
      ["RuleAdded", "a/x"],
      ["RuleRemoved", "b/x"],
    ])
  })
})

describe("CHARTER-2 a period", () => {
  it.each([
    [null, null, true],
    [null, today, false],
    [today, null, true],
    ["2026-11-24", null, false],
  ] as const)("CHARTER-2 from %s to %s holds on 2026-11-23: %s", (from, to, holds) => {
    expect(holdsOn({ from, to }, today)).toBe(holds)
  })
})
