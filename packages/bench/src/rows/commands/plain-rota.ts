import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Rota, RotaCommand, RotaEvent, Seat, Term } from "@jinlin/core/rotating-chair"
import type { Plain } from "./plain.ts"

type Command<Tag extends RotaCommand["_tag"]> = Extract<RotaCommand, { readonly _tag: Tag }>
type Event<Tag extends RotaEvent["_tag"]> = Extract<RotaEvent, { readonly _tag: Tag }>

const termAt = (rota: Rota, ordinal: number): Term | undefined => {
  for (const term of rota.terms) if (term.ordinal === ordinal) return term
  return undefined
}

const isSeated = (rota: Rota, unit: string): boolean => {
  for (const seat of rota.seats) if (seat.unit === unit) return true
  return false
}

/** Nothing has come about by this day that nobody has taken note of yet. */
const isUpToDate = (rota: Rota, today: CivilDate): boolean => {
  const endsOn = rota.vacancy?.endsOn ?? null
  const next = termAt(rota, rota.serving + 1)?.from ?? null
  return rota.status === "open" && (endsOn === null || endsOn > today) && (next === null || next > today)
}

const movable = (rota: Rota, ordinal: number): Term | undefined => {
  const term = termAt(rota, ordinal)
  return term !== undefined && ordinal > rota.serving && term.counts && term.unit !== null ? term : undefined
}

const traded = (term: Term, partner: Term): Term => ({
  ...term,
  unit: partner.unit,
  because: [...term.because, { _tag: "Swapped", withTerm: partner.ordinal, before: term.unit ?? "" }],
})

/** The latest turn that a seat holds after a swap. */
const latestTurn = (terms: Rota["terms"], seat: Seat, { first, second }: Event<"TurnsSwapped">): number => {
  let last = seat.lastTurn === first || seat.lastTurn === second ? 0 : seat.lastTurn
  for (const term of terms) if (term.counts && term.unit === seat.unit && term.ordinal > last) last = term.ordinal
  return last
}

/** Two units trade turns that have not begun. */
export const swapTurns: Plain<Rota, Command<"SwapTurns">, Event<"TurnsSwapped">> = {
  decide: (rota, { first, second }, today) => {
    const one = movable(rota, first)
    const other = movable(rota, second)
    if (!isUpToDate(rota, today) || one === undefined || other === undefined) return undefined
    return one.unit === other.unit ? undefined : [{ _tag: "TurnsSwapped", first, second }]
  },
  evolve: (rota, event) => {
    const one = termAt(rota, event.first)
    const other = termAt(rota, event.second)
    if (one === undefined || other === undefined) return rota
    const trade = (term: Term) => (term === one ? traded(one, other) : term === other ? traded(other, one) : term)
    const terms = rota.terms.map(trade)
    const note = (seat: Seat) =>
      seat.unit === one.unit || seat.unit === other.unit ? { ...seat, lastTurn: latestTurn(terms, seat, event) } : seat
    return { ...rota, terms, seats: rota.seats.map(note) }
  },
}

/** A unit has an interest in an item. */
export const declareInterest: Plain<Rota, Command<"DeclareInterest">, Event<"InterestDeclared">> = {
  decide: (rota, { item, unit }, today) => {
    if (!isUpToDate(rota, today) || !isSeated(rota, unit)) return undefined
    for (const known of rota.interests) if (known.item === item && known.unit === unit) return undefined
    return [{ _tag: "InterestDeclared", item, unit }]
  },
  evolve: (rota, { item, unit }) => ({ ...rota, interests: [...rota.interests, { item, unit }] }),
}

/** Who was queued longest ago, where nobody owes a turn. */
const longestWaiting = ({ seats }: Rota): Seat | undefined => {
  let first = seats[0]
  for (const seat of seats) if (first === undefined || seat.queued < first.queued) first = seat
  return first
}

/** The first day of the calendar quarter after the one that a day lies in. */
const nextQuarter = (day: CivilDate): CivilDate => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (month > 9) return `${year + 1}-01-01` as CivilDate
  return (month > 6 ? `${year}-10-01` : month > 3 ? `${year}-07-01` : `${year}-04-01`) as CivilDate
}

const dayNames = Array.from({ length: 32 }, (_, day) => (day < 10 ? `0${day}` : `${day}`))

/** The eleventh day after the first of a quarter: a record is due within ten days, the first not counted. */
const recordBefore = (firstOfQuarter: CivilDate): CivilDate => (firstOfQuarter.slice(0, 8) + dayNames[12]) as CivilDate

/** A quarter begins, and one more is published for the unit that has waited longest. */
export const beginTerm: Plain<Rota, Command<"AdvanceRota">, Event<"TermBegun"> | Event<"TermPublished">> = {
  decide: (rota, _, today) => {
    const next = termAt(rota, rota.serving + 1)
    const last = rota.terms.at(-1)
    const seat = longestWaiting(rota)
    if (rota.status !== "open" || next?.from !== today || next.unit === null || !last?.until || !seat) return undefined
    const handOverBefore = next.unit === rota.lastChair ? null : recordBefore(today)
    const term: Term = {
      ordinal: last.ordinal + 1,
      round: rota.round,
      unit: seat.unit,
      counts: true,
      from: last.until,
      until: nextQuarter(last.until),
      because: [{ _tag: "WaitedLongest", since: Math.max(seat.lastTurn, seat.seatedAt) }],
    }
    return [
      { _tag: "TermBegun", term: next.ordinal, unit: next.unit, on: today, handOverBefore },
      { _tag: "TermPublished", term, repays: null },
    ]
  },
  evolve: (rota, event) => (event._tag === "TermBegun" ? begun(rota, event) : published(rota, event)),
}

const begun = (rota: Rota, { handOverBefore, on, term, unit }: Event<"TermBegun">): Rota => ({
  ...rota,
  vacancy: null,
  substitute: null,
  lastChair: unit ?? rota.lastChair,
  handOver: handOverBefore && { term, from: rota.lastChair, dueBefore: handOverBefore, reminded: false },
  serving: term,
  previous: termAt(rota, rota.serving) ?? rota.previous,
  terms: rota.terms
    .filter((known) => known.ordinal >= term)
    .map((known) => (known.ordinal === term ? { ...known, from: on } : known)),
  meetings: [],
  noShows: rota.noShows.filter((known) => known >= rota.serving),
})

const published = (rota: Rota, { term }: Event<"TermPublished">): Rota => {
  const queued = rota.lastQueued + 1
  const give = (seat: Seat): Seat =>
    seat.unit === term.unit
      ? { ...seat, queued, lastTurn: term.ordinal, lastRound: Math.max(seat.lastRound, term.round) }
      : seat
  return { ...rota, terms: [...rota.terms, term], seats: rota.seats.map(give), lastQueued: queued }
}
