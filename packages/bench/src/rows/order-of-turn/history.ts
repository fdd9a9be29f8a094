import { draws } from "../draws.ts"

/** Who sits in a rota at first, and who joins and leaves in each term, before the term's turn is given. Units are numbers. */
export interface History {
  readonly units: number
  readonly terms: number
  /** So many join and so many leave in each term; newcomers are numbered on from `units`. */
  readonly moves: number
  /** `moves` units for each term, in order: those who leave. */
  readonly leaving: Int32Array
}

/** A history in which those who leave are drawn among all who sit. */
export const drawHistory = (units: number, terms: number, moves: number): History => {
  const draw = draws(20260101)
  const seated = Array.from({ length: units }, (_, unit) => unit)
  const leaving = new Int32Array(terms * moves)
  for (let term = 0; term < terms; term += 1)
    for (let move = 0; move < moves; move += 1) {
      const at = draw(seated.length)
      leaving[term * moves + move] = seated[at] as number
      seated[at] = units + term * moves + move
    }
  return { units, terms, moves, leaving }
}

/** Adds one turn to the checksum of a sequence, in which the order counts. */
export const withTurn = (checksum: number, unit: number): number => (Math.imul(checksum, 31) + unit) | 0
