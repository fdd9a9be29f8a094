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

/** How one unit fared. `turns` counts the turns that were its own: served, serving, declined, and no-shows that count. */
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

const own: ReadonlyArray<TurnRecord["outcome"]> = ["served", "serving", "declined", "no-show"]

const longestWait = (span: SeatSpan, turns: ReadonlyArray<number>, serving: number): number => {
  let longest = 0
  let since = span.from
  const end = span.until === null ? serving : span.until
  for (const turn of [...turns.filter((term) => term > span.from && term <= end), end]) {
    if (turn - since > longest) longest = turn - since
    since = turn
  }
  return longest
}

/**
 * A fairness report up to the term that serves (CHAIR-4). Units that came or went in the meantime have rows of their own
 * right, but only those seated from the first term to now are compared with each other.
 */
export const fairnessReport = (history: {
  readonly records: ReadonlyArray<TurnRecord>
  readonly seats: ReadonlyArray<SeatSpan>
  readonly owed: ReadonlyArray<{ readonly unit: string }>
  readonly serving: number
}): FairnessReport => {
  const { owed, records, seats, serving } = history
  const units = [...new Set(seats.map((seat) => seat.unit))]
  const rows = units.map((unit): FairnessRow => {
    const mine = records.filter((record) => record.unit === unit)
    const count = (...outcomes: ReadonlyArray<TurnRecord["outcome"]>) =>
      mine.filter((record) => outcomes.includes(record.outcome)).length
    const turns = mine.filter((record) => own.includes(record.outcome)).map((record) => record.term)
    const spans = seats.filter((seat) => seat.unit === unit)
    const waits = spans.map((span) =>
      longestWait(
        span,
        turns.toSorted((left, right) => left - right),
        serving,
      ),
    )
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
      longestWait: waits.reduce((longest, wait) => (wait > longest ? wait : longest), 0),
    }
  })
  const throughout = rows.filter((row) =>
    seats.some((seat) => seat.unit === row.unit && seat.from === 0 && seat.until === null),
  )
  const counts = throughout.map((row) => row.turns)
  const most = counts.reduce((high, turns) => (turns > high ? turns : high), 0)
  return {
    rows,
    spread: counts.length === 0 ? 0 : most - counts.reduce((low, turns) => (turns < low ? turns : low), most),
  }
}
