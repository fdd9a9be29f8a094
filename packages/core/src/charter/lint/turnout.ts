import type { DecisionRules } from "../../kernel/decision-rules.ts"
import { one } from "../../kernel/fraction.ts"
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
  /** Those who do not vote belong to the base `participating` of an approval. */
  readonly silentTakePart: boolean
  /** There they follow the majority, by a clause that says so. */
  readonly silentFollow: boolean
}

/** What is counted in a set of rules; a threshold that cannot be read is met by nobody. Rule TALLY-18. */
export const countingOf = ({ approval, quorum, quorumCounts, silence }: DecisionRules): Counting => {
  const read = (cited: DecisionRules["quorum"]): ReadonlyArray<Threshold> =>
    cited.map(({ threshold }) => {
      const asked = readThreshold(threshold)
      const { base, measure } = threshold
      return asked.ok ? asked.value : { share: one, comparison: "more-than", measure, base }
    })
  const silentTakePart = silence.policy !== "not-participating"
  const silentFollow = silence.policy === "follow-majority" && silence.clause !== null
  return { quorum: read(quorum), approval: read(approval), quorumCounts, silentTakePart, silentFollow }
}

const basesOf = ({ abstain, against, away, sitting, for: votes }: Turnout): Readonly<Record<Base, number>> => {
  const cast = votes + against + abstain
  const members = cast + sitting + away
  const present = cast + sitting
  return { members, entitled: members, "whole-estate": members, present, participating: cast, cast, valid: cast }
}

/** An approval, where the silent may be of the base and follow a majority that is for it. Rules TALLY-8 and TALLY-13. */
const isApproved = (counting: Counting, turnout: Turnout, approval: Threshold): boolean => {
  const of = basesOf(turnout)[approval.base]
  if (approval.base !== "participating" || !counting.silentTakePart) return meets(approval, turnout.for, of)
  const silent = turnout.sitting + turnout.away
  const following = counting.silentFollow && turnout.for > turnout.against ? silent : 0
  return meets(approval, turnout.for + following, of + silent)
}

/**
 * Whether a motion passes as counting has it: who must take part did, by coming or by voting and never by silence, who must be
 * for it is, and there is something to be for. Rules TALLY-9 to TALLY-11.
 */
export const passes = (counting: Counting, turnout: Turnout): boolean => {
  const bases = basesOf(turnout)
  const taking = bases[counting.quorumCounts]
  return (
    counting.approval.length > 0 &&
    counting.quorum.every((quorum) => meets(quorum, Math.min(taking, bases[quorum.base]), bases[quorum.base])) &&
    counting.approval.every((approval) => isApproved(counting, turnout, approval))
  )
}
