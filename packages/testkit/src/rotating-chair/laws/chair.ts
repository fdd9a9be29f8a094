import { type Because, policyOn, presiderFor, type Rota, type Term } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import type { Chapter, Told } from "../story.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

const items = ["item-0", "item-1", "item-2", null]

/** While a substitute is named, the chair counts as absent. */
const absentChair = (rota: Rota): string | null | undefined =>
  rota.substitute === null ? undefined : rota.terms.find((term) => term.ordinal === rota.serving)?.unit

const wrongPresider = ({ after, day }: Chapter): string | undefined => {
  const policy = policyOn(after, day)
  if (policy === undefined) return undefined
  for (const item of items) {
    const recused = after.interests.filter((interest) => interest.item === item).map((interest) => interest.unit)
    const seated = after.seats.map((seat) => seat.unit)
    const presider = presiderFor(after, policy, item)
    if (presider._tag === "Convenor") {
      const free = seated.find((unit) => !recused.includes(unit) && unit !== absentChair(after))
      if (free !== undefined) return `on ${day} the convenor presides over ${item}, and ${free} could`
    } else if (recused.includes(presider.unit))
      return `on ${day} ${presider.unit} presides over ${item} in spite of its interest`
    else if (!seated.includes(presider.unit)) return `on ${day} ${presider.unit} presides and has no seat`
  }
  return undefined
}

const standsIn = ({ events }: Chapter): boolean =>
  events.some(
    (event) => event._tag === "SubstituteNamed" || (event._tag === "TurnMoved" && event.unit !== null && !event.counts),
  )

const seatsOfThoseWhoStayed = (rota: Rota, other: Rota): string =>
  JSON.stringify(rota.seats.filter((seat) => other.seats.some((stayed) => stayed.unit === seat.unit)))

const regular: ReadonlyArray<Because["_tag"]> = ["NextOnList", "NextDrawn", "WaitedLongest", "TurnOwed"]
const passed: ReadonlyArray<Because["_tag"]> = ["Swapped", "Appointed", "Merged"]

/** Whether the last reason of a term speaks of the unit that has it. */
const fits = ({ because, counts, unit }: Term): boolean => {
  const reason = because.at(-1)
  if (reason === undefined) return false
  if (unit === null) return reason._tag === "LeftVacant" && !counts
  if ("before" in reason && reason.before === unit) return false
  if (!counts) return reason._tag === "StandsIn" || reason._tag === "Merged"
  return regular.includes(reason._tag) || passed.includes(reason._tag)
}

const reminders = (told: Told): string | undefined => {
  let due: string | null = null
  for (const { day, events } of told.chapters)
    for (const event of events) {
      if (event._tag === "TermBegun" || event._tag === "VacancyFilled") due = event.handOverBefore
      if (event._tag === "ChairVacated" || event._tag === "ChairHandedOver") due = null
      if (event._tag !== "HandOverReminded") continue
      if (due === null) return `on ${day} ${event.unit} was reminded of a hand-over that nothing was due of`
      if (day < due) return `on ${day} ${event.unit} was reminded, before ${due}`
      due = null
    }
  return undefined
}

/** Laws on who presides, who stands in, and what the chair has to show for itself. */
export const chairHolderLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-9",
    says: "Under every policy and history somebody presides over every item: a seated unit without an interest in it, or the convenor when there is no such unit but a chair that is absent.",
    stories: storiesOf({}, [
      "wait",
      "interest",
      "interest",
      "interest",
      "substitute",
      "leave",
      "rejoin",
      "merge",
      "fill",
    ]),
    check: (told) => {
      for (const chapter of told.chapters) {
        const wrong = wrongPresider(chapter)
        if (wrong !== undefined) return wrong
      }
      return undefined
    },
  },
  {
    id: "CHAIR-9",
    says: "Standing in is nobody's turn: whoever is named a substitute, or stands in for a turn that moved, keeps its place in the queue and in the round.",
    stories: storiesOf({ movedTurns: fc.constant("substitute") }, ["wait", "substitute", "leave", "skip", "decline"]),
    check: (told) => {
      const counted = told.chapters.find(
        (chapter) =>
          standsIn(chapter) &&
          seatsOfThoseWhoStayed(chapter.before, chapter.after) !== seatsOfThoseWhoStayed(chapter.after, chapter.before),
      )
      return counted && `on ${counted.day} ${counted.command._tag} changed a seat of a unit that stayed`
    },
  },
  {
    id: "CHAIR-17",
    says: "A chair is reminded of its hand-over record only when one is due and missing, not before its day, and once.",
    stories: storiesOf({}, ["wait", "remind", "remind", "remind", "hand-over", "leave", "join", "fill", "decline"]),
    check: reminders,
  },
  {
    id: "CHAIR-19",
    says: "Every published term has a reason, and the last one speaks of the unit that has the term, whatever happened to it.",
    stories: storiesOf(),
    check: (told) => {
      for (const { after, day } of told.chapters) {
        const unexplained = after.terms.find((term) => !fits(term))
        if (unexplained !== undefined)
          return `on ${day} term ${unexplained.ordinal} of ${unexplained.unit}: ${JSON.stringify(unexplained.because)}`
      }
      return undefined
    },
  },
]
