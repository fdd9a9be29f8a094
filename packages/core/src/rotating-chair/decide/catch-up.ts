import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { RotaEvent } from "../events.ts"
import { evolve } from "../evolve.ts"
import type { Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { handOverBefore, nextInTurn, policyOn, servingTerm, termUntil, vacancyEndsOn } from "../rules/index.ts"

/** A rota and the events that brought it there. */
export interface Course {
  readonly rota: Rota
  readonly events: ReadonlyArray<RotaEvent>
}

/** Add what follows from where the rota stands now. */
export const onward = (course: Course, next: (rota: Rota) => ReadonlyArray<RotaEvent>): Course => {
  const events = next(course.rota)
  return { rota: events.reduce(evolve, course.rota), events: [...course.events, ...events] }
}

/** The chair fell vacant: the next in turn takes it `vacancyDays` later unless somebody is appointed before (CHAIR-15). */
export const vacated = (rota: Rota, policy: RotaPolicy, term: number, since: CivilDate): RotaEvent => ({
  _tag: "ChairVacated",
  term,
  since,
  endsOn: rota.seats.length === 0 ? null : vacancyEndsOn(policy, since),
})

/** The next in turn, or the unit that was appointed, takes a vacant term, as a turn of its own. */
export const filled = (
  rota: Rota,
  policy: RotaPolicy,
  fill: { term: Term; on: CivilDate; unit: string | null },
): ReadonlyArray<RotaEvent> => {
  const { on, term } = fill
  const turn =
    fill.unit === null ? nextInTurn(rota, policy.order) : { unit: fill.unit, round: rota.round, repays: null }
  if (turn === undefined) return []
  const moved: RotaEvent = {
    _tag: "TurnMoved",
    term: term.ordinal,
    before: null,
    cause: "vacant",
    unit: turn.unit,
    counts: true,
    round: turn.round,
    because: [{ _tag: "TookOver", before: null, cause: "vacant" }],
    repays: turn.repays,
  }
  if (term.ordinal > rota.serving) return [moved]
  const due = handOverBefore(policy, on)
  return [moved, { _tag: "VacancyFilled", term: term.ordinal, unit: turn.unit, on, handOverBefore: due }]
}

const publishOne = (rota: Rota, today: CivilDate): ReadonlyArray<RotaEvent> => {
  const last = rota.terms.at(-1)
  const from = last === undefined ? rota.startsOn : last.until
  const policy = policyOn(rota, from ?? today)
  if (policy === undefined) return []
  const turn = nextInTurn(rota, policy.order)
  const term: Term = {
    ordinal: (last?.ordinal ?? rota.serving) + 1,
    round: turn?.round ?? rota.round,
    unit: turn?.unit ?? null,
    counts: turn !== undefined,
    from,
    until: from === null ? null : termUntil(policy.term, from, rota.anchorDay),
    because: [turn?.because ?? { _tag: "LeftVacant", before: null, cause: "nobody-seated" }],
  }
  return [{ _tag: "TermPublished", term, repays: turn?.repays ?? null }]
}

/** Publish until the horizon's number of terms lies ahead of the one that serves, or will serve first (CHAIR-5). */
export const publish = (course: Course, today: CivilDate): Course => {
  const serving = course.rota.serving === 0 ? 1 : course.rota.serving
  const enough = serving + (policyOn(course.rota, today)?.horizonTerms ?? 0)
  let so = course
  while ((so.rota.terms.at(-1)?.ordinal ?? 0) < enough) so = onward(so, (rota) => publishOne(rota, today))
  return so
}

const begun = (rota: Rota, term: Term & { readonly from: CivilDate }): ReadonlyArray<RotaEvent> => {
  const policy = policyOn(rota, term.from)
  if (policy === undefined) return []
  const { from, ordinal, unit } = term
  const changes = unit !== null && unit !== servingTerm(rota)?.unit
  const event: RotaEvent = {
    _tag: "TermBegun",
    term: ordinal,
    unit,
    on: from,
    handOverBefore: changes ? handOverBefore(policy, from) : null,
  }
  return unit === null ? [event, vacated(rota, policy, ordinal, from)] : [event]
}

const vacancyEnds = (rota: Rota): ReadonlyArray<RotaEvent> => {
  const { vacancy } = rota
  const term = servingTerm(rota)
  const policy = vacancy?.endsOn && policyOn(rota, vacancy.endsOn)
  if (!vacancy?.endsOn || !policy || term === undefined) return []
  const events = filled(rota, policy, { term, on: vacancy.endsOn, unit: null })
  return events.length > 0 ? events : [{ ...vacancy, _tag: "ChairVacated", endsOn: null }]
}

/** What comes about next by itself, if anything does by this day. */
const nextByItself = (
  rota: Rota,
  today: CivilDate,
): { readonly on: CivilDate; readonly events: () => ReadonlyArray<RotaEvent> } | undefined => {
  const next = rota.terms.find((term) => term.ordinal > rota.serving)
  const beginsOn = next?.from ?? null
  const endsOn = rota.vacancy?.endsOn ?? null
  if (endsOn !== null && endsOn <= today && (beginsOn === null || endsOn < beginsOn))
    return { on: endsOn, events: () => vacancyEnds(rota) }
  if (next === undefined || beginsOn === null || beginsOn > today) return undefined
  return { on: beginsOn, events: () => begun(rota, { ...next, from: beginsOn }) }
}

/**
 * What has come about by this day without anybody's doing: terms whose first day has come begin, vacancies whose time is
 * over end, in the order of their days. Terms are published when a term begins and at no other time, so that the same days
 * give the same events whether they are looked at every minute or once a week (CHAIR-8).
 */
export const catchUp = (rota: Rota, today: CivilDate): Course => {
  let course: Course = { rota, events: [] }
  if (rota.status !== "open") return course
  for (let next = nextByItself(rota, today); next !== undefined; next = nextByItself(course.rota, today)) {
    const { events, on } = next
    course = publish(onward(course, events), on)
  }
  return course
}
