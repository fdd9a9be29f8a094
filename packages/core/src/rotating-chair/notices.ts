import type { Notice, Recipient } from "../kernel/notice.ts"
import type { RotaEvent } from "./events.ts"

const unit = (id: string): Recipient => ({ _tag: "Unit", unit: id })
const convenor: Recipient = { _tag: "Post", post: "convenor" }
const secretary: Recipient = { _tag: "Post", post: "secretary" }

/** Who must be told of an event. */
export const notices = (event: RotaEvent): ReadonlyArray<Notice> => {
  switch (event._tag) {
    case "TermPublished": {
      const { from, ordinal, unit: sits } = event.term
      return sits === null
        ? []
        : [{ template: "turn-published", to: [unit(sits)], data: { term: ordinal, unit: sits, from } }]
    }
    case "TurnMoved": {
      const { before, cause, term, unit: sits } = event
      const data = { term, unit: sits, before, cause }
      return sits === null
        ? [{ template: "turn-left-vacant", to: [convenor, secretary], data }]
        : [{ template: "turn-taken-over", to: [unit(sits), secretary], data }]
    }
    case "TermBegun": {
      const { handOverBefore, on, term, unit: sits } = event
      const data = { term, unit: sits, on, handOverBefore }
      return sits === null ? [] : [{ template: "term-begun", to: [{ _tag: "AllUnits" }], data }]
    }
    case "ChairVacated": {
      const { endsOn, since, term } = event
      return [{ template: "chair-vacated", to: [convenor, secretary], data: { term, since, endsOn } }]
    }
    case "SubstituteNamed":
      return [{ template: "substitute-named", to: [unit(event.unit)], data: { term: event.term, unit: event.unit } }]
    case "HandOverReminded": {
      const data = { term: event.term, unit: event.unit }
      return [{ template: "hand-over-missing", to: [unit(event.unit), convenor, secretary], data }]
    }
    default:
      return []
  }
}
