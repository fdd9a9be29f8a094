import { project } from "@jinlin/core/kernel"
import { addDays, type CivilDate, daysBetween } from "@jinlin/core/kernel/arithmetic"
import { type RotaEvent, type Tenure, type Term, tenures } from "@jinlin/core/rotating-chair"
import { type Asked, firstDay, retell, type Told } from "../story.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

const joints = <Span extends { readonly from: CivilDate | null; readonly until: CivilDate | null }>(
  spans: ReadonlyArray<Span>,
): string | undefined => {
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1]
    if (before !== undefined && before.until !== span.from)
      return `a span ends on ${before.until}, the next begins on ${span.from}`
    if (span.from !== null && span.until !== null && span.from >= span.until)
      return `a span from ${span.from} until ${span.until}`
  }
  return undefined
}

const chair = (told: Told): ReadonlyArray<Tenure> => project(tenures, told.history)

/** The first and last days of all terms that have any, from the events. */
const days = (told: Told): ReadonlyArray<Pick<Term, "from" | "until">> => {
  const known = new Map<number, Pick<Term, "from" | "until">>()
  for (const event of told.history) {
    if (event._tag === "TermPublished") known.set(event.term.ordinal, event.term)
    if (event._tag === "TermBegun")
      known.set(event.term, { from: event.on, until: known.get(event.term)?.until ?? null })
    if (event._tag === "TermEndSet")
      known.set(event.term, { from: known.get(event.term)?.from ?? null, until: event.until })
  }
  return [...known].sort(([left], [right]) => left - right).flatMap(([, term]) => (term.from === null ? [] : [term]))
}

/** The same questions, with a look at the rota on every day between them. */
const daily = (asked: ReadonlyArray<Asked>): ReadonlyArray<Asked> =>
  asked.flatMap((question, index) => {
    const before = asked[index - 1]?.day ?? question.day
    const between = Array.from({ length: daysBetween(before, question.day) }, (_, days) => addDays(before, days + 1))
    return [...between.map((day): Asked => ({ day, command: { _tag: "AdvanceRota" } })), question]
  })

/** Whether anybody was seated throughout a span. */
const alwaysSomebody = (told: Told, from: CivilDate, until: CivilDate): boolean =>
  !told.chapters.some(({ after, day }, index) => {
    const next = told.chapters[index + 1]?.day ?? told.day
    return after.seats.length === 0 && day <= until && next >= from
  })

interface Span {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** Vacancies, those that go on from one term to the next as one; a chair that is taken and left on one day is vacated anew. */
const vacancies = (told: Told): ReadonlyArray<Span> => {
  const spans: Array<Span> = []
  let since: CivilDate | null = null
  for (const event of told.history) {
    const taken = event._tag === "VacancyFilled" || (event._tag === "TermBegun" && event.unit !== null)
    if (taken && since !== null) spans.push({ from: since, until: event.on })
    if (taken) since = null
    if (event._tag === "ChairVacated") since ??= event.since
  }
  return since === null ? spans : [...spans, { from: since, until: told.day }]
}

const overlong = (told: Told, allowed: number): Span | undefined =>
  vacancies(told).find(({ from, until }) => until > addDays(from, allowed) && alwaysSomebody(told, from, until))

/** The most days that any policy of the story allows a vacancy. */
const vacancyDays = (told: Told): number => Math.max(0, ...told.rota.policies.map((dated) => dated.policy.vacancyDays))

const published = (event: RotaEvent): ReadonlyArray<string | null> =>
  event._tag === "TermPublished" ? [event.term.unit] : event._tag === "TurnMoved" ? [event.unit] : []

/** Laws on time: one chair, terms without gaps, vacancies that end, and no difference how often one looks. */
export const timeLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-1",
    says: "From the first day of the rota the chair is held by exactly one unit on every day or is vacant by a recorded vacancy: the spans follow each other without gap or overlap.",
    stories: storiesOf(),
    check: (told) => {
      const spans = chair(told)
      if (spans[0]?.from !== firstDay) return "the first span does not begin with the rota"
      if (spans.at(-1)?.until !== null) return "the last span has ended"
      return joints(spans)
    },
  },
  {
    id: "CHAIR-2",
    says: "A unit that holds a published term is seated, when the term is published, when it begins, and as long as it lasts.",
    stories: storiesOf(),
    check: (told) => {
      for (const { after, day } of told.chapters) {
        const seated = new Set<string | null>(after.seats.map((seat) => seat.unit))
        const ghost = after.terms.find((term) => term.unit !== null && !seated.has(term.unit))
        if (ghost !== undefined) return `on ${day} term ${ghost.ordinal} belongs to ${ghost.unit}, which has no seat`
        const serving = after.terms.find((term) => term.ordinal === after.serving)
        if (serving?.unit === null && after.vacancy === null)
          return `on ${day} nobody serves and no vacancy is on record`
      }
      return undefined
    },
  },
  {
    id: "CHAIR-8",
    says: "The same happenings on the same days give the same events, whether the rota is looked at every day or only when something happens.",
    stories: storiesOf(),
    check: (told, _, decider) => {
      const last: Asked = { day: told.day, command: { _tag: "AdvanceRota" } }
      const happenings = told.chapters.filter(({ command }) => command._tag !== "AdvanceRota")
      const once = JSON.stringify(retell(decider, [...happenings, last]).history)
      const often = JSON.stringify(retell(decider, daily([...happenings, last])).history)
      return once === often ? undefined : `looked at when needed: ${once}; every day: ${often}`
    },
  },
  {
    id: "CHAIR-10",
    says: "Terms tile time: each begins on the day on which the one before it ends, over month ends and year ends.",
    stories: storiesOf(),
    check: (told) => joints(days(told)),
  },
  {
    id: "CHAIR-15",
    says: "A vacancy lasts at most as many days as the policy says while anybody is seated, also when it goes on from one term into the next.",
    stories: storiesOf(),
    check: (told) => {
      const span = overlong(told, vacancyDays(told))
      return span && `vacant from ${span.from} until ${span.until}, allowed are ${vacancyDays(told)} days`
    },
  },
  {
    id: "CHAIR-20",
    says: "A refused command leaves no event, and no event names a unit that was never seated.",
    stories: storiesOf(),
    check: (told) => {
      const known = new Set<string | null>([null])
      for (const event of told.history) {
        if (event._tag === "UnitSeated") known.add(event.unit)
        if (event._tag === "UnitsMerged") known.add(event.into)
        const ghost = published(event).find((unit) => !known.has(unit))
        if (ghost !== undefined) return `${event._tag} names ${ghost}`
      }
      return told.chapters.find((chapter) => chapter.refused && chapter.before !== chapter.after)?.command._tag
    },
  },
]
