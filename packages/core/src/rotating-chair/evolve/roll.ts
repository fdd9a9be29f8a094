import type { RotaEvent } from "../events.ts"
import type { Rota, Seat, Term } from "../model.ts"
import { find } from "./terms.ts"

/** What happens to seats: they are taken, left and put together. */
export type RollEvent = Extract<RotaEvent, { readonly _tag: "UnitSeated" | "UnitUnseated" | "UnitsMerged" }>

type Merged = Extract<RollEvent, { _tag: "UnitsMerged" }>

/** One seat out of two, the better place in the list and the worse in the queue. */
const together = (one: Seat, other: Seat): Seat => ({
  unit: one.unit,
  position: Math.min(one.position, other.position),
  queued: Math.max(one.queued, other.queued),
  seatedAt: Math.max(one.seatedAt, other.seatedAt),
  lastTurn: Math.max(one.lastTurn, other.lastTurn),
  lastRound: Math.max(one.lastRound, other.lastRound),
  lateIn: Math.max(one.lateIn, other.lateIn),
})

const mergeSeats = (seats: ReadonlyArray<Seat>, { into, units }: Merged): ReadonlyArray<Seat> => {
  const merging = seats.filter((seat) => units.includes(seat.unit))
  const [first, ...others] = merging
  if (first === undefined) return seats
  const seat = { ...others.reduce(together, first), unit: into }
  return [...seats.filter((kept) => !merging.includes(kept)), seat].sort(
    (left, right) => left.position - right.position,
  )
}

/** Whatever bore one of the two names bears the new one. A substitute that has become the chair itself is none any more. */
const merge = (rota: Rota, event: Merged): Rota => {
  const { into, units } = event
  const isMerging = (unit: string | null) => unit !== null && units.includes(unit)
  const renamed = <Unit extends string | null>(unit: Unit) => (isMerging(unit) ? into : unit)
  const renameTerm = (term: Term): Term =>
    term.unit !== null && isMerging(term.unit) && term.unit !== into
      ? { ...term, unit: into, because: [...term.because, { _tag: "Merged", before: term.unit }] }
      : term
  const { handOver, previous, substitute } = rota
  const chair = renamed(find(rota, rota.serving)?.unit ?? null)
  const standIn = substitute && { ...substitute, unit: renamed(substitute.unit) }
  return {
    ...rota,
    seats: mergeSeats(rota.seats, event),
    owed: [...rota.owed.filter((turn) => !isMerging(turn.unit)), ...event.owed],
    terms: rota.terms.map(renameTerm),
    previous: previous && { ...previous, unit: renamed(previous.unit) },
    lastChair: renamed(rota.lastChair),
    handOver: handOver && { ...handOver, from: renamed(handOver.from) },
    interests: rota.interests.map((interest) => ({ ...interest, unit: renamed(interest.unit) })),
    substitute: standIn?.unit === chair ? null : standIn,
  }
}

/** What a rota becomes by something that happens to its seats. */
export const evolveRoll = (rota: Rota, event: RollEvent): Rota => {
  switch (event._tag) {
    case "UnitSeated": {
      const { countsFromRound, lateIn, seatedAt, unit } = event
      const [position, queued] = [rota.lastPosition + 1, rota.lastQueued + 1]
      const seat = { unit, position, queued, seatedAt, lastTurn: 0, lastRound: countsFromRound - 1, lateIn }
      return { ...rota, seats: [...rota.seats, seat], lastPosition: position, lastQueued: queued }
    }
    case "UnitUnseated":
      return {
        ...rota,
        seats: rota.seats.filter((seat) => seat.unit !== event.unit),
        owed: rota.owed.filter((turn) => turn.unit !== event.unit),
        interests: rota.interests.filter((interest) => interest.unit !== event.unit),
        substitute: rota.substitute?.unit === event.unit ? null : rota.substitute,
      }
    case "UnitsMerged":
      return merge(rota, event)
  }
}
