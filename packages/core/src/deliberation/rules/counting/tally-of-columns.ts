import type { Tally, Weight } from "../../model.ts"
import {
  choiceCodes,
  clerkCodes,
  isCode,
  markPlaces,
  markTable,
  openingMarks,
  type RollColumns,
  recusedMark,
} from "./roll-columns.ts"
import { minus, plus } from "./weight.ts"

/** Ballots in their order of arrival: whose, and what they say. Two columns of one length. */
export interface BallotColumns {
  readonly voters: ArrayLike<number>
  readonly codes: ArrayLike<number>
}

/** What the voters of each mark weigh together. */
export const tallyOfMarks = (heads: ArrayLike<number>, area: ArrayLike<number>): Tally => {
  const of = (mark: number): Weight => ({ heads: heads[mark] ?? 0, area: area[mark] ?? 0 })
  const all = (choice: "for" | "against" | "abstain"): Weight => plus(of(choiceCodes[choice]), of(clerkCodes[choice]))
  const chosen = { for: all("for"), against: all("against"), abstain: all("abstain") }
  const valid = plus(plus(chosen.for, chosen.against), chosen.abstain)
  const cast = plus(valid, of(choiceCodes.void))
  const entitled = plus(cast, of(0))
  const members = plus(entitled, of(recusedMark))
  return { members, entitled, present: cast, cast, valid, ...chosen, silent: minus(entitled, cast) }
}

/** Sums of the roll by the marks of its voters. */
export const sumsOf = (marks: Uint8Array, column: ArrayLike<number>): Float64Array => {
  const sums = new Float64Array(markPlaces)
  for (let voter = 0; voter < marks.length; voter += 1) {
    const mark = marks[voter] ?? 0
    sums[mark] = (sums[mark] ?? 0) + (column[voter] ?? 0)
  }
  return sums
}

/**
 * The tally of a long list of ballots, counted at once: as `countBallots` and `tallyOf` count what each voter casts in person
 * or a clerk enters for it.
 * A ballot of a place that is not on the roll, of somebody recused, or with no known code is not counted. Rule TALLY-17.
 */
export const tallyOfColumns = (roll: RollColumns, { codes, voters }: BallotColumns): Tally => {
  const marks = openingMarks(roll)
  const table = markTable(roll.repeated ?? "last")
  const size = marks.length
  for (let place = 0; place < voters.length; place += 1) {
    const voter = voters[place] ?? size
    const code = codes[place] ?? 0
    if (voter < size && isCode(code)) marks[voter] = table[(marks[voter] ?? 0) * markPlaces + code] ?? 0
  }
  return tallyOfMarks(sumsOf(marks, roll.heads), sumsOf(marks, roll.area))
}
