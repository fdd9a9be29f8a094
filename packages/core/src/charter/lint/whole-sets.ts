import { decisionKeys } from "../decision-keys.ts"
import type { DecisionRulesRefusal } from "../decision-refusals.ts"
import type { ResolvedRule } from "../resolved.ts"
import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

const isOfSitting = (set: string, { key }: ResolvedRule): boolean =>
  decisionKeys.some((name) => key === `${set}/${name}`)

/** The rule of which a refusal speaks: of several, the one that the community chose itself. */
const ruleAtFault = (refusal: DecisionRulesRefusal, rules: ReadonlyArray<ResolvedRule>): ResolvedRule | undefined => {
  const keys = "key" in refusal ? [refusal.key] : refusal.keys
  const named = rules.filter(({ key }) => keys.includes(key))
  return [...named, ...rules].find(({ from }) => from === "own") ?? named[0]
}

/** Whether no pack speaks of the set. */
const isOwn = (rules: ReadonlyArray<ResolvedRule>): boolean => rules.every(({ bounds }) => bounds.length === 0)

/**
 * Sets with rules of a sitting, of which no step makes use: what does not fit is told, and that nothing says how a set decides
 * of which no pack speaks. A pack may propose a rule for a set of a law that the community does not follow.
 * Rule LINT-6.
 */
export const wholeSetsMustStand = (view: View): ReadonlyArray<LintFinding> => {
  const used = new Set(view.resolved.stepLists.flatMap(({ steps }) => steps.flatMap(({ sets }) => sets)))
  return [...view.bySet].flatMap(([set, all]): ReadonlyArray<LintFinding> => {
    const rules = all.filter((rule) => isOfSitting(set, rule))
    const found = used.has(set) || rules.length === 0 ? "unknown" : view.setOf(set)
    if (found === "unknown" || found.ok) return []
    return found.refusal.flatMap((refusal): ReadonlyArray<LintFinding> => {
      const rule = ruleAtFault(refusal, rules)
      if (rule === undefined || (refusal._tag === "RuleMissing" && !isOwn(rules))) return []
      const level = refusal._tag === "RuleMissing" ? "warning" : "error"
      const facts = { day: view.day, list: "", step: "", set, tag: refusal._tag }
      return [{ rule: "LINT-6", level, path: rulePath(view, rule), facts, citation: rule.citation, refusal }]
    })
  })
}
