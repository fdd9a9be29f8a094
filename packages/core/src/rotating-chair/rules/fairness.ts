/** What became of one published term, for one unit; a view folds these from the events. */
export interface TurnRecord {
  readonly term: number
  readonly unit: string
  readonly outcome:
    | "published"
    | "serving"
    | "served"
    | "stood-in"
    | "skipped"
    | "declined"
    | "no-show"
    | "owed-no-show"
}

/** When a unit sat in the rota: from the term that served when it was seated, to the one that served when it left. */
export interface SeatSpan {
  readonly unit: string
  readonly from: number
  readonly until: number | null
}

/**
 * How one unit fared. `turns` counts the turns that were its own up to the term that serves: served, serving, declined, and
 * no-shows that count. The other columns count what is on record, for terms to come as well.
 */
export interface FairnessRow {
  readonly unit: string
  readonly seated: boolean
  readonly turns: number
  readonly published: number
  readonly standIns: number
  readonly skipped: number
  readonly declined: number
  readonly noShows: number
  readonly owed: number
  /** The most terms it ever waited, from its seating or one turn to the next or to now. */
  readonly longestWait: number
}

/** Turns, debts and waits per unit. `spread` is the most minus the fewest turns among units seated throughout. */
export interface FairnessReport {
  readonly rows: ReadonlyArray<FairnessRow>
  readonly spread: number
}

/** What a report is made of: `project(turnHistory, events)`, or a vendor's own tables. */
export interface TurnRecords {
  readonly records: ReadonlyArray<TurnRecord>
  readonly seats: ReadonlyArray<SeatSpan>
  readonly owed: ReadonlyArray<{ readonly unit: string }>
  readonly serving: number
}

const own: ReadonlyArray<TurnRecord["outcome"]> = ["served", "serving", "declined", "no-show"]

/** `turns` are the terms of a unit's own turns, in any order; those outside of the span do not end a wait of it. */
const longestWait = ({ from, until }: SeatSpan, turns: ReadonlyArray<number>, serving: number): number => {
  const end = until ?? serving
  const ends = turns.filter((term) => term > from && term < end).sort((left, right) => left - right)
  return Math.max(...[...ends, end].map((term, index) => term - (ends[index - 1] ?? from)))
}

const rowOf = (unit: string, { owed, records, seats, serving }: TurnRecords): FairnessRow => {
  const mine = records.filter((record) => record.unit === unit)
  const count = (...outcomes: ReadonlyArray<TurnRecord["outcome"]>) =>
    mine.filter((record) => outcomes.includes(record.outcome)).length
  const isTurn = ({ outcome, term }: TurnRecord) => own.includes(outcome) && term <= serving
  const turns = mine.filter(isTurn).map((record) => record.term)
  const spans = seats.filter((seat) => seat.unit === unit)
  return {
    unit,
    seated: spans.some((span) => span.until === null),
    turns: turns.length,
    published: count("published"),
    standIns: count("stood-in"),
    skipped: count("skipped"),
    declined: count("declined"),
    noShows: count("no-show", "owed-no-show"),
    owed: owed.filter((debt) => debt.unit === unit).length,
    longestWait: Math.max(...spans.map((span) => longestWait(span, turns, serving))),
  }
}

/**
 * A fairness report up to the term that serves (CHAIR-4). Units that came or went in the meantime have rows of their own
 * right, but only those seated from the first term to now are compared with each other.
 */
export const fairnessReport = (history: TurnRecords): FairnessReport => {
  const { seats } = history
  const rows = [...new Set(seats.map((seat) => seat.unit))].map((unit) => rowOf(unit, history))
  const throughout = seats.filter((seat) => seat.from === 0 && seat.until === null).map((seat) => seat.unit)
  const turns = rows.filter((row) => throughout.includes(row.unit)).map((row) => row.turns)
  return { rows, spread: Math.max(0, Math.max(...turns) - Math.min(...turns)) }
}
