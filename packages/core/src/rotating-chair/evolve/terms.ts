import type { OwedTurn, Rota, Seat, Term } from "../model.ts"

/** The published term of this ordinal. */
export const find = (rota: Rota, ordinal: number): Term | undefined =>
  rota.terms.find((term) => term.ordinal === ordinal)

/** The rota with one term changed. */
export const changeTerm = (rota: Rota, ordinal: number, change: (term: Term) => Term): Rota => ({
  ...rota,
  terms: rota.terms.map((term) => (term.ordinal === ordinal ? change(term) : term)),
})

/** The rota with one seat changed; without such a seat, as it was. */
export const changeSeat = (rota: Rota, unit: string | null, change: (seat: Seat) => Seat): Rota => ({
  ...rota,
  seats: rota.seats.map((seat) => (seat.unit === unit ? change(seat) : seat)),
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
  if (!turn.counts) return rota
  const given = { ...rota, round: Math.max(rota.round, turn.round), owed: settle(rota.owed, turn.repays) }
  const noted = changeSeat(given, turn.unit, (seat) => ({ ...seat, lastTurn: Math.max(seat.lastTurn, turn.term) }))
  if (turn.repays !== null) return noted
  const queued = rota.lastQueued + 1
  return changeSeat({ ...noted, lastQueued: queued }, turn.unit, (seat) => ({
    ...seat,
    queued,
    lastRound: Math.max(seat.lastRound, turn.round),
  }))
}
