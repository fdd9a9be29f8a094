import { covenantRulesOn, publishingLawOn, publishingRulesOn } from "@jinlin/core/charter"
import type { CovenantKind } from "@jinlin/core/covenant"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const urban = ["cn.urc-law@2018-12-29", "cn.urc-law@2026-01-01"]
const rural = ["cn.vc-law@2018-12-29", "cn.vc-law@2026-01-01"]
const owners = ["cn.civil-code-278@2021-01-01"]
const profile = ["jinlin.two-deliberations-two-appraisals-two-disclosures@2025-01-01"]
const everything = rulePacks.map(({ pack }) => pack)

const charter = (packs: ReadonlyArray<string>) => ({ packs, choices: [], stepLists: [], uses: [] })
const lawOf = (packs: ReadonlyArray<string>, day: CivilDate, set: string) => {
  const { law, recourse } = publishingLawOn(charter(packs), rulePacks, { day, sets: [set] })
  return [law?.article ?? null, recourse?.article ?? null]
}
const making = (packs: ReadonlyArray<string>, kind: CovenantKind, day: CivilDate) => {
  const rules = covenantRulesOn(charter(packs), rulePacks, { kind, day })
  if (!rules.ok) return rules.refusal.map(({ _tag }) => _tag)
  const { conformity, filing, makers } = rules.value
  return [makers.sets, filing.required, filing.citation.article ?? null, conformity.citation.article ?? null]
}

describe("what is published", () => {
  it.each<[ReadonlyArray<string>, CivilDate, string, string | null, string | null]>([
    [urban, "2025-12-31", "representatives-meeting", null, null],
    [urban, "2026-01-01", "representatives-meeting", "34", "35"],
    [urban, "2026-01-01", "residents-assembly-of-households", "34", "35"],
    [urban, "2026-01-01", "residents-committee", null, null],
    [rural, "2025-12-31", "villagers-assembly-of-villagers", null, "31"],
    [rural, "2026-01-01", "village-representatives-meeting", "35", "36"],
    [everything, "2026-06-01", "representatives-meeting", "34", "35"],
    [everything, "2026-06-01", "villagers-assembly-of-households", "35", "36"],
    [everything, "2026-06-01", "owners-general", null, null],
    // What a consultation settles that the committee organizes: art. 34(1)(5), from 2026 on.
    [everything, "2026-06-01", "compound-residents-meeting", "34", "35"],
    [everything, "2026-06-01", "residents-council", "34", "35"],
    [everything, "2025-12-31", "compound-residents-meeting", null, null],
    [everything, "2026-06-01", "joint-conference", null, null],
    [urban, "2026-06-01", "compound-residents-meeting", null, null],
  ])(
    "PACK-23 by %j on %s, decided by %s: period by art. %s, complaint by art. %s",
    (packs, day, set, law, recourse) => {
      expect(lawOf(packs, day, set)).toEqual([law, recourse])
    },
  )

  it.each<[CivilDate, string | null]>([
    ["2025-12-31", null],
    ["2026-01-01", "34"],
  ])("PACK-23 on %s for fifteen days on the notice board, by art. %s", (day, article) => {
    const rules = publishingRulesOn(charter(urban), rulePacks, day)
    if (!rules.ok) throw new Error(JSON.stringify(rules.refusal))
    const { period, required, sheets } = rules.value
    expect([period.days, period.citation.article ?? null]).toEqual([15, article])
    expect([required.channels, required.citation.article ?? null]).toEqual([["notice-board"], article])
    expect(sheets).toMatchObject({ days: 3, citation: { certainty: "our-default" } })
  })
})

const residents = ["residents-assembly-of-households", "residents-assembly-of-residents"]
const villagers = ["villagers-assembly-of-households", "villagers-assembly-of-villagers"]

describe("how covenants are made", () => {
  it.each<[ReadonlyArray<string>, CovenantKind, CivilDate, ReadonlyArray<unknown>]>([
    // Art. 9(2): delegates of the groups are a residents' assembly too.
    [urban, "residents-covenant", "2025-12-31", [["representatives-meeting", ...residents], true, "15", "15"]],
    [urban, "residents-covenant", "2026-01-01", [residents, true, "31(1)", "31(2)"]],
    [urban, "self-governance-charter", "2025-12-31", ["MakersMissing"]],
    [urban, "self-governance-charter", "2026-01-01", [residents, true, "31(1)", "31(2)"]],
    [rural, "residents-covenant", "2025-12-31", [villagers, true, "27(1)", "27(2)"]],
    [rural, "self-governance-charter", "2026-01-01", [villagers, true, "31(1)", "31(2)"]],
    [owners, "management-covenant", "2026-06-01", [["owners-general"], false, null, null]],
    [owners, "rules-of-procedure", "2026-06-01", [["owners-general"], false, null, null]],
    [owners, "residents-covenant", "2026-06-01", ["MakersMissing"]],
    [everything, "management-covenant", "2026-06-01", [["owners-general"], false, null, null]],
  ])("PACK-23 by %j, %s on %s: %j", (packs, kind, day, expected) => {
    expect(making(packs, kind, day)).toEqual(expected)
  })

  it("PACK-23 the source has the leadership of the Party in the residents' covenant, and no law has", () => {
    const clauses = (packs: ReadonlyArray<string>) => {
      const rules = covenantRulesOn(charter(packs), rulePacks, { kind: "residents-covenant", day: "2026-06-01" })
      return rules.ok ? rules.value.requiredClauses : rules.refusal
    }
    expect(clauses(urban)).toEqual([])
    const citation = { instrument: "Source article", article: "S15", certainty: "source" }
    expect(clauses([...urban, ...profile])).toEqual([{ clause: "party-leadership", citation }])
  })
})
