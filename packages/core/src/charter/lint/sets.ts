import type { DecisionRules } from "../../kernel/decision-rules.ts"
import type { ResolvedRule } from "../resolved.ts"
import { compareTexts } from "../text-order.ts"
import type { View } from "./view.ts"

/** What all are a share of, whether they come or not. */
export const whole: ReadonlySet<string> = new Set(["members", "entitled", "whole-estate"])

/** A set of rules by which a body decides, with the rules that it was made of. */
export interface DecidingSet {
  readonly set: string
  readonly rules: DecisionRules
  readonly ruleOf: (key: string) => ResolvedRule | undefined
}

/** The sets of a day by which a sitting can be judged and something be decided. */
export const decidingSets = ({ bySet, setOf }: View): ReadonlyArray<DecidingSet> => {
  const deciding = [...bySet].filter(([set, rules]) =>
    rules.some(({ key }) => key === `${set}/approval.heads` || key === `${set}/approval.area`),
  )
  return deciding
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([set, ofSet]) => {
      const rules = setOf(set)
      if (rules === "unknown" || !rules.ok) return []
      return [{ set, rules: rules.value, ruleOf: (key: string) => ofSet.find((rule) => rule.key === `${set}/${key}`) }]
    })
}

/** The rules that say who must take part and who must be for it. */
export const thresholdRules = ({ ruleOf }: DecidingSet): ReadonlyArray<ResolvedRule> =>
  ["quorum.heads", "quorum.area", "approval.heads", "approval.area"].map(ruleOf).filter((rule) => rule !== undefined)
