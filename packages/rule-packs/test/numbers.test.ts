import type { PackRule, RuleValue } from "@jinlin/core/charter"
import { rulePacks } from "@jinlin/rule-packs/packs"
import { describe, expect, it } from "vitest"
import { expectedRules } from "./expected/index.ts"

const wordsOf = (value: RuleValue): string => {
  switch (value._tag) {
    case "Threshold": {
      const { base, comparison, measure, share } = value.threshold
      const sign = comparison === "at-least" ? ">=" : ">"
      return `${sign} ${share.numerator}/${share.denominator} ${measure === "area" ? "area " : ""}${base}`
    }
    case "Count":
      return `${value.count} ${value.unit}`
    case "Flag":
      return value.flag ? "yes" : "no"
    case "Choice":
      return value.choice
    case "Choices":
      return `[${value.choices.join(",")}]`
  }
}

const lineOf = ({ bound, citation, key, value }: PackRule): string => {
  const certainty = citation.certainty === "law" ? "" : ` ${citation.certainty}`
  return `${citation.article ?? "-"}: ${key} ${wordsOf(value)} ${bound}${certainty}`
}

describe("every number of every pack", () => {
  it.each(rulePacks.map(({ pack }) => pack))("PACK-15 %s holds what was written by hand from its articles", (id) => {
    const rules = rulePacks.find(({ pack }) => pack === id)?.rules ?? []
    expect(rules.map(lineOf).sort()).toEqual(expectedRules.get(id))
  })

  it("PACK-15 no rule ends or begins apart from its pack", () => {
    const dated = rulePacks
      .flatMap(({ rules }) => rules)
      .filter(({ from, to }) => from !== undefined || to !== undefined)
    expect(dated).toEqual([])
  })
})
