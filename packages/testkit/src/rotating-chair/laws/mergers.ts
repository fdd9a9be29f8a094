import type { OwedTurn, Rota, RotaCommand, RotaPolicy } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import type { Chapter, Told } from "../story.ts"
import { inForce, ruled } from "./in-force.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

type Merger = Extract<RotaCommand, { readonly _tag: "MergeUnits" }>
type Choice = RotaPolicy["mergedTurns"]

/** A merger of two seated units that was granted, with what the policy of its day says. */
interface Case {
  readonly chapter: Chapter
  readonly merger: Merger
  readonly choice: Choice
}

const cases = (told: Told): ReadonlyArray<Case> =>
  ruled(told).flatMap(({ chapter, policies }): ReadonlyArray<Case> => {
    const { before, command, day, refused } = chapter
    const choice = inForce(policies, day)?.mergedTurns
    if (command._tag !== "MergeUnits" || refused || choice === undefined) return []
    const both = command.units.every((unit) => before.seats.some((seat) => seat.unit === unit))
    return both && command.units[0] !== command.units[1] ? [{ chapter, merger: command, choice }] : []
  })

const turnsAhead = (rota: Rota, unit: string): ReadonlyArray<number> =>
  rota.terms
    .filter((term) => term.ordinal > rota.serving && term.counts && term.unit === unit)
    .map((term) => term.ordinal)

/** The turns that go back: none, or one for each of the poorer unit's, taken from the end or from the beginning. */
const goBack = (rota: Rota, { units }: Merger, choice: Choice): ReadonlyArray<number> => {
  const [one, other] = [turnsAhead(rota, units[0]), turnsAhead(rota, units[1])]
  const fewer = one.length < other.length ? one.length : other.length
  const left = [...one, ...other].sort((left, right) => left - right)
  const back: Array<number> = []
  if (choice === "keep-both") return back
  for (let taken = 0; taken < fewer; taken += 1) {
    const term = choice === "keep-earlier" ? left.pop() : left.shift()
    if (term !== undefined) back.push(term)
  }
  return back.sort((left, right) => left - right)
}

const wrongTurns = ({ chapter, choice, merger }: Case): string | undefined => {
  const { after, before, day, events } = chapter
  const back = goBack(before, merger, choice)
  const moved = events.flatMap((event) => (event._tag === "TurnMoved" && event.cause === "merged" ? [event.term] : []))
  if (moved.toSorted((left, right) => left - right).join() !== back.join())
    return `on ${day} by ${choice} the terms ${back} go back, and ${moved} did`
  for (const term of before.terms) {
    if (term.unit === null || !merger.units.includes(term.unit) || back.includes(term.ordinal)) continue
    const now = after.terms.find((published) => published.ordinal === term.ordinal)
    if (now?.unit !== merger.into) return `on ${day} term ${term.ordinal} of ${term.unit} went to ${now?.unit}`
  }
  return undefined
}

const inWords = (turns: ReadonlyArray<OwedTurn>): string =>
  turns
    .map((turn) => `${turn.since} ${turn.cause}`)
    .sort()
    .join(", ")

/** What the merged unit may owe; two answers where both owed as much. */
const mayOwe = (rota: Rota, { units }: Merger, choice: Choice): ReadonlyArray<string> => {
  const [one, other] = units.map((unit) => rota.owed.filter((turn) => turn.unit === unit))
  if (one === undefined || other === undefined) return []
  if (choice === "keep-both") return [inWords([...one, ...other])]
  if (one.length === other.length) return [inWords(one), inWords(other)]
  return [inWords(one.length > other.length ? one : other)]
}

const wrongDebts = ({ chapter, choice, merger }: Case): string | undefined => {
  const { after, before, day } = chapter
  const owes = inWords(after.owed.filter((turn) => turn.unit === merger.into))
  const may = mayOwe(before, merger, choice)
  if (!may.includes(owes))
    return `on ${day} by ${choice} ${merger.into} owes (${owes}), and should (${may.join(") or (")})`
  const ghost = after.owed.find((turn) => turn.unit !== merger.into && merger.units.includes(turn.unit))
  return ghost && `on ${day} ${ghost.unit}, which is no more, owes term ${ghost.since}`
}

const wrongSeat = ({ chapter, merger }: Case): string | undefined => {
  const { after, before, day } = chapter
  const [one, other] = before.seats.filter((seat) => merger.units.includes(seat.unit))
  const seat = after.seats.find((candidate) => candidate.unit === merger.into)
  if (one === undefined || other === undefined || seat === undefined) return `on ${day} ${merger.into} has no seat`
  const position = one.position < other.position ? one.position : other.position
  const queued = one.queued > other.queued ? one.queued : other.queued
  if (after.seats.length !== before.seats.length - 1) return `on ${day} ${after.seats.length} units are seated`
  return seat.position === position && seat.queued === queued
    ? undefined
    : `on ${day} ${merger.into} has place ${seat.position}, ${seat.queued} in the queue; not ${position}, ${queued}`
}

const firstWrong = (told: Told, wrong: (merger: Case) => string | undefined): string | undefined => {
  for (const merger of cases(told)) {
    const found = wrong(merger)
    if (found !== undefined) return found
  }
  return undefined
}

const choices = { mergedTurns: fc.constantFrom<Choice>("keep-earlier", "keep-later", "keep-both") }

/** Laws on what a unit has that was merged out of two seated ones. */
export const mergerLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-14",
    says: "Which turns go back: by keep-earlier the latest of the two units' turns ahead, by keep-later the earliest, as many as the one with fewer had; by keep-both none. All others are the new unit's.",
    stories: storiesOf({ ...choices, horizonTerms: fc.integer({ min: 2, max: 5 }) }, [
      "wait",
      "merge",
      "merge",
      "join",
      "swap",
      "skip",
    ]),
    check: (told) => firstWrong(told, wrongTurns),
  },
  {
    id: "CHAIR-14",
    says: "A merged unit owes what both owed by keep-both, otherwise what the deeper in debt owed; nobody owes under a name that is gone.",
    stories: storiesOf({ ...choices, noShow: fc.constant("owed") }, [
      "wait",
      "merge",
      "skip",
      "skip",
      "no-show",
      "no-show",
      "join",
    ]),
    check: (told) => firstWrong(told, wrongDebts),
  },
  {
    id: "CHAIR-14",
    says: "Two seats become one, with the better place on the list and the worse in the queue.",
    stories: storiesOf(choices, ["wait", "merge", "merge", "join", "join", "leave", "swap"]),
    check: (told) => firstWrong(told, wrongSeat),
  },
]
