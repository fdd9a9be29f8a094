import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { PackRule, RuleValue } from "@jinlin/core/charter"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"
import { chineseNumber } from "./chinese-number.ts"

/** The texts of the laws, where whoever runs this has them beside the workspace. */
const folder = join(import.meta.dirname, "../../../../shared/source/law")

const textOf: Readonly<Record<string, string>> = {
  "cn.urc-law@2018-12-29": "urban-residents-committee-organization-law.before-2026.zh.md",
  "cn.urc-law@2026-01-01": "urban-residents-committee-organization-law.2026-01-01.zh.md",
  "cn.vc-law@2018-12-29": "villagers-committee-organization-law.before-2026.zh.md",
  "cn.vc-law@2026-01-01": "villagers-committee-organization-law.2026-01-01.zh.md",
  "cn.civil-code-278@2021-01-01": "civil-code-excerpts.zh.md",
  "cn.spc-building-ownership@2021-01-01": "spc-building-ownership-interpretation.2020.zh.md",
}

/** The articles of a law by number, as the text has them: `第二十九条` at the start of a line. */
const articlesOf = (file: string): ReadonlyMap<string, string> => {
  const text = readFileSync(join(folder, file), "utf8")
  const parts = text.split(/^(?:\*\*)?第([一二三四五六七八九十百千零〇]+)条/m)
  return new Map(parts.flatMap((part, index) => (index % 2 === 1 ? [[part, parts[index + 1] ?? ""] as const] : [])))
}

/** `36, 14` → 36 and 14; `278(1)(6)` → 278. */
const numbersIn = (article: string): ReadonlyArray<number> =>
  article.split(", ").map((one) => Number(/^\d+/.exec(one)?.[0]))

const units: Readonly<Record<string, string>> = {
  "calendar-day": "[日天]",
  month: "个月",
  year: "(周岁|年)",
  time: "次",
  person: "[人名]",
  household: "户",
}

/** What an article must contain to say a number: 三分之二以上, 超过三分之二, 过半数, 十日, 五至九人. */
const sayingOf = (value: RuleValue): RegExp | undefined => {
  if (value._tag === "Count") {
    if (value.count === 0) return /不实行/
    const number = value.count === 2 ? "[二两]" : chineseNumber(value.count)
    return new RegExp(`(?<![十百千])${number}(至[一二三四五六七八九十百千]+)?${units[value.unit]}|${number}户至`)
  }
  if (value._tag !== "Threshold") return undefined
  const { comparison, share } = value.threshold
  const [above, below] = [Number(share.numerator), Number(share.denominator)]
  if (above === below) return /一致同意/
  const fraction = `${chineseNumber(below)}分之${chineseNumber(above)}`
  if (comparison === "at-least") return new RegExp(`${fraction}以上|不得少于[^。]*${fraction}`)
  return below === 2 ? /过半数/ : new RegExp(`超过${fraction}`)
}

const lawfulRules = Object.entries(textOf).map(([id, file]) => ({
  id,
  file,
  rules: (rulePacks.find(({ pack }) => pack === id)?.rules ?? []).filter(
    ({ citation }) => citation.certainty === "law" || citation.certainty === "by-analogy",
  ),
}))

const citedText = (articles: ReadonlyMap<string, string>, { citation }: PackRule): string =>
  numbersIn(citation.article ?? "")
    .map((number) => articles.get(chineseNumber(number)) ?? "")
    .join("\n")

describe("the articles that are cited", () => {
  it.for(lawfulRules)("PACK-16 of $id stand in the text of the law", ({ file, rules }, context) => {
    context.skip(!existsSync(folder), "the texts of the laws are not beside this workspace")
    const articles = articlesOf(file)
    expect(articles.size).toBeGreaterThan(18)
    const absent = rules.flatMap(({ citation, key }) =>
      numbersIn(citation.article ?? "")
        .filter((number) => !articles.has(chineseNumber(number)))
        .map((number) => `${key}: ${number}`),
    )
    expect(absent).toEqual([])
  })

  it.for(lawfulRules)("PACK-16 of $id contain the number for which they are cited", ({ file, rules }, context) => {
    context.skip(!existsSync(folder), "the texts of the laws are not beside this workspace")
    const articles = articlesOf(file)
    const numbered = rules.filter(
      ({ citation, value }) => citation.certainty === "law" && sayingOf(value) !== undefined,
    )
    const unsaid = numbered.filter((rule) => sayingOf(rule.value)?.test(citedText(articles, rule)) !== true)
    expect(unsaid.map(({ citation, key }) => `${citation.article} ${key}`)).toEqual([])
  })

  it.each([
    [10, "十"],
    [16, "十六"],
    [29, "二十九"],
    [200, "二百"],
    [203, "二百零三"],
    [278, "二百七十八"],
    [1000, "一千"],
    [1259, "一千二百五十九"],
  ])("PACK-16 are found by their number: %i is %s", (number, written) => {
    expect(chineseNumber(number)).toBe(written)
  })
})
