import type { LintFinding } from "./finding.ts"
import { type DecidingSet, decidingSets, whole } from "./sets.ts"
import { rulePath, type View } from "./view.ts"

/** Whether any rule asks for a share of all, as a quorum or as an approval. */
const asksForMany = ({ rules }: DecidingSet): boolean =>
  [...rules.quorum, ...rules.approval].some(({ threshold }) => whole.has(threshold.base))

/** Where nothing is asked of those who stay away, one vote alone decides. Rule LINT-14. */
export const oneMayDecide = (view: View): ReadonlyArray<LintFinding> =>
  decidingSets(view).flatMap((set): ReadonlyArray<LintFinding> => {
    const approval = set.ruleOf("approval.heads") ?? set.ruleOf("approval.area")
    if (approval === undefined || asksForMany(set)) return []
    const level = approval.from === "own" ? "warning" : "note"
    const facts = { day: view.day, set: set.set }
    return [{ rule: "LINT-14", level, path: rulePath(view, approval), facts, citation: approval.citation }]
  })
