import type { BoxCount } from "../../circumstances.ts"
import type { CountedVotes, Sitting } from "../../model.ts"

/** Whether a number can be a number of voters or votes. */
export const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

const choices = ["for", "against", "abstain"] as const

/** What lies in a box, by choice; a paper that says something else is void. What is no count is taken for nothing. */
export const votesInBox = (box: ReadonlyArray<BoxCount>): CountedVotes => {
  const votes = { for: 0, against: 0, abstain: 0, void: 0 }
  for (const { choice, count } of box) {
    if (isCount(count)) votes[choices.find((known) => known === choice) ?? "void"] += count
  }
  return votes
}

const atMostCounts = (votes: CountedVotes): CountedVotes => {
  const orNone = (count: number) => (isCount(count) ? count : 0)
  return {
    for: orNone(votes.for),
    against: orNone(votes.against),
    abstain: orNone(votes.abstain),
    void: orNone(votes.void),
  }
}

const none: CountedVotes = { for: 0, against: 0, abstain: 0, void: 0 }

/** Hands and papers that a clerk counted, in heads. */
export const votesByHand = ({ counted }: Pick<Sitting, "counted">): CountedVotes =>
  counted === null ? none : atMostCounts(counted)

/** How many votes these are, void ones included. */
export const votesIn = (votes: CountedVotes): number => votes.for + votes.against + votes.abstain + votes.void
