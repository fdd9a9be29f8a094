import type { Finding } from "../../kernel/finding.ts"
import type { ThresholdJson } from "../../kernel/threshold-reading.ts"
import { weigh } from "../../kernel/weighing.ts"
import type { Votes } from "../model.ts"
import { presentMembers, type Sitting } from "./attendance.ts"
import { exactly } from "./quorum.ts"
import { membersOf } from "./roll.ts"

/** Every unit that took part in a vote, as often as it stands in it. */
export const cast = (votes: Votes): ReadonlyArray<string> => [...votes.for, ...votes.against, ...votes.abstain]

const baseOf = ({ base }: Pick<ThresholdJson, "base">, sitting: Sitting, votes: Votes): ReadonlyArray<string> => {
  if (base === "present") return presentMembers(sitting)
  return base === "participating" ? cast(votes) : membersOf(sitting.frozen.roll)
}

/**
 * Whether enough voted for it: `votes for ÷ base` against the majority of the frozen policy, each unit once. The base is
 * the members present, all members, or those who took part in the vote; recused units are in none of them. Who is in the
 * base and does not vote for it stands in its way, an abstention like a vote against (CONFERENCE-12).
 */
export const findMajority = (
  sitting: Sitting,
  ballot: { readonly votes: Votes; readonly recused: ReadonlyArray<string> },
): Finding => {
  const { majority } = sitting.frozen.policy
  const base = new Set(baseOf(majority, sitting, ballot.votes).filter((unit) => !ballot.recused.includes(unit)))
  const approving = new Set(ballot.votes.for.filter((unit) => base.has(unit)))
  return weigh({ rule: "CONFERENCE-12", threshold: exactly(majority), count: approving.size, of: base.size })
}
