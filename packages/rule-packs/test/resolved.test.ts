import { decisionRules, type Resolved, resolve } from "@jinlin/core/charter"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { packById, rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const everything = rulePacks.map(({ pack }) => pack)
const urbanLaws = ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01"]
const profiles = rulePacks.filter(({ rank }) => rank === "profile").map(({ pack }) => pack)

const on = (packs: ReadonlyArray<string>, day: CivilDate): Resolved => {
  const resolved = resolve({ packs, choices: [], stepLists: [], uses: [] }, rulePacks, day)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.refusal))
  return resolved.value
}

const rulesOf = (packs: ReadonlyArray<string>, day: CivilDate, set: string) => {
  const rules = decisionRules(on(packs, day), set)
  if (!rules.ok) throw new Error(JSON.stringify(rules.refusal))
  return rules.value
}

const setsOf = (profile: string): ReadonlyArray<string> =>
  packById(profile)?.stepLists.flatMap(({ steps }) => steps.flatMap(({ sets }) => sets)) ?? []

describe("packs together", () => {
  it.each(["2025-12-31", "2026-01-01", "2026-11-23"] as const)(
    "PACK-19 on %s a community may follow all of them: none contradicts or weakens another",
    (day) => {
      expect(on(everything, day).rules.length).toBeGreaterThan(200)
    },
  )

  it.each(profiles.flatMap((profile) => (["2025-12-31", "2026-01-01"] as const).map((day) => [profile, day] as const)))(
    "PACK-19 every step of %s can be held on %s, with nothing but its laws",
    (profile, day) => {
      const sets = setsOf(profile)
      expect(sets.length).toBeGreaterThan(0)
      for (const set of sets) expect(rulesOf(everything, day, set).set).toBe(set)
    },
  )

  it("PACK-19 a representatives' meeting is held by more than half until 2025 and by two thirds from 2026", () => {
    const packs = [...urbanLaws, "jinlin.four-step@2025-01-01"]
    const [last, first] = (["2025-12-31", "2026-01-01"] as const).map((day) =>
      rulesOf(packs, day, "representatives-meeting"),
    )
    expect(last?.quorum).toMatchObject([
      { threshold: { comparison: "more-than", share: { numerator: "1", denominator: "2" } } },
    ])
    expect(first?.quorum).toMatchObject([
      { threshold: { comparison: "at-least", share: { numerator: "2", denominator: "3" } } },
    ])
    expect([last?.partyStudy.required, first?.partyStudy.required]).toEqual([false, true])
    expect([last?.composition, first?.composition?.citation.article]).toEqual([null, "28"])
  })

  it("PACK-19 a residents' assembly has no statutory notice until 2025, and ten days or a special reason from 2026", () => {
    const [last, first] = (["2025-12-31", "2026-01-01"] as const).map((day) =>
      rulesOf(urbanLaws, day, "residents-assembly-of-residents"),
    )
    expect(last?.notice).toMatchObject({ days: 3, urgent: false, citation: { certainty: "our-default" } })
    expect(first?.notice).toMatchObject({ days: 10, urgent: true, citation: { article: "26" } })
  })

  it("PACK-19 a charter that asks for less than the law is refused with the article", () => {
    const half = { share: { numerator: "1", denominator: "2" }, comparison: "at-least", measure: "heads" } as const
    const key = "representatives-meeting/quorum.heads"
    const choices = [{ key, value: { _tag: "Threshold" as const, threshold: { ...half, base: "members" as const } } }]
    const charter = { packs: ["cn.urc-law@2026-01-01"], choices, stepLists: [], uses: [] }
    const refused = resolve(charter, rulePacks, "2026-01-01")
    expect(refused.ok ? [] : refused.refusal).toMatchObject([
      { _tag: "BelowFloor", key, bound: { pack: "cn.urc-law@2026-01-01", citation: { article: "29" } } },
    ])
  })
})

describe("what the owners decide by which set", () => {
  const code = ["cn.civil-code-278@2021-01-01"]
  const half = [{ numerator: "1", denominator: "2" }, "more-than"]
  const threeQuarters = [{ numerator: "3", denominator: "4" }, "at-least"]

  it.each([
    ["rules-of-procedure", "278(1)(1)", "owners-general", half],
    ["management-covenant", "278(1)(2)", "owners-general", half],
    ["owners-committee", "278(1)(3)", "owners-general", half],
    ["property-manager", "278(1)(4)", "owners-general", half],
    ["use-of-maintenance-funds", "278(1)(5)", "owners-general", half],
    ["raising-of-maintenance-funds", "278(1)(6)", "owners-special", threeQuarters],
    ["rebuilding", "278(1)(7)", "owners-special", threeQuarters],
    ["use-of-common-parts", "278(1)(8)", "owners-special", threeQuarters],
    ["other-major-matters", "278(1)(9)", "owners-general", half],
    ["home-into-business", "279", "owners-change-of-use", [{ numerator: "1", denominator: "1" }, "at-least"]],
  ] as const)(
    "PACK-22 %s is the matter of art. %s, and %s decides it",
    (subject, article, set, [share, comparison]) => {
      const { approval, subjects } = rulesOf(code, "2026-11-23", set)
      expect(subjects.filter((one) => one.subject === subject)).toMatchObject([{ set, citation: { article } }])
      expect(approval.map(({ threshold }) => [threshold.share, threshold.comparison])).toEqual(
        approval.map(() => [share, comparison]),
      )
      expect(approval.map(({ threshold }) => threshold.measure)).toEqual(
        article === "279" ? ["heads"] : ["heads", "area"],
      )
    },
  )

  it("PACK-22 these ten are all, for each of the three sets", () => {
    for (const set of ["owners-general", "owners-special", "owners-change-of-use"])
      expect(rulesOf(code, "2026-11-23", set).subjects).toHaveLength(10)
  })

  it("PACK-22 no other set of any profile has a subject, so that committees and councils talk about everything", () => {
    const assigned = ["owners-general", "owners-special", "owners-change-of-use"]
    const others = profiles.flatMap(setsOf).filter((set) => !assigned.includes(set))
    expect(others).toContain("owners-committee")
    for (const set of others) expect([set, rulesOf(everything, "2026-11-23", set).subjects]).toEqual([set, []])
  })

  it("PACK-22 a charter that gives the raising of funds to the easier majority is refused with the article", () => {
    const key = "owners-matters/raising-of-maintenance-funds"
    const choices = [{ key, value: { _tag: "Choice" as const, choice: "owners-general" } }]
    const refused = resolve({ packs: code, choices, stepLists: [], uses: [] }, rulePacks, "2026-11-23")
    expect(refused.ok ? [] : refused.refusal).toMatchObject([
      { _tag: "NotExact", key, bound: { citation: { article: "278(1)(6)" } } },
    ])
  })
})
