import type { Finding } from "../../kernel/finding.ts"
import type { Judgement, Sitting } from "../model.ts"
import { judgeSitting } from "./counting/judge-sitting.ts"

/** The rules of counting that say whether a body could decide at all: its quorum, and that its numbers can be. */
const beforeTheVote: ReadonlyArray<string> = ["TALLY-9", "TALLY-14"]

/** What the quorums of a sitting come to before anybody has voted: from those who were taken down as present (DELIBERATION-11). */
export const findQuorum = (sitting: Sitting): ReadonlyArray<Finding> =>
  judgeSitting({ ...sitting, ballot: null, named: null, counted: null }, { ballots: [], box: [] }).findings.filter(
    ({ rule }) => beforeTheVote.includes(rule),
  )

/** Whether the body decided: there was a quorum, and the numbers do not contradict each other (DELIBERATION-17). */
export const couldDecide = ({ findings }: Pick<Judgement, "findings">): boolean =>
  findings.every(({ holds, rule }) => holds || !beforeTheVote.includes(rule))
