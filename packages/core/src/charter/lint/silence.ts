import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

const speaking: ReadonlySet<string> = new Set(["abstain", "follow-majority"])

/** Where silence does anything, that is said: that it follows the majority is disputed, that it abstains is easily overlooked. Rule LINT-13. */
export const silenceMayNotVote = (view: View): ReadonlyArray<LintFinding> =>
  view.resolved.rules.flatMap((rule): ReadonlyArray<LintFinding> => {
    const { citation, key, value } = rule
    if (!key.endsWith("/silence") || value._tag !== "Choice" || !speaking.has(value.choice)) return []
    const facts = { day: view.day, key, policy: value.choice, clause: value.clause ?? "" }
    return [{ rule: "LINT-13", level: "warning", path: rulePath(view, rule), facts, citation }]
  })
