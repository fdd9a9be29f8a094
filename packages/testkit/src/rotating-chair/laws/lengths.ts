import { addDays, type CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { RotaPolicy, Term } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import type { Told } from "../story.ts"
import { inForce, type Ruled, ruled } from "./in-force.ts"
import { type ChairLaw, calendarTerms, storiesOf } from "./law.ts"

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const lastOfMonth = (year: number, month: number): number =>
  month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)) ? 29 : (monthDays[month - 1] ?? 31)

const partsOf = (day: CivilDate): readonly [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  return [year, month, date]
}

/** The first day after a calendar term, as one would count it on a wall calendar; months go by one at a time. */
const endOf = (length: RotaPolicy["term"], from: CivilDate, anchor: number): string => {
  let [year, month] = partsOf(from)
  const step = () => {
    month += 1
    if (month === 13) [year, month] = [year + 1, 1]
  }
  if (length._tag === "Quarter") {
    do step()
    while (month !== 1 && month !== 4 && month !== 7 && month !== 10)
  } else for (let gone = 0; gone < length.count; gone += 1) step()
  const last = lastOfMonth(year, month)
  const date = length._tag === "Quarter" ? 1 : anchor < last ? anchor : last
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`
}

const misdated = ({ chapter, policies }: Ruled, anchor: number): string | undefined => {
  for (const event of chapter.events) {
    if (event._tag !== "TermPublished") continue
    const { from, ordinal, until } = event.term
    const policy = from === null ? undefined : inForce(policies, from)
    if (from === null || policy === undefined) return `term ${ordinal} has no first day`
    const expected = endOf(policy.term, from, anchor)
    if (until !== expected)
      return `term ${ordinal} from ${from} ends on ${until}, and by ${policy.term._tag} ${expected}`
  }
  return undefined
}

const servingTerm = ({ after }: Ruled["chapter"]): Term | undefined =>
  after.terms.find((term) => term.ordinal === after.serving)

/** A term that serves although its last day is over, or a day that no term serves. */
const overdue = ({ chapter }: Ruled): string | undefined => {
  const { after, day } = chapter
  const term = servingTerm(chapter)
  if (term === undefined) return `on ${day} no term serves`
  if (term.until !== null && term.until <= day)
    return `on ${day} term ${after.serving} serves, which ended on ${term.until}`
  return undefined
}

const firstWrong = (told: Told, wrong: (chapter: Ruled) => string | undefined): string | undefined => {
  for (const chapter of ruled(told)) {
    const found = wrong(chapter)
    if (found !== undefined) return found
  }
  return undefined
}

/** The meetings of each term are counted by hand; what the decider keeps in its state is not asked. */
const unendedByMeetings = (told: Told): string | undefined => {
  const held = new Map<number, number>()
  const ended = new Set<number>()
  return firstWrong(told, ({ chapter, policies }) => {
    const { command, day, events } = chapter
    const length = inForce(policies, day)?.term
    const counted = events.find((event) => event._tag === "MeetingCounted")
    const ends = events.flatMap((event) => (event._tag === "TermEndSet" ? [event] : []))
    if (counted === undefined) return ends.length > 0 ? `on ${day} ${command._tag} ended a term` : undefined
    const count = (held.get(counted.term) ?? 0) + 1
    held.set(counted.term, count)
    const isLast = length?._tag === "Meetings" && count >= length.count && !ended.has(counted.term)
    if (isLast) ended.add(counted.term)
    const expected = isLast ? [`${counted.term} ${addDays(day, 1)}`] : []
    const got = ends.map((end) => `${end.term} ${end.until}`)
    return got.join() === expected.join()
      ? undefined
      : `on ${day} meeting ${count} of term ${counted.term}: expected end ${expected}, got ${got}`
  })
}

const anchorOf = (told: Told): number => {
  const opening = told.chapters[0]?.command
  return opening?._tag === "OpenRota" ? partsOf(opening.startsOn)[2] : 0
}

/** Laws on how long terms are. */
export const lengthLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-10",
    says: "A published term lasts as many months as the policy of its first day says, until the day of the month on which the rota opened or the month's last; or until the first day of the next calendar quarter.",
    stories: storiesOf({ term: fc.oneof(calendarTerms.term, fc.constant({ _tag: "Months", count: 7 } as const)) }),
    check: (told) => firstWrong(told, (chapter) => misdated(chapter, anchorOf(told))),
  },
  {
    id: "CHAIR-10",
    says: "A term that is counted in meetings ends the day after the one on which the last of the policy's number of them is counted, and on no other.",
    stories: storiesOf(
      { term: fc.integer({ min: 1, max: 3 }).map((count) => ({ _tag: "Meetings", count }) as const) },
      ["wait", "meeting", "meeting", "meeting", "meeting", "leave", "join", "adopt"],
    ),
    check: unendedByMeetings,
  },
  {
    id: "CHAIR-10",
    says: "On every day that the rota is looked at a term serves, and its last day is not over.",
    stories: storiesOf({}, ["wait", "meeting", "meeting", "meeting", "join", "leave", "adopt"]),
    check: (told) => firstWrong(told, overdue),
  },
]
