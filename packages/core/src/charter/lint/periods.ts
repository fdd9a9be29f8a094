import type { CharterRules } from "../rule-choices.ts"
import type { LintFinding } from "./finding.ts"

/** A choice that ends before it begins, or on the same day, never holds. Rule LINT-15. */
export const choicesMustHold = ({ choices }: CharterRules): ReadonlyArray<LintFinding> =>
  choices.flatMap(({ from, key, to }, index): ReadonlyArray<LintFinding> => {
    if (from === undefined || to === undefined || from < to) return []
    return [{ rule: "LINT-15", level: "warning", path: ["choices", index, "to"], facts: { key, from, to } }]
  })
