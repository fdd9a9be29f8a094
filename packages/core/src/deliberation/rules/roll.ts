import { placeOn, voterOn } from "../../kernel/roll-places.ts"
import type { Sitting, Voter } from "../model.ts"

/** The most heads and the most area, in square centimetres, of one voter: 10^12 cm² is 100 km² (DELIBERATION-7). */
export const largestVoter: Pick<Voter, "heads" | "area"> = { heads: 1_000_000, area: 1_000_000_000_000 }

/** The most that all voters together may have: what counts exactly. */
export const largestRoll = Number.MAX_SAFE_INTEGER

/** The voters of a command who are not on the roll. */
export const strangersTo = ({ roll }: Pick<Sitting, "roll">, voters: ReadonlyArray<string>): ReadonlyArray<string> => {
  return [...new Set(voters)].filter((voter) => placeOn(roll, voter) === undefined)
}

/** A voter who stands twice among these. */
export const namedTwice = (voters: ReadonlyArray<string>): string | undefined => {
  const seen = new Set<string>()
  for (const voter of voters) {
    if (seen.has(voter)) return voter
    seen.add(voter)
  }
  return undefined
}

/** Those who take no part (DELIBERATION-8). */
export const recusedIn = ({ recusals }: Pick<Sitting, "recusals">): ReadonlySet<string> =>
  new Set(recusals.map(({ voter }) => voter))

/** Whether this voter takes no part (DELIBERATION-8). */
export const isRecused = ({ recusals }: Pick<Sitting, "recusals">, voter: string): boolean =>
  recusals.some((known) => known.voter === voter)

const isSame = (one: Voter, other: Voter | undefined): boolean =>
  other !== undefined &&
  one.person === other.person &&
  one.heads === other.heads &&
  one.area === other.area &&
  one.kind === other.kind

/** Of these voters those who are not on the roll, or stand there otherwise: what entering them changes. */
export const newToRoll = ({ roll }: Pick<Sitting, "roll">, voters: ReadonlyArray<Voter>): ReadonlyArray<Voter> => {
  return voters.filter((voter) => !isSame(voter, voterOn(roll, voter.voter)))
}

/** Whether the roll with these voters entered has more heads or more area than can be counted exactly. */
export const overflows = (
  { roll }: Pick<Sitting, "roll">,
  voters: ReadonlyArray<Voter>,
  measure: "heads" | "area",
): boolean => {
  const anew = new Map(voters.map((voter) => [voter.voter, voter]))
  // What stands on the roll was held against the limit when it was entered.
  let sum = roll.reduce((all, known) => all + known[measure], 0)
  for (const voter of anew.keys()) sum -= voterOn(roll, voter)?.[measure] ?? 0
  for (const entering of anew.values()) {
    if (entering[measure] > largestRoll - sum) return true
    sum += entering[measure]
  }
  return false
}

/** The heads of those on the roll who are not recused: who may take part. */
export const entitledHeads = ({ recusals, roll }: Pick<Sitting, "roll" | "recusals">): number => {
  const recused = recusedIn({ recusals })
  return roll.reduce((sum, { heads, voter }) => (recused.has(voter) ? sum : sum + heads), 0)
}

/** Whether each voter has one head, so that raised hands and papers can be counted without names (DELIBERATION-12). */
export const headsAreEqual = ({ roll }: Pick<Sitting, "roll">): boolean => roll.every(({ heads }) => heads === 1)

/** Whether all voters weigh the same, so that a weight tells nothing about who voted (DELIBERATION-12). */
export const weighTheSame = ({ roll }: Pick<Sitting, "roll">): boolean =>
  roll.every(({ area, heads }) => heads === roll[0]?.heads && area === roll[0]?.area)

/** Whether a rule of the sitting asks for area. */
export const asksForArea = ({ rules }: Pick<Sitting, "rules">): boolean =>
  [...rules.quorum, ...rules.approval].some(({ threshold }) => threshold.measure === "area")
