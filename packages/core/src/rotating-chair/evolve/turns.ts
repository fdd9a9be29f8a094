import type { RotaEvent } from "../events.ts"
import type { OwedTurn, Rota, Seat, Term } from "../model.ts"
import { changeSeat, changeTerm, find, give } from "./terms.ts"

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
const latest =
  (rota: Rota, { first, second }: Extract<TurnEvent, { _tag: "TurnsSwapped" }>) =>
  (seat: Seat): Seat => {
    const held = rota.terms.filter((term) => term.counts && term.unit === seat.unit).map((term) => term.ordinal)
    const before = seat.lastTurn === first || seat.lastTurn === second ? 0 : seat.lastTurn
    return { ...seat, lastTurn: held.reduce((last, term) => (term > last ? term : last), before) }
  }

const swap = (rota: Rota, event: Extract<TurnEvent, { _tag: "TurnsSwapped" }>): Rota => {
  const one = find(rota, event.first)
  const other = find(rota, event.second)
  if (one === undefined || other === undefined) return rota
  const half = changeTerm(rota, one.ordinal, () => trade(one, other))
  const swapped = changeTerm(half, other.ordinal, () => trade(other, one))
  return changeSeat(changeSeat(swapped, one.unit, latest(swapped, event)), other.unit, latest(swapped, event))
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
