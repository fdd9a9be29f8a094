import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Because, OwedTurn, RotaEvent, RotaPolicy, Term } from "@jinlin/core/rotating-chair"
import type { Chapter, Told } from "../story.ts"
import { inForceBetween, type Ruled, ruled } from "./in-force.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

/** A unit's place on the list, and the term since which it waits; null once it has traded a turn. */
interface Place {
  readonly position: number
  readonly since: number | null
}

const later = (one: number | null, other: number | null): number | null => {
  if (one === null || other === null) return null
  return one > other ? one : other
}

/** A clerk's list of the places, kept by hand from what happened. */
const noted = (places: Map<string, Place>, event: RotaEvent, seats: number): void => {
  const gave = (unit: string | null, term: number) => {
    const place = unit === null ? undefined : places.get(unit)
    if (unit !== null && place !== undefined) places.set(unit, { ...place, since: later(place.since, term) })
  }
  if (event._tag === "UnitSeated") places.set(event.unit, { position: seats, since: event.seatedAt })
  if (event._tag === "UnitUnseated") places.delete(event.unit)
  if (event._tag === "TermPublished" && event.term.counts) gave(event.term.unit, event.term.ordinal)
  if (event._tag === "TurnMoved" && event.counts) gave(event.unit, event.term)
  if (event._tag !== "UnitsMerged") return
  const merging = event.units.flatMap((unit) => places.get(unit) ?? [])
  for (const unit of event.units) places.delete(unit)
  if (merging.length === 0) return
  const into = merging.reduce((one, other) => ({
    position: one.position < other.position ? one.position : other.position,
    since: later(one.since, other.since),
  }))
  places.set(event.into, into)
}

/** What a reason must say; fields that are left out may hold anything. */
type Fitting = { readonly _tag: Because["_tag"] } & Readonly<Record<string, unknown>>

const regular = (order: RotaPolicy["order"], term: Term, place: Place | undefined): Fitting => {
  if (order._tag === "Listed") return { _tag: "NextOnList", round: term.round, position: place?.position ?? -1 }
  return order._tag === "Drawn"
    ? { _tag: "NextDrawn", round: term.round, seed: order.seed }
    : { _tag: "WaitedLongest", ...(place?.since === null ? {} : { since: place?.since ?? -1 }) }
}

const debtOf = (turn: OwedTurn): Fitting => ({ _tag: "TurnOwed", owedSince: turn.since, cause: turn.cause })

const same = (one: Because | undefined, other: Fitting): boolean => {
  const fields = one === undefined ? {} : Object.fromEntries(Object.entries(one))
  return Object.entries(other).every(([name, value]) => fields[name] === value)
}

type Published = Extract<RotaEvent, { readonly _tag: "TermPublished" }>

const expected = ({ repays, term }: Published, order: RotaPolicy["order"], place: Place | undefined): Fitting => {
  if (term.unit === null) return { _tag: "LeftVacant", before: null, cause: "nobody-seated" }
  return repays === null ? regular(order, term, place) : debtOf(repays)
}

/** The units that traded turns: since when they wait is nobody's business here. */
const traded = (places: Map<string, Place>, { before, events }: Chapter): void => {
  for (const event of events) {
    if (event._tag !== "TurnsSwapped") continue
    for (const { ordinal, unit } of before.terms) {
      const place = unit === null ? undefined : places.get(unit)
      if (unit === null || place === undefined || (ordinal !== event.first && ordinal !== event.second)) continue
      places.set(unit, { ...place, since: null })
    }
  }
}

/** A term that was published for another reason than it says; `begun` is the day on which a term last began. */
const unfitting = (told: Told): string | undefined => {
  const places = new Map<string, Place>()
  let seats = 0
  let begun: CivilDate = told.chapters[0]?.day ?? told.day
  for (const { chapter, policies } of ruled(told)) {
    for (const event of chapter.events) {
      if (event._tag === "UnitSeated") seats += 1
      if (event._tag === "TermBegun") begun = event.on
      if (event._tag === "TermPublished") {
        const { because, from, ordinal, unit } = event.term
        const place = unit === null ? undefined : places.get(unit)
        const read = inForceBetween(policies, from ?? begun, from ?? chapter.day)
        const fitting = read.map((policy) => expected(event, policy.order, place))
        if (because.length !== 1 || !fitting.some((reason) => same(because[0], reason)))
          return `term ${ordinal}: ${JSON.stringify(because)} instead of ${JSON.stringify(fitting)}`
      }
      noted(places, event, seats)
    }
    traded(places, chapter)
  }
  return undefined
}

const isSettled = (debts: ReadonlyArray<OwedTurn>, { since, unit }: OwedTurn): boolean =>
  debts.some((debt) => debt.unit === unit && debt.since === since)

const given = (
  event: RotaEvent,
): {
  readonly unit: string | null
  readonly repays: OwedTurn | null
  readonly because: ReadonlyArray<Because>
} | null => {
  if (event._tag === "TermPublished") return { ...event.term, repays: event.repays }
  return event._tag === "TurnMoved" ? event : null
}

const owesNo = ({ chapter }: Ruled): string | undefined => {
  const owed: Array<OwedTurn> = [...chapter.before.owed]
  for (const event of chapter.events) {
    if (event._tag === "TurnSkipped") owed.push({ unit: event.unit, since: event.term, cause: "skipped" })
    if (event._tag === "UnitsMerged") owed.push(...event.owed)
    const turn = given(event)
    if (turn === null) continue
    const { because, repays, unit } = turn
    const named = because.filter((reason) => reason._tag === "TurnOwed")
    if (repays === null && named.length > 0) return `${unit} is said to be owed a turn that repays nothing`
    if (repays === null) continue
    if (repays.unit !== unit || !isSettled(owed, repays))
      return `${unit} is repaid term ${repays.since}, which nobody owed it`
    if (named.some((reason) => !same(reason, debtOf(repays)))) return `${unit} is repaid another debt than is said`
    if (because.some((reason) => ["NextOnList", "NextDrawn", "WaitedLongest"].includes(reason._tag)))
      return `${unit} is repaid term ${repays.since} and is said to be next in turn`
  }
  return undefined
}

/** Laws on the reasons of published terms and of turns that moved. */
export const reasonLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-19",
    says: "A term is published for the reason that it has: a debt that it repays, by its name; otherwise the order of its first day, with the unit's place on the list and the round, the draw's seed, or the term since which it waits, unless it traded turns; or that nobody is seated.",
    stories: storiesOf(),
    check: unfitting,
  },
  {
    id: "CHAIR-19",
    says: "A turn that is said to be owed repays a debt that the unit had, and the debt that is said; one that repays a debt is not said to be next in turn.",
    stories: storiesOf({}, ["wait", "wait", "skip", "skip", "no-show", "decline", "join", "leave", "merge", "fill"]),
    check: (told) => {
      for (const chapter of ruled(told)) {
        const wrong = owesNo(chapter)
        if (wrong !== undefined) return wrong
      }
      return undefined
    },
  },
]
