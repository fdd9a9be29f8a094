import type { Rota, RotaCommand, Term } from "@jinlin/core/rotating-chair"
import type { Chapter } from "../story.ts"
import { type ChairLaw, steadyMoves, storiesOf } from "./law.ts"

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

/** Laws on what may change in what is published. */
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
    says: "As many terms are published ahead of the serving one as the policy says, while no other policy is adopted.",
    stories: storiesOf({}, steadyMoves),
    check: (told, { policy }) => {
      const short = told.chapters.find(
        ({ after }) => after.serving > 0 && ahead(after, after).length !== policy.horizonTerms,
      )
      return short && `on ${short.day} ${ahead(short.after, short.after).length} terms are published ahead`
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
  {
    id: "CHAIR-18",
    says: "Under every order and term, adopting a policy changes neither a published term nor a seat nor a debt, whatever happened before.",
    stories: storiesOf({}, ["wait", "wait", "adopt", "adopt", "join", "leave", "skip", "swap", "meeting"]),
    check: (told) => {
      for (const { after, before, command, day, refused } of told.chapters) {
        if (command._tag !== "AdoptRotaPolicy" || refused) continue
        if (JSON.stringify({ ...after, policies: [] }) !== JSON.stringify({ ...before, policies: [] }))
          return `on ${day} a policy was adopted and more than the policy changed`
        if (after.policies.length !== before.policies.length + 1) return `on ${day} an adopted policy was not kept`
      }
      return undefined
    },
  },
]
