import type { Rota, RotaCommand, Term } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import type { Chapter } from "../story.ts"
import { givenTurns } from "./given.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

const ahead = (rota: Rota, than: Rota): ReadonlyArray<Term> => rota.terms.filter((term) => term.ordinal > than.serving)

/** The units whose own published turns a command may change. */
const moversOf = (command: RotaCommand, before: Rota): ReadonlyArray<string | null | undefined> => {
  const unitIn = (ordinal: number) => before.terms.find((term) => term.ordinal === ordinal)?.unit
  switch (command._tag) {
    case "UnseatUnit":
      return [command.unit]
    case "MergeUnits":
      return command.units
    case "SwapTurns":
      return [unitIn(command.first), unitIn(command.second)]
    case "SkipTurn":
    case "DeclineTurn":
      return [unitIn(command.term)]
    default:
      return []
  }
}

const changedForOthers = ({ after, before, command }: Chapter): Term | undefined =>
  ahead(before, after).find((term) => {
    const now = after.terms.find((published) => published.ordinal === term.ordinal)
    const movable = term.unit === null || moversOf(command, before).includes(term.unit)
    return !movable && now?.unit !== term.unit
  })

const units = (rota: Rota): ReadonlyArray<string> => rota.terms.map((term) => term.unit ?? "").sort()

const unpaid = (chapter: Chapter, later: ReadonlyArray<Chapter>): string | undefined => {
  const skipped = chapter.events.find((event) => event._tag === "TurnSkipped")
  if (skipped === undefined) return undefined
  const place = chapter.after.owed.findIndex((turn) => turn.unit === skipped.unit && turn.since === skipped.term)
  const rest = {
    chapters: later,
    history: later.flatMap(({ events }) => events),
    rota: chapter.after,
    day: chapter.day,
  }
  const passedOver = givenTurns(rest).filter((turn) => turn.moved === skipped.unit).length
  const turns = givenTurns(rest)
  const paid = turns.findIndex((turn) => turn.repays?.unit === skipped.unit && turn.repays.since === skipped.term)
  const stayed = !rest.history.some(
    (event) =>
      (event._tag === "UnitUnseated" && event.unit === skipped.unit) ||
      (event._tag === "UnitsMerged" && event.units.includes(skipped.unit)),
  )
  const waited = paid < 0 ? turns.length : paid
  return stayed && waited > place + passedOver
    ? `${skipped.unit} skipped term ${skipped.term} and ${waited} turns were given before its own, ${place} were owed before it`
    : undefined
}

/** Laws on what may change in what is published, and on what a change costs. */
export const stabilityLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-5",
    says: "A published term that has not begun changes hands only for the units that move: whoever joins, leaves, merges, swaps, skips or declines touches no other unit's published turn.",
    stories: storiesOf(),
    check: (told) => {
      for (const chapter of told.chapters) {
        const term = changedForOthers(chapter)
        if (term !== undefined)
          return `${chapter.command._tag} on ${chapter.day} changed term ${term.ordinal} of ${term.unit}`
      }
      return undefined
    },
  },
  {
    id: "CHAIR-5",
    says: "As many terms are published ahead of the serving one as the policy says.",
    stories: storiesOf(),
    check: (told, { policy }) => {
      const short = told.chapters.find(
        ({ after }) => after.serving > 0 && ahead(after, after).length !== policy.horizonTerms,
      )
      return short && `on ${short.day} ${ahead(short.after, short.after).length} terms are published ahead`
    },
  },
  {
    id: "CHAIR-6",
    says: "A swap keeps the turns of every unit and leaves the queue as it was.",
    stories: storiesOf({}, ["wait", "swap", "swap", "join", "leave"]),
    check: (told) => {
      for (const { after, before, command, events } of told.chapters) {
        if (command._tag !== "SwapTurns" || events.length !== 1) continue
        if (units(before).join() !== units(after).join()) return `${units(before)} became ${units(after)}`
        if (JSON.stringify(before.seats) !== JSON.stringify(after.seats)) return "the queue changed"
      }
      return undefined
    },
  },
  {
    id: "CHAIR-7",
    says: "A skipped turn is owed once, and is given before any turn but those that were owed earlier, as long as the unit stays and nobody is appointed past the queue.",
    stories: storiesOf({ movedTurns: fc.constantFrom("next-in-turn", "vacant") }, [
      "wait",
      "wait",
      "skip",
      "skip",
      "join",
      "leave",
      "swap",
      "decline",
    ]),
    check: (told) => {
      for (const [index, chapter] of told.chapters.entries()) {
        const counterExample = unpaid(chapter, told.chapters.slice(index + 1))
        if (counterExample !== undefined) return counterExample
      }
      return undefined
    },
  },
  {
    id: "CHAIR-7",
    says: "Nobody owes more turns than the policy allows by skipping.",
    stories: storiesOf({ noShow: fc.constant("counts") }, ["wait", "skip", "skip", "join", "leave"]),
    check: (told, { policy }) => {
      for (const { after } of told.chapters)
        for (const { unit } of after.seats) {
          const owed = after.owed.filter((turn) => turn.unit === unit).length
          if (owed > policy.owedTurnsLimit) return `${unit} owes ${owed} turns`
        }
      return undefined
    },
  },
  {
    id: "CHAIR-14",
    says: "After a merger the new unit holds the turns of both, less those it gives back: none when both are kept, otherwise as many as the one with fewer turns ahead had.",
    stories: storiesOf({}, ["wait", "merge", "merge", "join", "swap"]),
    check: (told, { policy }) => {
      for (const { after, before, command, events } of told.chapters) {
        if (command._tag !== "MergeUnits" || events.length === 0) continue
        const counts = command.units.map(
          (unit) => ahead(before, after).filter((term) => term.counts && term.unit === unit).length,
        )
        const all = (counts[0] ?? 0) + (counts[1] ?? 0)
        const kept = policy.mergedTurns === "keep-both" ? all : Math.max(...counts)
        const moved = events.filter((event) => event._tag === "TurnMoved" && event.cause === "merged").length
        if (moved !== all - kept)
          return `${command.units.join(" and ")} had ${counts.join(" and ")} turns ahead and gave back ${moved}`
        if (command.units.some((unit) => unit !== command.into && after.seats.some((seat) => seat.unit === unit)))
          return "a merged unit kept its seat"
      }
      return undefined
    },
  },
]
