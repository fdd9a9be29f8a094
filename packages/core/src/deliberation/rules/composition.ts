import type { Finding } from "../../kernel/finding.ts"
import { readThreshold } from "../../kernel/threshold-reading.ts"
import { weigh } from "../../kernel/weighing.ts"
import type { Sitting } from "../model.ts"

/** The kind of voter that the rule on composition counts. */
const representative = "representative"

/**
 * Whether enough of the roll are representatives: heads of that kind ÷ heads of the whole roll. Null: the rules ask for no
 * composition. A threshold that cannot be read is met by nobody (DELIBERATION-11).
 */
export const findComposition = ({ roll, rules }: Pick<Sitting, "roll" | "rules">): Finding | null => {
  if (rules.composition === null) return null
  const { citation, threshold } = rules.composition
  const read = readThreshold(threshold)
  const heads = (voters: Sitting["roll"]) => voters.reduce((sum, voter) => sum + voter.heads, 0)
  const count = heads(roll.filter(({ kind }) => kind === representative))
  if (!read.ok) return { rule: "DELIBERATION-11", holds: false, facts: { count }, citation }
  return weigh({ rule: "DELIBERATION-11", threshold: read.value, count, of: heads(roll), citation })
}
