import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { isInForce, lawOf, type PackRule, RulePack } from "@jinlin/core/charter"
import { decodeStrictly } from "@jinlin/core/kernel"
import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import { packById, packsInForce, rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"

const folder = join(import.meta.dirname, "../packs")
const files = readdirSync(folder)
const fileOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"))
const decode = decodeStrictly(RulePack)

const everyRule = rulePacks.flatMap((pack) => pack.rules.map((rule) => ({ pack: pack.pack, rank: pack.rank, rule })))
const statutes = rulePacks.filter(({ rank }) => rank !== "profile")
const profiles = rulePacks.filter(({ rank }) => rank === "profile")

/** Where a rule stands, for whoever reads why a test fails. */
const placeOf = ({ pack, rule }: { readonly pack: string; readonly rule: PackRule }): string => `${pack} ${rule.key}`

describe("the files", () => {
  it.each(files)("PACK-11 %s is read strictly, and is the pack of its name", (name) => {
    const read = decode(fileOf(name))
    expect(read.ok ? [] : read.refusal).toEqual([])
    expect(read.ok ? read.value : undefined).toEqual(packById(name.replace(/\.json$/, "")))
  })

  it("PACK-11 are all listed, each once, and nothing else is", () => {
    expect(rulePacks.map(({ pack }) => `${pack}.json`).sort()).toEqual(files.toSorted())
    expect(files).toHaveLength(13)
  })

  it("PACK-11 give a reader both languages wherever they say something", () => {
    const said = everyRule.flatMap(({ rule: { note } }) => (note === undefined ? [] : [note]))
    const titles = rulePacks.flatMap(({ stepLists, title }) => [title, ...stepLists.map((list) => list.title)])
    for (const words of [...said, ...titles]) {
      expect(words["zh-Hans"]).toMatch(/\p{Script=Han}/u)
      expect(words.en).toMatch(/^[\x20-\x7e–“”\p{Script=Han}]+$/u)
    }
  })
})

describe("what a rule says of itself", () => {
  it("PACK-12 every rule is cited; an article of law is named wherever the certainty is law", () => {
    const uncited = everyRule.filter(({ rule: { citation } }) => citation.certainty === "law" && !citation.article)
    expect(uncited.map(placeOf)).toEqual([])
    const ours = everyRule.filter(({ rule: { citation } }) => citation.certainty === "our-default")
    expect(ours.filter(({ rule }) => rule.citation.instrument !== "jinlin").map(placeOf)).toEqual([])
    expect(ours.filter(({ rule }) => rule.bound !== "default").map(placeOf)).toEqual([])
  })

  it("PACK-12 no number of ours stands in the pack of a statute", () => {
    const numbers = everyRule.filter(({ rank, rule }) => {
      const isNumber = rule.value._tag === "Count" || rule.value._tag === "Threshold"
      return rank === "statute" && isNumber && rule.citation.certainty === "our-default"
    })
    expect(numbers.map(placeOf)).toEqual([])
  })

  it("PACK-12 what an article only allows binds nobody: the urgent call, and how the Court lets owners be counted", () => {
    const allowed = everyRule.filter(({ rule }) => rule.key.endsWith("/urgent-notice") || rule.citation.article === "9")
    const permitted = allowed.filter(
      ({ rank, rule }) => (rule.value._tag === "Flag" && rule.value.flag) || rank === "interpretation",
    )
    expect(permitted).toHaveLength(7)
    expect(permitted.filter(({ rule }) => rule.bound !== "default").map(placeOf)).toEqual([])
  })

  it("PACK-12 a profile binds nobody, and calls none of its numbers law", () => {
    const binding = everyRule.filter(({ rank, rule }) => rank === "profile" && rule.bound !== "default")
    const lawful = everyRule.filter(({ rank, rule }) => rank === "profile" && rule.citation.certainty === "law")
    expect([...binding, ...lawful].map(placeOf)).toEqual([])
  })

  it("PACK-12 every analogy says in a note how it was drawn", () => {
    const silent = everyRule.filter(({ rule }) => rule.citation.certainty === "by-analogy" && rule.note === undefined)
    expect(silent.map(placeOf)).toEqual([])
  })

  it("PACK-12 a rule stands in a pack once", () => {
    for (const { rules } of rulePacks) expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length)
  })

  it("PACK-12 silence joins the majority in no pack", () => {
    const silences = everyRule.filter(({ rule }) => rule.key.endsWith("/silence"))
    expect(silences.length).toBeGreaterThan(10)
    for (const { rule } of silences) expect(rule.value).toEqual({ _tag: "Choice", choice: "not-participating" })
  })
})

describe("the days of a pack", () => {
  it("PACK-13 where its days are not in the text that was read, they are cited for themselves, and not called law", () => {
    const cited = rulePacks.filter(({ datesFrom }) => datesFrom !== undefined)
    expect(cited.map(({ pack }) => pack)).toEqual([
      "cn.vc-law@2018-12-29",
      "cn.vc-law@2026-01-01",
      "cn.spc-building-ownership@2021-01-01",
    ])
    expect(cited.filter(({ datesFrom }) => datesFrom?.certainty === "law")).toEqual([])
  })

  it("PACK-13 its name ends with the day from which it holds", () => {
    for (const { effectiveFrom, pack } of rulePacks) expect(pack.split("@")[1]).toBe(effectiveFrom)
  })

  it("PACK-13 the wording before ends on the day on which the next begins, with no gap and no overlap", () => {
    const laws = Map.groupBy(rulePacks, ({ pack }) => lawOf(pack))
    const chains = [...laws.values()].map((versions) =>
      versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)),
    )
    for (const versions of chains)
      for (const [index, { effectiveTo }] of versions.entries())
        expect(effectiveTo).toBe(versions[index + 1]?.effectiveFrom ?? null)
    expect(chains.filter(({ length }) => length === 2)).toHaveLength(2)
  })

  it.each<[CivilDate, string, string]>([
    ["2018-12-29", "cn.urc-law@2018-12-29", "cn.vc-law@2018-12-29"],
    ["2025-12-31", "cn.urc-law@2018-12-29", "cn.vc-law@2018-12-29"],
    ["2026-01-01", "cn.urc-law@2026-01-01", "cn.vc-law@2026-01-01"],
    ["2026-01-02", "cn.urc-law@2026-01-01", "cn.vc-law@2026-01-01"],
  ])("PACK-13 on %s the committee laws are %s and %s", (day, urban, rural) => {
    const inForce = packsInForce(day).map(({ pack }) => pack)
    expect(inForce.filter((pack) => pack.includes("c-law"))).toEqual([urban, rural])
  })

  it("PACK-13 on the day before the wording that was read there is no committee law at all", () => {
    expect(packsInForce("2018-12-28")).toEqual([])
  })

  it("PACK-13 the choice by day is the one that the charter makes", () => {
    const days = rulePacks.flatMap(({ effectiveFrom }) => [addDays(effectiveFrom, -1), effectiveFrom])
    for (const day of [...days, "9999-12-31" as const])
      expect(packsInForce(day)).toEqual(rulePacks.filter((pack) => isInForce(pack, day)))
  })

  it("PACK-13 a place has the packs of the places around it, and of no other", () => {
    expect(packsInForce("2026-06-01", "cn-fj")).toEqual(packsInForce("2026-06-01"))
    expect(packsInForce("2026-06-01", "cn")).toEqual(packsInForce("2026-06-01"))
    expect(packsInForce("2026-06-01", "cnx")).toEqual([])
    expect(packsInForce("2026-06-01", "us")).toEqual([])
  })

  it("PACK-13 a pack that is not here is not found", () => {
    expect(packById("cn.urc-law@1990-01-01")).toBeUndefined()
    expect(packById("cn.urc-law")).toBeUndefined()
  })
})

const setsWithRules = (pack: RulePack): ReadonlySet<string> =>
  new Set(pack.rules.map(({ key }) => key.slice(0, key.indexOf("/"))))

describe("the steps of a profile", () => {
  it("PACK-14 lead back only to steps at or before their own, and no step comes twice", () => {
    for (const { list, steps } of profiles.flatMap(({ stepLists }) => stepLists)) {
      const ids = steps.map(({ step }) => step)
      expect([list, new Set(ids).size]).toEqual([list, ids.length])
      for (const [index, { amendedRestartsAt, returnsTo, whenLost }] of steps.entries()) {
        const back = [...returnsTo, amendedRestartsAt ?? ids[0], whenLost._tag === "Return" ? whenLost.to : ids[0]]
        expect(back.filter((step) => !ids.slice(0, index + 1).includes(step ?? ""))).toEqual([])
      }
    }
  })

  it("PACK-14 sit under sets of which this profile or a law says something, and every set of a law has an approval", () => {
    const lawful = new Set(statutes.flatMap((pack) => [...setsWithRules(pack)]))
    for (const pack of profiles)
      for (const { sets, step } of pack.stepLists.flatMap(({ steps }) => steps))
        for (const set of sets) expect([step, set, lawful.has(set) || setsWithRules(pack).has(set)]).toContain(true)
  })

  it("PACK-14 restart with the Party organization when a text is amended that residents will decide", () => {
    const lists = profiles.flatMap(({ stepLists }) => stepLists).filter(({ steps }) => steps[0].standing === "party")
    expect(lists.length).toBeGreaterThan(5)
    for (const { steps } of lists)
      for (const { amendedRestartsAt } of steps) expect([null, steps[0].step]).toContain(amendedRestartsAt)
  })
})
