import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

/** Where silence follows the majority, that is disputed, and is said. Rule LINT-13. */
export const silenceMayNotVote = (view: View): ReadonlyArray<LintFinding> =>
  view.resolved.rules.flatMap((rule): ReadonlyArray<LintFinding> => {
    const { citation, key, value } = rule
    if (!key.endsWith("/silence") || value._tag !== "Choice" || value.choice !== "follow-majority") return []
    const facts = { day: view.day, key, clause: value.clause ?? "" }
    return [{ rule: "LINT-13", level: "warning", path: rulePath(view, rule), facts, citation }]
  })
