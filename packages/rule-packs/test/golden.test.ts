import type { RuleKey, RuleValue } from "@jinlin/core/charter"
import { meets, needed, readThreshold, type Threshold } from "@jinlin/core/kernel/arithmetic"
import { packById } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const ruleValue = (id: string, key: RuleKey): RuleValue | undefined =>
  packById(id)?.rules.find((rule) => rule.key === key)?.value

const thresholdOf = (id: string, key: RuleKey): Threshold => {
  const value = ruleValue(id, key)
  const read = readThreshold(value?._tag === "Threshold" ? value.threshold : undefined)
  if (!read.ok) throw new Error(`${id} ${key} is no threshold`)
  return read.value
}

const squareMetres = (metres: number): number => metres * 10_000

const urban = "cn.urc-law@2026-01-01"
const before = "cn.urc-law@2018-12-29"
const rural = "cn.vc-law@2026-01-01"
const code = "cn.civil-code-278@2021-01-01"

/** Pack, rule, of how many, and the smallest number that is enough. */
const cases: ReadonlyArray<readonly [string, RuleKey, number, number]> = [
  // Six members of the committee and twenty-four representatives.
  [urban, "representatives-meeting/composition", 30, 24],
  [urban, "representatives-meeting/quorum.heads", 30, 20],
  [urban, "representatives-meeting/quorum.heads", 31, 21],
  [urban, "representatives-meeting/approval.heads", 20, 11],
  [urban, "representatives-meeting/approval.heads", 21, 11],
  [urban, "representatives-meeting/request.representatives", 24, 5],
  [urban, "committee-election-of-representatives/quorum.heads", 24, 17],
  [urban, "committee-election-of-representatives/quorum.heads", 25, 17],
  [urban, "committee-recall-of-representatives/quorum.heads", 24, 17],
  [urban, "committee-election-of-voters/quorum.heads", 4000, 2001],
  [urban, "committee-election-of-voters/approval.heads", 2001, 1001],
  [urban, "committee-election-of-voters-runoff/approval.heads", 2001, 667],
  [urban, "committee-election-of-voters-runoff/approval.heads", 2002, 668],
  [urban, "residents-assembly-of-residents/quorum.heads", 4000, 2001],
  [urban, "residents-assembly-of-households/quorum.heads", 1501, 751],
  [urban, "residents-assembly/request.residents", 4001, 401],
  [urban, "residents-assembly/request.representatives", 24, 8],
  // The same thirty under the wording before: more than half.
  [before, "representatives-meeting/quorum.heads", 30, 16],
  [before, "residents-assembly/request.residents", 4001, 801],
  [rural, "villagers-assembly-of-villagers/quorum.heads", 900, 451],
  [rural, "villagers-assembly-of-households/quorum.heads", 300, 200],
  [rural, "village-representatives-meeting/composition.women", 30, 10],
  [rural, "villager-group-of-villagers/quorum.heads", 50, 34],
  // An estate of 300 owners with 30,000 m².
  [code, "owners-general/quorum.heads", 300, 200],
  [code, "owners-general/quorum.area", squareMetres(30_000), squareMetres(20_000)],
  [code, "owners-special/quorum.heads", 300, 200],
  [code, "owners-special/quorum.area", squareMetres(30_000), squareMetres(20_000)],
  [code, "owners-general/approval.heads", 200, 101],
  [code, "owners-general/approval.area", squareMetres(20_000), squareMetres(10_000) + 1],
  [code, "owners-special/approval.heads", 200, 150],
  [code, "owners-special/approval.area", squareMetres(20_000), squareMetres(15_000)],
  [code, "owners-change-of-use/approval.heads", 12, 12],
]

describe("golden cases", () => {
  it.each(cases)("PACK-18 %s %s: of %i at least %i", (id, key, of, enough) => {
    const threshold = thresholdOf(id, key)
    expect(needed(threshold, of)).toBe(enough)
    expect([meets(threshold, enough - 1, of), meets(threshold, enough, of)]).toEqual([false, true])
  })

  it("PACK-18 the bases are those of the articles: the whole estate takes part, those who take part approve", () => {
    for (const set of ["owners-general", "owners-special"] as const) {
      expect(thresholdOf(code, `${set}/quorum.area`)).toMatchObject({ base: "whole-estate", measure: "area" })
      expect(thresholdOf(code, `${set}/approval.area`)).toMatchObject({ base: "participating", measure: "area" })
    }
    expect(thresholdOf(urban, "representatives-meeting/approval.heads").base).toBe("present")
    expect(thresholdOf(urban, "representatives-meeting/quorum.heads").base).toBe("members")
  })
})
