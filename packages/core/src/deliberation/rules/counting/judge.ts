import type { Finding } from "../../../kernel/finding.ts"
import { meets } from "../../../kernel/threshold.ts"
import { weigh } from "../../../kernel/weighing.ts"
import type { Tally } from "../../model.ts"
import { approvalBaseIn, following, quorumBaseIn, takingPart } from "./bases.ts"
import { type Asked, type ReadyRules, readyRules, type TallyRules } from "./thresholds.ts"

/** Whether something passes, and what came of each threshold. */
export interface Judged {
  readonly passes: boolean
  readonly findings: ReadonlyArray<Finding>
}

interface Counted {
  readonly count: number
  readonly of: number
}

/** Those who take part, out of a base; whoever is not of the base is not counted. */
const forQuorum = (rules: ReadyRules, tally: Tally, { threshold }: Asked): Counted => {
  const of = quorumBaseIn(tally, threshold)
  return { count: Math.min(takingPart(rules, tally, threshold.measure), of), of }
}

/** Those for it and those who follow them, out of a base. */
const forApproval = (rules: ReadyRules, tally: Tally, { threshold }: Asked): Counted => ({
  count: tally.for[threshold.measure] + following(rules, tally, threshold),
  of: approvalBaseIn(rules, tally, threshold),
})

/** Whether every threshold is met, and there is one for those who approve. Rule TALLY-11. */
export const passes = (rules: ReadyRules, tally: Tally): boolean => {
  const isMet = (counting: typeof forQuorum) => (asked: Asked) => {
    const { count, of } = counting(rules, tally, asked)
    return meets(asked.threshold, count, of)
  }
  return rules.approval.length > 0 && rules.quorum.every(isMet(forQuorum)) && rules.approval.every(isMet(forApproval))
}

const quorumFinding = (rules: ReadyRules, tally: Tally, asked: Asked): Finding => {
  const found = weigh({ rule: "TALLY-9", ...asked, ...forQuorum(rules, tally, asked) })
  return { ...found, facts: { ...found.facts, dimension: asked.threshold.measure, counts: rules.quorumCounts } }
}

const approvalFinding = (rules: ReadyRules, tally: Tally, asked: Asked): Finding => {
  const found = weigh({ rule: "TALLY-10", ...asked, ...forApproval(rules, tally, asked) })
  const followers = following(rules, tally, asked.threshold)
  const clause = followers > 0 && rules.clause !== null ? { following: followers, clause: rules.clause } : {}
  return { ...found, facts: { ...found.facts, dimension: asked.threshold.measure, ...clause } }
}

/** What came of each threshold: quorums first, then approvals, in the order in which the rules name them. */
const findingsOf = (rules: ReadyRules, tally: Tally): ReadonlyArray<Finding> => [
  ...rules.quorum.map((asked) => quorumFinding(rules, tally, asked)),
  ...rules.approval.map((asked) => approvalFinding(rules, tally, asked)),
]

/**
 * Holds a tally against rules, in exact whole numbers. It passes when every quorum (TALLY-9) and every approval (TALLY-10)
 * holds and there is at least one approval (TALLY-11). For whoever has counts of their own; `judgeSitting` also counts.
 */
export const judge = (rules: TallyRules, tally: Tally): Judged => {
  const ready = readyRules(rules)
  return { passes: passes(ready, tally), findings: findingsOf(ready, tally) }
}
