import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { RotaEvent } from "../events.ts"
import type { Rota } from "../model.ts"
import { changeTerm, find } from "./terms.ts"

/** What happens to the chair: it is taken, vacated, stood in for and handed over. */
export type ChairEvent = Extract<
  RotaEvent,
  {
    readonly _tag:
      | "TermBegun"
      | "ChairVacated"
      | "VacancyFilled"
      | "SubstituteNamed"
      | "InterestDeclared"
      | "ChairHandedOver"
      | "HandOverReminded"
      | "MeetingCounted"
      | "TermEndSet"
  }
>

interface Sat {
  readonly term: number
  readonly unit: string | null
  readonly handOverBefore: CivilDate | null
}

/** A chair was taken: whoever stood in for the one before stands in no more, and a hand-over may be due from that one. */
const take = (rota: Rota, { handOverBefore, term, unit }: Sat): Rota => ({
  ...rota,
  vacancy: null,
  substitute: null,
  lastChair: unit ?? rota.lastChair,
  handOver: handOverBefore && { term, from: rota.lastChair, dueBefore: handOverBefore, reminded: false },
})

const begin = (rota: Rota, event: Extract<ChairEvent, { _tag: "TermBegun" }>): Rota => ({
  ...take(rota, event),
  serving: event.term,
  previous: find(rota, rota.serving) ?? rota.previous,
  terms: rota.terms
    .filter((term) => term.ordinal >= event.term)
    .map((term) => (term.ordinal === event.term ? { ...term, from: event.on } : term)),
  meetings: [],
  noShows: rota.noShows.filter((term) => term >= rota.serving),
})

/** What a rota becomes by something that happens to the chair. */
export const evolveChair = (rota: Rota, event: ChairEvent): Rota => {
  switch (event._tag) {
    case "TermBegun":
      return begin(rota, event)
    case "ChairVacated":
      return {
        ...rota,
        vacancy: { term: event.term, since: event.since, endsOn: event.endsOn },
        handOver: null,
      }
    case "VacancyFilled":
      return take(rota, event)
    case "SubstituteNamed":
      return { ...rota, substitute: { term: event.term, unit: event.unit } }
    case "InterestDeclared":
      return { ...rota, interests: [...rota.interests, { item: event.item, unit: event.unit }] }
    case "ChairHandedOver":
      return { ...rota, handOver: null }
    case "HandOverReminded":
      return { ...rota, handOver: rota.handOver && { ...rota.handOver, reminded: true } }
    case "MeetingCounted":
      return event.term === rota.serving ? { ...rota, meetings: [...rota.meetings, event.meeting] } : rota
    case "TermEndSet": {
      const ended = changeTerm(rota, event.term, (term) => ({ ...term, until: event.until }))
      return changeTerm(ended, event.term + 1, (term) => ({ ...term, from: event.until }))
    }
  }
}
