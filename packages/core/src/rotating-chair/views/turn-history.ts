import type { Projection } from "../../kernel/projection.ts"
import type { RotaEvent } from "../events.ts"
import type { SeatSpan, TurnRecord } from "../rules/index.ts"

/** What a fairness report is made of: `fairnessReport(project(turnHistory, events))`. */
export interface TurnHistory {
  readonly records: ReadonlyArray<TurnRecord>
  readonly seats: ReadonlyArray<SeatSpan>
  readonly owed: ReadonlyArray<{ readonly unit: string; readonly since: number }>
  readonly serving: number
}

type Outcome = TurnRecord["outcome"]

/** The records with this outcome of a term changed: of several the last, since whoever held the term last held it then. */
const change = (
  history: TurnHistory,
  term: number,
  { from, to }: { readonly from: ReadonlyArray<Outcome>; readonly to: Outcome },
): TurnHistory => {
  const place = history.records.findLastIndex((record) => record.term === term && from.includes(record.outcome))
  const records = history.records.map((record, index) => (index === place ? { ...record, outcome: to } : record))
  return { ...history, records }
}

const add = (history: TurnHistory, ...records: ReadonlyArray<TurnRecord>): TurnHistory => ({
  ...history,
  records: [...history.records, ...records],
})

const repaid = (
  history: TurnHistory,
  repays: { readonly unit: string; readonly since: number } | null,
): TurnHistory => {
  const place = history.owed.findIndex((turn) => turn.unit === repays?.unit && turn.since === repays.since)
  return place < 0 ? history : { ...history, owed: history.owed.toSpliced(place, 1) }
}

const moved = (history: TurnHistory, event: Extract<RotaEvent, { _tag: "TurnMoved" }>): TurnHistory => {
  const { counts, term, unit } = event
  const serves = term <= history.serving
  const records = history.records.flatMap((record): ReadonlyArray<TurnRecord> => {
    if (record.term !== term) return [record]
    if (record.outcome === "serving") return [{ ...record, outcome: "served" }]
    const isOff = record.outcome === "published" || (record.outcome === "stood-in" && !serves)
    return isOff ? [] : [record]
  })
  const outcome = counts ? (serves ? "serving" : "published") : "stood-in"
  return repaid({ ...history, records: unit === null ? records : [...records, { term, unit, outcome }] }, event.repays)
}

const unseat = (history: TurnHistory, unit: string): TurnHistory => ({
  ...history,
  seats: history.seats.map((seat) =>
    seat.unit === unit && seat.until === null ? { ...seat, until: history.serving } : seat,
  ),
  owed: history.owed.filter((turn) => turn.unit !== unit),
})

const merge = (history: TurnHistory, event: Extract<RotaEvent, { _tag: "UnitsMerged" }>): TurnHistory => {
  const { into, units } = event
  const ended = units.reduce(unseat, history)
  const isOpen = ({ outcome, term }: TurnRecord) =>
    outcome === "published" || outcome === "serving" || (outcome === "stood-in" && term >= history.serving)
  const rename = (record: TurnRecord): TurnRecord =>
    units.includes(record.unit) && isOpen(record) ? { ...record, unit: into } : record
  return {
    ...ended,
    records: ended.records.map(rename),
    seats: [...ended.seats, { unit: into, from: history.serving, until: null }],
    owed: [...ended.owed, ...event.owed],
  }
}

/** The turns of every unit, from the events. */
export const turnHistory: Projection<TurnHistory, RotaEvent> = {
  initial: { records: [], seats: [], owed: [], serving: 0 },
  evolve: (history, event) => {
    switch (event._tag) {
      case "UnitSeated":
        return { ...history, seats: [...history.seats, { unit: event.unit, from: event.seatedAt, until: null }] }
      case "UnitUnseated":
        return unseat(history, event.unit)
      case "UnitsMerged":
        return merge(history, event)
      case "TermPublished": {
        const { ordinal: term, unit } = event.term
        return repaid(unit === null ? history : add(history, { term, unit, outcome: "published" }), event.repays)
      }
      case "TurnsSwapped": {
        const trade: ReadonlyMap<number, number> = new Map([
          [event.first, event.second],
          [event.second, event.first],
        ])
        const records = history.records.map((record) =>
          record.outcome === "published" ? { ...record, term: trade.get(record.term) ?? record.term } : record,
        )
        return { ...history, records }
      }
      case "TurnSkipped":
        return {
          ...add(history, { term: event.term, unit: event.unit, outcome: "skipped" }),
          owed: [...history.owed, { unit: event.unit, since: event.term }],
        }
      case "TurnDeclined":
        return add(history, { term: event.term, unit: event.unit, outcome: "declined" })
      case "TurnMoved":
        return moved(history, event)
      case "NoShowRecorded": {
        const outcome = event.owed ? "owed-no-show" : "no-show"
        const noted = change(history, event.term, { from: ["serving", "served"], to: outcome })
        return event.owed ? { ...noted, owed: [...noted.owed, { unit: event.unit, since: event.term }] } : noted
      }
      case "TermBegun": {
        const ended = change(history, history.serving, { from: ["serving"], to: "served" })
        return { ...change(ended, event.term, { from: ["published"], to: "serving" }), serving: event.term }
      }
      default:
        return history
    }
  },
}
