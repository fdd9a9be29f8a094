import type { RotaEvent } from "../events.ts"
import type { OwedTurn, Rota, Term } from "../model.ts"
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

const swap = (rota: Rota, event: Extract<TurnEvent, { _tag: "TurnsSwapped" }>): Rota => {
  const one = find(rota, event.first)
  const other = find(rota, event.second)
  if (one === undefined || other === undefined) return rota
  const half = changeTerm(rota, one.ordinal, () => trade(one, other))
  return changeTerm(half, other.ordinal, () => trade(other, one))
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
