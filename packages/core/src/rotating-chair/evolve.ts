import type { CivilDate } from "../kernel/date-arithmetic.ts"
import type { RotaEvent } from "./events.ts"
import type { OwedTurn, Rota, Seat, Term } from "./model.ts"

const changeTerm = (rota: Rota, ordinal: number, change: (term: Term) => Term): Rota => ({
  ...rota,
  terms: rota.terms.map((term) => (term.ordinal === ordinal ? change(term) : term)),
})

const changeSeat = (rota: Rota, unit: string | null, change: (seat: Seat) => Seat): Rota => ({
  ...rota,
  seats: rota.seats.map((seat) => (seat.unit === unit ? change(seat) : seat)),
})

const settle = (owed: ReadonlyArray<OwedTurn>, repaid: OwedTurn | null): ReadonlyArray<OwedTurn> => {
  const place = owed.findIndex((turn) => turn.unit === repaid?.unit && turn.since === repaid.since)
  return place < 0 ? owed : owed.toSpliced(place, 1)
}

const later = (one: number, other: number): number => (one > other ? one : other)

interface GivenTurn {
  readonly term: number
  readonly unit: string | null
  readonly counts: boolean
  readonly round: number
  readonly repays: OwedTurn | null
}

/**
 * A turn was given: the unit goes to the end of the queue and has had its turn of the round. A turn that was owed settles
 * the debt and nothing else: the unit was queued and counted when it was first given that turn.
 */
const give = (rota: Rota, turn: GivenTurn): Rota => {
  if (!turn.counts) return rota
  const given = { ...rota, round: later(rota.round, turn.round), owed: settle(rota.owed, turn.repays) }
  const noted = changeSeat(given, turn.unit, (seat) => ({ ...seat, lastTurn: later(seat.lastTurn, turn.term) }))
  if (turn.repays !== null) return noted
  const queued = rota.lastQueued + 1
  const lastRound = (seat: Seat) => later(seat.lastRound, turn.round)
  return changeSeat({ ...noted, lastQueued: queued }, turn.unit, (seat) => ({
    ...seat,
    queued,
    lastRound: lastRound(seat),
  }))
}

const find = (rota: Rota, ordinal: number): Term | undefined => rota.terms.find((term) => term.ordinal === ordinal)

const merge = (rota: Rota, [one, other]: readonly [string, string], into: string): Rota => {
  const merging = rota.seats.filter((seat) => seat.unit === one || seat.unit === other)
  if (merging.length === 0) return rota
  const seat = merging.reduce((left, right) => ({
    unit: into,
    position: left.position < right.position ? left.position : right.position,
    queued: later(left.queued, right.queued),
    seatedAt: later(left.seatedAt, right.seatedAt),
    lastTurn: later(left.lastTurn, right.lastTurn),
    lastRound: later(left.lastRound, right.lastRound),
    lateIn: later(left.lateIn, right.lateIn),
  }))
  const others = rota.seats.filter((kept) => !merging.includes(kept))
  const renamed = (unit: string) => (unit === one || unit === other ? into : unit)
  const renameTerm = (term: Term): Term =>
    term.unit === one || term.unit === other
      ? { ...term, unit: into, because: [...term.because, { _tag: "Merged", before: term.unit }] }
      : term
  return {
    ...rota,
    seats: [...others, { ...seat, unit: into }].sort((left, right) => left.position - right.position),
    terms: rota.terms.map(renameTerm),
    interests: rota.interests.map((interest) => ({ ...interest, unit: renamed(interest.unit) })),
    substitute: rota.substitute && { ...rota.substitute, unit: renamed(rota.substitute.unit) },
    previous: rota.previous?.unit ? { ...rota.previous, unit: renamed(rota.previous.unit) } : rota.previous,
  }
}

const dueHandOver = (event: { readonly term: number; readonly handOverBefore: CivilDate | null }): Rota["handOver"] =>
  event.handOverBefore && { term: event.term, dueBefore: event.handOverBefore, reminded: false }

const begin = (rota: Rota, event: Extract<RotaEvent, { _tag: "TermBegun" }>): Rota => {
  const ended = find(rota, rota.serving) ?? null
  return {
    ...rota,
    serving: event.term,
    previous: ended ?? rota.previous,
    terms: rota.terms
      .filter((term) => term.ordinal >= event.term)
      .map((term) => (term.ordinal === event.term ? { ...term, from: event.on } : term)),
    meetings: [],
    noShows: rota.noShows.filter((term) => term >= rota.serving),
    substitute: null,
    handOver: dueHandOver(event),
    vacancy: null,
  }
}

/** What a rota becomes by an event. It cannot fail, and sees neither rules nor policy. */
export const evolve = (rota: Rota, event: RotaEvent): Rota => {
  switch (event._tag) {
    case "RotaOpened": {
      const { anchorDay, policy, startsOn } = event
      return { ...rota, status: "open", startsOn, anchorDay, policies: [{ policy, effectiveFrom: startsOn }] }
    }
    case "RotaPolicyAdopted":
      return {
        ...rota,
        policies: [...rota.policies, { policy: event.policy, effectiveFrom: event.effectiveFrom }],
      }
    case "UnitSeated": {
      const { countsFromRound, lateIn, seatedAt, unit } = event
      const [position, queued] = [rota.lastPosition + 1, rota.lastQueued + 1]
      const seat = { unit, position, queued, seatedAt, lastTurn: 0, lastRound: countsFromRound - 1, lateIn }
      return { ...rota, seats: [...rota.seats, seat], lastPosition: position, lastQueued: queued }
    }
    case "UnitUnseated":
      return {
        ...rota,
        seats: rota.seats.filter((seat) => seat.unit !== event.unit),
        owed: rota.owed.filter((turn) => turn.unit !== event.unit),
        substitute: rota.substitute?.unit === event.unit ? null : rota.substitute,
      }
    case "UnitsMerged": {
      const owed = [...rota.owed.filter((turn) => !event.units.includes(turn.unit)), ...event.owed]
      return merge({ ...rota, owed }, event.units, event.into)
    }
    case "TermPublished": {
      const { repays, term } = event
      return give({ ...rota, terms: [...rota.terms, term] }, { ...term, term: term.ordinal, repays })
    }
    case "TurnsSwapped": {
      const one = find(rota, event.first)
      const other = find(rota, event.second)
      if (one === undefined || other === undefined) return rota
      const trade = (term: Term, partner: Term): Term => ({
        ...term,
        unit: partner.unit,
        because: [...term.because, { _tag: "Swapped", withTerm: partner.ordinal, before: term.unit ?? "" }],
      })
      return changeTerm(
        changeTerm(rota, one.ordinal, () => trade(one, other)),
        other.ordinal,
        () => trade(other, one),
      )
    }
    case "TurnSkipped":
      return { ...rota, owed: [...rota.owed, { unit: event.unit, since: event.term, cause: "skipped" }] }
    case "TurnDeclined":
      return rota
    case "TurnMoved": {
      const { because, counts, term, unit } = event
      const moved = changeTerm(rota, term, (old) => ({ ...old, unit, counts, because: [...old.because, ...because] }))
      return give(moved, event)
    }
    case "NoShowRecorded": {
      const owed: OwedTurn = { unit: event.unit, since: event.term, cause: "no-show" }
      return {
        ...rota,
        noShows: [...rota.noShows, event.term],
        owed: event.owed ? [...rota.owed, owed] : rota.owed,
      }
    }
    case "SubstituteNamed":
      return { ...rota, substitute: { term: event.term, unit: event.unit } }
    case "InterestDeclared":
      return { ...rota, interests: [...rota.interests, { item: event.item, unit: event.unit }] }
    case "ChairVacated":
      return { ...rota, vacancy: { term: event.term, since: event.since, endsOn: event.endsOn } }
    case "VacancyFilled":
      return { ...rota, vacancy: null, handOver: dueHandOver(event) }
    case "TermBegun":
      return begin(rota, event)
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
    case "RotaClosed":
      return { ...rota, status: "closed" }
  }
}
