import type { OwedTurn } from "@jinlin/core/rotating-chair"
import type { Told } from "../story.ts"

/** A turn that a unit was given, in the order of giving. `moved` names the unit it moved away from. */
export interface Given {
  readonly unit: string
  readonly term: number
  readonly repays: OwedTurn | null
  readonly moved: string | null
}

/** All turns that were given, in the order in which they were; stand-ins and vacant terms are nobody's turn. */
export const givenTurns = (told: Told): ReadonlyArray<Given> =>
  told.history.flatMap((event): ReadonlyArray<Given> => {
    if (event._tag === "TermPublished" && event.term.counts && event.term.unit !== null)
      return [{ unit: event.term.unit, term: event.term.ordinal, repays: event.repays, moved: null }]
    if (event._tag === "TurnMoved" && event.counts && event.unit !== null)
      return [{ unit: event.unit, term: event.term, repays: event.repays, moved: event.before }]
    return []
  })

/** Units that moved, put off, gave up or missed a turn of their own, or merged: the fairness laws speak of the others. */
export const movers = (told: Told): ReadonlySet<string> => {
  const moved = new Set<string>()
  for (const { before, events } of told.chapters)
    for (const event of events) {
      if (event._tag === "UnitUnseated" || event._tag === "TurnSkipped") moved.add(event.unit)
      if (event._tag === "TurnDeclined" || event._tag === "NoShowRecorded") moved.add(event.unit)
      if (event._tag === "UnitsMerged") for (const unit of [...event.units, event.into]) moved.add(unit)
      if (event._tag === "TurnsSwapped")
        for (const term of before.terms)
          if (term.unit !== null && (term.ordinal === event.first || term.ordinal === event.second))
            moved.add(term.unit)
    }
  return moved
}

/** The units of the opening list that stayed and made no move of their own. */
export const faithful = (told: Told, units: number): ReadonlyArray<string> => {
  const moved = movers(told)
  return Array.from({ length: units }, (_, index) => `unit-${index + 1}`).filter((unit) => !moved.has(unit))
}

/** How many debts came about. */
export const debts = (told: Told): number =>
  told.history.filter((event) => event._tag === "TurnSkipped" || (event._tag === "NoShowRecorded" && event.owed)).length

/** The most units that were seated at one time. */
export const mostSeated = (told: Told): number =>
  told.chapters.reduce((most, { after }) => (after.seats.length > most ? after.seats.length : most), 0)
