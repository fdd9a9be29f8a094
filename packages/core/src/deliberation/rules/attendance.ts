import type { CountedVotes, NamedVotes, Sitting } from "../model.ts"
import { entitledHeads } from "./roll.ts"

type Attended = Pick<Sitting, "present" | "presentCount" | "roll" | "recusals">

const countedHeads = ({ recusals, roll }: Attended, voters: ReadonlyArray<string>): number => {
  const among = new Set(voters)
  return entitledHeads({ recusals, roll: roll.filter(({ voter }) => among.has(voter)) })
}

/** The heads that are known to be there, without those recused; null: nobody was taken down (DELIBERATION-10). */
export const attendingHeads = (sitting: Attended): number | null => {
  if (sitting.presentCount !== null) return sitting.presentCount
  return sitting.present.length === 0 ? null : countedHeads(sitting, sitting.present)
}

/** The most heads that can have voted where hands or papers were counted: those present, or all who are entitled. */
export const mostVotes = (sitting: Attended): number => attendingHeads(sitting) ?? entitledHeads(sitting)

/** How many votes were counted, void ones included. */
export const countedTotal = (votes: CountedVotes): number => votes.for + votes.against + votes.abstain + votes.void

/** Who stands in votes that were taken down by name and say something. */
export const choosersIn = (votes: NamedVotes): ReadonlyArray<string> => [
  ...votes.for,
  ...votes.against,
  ...votes.abstain,
]

/** Everybody whose vote was taken down by name, void ones included. */
export const votersIn = (votes: NamedVotes): ReadonlyArray<string> => [
  ...choosersIn(votes),
  ...votes.void.map(({ voter }) => voter),
]

const sameNames = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((voter, place) => voter === other[place])

/** Whether two records of votes by name say the same. */
export const sameVotes = (one: NamedVotes, other: NamedVotes): boolean =>
  sameNames(one.for, other.for) &&
  sameNames(one.against, other.against) &&
  sameNames(one.abstain, other.abstain) &&
  sameNames(
    one.void.flatMap(({ reason, voter }) => [voter, reason]),
    other.void.flatMap(({ reason, voter }) => [voter, reason]),
  )

/** Whether two records of counts say the same. */
export const sameCounts = (one: CountedVotes, other: CountedVotes): boolean =>
  one.for === other.for && one.against === other.against && one.abstain === other.abstain && one.void === other.void
