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
