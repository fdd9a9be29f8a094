import { type ClauseList, namesOf } from "./clauses.ts"
import { difference } from "./difference.ts"

const without = (clauses: ClauseList, names: ReadonlySet<string>): ClauseList =>
  clauses.filter(({ name }) => !names.has(name))

/**
 * The clauses that changed, came, went or moved although nobody accounts for them: with those that somebody accounts for taken
 * out of both texts, the rest must be the same, in words and order. Empty: it is (COVENANT-6).
 */
export const unaccounted = (
  offered: ClauseList,
  now: ClauseList,
  accounted: ReadonlySet<string>,
): ReadonlyArray<string> => {
  const { added, changed, moved, removed } = difference(without(offered, accounted), without(now, accounted))
  return [...new Set([...namesOf(removed), ...namesOf(added), ...changed.map(({ name }) => name), ...moved])]
}
