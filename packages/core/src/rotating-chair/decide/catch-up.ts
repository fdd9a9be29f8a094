import type { CivilDate } from "../../kernel/date-arithmetic.ts"
import type { RotaEvent } from "../events.ts"
import { evolve } from "../evolve/index.ts"
import type { Rota, Term } from "../model.ts"
import type { RotaPolicy } from "../policy.ts"
import { whoFills } from "../rules/fill-vacancy.ts"
import { nextInTurn, policyOn, servingTerm, termUntil } from "../rules/index.ts"
import { handOverBefore, vacancyEndsOn } from "../rules/time-limits.ts"

/** A rota and the events that brought it there. */
export interface Course {
  readonly rota: Rota
  readonly events: ReadonlyArray<RotaEvent>
}

/** Add what follows from where the rota stands now. */
export const onward = (course: Course, next: (rota: Rota) => ReadonlyArray<RotaEvent>): Course => {
  const events = next(course.rota)
  let { rota } = course
  for (const event of events) rota = evolve(rota, event)
  return { rota, events: course.events.length === 0 ? events : [...course.events, ...events] }
}

/**
 * Nobody holds the chair: the next in turn takes it `vacancyDays` later unless somebody is appointed before. A vacancy that
 * goes on into the next term is the same one, and ends when it would have ended (CHAIR-15).
 */
export const vacated = (
  rota: Rota,
  policy: RotaPolicy,
  vacancy: { readonly term: number; readonly since: CivilDate },
): RotaEvent => {
  const since = rota.vacancy?.since ?? vacancy.since
  const endsOn = rota.seats.length === 0 ? null : vacancyEndsOn(policy, since)
  return { _tag: "ChairVacated", term: vacancy.term, since, endsOn: rota.vacancy?.endsOn ?? endsOn }
}

/** The day by which a chair has its hand-over record, if it comes from somebody else or is the first one (CHAIR-17). */
export const handOverDue = (
  rota: Rota,
  policy: RotaPolicy,
  sits: { readonly unit: string; readonly on: CivilDate },
): CivilDate | null => (sits.unit === rota.lastChair ? null : handOverBefore(policy, sits.on))

/** The next in turn, or the unit that was appointed, takes a vacant term, as a turn of its own. */
export const filled = (
  rota: Rota,
  policy: RotaPolicy,
  fill: { readonly term: Term; readonly on: CivilDate; readonly unit: string | null },
): ReadonlyArray<RotaEvent> => {
  const { on, term } = fill
  const turn = whoFills(rota, policy.order, fill)
  if (turn === undefined) return []
  const { because, repays, round, unit } = turn
  const moved: RotaEvent = {
    _tag: "TurnMoved",
    term: term.ordinal,
    before: null,
    cause: "vacant",
    unit,
    counts: true,
    round,
    because:
      fill.unit === null ? [{ _tag: "TookOver", before: null, cause: "vacant" }, because] : [{ _tag: "Appointed" }],
    repays,
  }
  if (term.ordinal > rota.serving) return [moved]
  const due = handOverDue(rota, policy, { unit, on })
  return [moved, { _tag: "VacancyFilled", term: term.ordinal, unit, on, handOverBefore: due }]
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
  const { from: on, ordinal, unit } = term
  if (unit !== null)
    return [{ _tag: "TermBegun", term: ordinal, unit, on, handOverBefore: handOverDue(rota, policy, { unit, on }) }]
  return [
    { _tag: "TermBegun", term: ordinal, unit, on, handOverBefore: null },
    vacated(rota, policy, { term: ordinal, since: on }),
  ]
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
const byItself = (
  rota: Rota,
  today: CivilDate,
): { readonly on: CivilDate; readonly events: () => ReadonlyArray<RotaEvent> } | undefined => {
  if (rota.status !== "open") return undefined
  const next = rota.terms.find((term) => term.ordinal > rota.serving)
  const beginsOn = next?.from ?? null
  const endsOn = rota.vacancy?.endsOn ?? null
  if (endsOn !== null && endsOn <= today && (beginsOn === null || endsOn < beginsOn))
    return { on: endsOn, events: () => vacancyEnds(rota) }
  // At the end of the calendar (year 9999) a term has no day of its own left: it is published, and never begins.
  if (next === undefined || beginsOn === null || beginsOn > today || next.until === beginsOn) return undefined
  return { on: beginsOn, events: () => begun(rota, { ...next, from: beginsOn }) }
}

/**
 * What has come about by this day without anybody's doing: terms whose first day has come begin, vacancies whose time is
 * over end, in the order of their days. Terms are published when a term begins or a vacancy ends, and not by being looked
 * at, so that the same days give the same events whether they are looked at every minute or once a week (CHAIR-8).
 */
export const catchUp = (rota: Rota, today: CivilDate): Course => {
  const events: Array<RotaEvent> = []
  let now = rota
  for (let next = byItself(now, today); next !== undefined; next = byItself(now, today)) {
    const { events: happening, on } = next
    const course = publish(onward({ rota: now, events: [] }, happening), on)
    for (const event of course.events) events.push(event)
    now = course.rota
  }
  return { rota: now, events }
}
