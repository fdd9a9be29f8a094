import { addDays } from "@jinlin/core/kernel/arithmetic"
import type { RotaEvent } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import { type Asked, retell, type Told } from "../story.ts"
import { givenTurns } from "./given.ts"
import { type ChairLaw, storiesOf } from "./law.ts"

/** The terms that a unit put off or gave up: for those it is passed over. */
const gaveUp = (told: Told, unit: string): ReadonlySet<number> =>
  new Set(
    told.history.flatMap((event) =>
      (event._tag === "TurnSkipped" || event._tag === "TurnDeclined") && event.unit === unit ? [event.term] : [],
    ),
  )

const stayed = (history: ReadonlyArray<RotaEvent>, unit: string): boolean =>
  !history.some(
    (event) =>
      (event._tag === "UnitUnseated" && event.unit === unit) ||
      (event._tag === "UnitsMerged" && event.units.includes(unit)),
  )

type Debt = Extract<RotaEvent, { readonly _tag: "TurnSkipped" | "NoShowRecorded" }>

const isDebt = (event: RotaEvent): event is Debt =>
  event._tag === "TurnSkipped" || (event._tag === "NoShowRecorded" && event.owed)

/** A debt that came about in a chapter, and the turns that went to others before it was settled, if too many did. */
const unpaid = (told: Told, index: number): string | undefined => {
  const chapter = told.chapters[index]
  const debt = chapter?.events.find(isDebt)
  if (chapter === undefined || debt === undefined) return undefined
  const { term: since, unit } = debt
  const place = chapter.after.owed.findIndex((turn) => turn.unit === unit && turn.since === since)
  const later = told.chapters.slice(index + 1).flatMap(({ events }) => events)
  const turns = givenTurns({ ...told, history: later })
  const paid = turns.findIndex((turn) => turn.repays?.unit === unit && turn.repays.since === since)
  const before = paid < 0 ? turns : turns.slice(0, paid)
  const passed = before.filter((turn) => turn.moved === unit || gaveUp(told, unit).has(turn.term)).length
  return stayed(later, unit) && (place < 0 || before.length > place + passed)
    ? `${unit} owes term ${since} and ${before.length} turns were given before its own, ${place} were owed before it`
    : undefined
}

const everyDebtIsPaid = (told: Told): string | undefined => {
  for (const index of told.chapters.keys()) {
    const counterExample = unpaid(told, index)
    if (counterExample !== undefined) return counterExample
  }
  return undefined
}

/** After a story, let five years pass in which nobody asks for anything. */
const inPeace = (told: Told): ReadonlyArray<Asked> => [
  ...told.chapters,
  ...Array.from(
    { length: 60 },
    (_, month): Asked => ({ day: addDays(told.day, 31 * (month + 1)), command: { _tag: "AdvanceRota" } }),
  ),
]

/** The turns that a unit was given and kept, whether they have begun or not. */
const kept = (told: Told, unit: string): number =>
  givenTurns(told).filter((turn) => turn.unit === unit).length -
  givenTurns(told).filter((turn) => turn.moved === unit).length

/** Laws on turns that are put off or missed, and come back. */
export const debtLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-7",
    says: "A skipped turn is owed once, and is given before any turn but those that were owed earlier and those that the unit itself put off or gave up, as long as the unit stays and nobody is appointed past the queue.",
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
    check: everyDebtIsPaid,
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
    id: "CHAIR-7",
    says: "Under Listed and Drawn, where moved turns go to the next in turn, skipping costs nothing: when the debts are repaid, all units have had as many turns, give or take one.",
    stories: storiesOf(
      {
        order: fc.constantFrom({ _tag: "Listed" }, { _tag: "Drawn", seed: "pearl" }),
        term: fc.constant({ _tag: "Months", count: 1 }),
        movedTurns: fc.constant("next-in-turn"),
      },
      ["wait", "wait", "skip"],
    ),
    check: (told, story, decider) => {
      const later = retell(decider, inPeace(told))
      const turns = later.rota.seats.map(({ unit }) => kept(later, unit))
      return Math.max(...turns) - Math.min(...turns) > 1 || later.rota.owed.length > 0
        ? `${story.units} units were given ${turns.join(", ")} turns, and ${later.rota.owed.length} are owed`
        : undefined
    },
  },
  {
    id: "CHAIR-11",
    says: "A no-show that counts leaves no debt; one that does not is owed by a unit that is still seated, and repaid as a skipped turn is.",
    stories: storiesOf({ movedTurns: fc.constantFrom("next-in-turn", "vacant") }, [
      "wait",
      "wait",
      "no-show",
      "no-show",
      "join",
      "leave",
      "swap",
    ]),
    check: (told, { policy }) => {
      for (const { after, before, events } of told.chapters)
        for (const event of events) {
          if (event._tag !== "NoShowRecorded") continue
          const seated = before.seats.some((seat) => seat.unit === event.unit)
          if (event.owed !== (policy.noShow === "owed" && seated)) return `term ${event.term} is owed: ${event.owed}`
          if (after.owed.length !== before.owed.length + (event.owed ? 1 : 0)) return `${after.owed.length} turns owed`
        }
      return everyDebtIsPaid(told)
    },
  },
]
