import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Projection } from "../../kernel/projection.ts"
import type { ConferenceEvent } from "../events.ts"
import { type Audience, personFor } from "./audience.ts"
import type { Span } from "./spans.ts"

/** Who convened for a span of days; null where the audience is the public. */
export interface ConvenorTerm extends Span {
  readonly person: string | null
}

/** The term that holds this first day is cut there; the new one lasts as long as the old one would have. */
const assigned = (terms: ReadonlyArray<ConvenorTerm>, person: string, from: CivilDate): ReadonlyArray<ConvenorTerm> =>
  terms.flatMap((term): ReadonlyArray<ConvenorTerm> => {
    if (term.from === from) return [{ ...term, person }]
    const isCut = term.from < from && (term.until === null || from < term.until)
    return isCut
      ? [
          { ...term, until: from },
          { person, from, until: term.until },
        ]
      : [term]
  })

const endedOn = (terms: ReadonlyArray<ConvenorTerm>, on: CivilDate): ReadonlyArray<ConvenorTerm> =>
  terms
    .filter((term) => term.from < on)
    .map((term) => (term.until === null || term.until > on ? { ...term, until: on } : term))

/** Who convened through time: without gap or overlap from the founding to the dissolution (CONFERENCE-2). */
export const convenors: Projection<ReadonlyArray<ConvenorTerm>, ConferenceEvent> = {
  initial: [],
  evolve: (terms, event) => {
    switch (event._tag) {
      case "ConferenceFounded":
        return [{ person: event.convenor, from: event.on, until: null }]
      case "ConvenorAssigned":
        return assigned(terms, event.person, event.from)
      case "ConferenceDissolved":
        return endedOn(terms, event.on)
      default:
        return terms
    }
  },
}

/** The terms as an audience may see them. */
export const convenorsFor = (terms: ReadonlyArray<ConvenorTerm>, audience: Audience): ReadonlyArray<ConvenorTerm> =>
  terms.map((term) => ({ ...term, person: personFor(audience, term.person) }))
