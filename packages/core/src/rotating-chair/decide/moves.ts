import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { RotaEvent } from "../events.ts"
import type { MoveCause, OwedTurn, Rota } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { doubledTurns, owedBy, policyOn, termOf, unbegun, whoTakesOver } from "../rules/index.ts"
import { currentRound } from "../rules/turn-book.ts"
import { type Course, filled, handOverDue, onward, vacated } from "./catch-up.ts"

/** When and under which policy a turn moves. */
export interface Moving {
  readonly today: CivilDate
  readonly policy: RotaPolicy
}

/** A turn leaves its unit and goes where the policy sends it; the chair itself is vacated first, on the same day. */
const moveTurn = (
  rota: Rota,
  { policy, today }: Moving,
  move: { readonly ordinal: number; readonly cause: MoveCause },
): ReadonlyArray<RotaEvent> => {
  const { cause, ordinal } = move
  const term = termOf(rota, ordinal)
  if (term === undefined) return []
  const to = whoTakesOver(rota, policy, { term, cause })
  const moved: RotaEvent = { ...to, _tag: "TurnMoved", term: ordinal, before: term.unit, cause, because: to.because }
  if (ordinal > rota.serving) return [moved]
  const vacancy = vacated(rota, policy, { term: ordinal, since: today })
  if (to.unit === null) return [vacancy, moved]
  const due = handOverDue(rota, policy, { unit: to.unit, on: today })
  return [vacancy, moved, { _tag: "VacancyFilled", term: ordinal, unit: to.unit, on: today, handOverBefore: due }]
}

/** Turns move one after the other, each seeing where the ones before it went. */
export const moveTurns = (
  course: Course,
  moving: Moving,
  moves: { readonly terms: ReadonlyArray<number>; readonly cause: MoveCause },
): Course =>
  moves.terms.reduce(
    (so, ordinal) => onward(so, (rota) => moveTurn(rota, moving, { ordinal, cause: moves.cause })),
    course,
  )

/** A unit leaves; the term it serves and those it was published for move. */
export const unseat = (course: Course, moving: Moving, unit: string): Course => {
  const terms = course.rota.terms.filter((term) => term.unit === unit).map((term) => term.ordinal)
  return moveTurns(
    onward(course, () => [{ _tag: "UnitUnseated", unit }]),
    moving,
    { terms, cause: "left" },
  )
}

/** A unit takes a seat; where nobody was seated it fills the terms that were left vacant. */
export const seat = (course: Course, moving: Moving, unit: string): Course => {
  const { policy, today } = moving
  const { rota } = course
  const nobody = rota.seats.length === 0
  const late = policy.newcomers === "this-round"
  const opening = rota.terms.length === 0
  const round = opening ? rota.round : currentRound(rota)
  const seated: RotaEvent = {
    _tag: "UnitSeated",
    unit,
    seatedAt: rota.serving,
    countsFromRound: opening || late ? round : round + 1,
    lateIn: late && !opening ? round : 0,
  }
  const vacant = nobody ? rota.terms.filter((term) => term.unit === null) : []
  return vacant.reduce(
    (so, term) => onward(so, (now) => filled(now, policy, { term, on: today, unit: null })),
    onward(course, () => [seated]),
  )
}

interface Merger {
  readonly units: readonly [string, string]
  readonly into: string
}

/** What a merged unit owes: all that both owed where doubled turns are kept, otherwise what the deeper in debt owed. */
const owedAfterMerger = (rota: Rota, policy: RotaPolicy, { into, units }: Merger): ReadonlyArray<OwedTurn> => {
  const [one, other] = [owedBy(rota, units[0]), owedBy(rota, units[1])]
  const deeper = one.length < other.length ? other : one
  const kept = policy.mergedTurns === "keep-both" ? [...one, ...other] : deeper
  return kept.map((turn) => ({ ...turn, unit: into }))
}

/** Two units become one; the turns it has twice go back by the policy's rule (CHAIR-14). */
export const merge = (course: Course, moving: Moving, merger: Merger): Course => {
  const { into, units } = merger
  const { rota } = course
  const ahead = (unit: string) =>
    unbegun(rota)
      .filter((term) => term.counts && term.unit === unit)
      .map((term) => term.ordinal)
  const surplus = doubledTurns(moving.policy.mergedTurns, [ahead(units[0]), ahead(units[1])])
  const owed = owedAfterMerger(rota, moving.policy, merger)
  const merged = onward(course, () => [{ _tag: "UnitsMerged", units, into, on: moving.today, owed }])
  return moveTurns(merged, moving, { terms: surplus, cause: "merged" })
}

/** When and under which policy something happens today. */
export const movingOn = (rota: Rota, today: CivilDate): Moving | undefined => {
  const policy = policyOn(rota, today)
  return policy && { today, policy }
}
