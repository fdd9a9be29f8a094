import type { Choice, NamedVotes, Sitting } from "../../model.ts"

/** What was taken down of each voter, and the voters of entries that say the same once more. */
export interface NamedEntries {
  readonly marks: ReadonlyMap<string, Choice | "void">
  readonly repeated: ReadonlyArray<string>
}

const entriesOf = (votes: NamedVotes): ReadonlyArray<readonly [string, Choice | "void"]> => [
  ...votes.for.map((voter) => [voter, "for"] as const),
  ...votes.against.map((voter) => [voter, "against"] as const),
  ...votes.abstain.map((voter) => [voter, "abstain"] as const),
  ...votes.void.map(({ voter }) => [voter, "void"] as const),
]

/**
 * What a clerk took down by name, one entry a voter. The lists have no order among each other, so somebody who stands in two
 * of them has said nothing that can be counted: the entry is void. Rule TALLY-4.
 */
export const namedEntries = ({ named }: Pick<Sitting, "named">): NamedEntries => {
  const marks = new Map<string, Choice | "void">()
  const repeated: Array<string> = []
  if (named === null) return { marks, repeated }
  for (const [voter, mark] of entriesOf(named)) {
    const before = marks.get(voter)
    if (before !== undefined) repeated.push(voter)
    marks.set(voter, before === undefined || before === mark ? mark : "void")
  }
  return { marks, repeated }
}
