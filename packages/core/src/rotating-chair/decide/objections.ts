import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import type { RotaRefusal } from "../refusals.ts"
import { owedBy, seatOf, termOf, unbegun } from "../rules/index.ts"

type Objection = RotaRefusal | undefined

/** Only an open rota takes commands. */
export const rotaMustBeOpen = (rota: Rota): Objection =>
  rota.status === "open" ? undefined : { _tag: "RotaNotOpen", rule: "CHAIR-20", status: rota.status }

export const unitMustBeSeated = (rota: Rota, unit: string): Objection =>
  seatOf(rota, unit) === undefined
    ? { _tag: "UnitNotSeated", rule: "CHAIR-2", unit, seated: rota.seats.map((seat) => seat.unit) }
    : undefined

export const unitMustNotBeSeated = (rota: Rota, unit: string): Objection => {
  const seat = seatOf(rota, unit)
  return seat && { _tag: "UnitAlreadySeated", rule: "CHAIR-12", unit, position: seat.position }
}

export const listMustNameEachUnitOnce = (units: ReadonlyArray<string>): ReadonlyArray<RotaRefusal> =>
  [...new Set(units)].flatMap((unit): ReadonlyArray<RotaRefusal> => {
    const rows = units.flatMap((name, row) => (name === unit ? [row + 1] : []))
    return rows.length > 1 ? [{ _tag: "DuplicateMember", rule: "CHAIR-20", unit, rows }] : []
  })

/** Where a conference is kept, its member units and nobody else take turns (CHAIR-22). */
export const unitsMustBeMembers = (
  units: ReadonlyArray<string>,
  members: ReadonlyArray<string> | undefined,
): Objection => {
  const strangers = members === undefined ? [] : [...new Set(units)].filter((unit) => !members.includes(unit))
  return strangers.length === 0 ? undefined : { _tag: "UnitsNotMembers", rule: "CHAIR-22", units: strangers }
}

const basisOf = (policy: RotaPolicy): "calendar" | "meetings" =>
  policy.term._tag === "Meetings" ? "meetings" : "calendar"

export const basisMustStay = (now: RotaPolicy, asked: RotaPolicy): Objection =>
  basisOf(now) === basisOf(asked) ? undefined : { _tag: "TermBasisFixed", rule: "CHAIR-18", basis: basisOf(now) }

export const effectMustNotBeEarlier = (effectiveFrom: CivilDate, earliest: CivilDate): Objection =>
  effectiveFrom < earliest ? { _tag: "EffectiveTooEarly", rule: "CHAIR-18", effectiveFrom, earliest } : undefined

/** The refusal for a term that is not among those published. */
export const termMustBePublished = (rota: Rota, ordinal: number): RotaRefusal => ({
  _tag: "TermNotPublished",
  rule: "CHAIR-5",
  term: ordinal,
  published: rota.terms.map((known) => known.ordinal),
})

/** A unit's own turn that has not begun, or why the term is not one. */
export const movableTurn = (rota: Rota, ordinal: number): (Term & { readonly unit: string }) | RotaRefusal => {
  const term = termOf(rota, ordinal)
  if (term === undefined) return termMustBePublished(rota, ordinal)
  if (ordinal <= rota.serving) {
    const firstOpen = unbegun(rota)[0]?.ordinal ?? null
    return { _tag: "TermAlreadyBegun", rule: "CHAIR-5", term: ordinal, firstOpen }
  }
  const { unit } = term
  return unit === null || !term.counts ? { _tag: "TurnNotHeld", rule: "CHAIR-6", term: ordinal } : { ...term, unit }
}

export const swapMustChangeSomething = (
  first: { readonly ordinal: number; readonly unit: string },
  second: { readonly ordinal: number; readonly unit: string },
): Objection =>
  first.unit === second.unit
    ? { _tag: "NothingToSwap", rule: "CHAIR-6", first: first.ordinal, second: second.ordinal, unit: first.unit }
    : undefined

export const somebodyElseMustBeSeated = (rota: Rota, unit: string): Objection =>
  rota.seats.some((seat) => seat.unit !== unit) ? undefined : { _tag: "NobodyElseSeated", rule: "CHAIR-7", unit }

export const debtsMustStayWithinLimit = (rota: Rota, policy: RotaPolicy, unit: string): Objection => {
  const owed = owedBy(rota, unit).length
  const limit = policy.owedTurnsLimit
  return owed < limit ? undefined : { _tag: "OwedTurnsLimitReached", rule: "CHAIR-7", unit, owed, limit }
}

export const mergerMustJoinTwoUnits = (rota: Rota, units: readonly [string, string], into: string): Objection => {
  const nameIsTaken = !units.includes(into) && seatOf(rota, into) !== undefined
  return units[0] === units[1] || nameIsTaken
    ? { _tag: "MergeNeedsTwoUnits", rule: "CHAIR-14", units, into }
    : undefined
}

export const substituteMustNotBeChair = (chair: Term, unit: string): Objection =>
  chair.unit === unit ? { _tag: "SubstituteIsChair", rule: "CHAIR-9", unit } : undefined

/** The refusal for a term whose chair waits for no hand-over record. */
export const handOverNotDue = (rota: Rota, term: number): RotaRefusal => ({
  _tag: "HandOverNotDue",
  rule: "CHAIR-17",
  term,
  due: rota.handOver?.term ?? null,
})
