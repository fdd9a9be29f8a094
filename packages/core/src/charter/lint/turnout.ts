import type { DecisionRules } from "../../kernel/decision-rules.ts"
import { type Base, meets, type Threshold } from "../../kernel/threshold.ts"
import { readThreshold } from "../../kernel/threshold-reading.ts"

/** How an electorate of voters that all weigh the same behaves: who voted how, who sat there and did not vote, who stayed away. */
export interface Turnout {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly sitting: number
  readonly away: number
}

/** A set of rules as far as counting goes. */
export interface Counting {
  readonly quorum: ReadonlyArray<Threshold>
  readonly approval: ReadonlyArray<Threshold>
  readonly quorumCounts: DecisionRules["quorumCounts"]
  readonly silence: DecisionRules["silence"]["policy"]
}

/** What is counted in a set of rules; a threshold that cannot be read is left out. */
export const countingOf = ({ approval, quorum, quorumCounts, silence }: DecisionRules): Counting => {
  const read = (cited: DecisionRules["quorum"]): ReadonlyArray<Threshold> =>
    cited.flatMap(({ threshold }) => {
      const one = readThreshold(threshold)
      return one.ok ? [one.value] : []
    })
  return { quorum: read(quorum), approval: read(approval), quorumCounts, silence: silence.policy }
}

const basesOf = (counting: Counting, turnout: Turnout): Readonly<Record<Base, number>> => {
  const { abstain, against, away, sitting } = turnout
  const cast = turnout.for + against + abstain
  const members = cast + sitting + away
  const present = cast + sitting
  const participating = counting.silence === "not-participating" ? cast : members
  return { members, entitled: members, "whole-estate": members, present, participating, cast, valid: cast }
}

/** Those for it; the silent with them only where silence follows a majority that is for it. */
const approving = ({ silence }: Counting, { against, away, sitting, for: votes }: Turnout): number =>
  silence === "follow-majority" && votes > against ? votes + sitting + away : votes

/** Whether a motion passes: who must take part did, who must be for it is, and there is something to be for. */
export const passes = (counting: Counting, turnout: Turnout): boolean => {
  const bases = basesOf(counting, turnout)
  const taking = bases[counting.quorumCounts]
  const votes = approving(counting, turnout)
  return (
    counting.approval.length > 0 &&
    counting.quorum.every((quorum) => meets(quorum, taking, bases[quorum.base])) &&
    counting.approval.every((approval) => meets(approval, votes, bases[approval.base]))
  )
}
