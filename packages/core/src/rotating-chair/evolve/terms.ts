import type { OwedTurn, Rota, Seat, Term } from "../model.ts"

/** The published term of this ordinal. */
export const find = (rota: Rota, ordinal: number): Term | undefined =>
  rota.terms.find((term) => term.ordinal === ordinal)

/** The rota with one term changed. */
export const changeTerm = (rota: Rota, ordinal: number, change: (term: Term) => Term): Rota => ({
  ...rota,
  terms: rota.terms.map((term) => (term.ordinal === ordinal ? change(term) : term)),
})

const settle = (owed: ReadonlyArray<OwedTurn>, repaid: OwedTurn | null): ReadonlyArray<OwedTurn> => {
  const place = owed.findIndex((turn) => turn.unit === repaid?.unit && turn.since === repaid.since)
  return place < 0 ? owed : owed.toSpliced(place, 1)
}

interface GivenTurn {
  readonly term: number
  readonly unit: string | null
  readonly counts: boolean
  readonly round: number
  readonly repays: OwedTurn | null
}

/**
 * A turn was given: the unit goes to the end of the queue and has had its turn of the round. A turn that was owed settles
 * the debt and nothing else: the unit was queued and counted when it was first given that turn.
 */
export const give = (rota: Rota, turn: GivenTurn): Rota => {
  const { counts, repays, round, term, unit } = turn
  if (!counts) return rota
  const queued = repays === null ? rota.lastQueued + 1 : rota.lastQueued
  const given = (seat: Seat): Seat => {
    if (seat.unit !== unit) return seat
    const lastTurn = Math.max(seat.lastTurn, term)
    return repays === null
      ? { ...seat, lastTurn, queued, lastRound: Math.max(seat.lastRound, round) }
      : { ...seat, lastTurn }
  }
  return {
    ...rota,
    round: Math.max(rota.round, round),
    owed: repays === null ? rota.owed : settle(rota.owed, repays),
    seats: rota.seats.map(given),
    lastQueued: queued,
  }
}
