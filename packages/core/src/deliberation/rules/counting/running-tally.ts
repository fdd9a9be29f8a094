import type { Tally } from "../../model.ts"
import { isCode, markPlaces, markTable, openingMarks, packed, type RollColumns } from "./roll-columns.ts"
import { sumsOf, tallyOfMarks } from "./tally-of-columns.ts"

/** A tally that is right after every ballot. */
export interface RunningTally {
  /** Takes the next ballot; one of a place that is not on the roll, of somebody recused, or with no known code changes nothing. */
  readonly cast: (voter: number, code: number) => void
  /** The tally now; present are those who cast a ballot. */
  readonly tally: () => Tally
}

/**
 * What went from one mark to another is added up by `before × 8 + after`, so that a ballot is one addition and no question.
 * Here what came to a mark and what left it are set off against each other before they meet the sum, which stays exact so.
 */
const addMoves = (sums: Float64Array, moves: Float64Array): void => {
  const net = new Float64Array(markPlaces)
  for (let before = 0; before < markPlaces; before += 1)
    for (let after = 0; after < markPlaces; after += 1) {
      const moved = before === after ? 0 : (moves[before * markPlaces + after] ?? 0)
      net[before] = (net[before] ?? 0) - moved
      net[after] = (net[after] ?? 0) + moved
    }
  for (let mark = 0; mark < markPlaces; mark += 1) sums[mark] = (sums[mark] ?? 0) + (net[mark] ?? 0)
  moves.fill(0)
}

/** How many moves can be added up before a sum might no longer be exact. */
const exactMoves = (...columns: ReadonlyArray<ArrayLike<number>>): number => {
  let most = 1
  for (const column of columns)
    for (let voter = 0; voter < column.length; voter += 1) most = Math.max(most, column[voter] ?? 0)
  return Math.floor(Number.MAX_SAFE_INTEGER / most)
}

/**
 * Counts ballot by ballot in the order of arrival. After each it says what `tallyOfColumns` says of all so far, for a time
 * that depends neither on the roll nor on the ballots before. Rule TALLY-17.
 */
export const runningTally = (roll: RollColumns): RunningTally => {
  const marks = openingMarks(roll)
  const table = markTable(roll.repeated ?? "last")
  const [heads, area] = [packed(roll.heads), packed(roll.area)]
  const [headSums, areaSums] = [sumsOf(marks, heads), sumsOf(marks, area)]
  const places = markPlaces * markPlaces
  const [headMoves, areaMoves] = [new Float64Array(places), new Float64Array(places)]
  const most = exactMoves(heads, area)
  let moves = 0
  const settle = (): void => {
    addMoves(headSums, headMoves)
    addMoves(areaSums, areaMoves)
    moves = 0
  }
  return {
    cast: (voter, code) => {
      if (!(voter < marks.length && isCode(code))) return
      const before = marks[voter] ?? 0
      const after = table[before * markPlaces + code] ?? 0
      const move = before * markPlaces + after
      headMoves[move] = (headMoves[move] ?? 0) + (heads[voter] ?? 0)
      areaMoves[move] = (areaMoves[move] ?? 0) + (area[voter] ?? 0)
      marks[voter] = after
      moves += 1
      if (moves >= most) settle()
    },
    tally: () => {
      settle()
      return tallyOfMarks(headSums, areaSums)
    },
  }
}
