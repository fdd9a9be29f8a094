import type { RotaEvent } from "../events.ts"
import type { OwedTurn, Rota, Seat, Term } from "../model.ts"
import { changeTerm, find, give } from "./terms.ts"

/** What happens to turns: they are given, traded, put off, given up, moved and missed. */
export type TurnEvent = Extract<
  RotaEvent,
  {
    readonly _tag: "TermPublished" | "TurnsSwapped" | "TurnSkipped" | "TurnDeclined" | "TurnMoved" | "NoShowRecorded"
  }
>

const trade = (term: Term, partner: Term): Term => ({
  ...term,
  unit: partner.unit,
  because: [...term.because, { _tag: "Swapped", withTerm: partner.ordinal, before: term.unit ?? "" }],
})

/** The latest turn of a seat after a swap; its place in the queue stays as it was (CHAIR-6). */
const latest = (
  terms: Rota["terms"],
  seat: Seat,
  { first, second }: Extract<TurnEvent, { _tag: "TurnsSwapped" }>,
): Seat => {
  let lastTurn = seat.lastTurn === first || seat.lastTurn === second ? 0 : seat.lastTurn
  for (const term of terms)
    if (term.counts && term.unit === seat.unit && term.ordinal > lastTurn) lastTurn = term.ordinal
  return { ...seat, lastTurn }
}

const swap = (rota: Rota, event: Extract<TurnEvent, { _tag: "TurnsSwapped" }>): Rota => {
  const one = find(rota, event.first)
  const other = find(rota, event.second)
  if (one === undefined || other === undefined) return rota
  const terms = rota.terms.map((term) => (term === one ? trade(one, other) : term === other ? trade(other, one) : term))
  const traded = (seat: Seat): Seat =>
    seat.unit === one.unit || seat.unit === other.unit ? latest(terms, seat, event) : seat
  return { ...rota, terms, seats: rota.seats.map(traded) }
}

/** What a rota becomes by something that happens to a turn. */
export const evolveTurn = (rota: Rota, event: TurnEvent): Rota => {
  switch (event._tag) {
    case "TermPublished": {
      const { repays, term } = event
      return give({ ...rota, terms: [...rota.terms, term] }, { ...term, term: term.ordinal, repays })
    }
    case "TurnsSwapped":
      return swap(rota, event)
    case "TurnSkipped":
      return { ...rota, owed: [...rota.owed, { unit: event.unit, since: event.term, cause: "skipped" }] }
    case "TurnDeclined":
      return rota
    case "TurnMoved": {
      const { because, counts, term, unit } = event
      const moved = changeTerm(rota, term, (old) => ({ ...old, unit, counts, because: [...old.because, ...because] }))
      return give(moved, event)
    }
    case "NoShowRecorded": {
      const owed: OwedTurn = { unit: event.unit, since: event.term, cause: "no-show" }
      return {
        ...rota,
        noShows: [...rota.noShows, event.term],
        owed: event.owed ? [...rota.owed, owed] : rota.owed,
      }
    }
  }
}
