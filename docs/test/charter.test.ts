import {
  type CharterRules,
  diffRules,
  lint,
  noRules,
  type OwnChoice,
  type RulePack,
  resolve,
} from "@jinlin/core/charter"
import type { Checked, NonEmpty } from "@jinlin/core/kernel"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const valueIn = <Value>(checked: Checked<Value, unknown>): Value => {
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal))
  return checked.value
}
const reasonsOf = <Reason>(checked: Checked<unknown, NonEmpty<Reason>>): ReadonlyArray<Reason> =>
  checked.ok ? [] : checked.refusal

// #region community
/** A community that follows the law of 2026 and has chosen one number of its own: the quorum of its representatives' meeting. */
const whoChose = (share: `${number}/${number}`, base: "members" | "present" = "members"): CharterRules => {
  const [numerator = "", denominator = ""] = share.split("/")
  const threshold = { share: { numerator, denominator }, comparison: "at-least", measure: "heads", base } as const
  const quorum: OwnChoice = { key: "representatives-meeting/quorum.heads", value: { _tag: "Threshold", threshold } }
  return { packs: ["cn.urc-law@2026-01-01"], choices: [quorum], stepLists: [], uses: [] }
}
// #endregion community

describe("rules as the site shows them", () => {
  it("CHARTER-5 a choice below the floor is refused, with the article and the nearest value that passes", () => {
    // #region below
    expect(resolve(whoChose("3/4"), rulePacks, "2026-03-01").ok).toBe(true)

    const [reason] = reasonsOf(resolve(whoChose("1/2"), rulePacks, "2026-03-01"))
    expect(reason).toMatchObject({
      _tag: "BelowFloor",
      allowed: { threshold: { share: { numerator: "2", denominator: "3" }, comparison: "at-least", base: "members" } },
      bound: { bound: "floor", citation: { article: "29", certainty: "law" } },
    })
    // #endregion below
  })

  it("CHARTER-6 two thirds of those present and two thirds of the members are not compared", () => {
    // #region incomparable
    const [reason] = reasonsOf(resolve(whoChose("2/3", "present"), rulePacks, "2026-03-01"))
    expect(reason).toMatchObject({ _tag: "IncomparableValues", because: "base", from: "own" })
    // #endregion incomparable
  })

  it("CHARTER-13 a new version of a law is told rule by rule", () => {
    // #region turn-of-the-year
    const law: CharterRules = { ...noRules, packs: ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01"] }
    const before = valueIn(resolve(law, rulePacks, "2025-12-31"))
    const after = valueIn(resolve(law, rulePacks, "2026-01-01"))

    expect([before.packs, after.packs]).toEqual([["cn.urc-law@2018-12-29"], ["cn.urc-law@2026-01-01"]])
    const changes = diffRules(before, after)
    expect(changes).toContainEqual(
      expect.objectContaining({ _tag: "RuleChanged", key: "representatives-meeting/quorum.heads", change: "stricter" }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({ _tag: "RuleAdded", key: "representatives-meeting/composition" }),
    )
    // #endregion turn-of-the-year
  })

  it("LINT-11 finds a percentage where two thirds are meant", () => {
    // #region lint
    const findings = lint(whoChose("6667/10000"), rulePacks, { from: "2026-03-01" })
    expect(findings).toContainEqual(expect.objectContaining({ rule: "LINT-11", level: "warning" }))
    // #endregion lint
  })

  it("CHARTER-7 a local pack adds to the law, and is refused where it weakens it", () => {
    // #region local-pack
    const regulation = {
      instrument: "Regulation of the example district",
      article: "7",
      certainty: "our-default",
    } as const
    const threeQuarters = {
      share: { numerator: "3", denominator: "4" },
      comparison: "at-least",
      measure: "heads",
      base: "members",
    } as const
    const local: RulePack = {
      rulePack: 1,
      pack: "example.district@2026-03-01",
      title: { "zh-Hans": "示例区规定", en: "Regulation of the example district" },
      rank: "local-regulation",
      jurisdiction: "cn-fj",
      effectiveFrom: "2026-03-01",
      effectiveTo: null,
      source: { text: "made up for this page", url: null, readOn: "2026-02-01" },
      rules: [
        {
          key: "representatives-meeting/quorum.heads",
          value: { _tag: "Threshold", threshold: threeQuarters },
          bound: "floor",
          citation: regulation,
        },
      ],
      stepLists: [],
      citation: regulation,
    }
    const followed = { ...noRules, packs: ["cn.urc-law@2026-01-01", local.pack] }

    const { rules } = valueIn(resolve(followed, [...rulePacks, local], "2026-03-01"))
    const quorum = rules.find(({ key }) => key === "representatives-meeting/quorum.heads")
    expect(quorum).toMatchObject({
      from: local.pack,
      bounds: [{ pack: "cn.urc-law@2026-01-01" }, { pack: local.pack }],
    })
    // #endregion local-pack

    const half = { ...threeQuarters, share: { numerator: "1", denominator: "2" } } as const
    const weak = {
      ...local,
      rules: local.rules.map((one) => ({ ...one, value: { _tag: "Threshold", threshold: half } as const })),
    }
    expect(reasonsOf(resolve(followed, [...rulePacks, weak], "2026-03-01"))).toMatchObject([
      { _tag: "PackWeakens", weaker: { pack: local.pack }, bound: { pack: "cn.urc-law@2026-01-01" } },
    ])
  })
})
