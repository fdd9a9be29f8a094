import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { RotaEvent } from "../events.ts"

/** Who held the chair from one day (inclusive) to another (exclusive; null: still). `unit` null: the chair was vacant. */
export interface Tenure {
  readonly term: number
  readonly unit: string | null
  readonly from: CivilDate
  readonly until: CivilDate | null
}

const since = (tenures: ReadonlyArray<Tenure>, next: Omit<Tenure, "until">): ReadonlyArray<Tenure> => {
  const before = tenures.map((tenure) => (tenure.until === null ? { ...tenure, until: next.from } : tenure))
  return [...before.filter((tenure) => tenure.until !== tenure.from), { ...next, until: null }]
}

/** The chair through time, without gap or overlap; vacancies are spans of their own (CHAIR-1). */
export const tenures: Projection<ReadonlyArray<Tenure>, RotaEvent> = {
  initial: [],
  evolve: (view, event) => {
    const term = view.at(-1)?.term ?? 0
    switch (event._tag) {
      case "TermBegun":
        return since(view, { term: event.term, unit: event.unit, from: event.on })
      case "ChairVacated":
        return view.at(-1)?.unit === null ? view : since(view, { term, unit: null, from: event.since })
      case "VacancyFilled":
        return since(view, { term, unit: event.unit, from: event.on })
      case "UnitsMerged": {
        const held = view.at(-1)?.unit
        if (typeof held !== "string" || !event.units.includes(held) || held === event.into) return view
        return since(view, { term, unit: event.into, from: event.on })
      }
      case "RotaClosed":
        return view
          .map((tenure) => (tenure.until === null ? { ...tenure, until: event.on } : tenure))
          .filter((tenure) => tenure.until !== tenure.from)
      default:
        return view
    }
  },
}
