import type { Citation } from "../../kernel/citation.ts"
import type { LintFinding } from "./finding.ts"
import { rulePath, type View } from "./view.ts"

/** For so many others one voter may vote at an election, and no law lets anybody vote for more. */
const most = 3

const article: Citation = {
  instrument: "Urban Residents' Committee Organization Law (2025-10-28)",
  article: "19",
  certainty: "by-analogy",
}

/** One person who votes for many others decides for them. Rule LINT-21. */
export const proxiesMustBeFew = (view: View): ReadonlyArray<LintFinding> =>
  view.resolved.rules.flatMap((rule): ReadonlyArray<LintFinding> => {
    const { key, value } = rule
    if (!key.endsWith("/proxy-cap") || value._tag !== "Count" || value.unit !== "person" || value.count <= most)
      return []
    const facts = { day: view.day, key, count: value.count, most }
    return [{ rule: "LINT-21", level: "warning", path: rulePath(view, rule), facts, citation: article }]
  })
