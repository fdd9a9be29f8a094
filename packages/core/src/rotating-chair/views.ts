import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { Projection } from "../kernel/projection.ts"
import type { RotaEvent } from "./events.ts"
import type { SeatSpan, TurnRecord } from "./rules/index.ts"

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
        return view.at(-1)?.unit === null && view.at(-1)?.from === event.since
          ? view
          : since(view, { term, unit: null, from: event.since })
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

/** What a fairness report is made of: `fairnessReport(project(turnHistory, events))`. */
export interface TurnHistory {
  readonly records: ReadonlyArray<TurnRecord>
  readonly seats: ReadonlyArray<SeatSpan>
  readonly owed: ReadonlyArray<{ readonly unit: string; readonly since: number }>
  readonly serving: number
}

const change = (
  history: TurnHistory,
  term: number,
  outcomes: Partial<Record<TurnRecord["outcome"], TurnRecord["outcome"]>>,
) => ({
  ...history,
  records: history.records.map((record) => {
    const outcome = record.term === term ? outcomes[record.outcome] : undefined
    return outcome === undefined ? record : { ...record, outcome }
  }),
})

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
    if (record.term !== term || (record.outcome !== "published" && record.outcome !== "serving")) return [record]
    return record.outcome === "serving" ? [{ ...record, outcome: "served" }] : []
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
  const rename = (record: TurnRecord): TurnRecord =>
    units.includes(record.unit) && (record.outcome === "published" || record.outcome === "serving")
      ? { ...record, unit: into }
      : record
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
        const noted = change(history, event.term, { serving: outcome, served: outcome })
        return event.owed ? { ...noted, owed: [...noted.owed, { unit: event.unit, since: event.term }] } : noted
      }
      case "TermBegun": {
        const ended = change(history, history.serving, { serving: "served" })
        return { ...change(ended, event.term, { published: "serving" }), serving: event.term }
      }
      default:
        return history
    }
  },
}
