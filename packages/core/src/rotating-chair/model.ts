import * as Schema from "effect/Schema"
import { CivilDate } from "../kernel/civil-date.ts"
import { Id } from "../kernel/identity.ts"
import { RotaPolicy } from "./policy.ts"

const Ordinal = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Why a unit's turn was moved away from it. */
export const MoveCause = Schema.Literals(["left", "skipped", "declined", "merged", "vacant", "nobody-seated"])
export type MoveCause = typeof MoveCause.Type

/** Why this unit sits in this term. A term carries all its reasons, the latest last. */
export const Because = Schema.Union([
  Schema.TaggedStruct("NextOnList", { round: Ordinal, position: Ordinal }),
  Schema.TaggedStruct("NextDrawn", { round: Ordinal, seed: Id }),
  Schema.TaggedStruct("WaitedLongest", { since: Ordinal }),
  Schema.TaggedStruct("TurnOwed", { owedSince: Ordinal, cause: Schema.Literals(["skipped", "no-show"]) }),
  Schema.TaggedStruct("Swapped", { withTerm: Ordinal, before: Id }),
  Schema.TaggedStruct("TookOver", { before: Schema.NullOr(Id), cause: MoveCause }),
  Schema.TaggedStruct("StandsIn", { before: Schema.NullOr(Id), cause: MoveCause }),
  Schema.TaggedStruct("Merged", { before: Id }),
  /** Somebody was appointed to a vacant term by name. */
  Schema.TaggedStruct("Appointed", {}),
  Schema.TaggedStruct("LeftVacant", { before: Schema.NullOr(Id), cause: MoveCause }),
])
export type Because = typeof Because.Type

/**
 * One published term. `from` (inclusive) and `until` (exclusive) are civil dates; both are null for a term that is counted
 * in meetings until it begins, and `until` until it ends. `unit` is null while the term is vacant.
 * `counts` is false for a stand-in, whose own turn this is not.
 */
export const Term = Schema.Struct({
  ordinal: Ordinal,
  round: Ordinal,
  unit: Schema.NullOr(Id),
  counts: Schema.Boolean,
  from: Schema.NullOr(CivilDate),
  until: Schema.NullOr(CivilDate),
  because: Schema.Array(Because),
})
export type Term = typeof Term.Type

/**
 * A unit's seat in the rota. `position` is its place in the list and `queued` its place in the queue; neither number is ever
 * given twice. A unit goes to the end of the queue when it is seated and whenever it is given a turn (CHAIR-4).
 * `seatedAt` is the term that served when it was seated, `lastTurn` the latest term it was given (0: none yet).
 * `lastRound` is the last round in which it was given a turn; `lateIn` the round it joined in the middle of (0: none).
 */
export const Seat = Schema.Struct({
  unit: Id,
  position: Ordinal,
  queued: Ordinal,
  seatedAt: Ordinal,
  lastTurn: Ordinal,
  lastRound: Ordinal,
  lateIn: Ordinal,
})
export type Seat = typeof Seat.Type

/** A turn that a unit owes and will be given before anybody else's next one. */
export const OwedTurn = Schema.Struct({
  unit: Id,
  since: Ordinal,
  cause: Schema.Literals(["skipped", "no-show"]),
})
export type OwedTurn = typeof OwedTurn.Type

/** A policy and the first day it is read for. */
const DatedPolicy = Schema.Struct({ policy: RotaPolicy, effectiveFrom: CivilDate })

/** A chair that nobody holds, since when, and the day on which the next in turn takes it unless somebody is appointed before (null: nobody is seated). */
export const Vacancy = Schema.Struct({
  term: Ordinal,
  since: CivilDate,
  endsOn: Schema.NullOr(CivilDate),
})
export type Vacancy = typeof Vacancy.Type

/** One rota: the chair of one conference. `terms` holds the serving term and those published after it. */
export const Rota = Schema.Struct({
  status: Schema.Literals(["unopened", "open", "closed"]),
  policies: Schema.Array(DatedPolicy),
  /** The day of the month on which monthly terms begin, 1 to 31. */
  anchorDay: Ordinal,
  startsOn: Schema.NullOr(CivilDate),
  seats: Schema.Array(Seat),
  /** The last place in the list, and the last place in the queue, that were given. */
  lastPosition: Ordinal,
  lastQueued: Ordinal,
  /** The round of the latest turn that was given. */
  round: Ordinal,
  terms: Schema.Array(Term),
  /** The ordinal of the term that last began (0: none yet). */
  serving: Ordinal,
  /** The term before it, with what became of it. */
  previous: Schema.NullOr(Term),
  owed: Schema.Array(OwedTurn),
  vacancy: Schema.NullOr(Vacancy),
  /** The meetings held in the serving term, for terms that are counted in meetings. */
  meetings: Schema.Array(Id),
  /** The unit that held the chair last, whether or not it holds it still (null: nobody has yet). */
  lastChair: Schema.NullOr(Id),
  /** The hand-over record that the chair waits for, and the unit that it is to come from (null: the first chair). */
  handOver: Schema.NullOr(
    Schema.Struct({ term: Ordinal, from: Schema.NullOr(Id), dueBefore: CivilDate, reminded: Schema.Boolean }),
  ),
  /** Terms that were recorded as no-shows, among those still held here. */
  noShows: Schema.Array(Ordinal),
  /** A stand-in for the serving term. */
  substitute: Schema.NullOr(Schema.Struct({ term: Ordinal, unit: Id })),
  interests: Schema.Array(Schema.Struct({ item: Id, unit: Id })),
})
export type Rota = typeof Rota.Type

/** A rota before anything has happened to it. */
export const empty: Rota = {
  status: "unopened",
  policies: [],
  anchorDay: 1,
  startsOn: null,
  seats: [],
  lastPosition: 0,
  lastQueued: 0,
  round: 1,
  terms: [],
  serving: 0,
  previous: null,
  owed: [],
  vacancy: null,
  meetings: [],
  lastChair: null,
  handOver: null,
  noShows: [],
  substitute: null,
  interests: [],
}
