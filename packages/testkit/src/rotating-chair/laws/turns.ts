import type { Rota } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import { ask, type Told } from "../story.ts"
import { faithful, givenTurns } from "./given.ts"
import { type ChairLaw, longestWaiting, storiesOf } from "./law.ts"

const units = (rota: Rota): ReadonlyArray<string> => rota.terms.map((term) => term.unit ?? "")

const givenTooSoon = (told: Told, units: number): string | undefined => {
  const others = faithful(told, units)
  for (const event of told.history) {
    if (event._tag !== "TurnDeclined") continue
    const turns = givenTurns(told).filter((turn) => turn.repays === null)
    const own = turns.flatMap((turn, index) => (turn.unit === event.unit ? [index] : []))
    for (const [place, index] of own.entries()) {
      const between = new Set(turns.slice(index + 1, own[place + 1] ?? index + 1).map((turn) => turn.unit))
      const missed =
        own[place + 1] === undefined ? undefined : others.find((unit) => unit !== event.unit && !between.has(unit))
      if (missed !== undefined)
        return `${event.unit}, which declined term ${event.term}, had two turns without one of ${missed} between them`
    }
  }
  return undefined
}

const debtsLeft = (before: Rota, after: Rota): boolean =>
  after.owed.every((debt) => before.owed.some((known) => known.unit === debt.unit && known.since === debt.since))

/** Where every seat stands in the queue and in the rounds. */
const places = (rota: Rota): string => JSON.stringify(rota.seats.map(({ lastTurn: _, ...place }) => place))

/** Laws on what it costs to trade a turn or to give it up. */
export const turnLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-6",
    says: "A swap keeps the turns of every unit and leaves the queue as it was.",
    stories: storiesOf({}, ["wait", "swap", "swap", "join", "leave"]),
    check: (told) => {
      for (const { after, before, command, events } of told.chapters) {
        if (command._tag !== "SwapTurns" || events.length !== 1) continue
        if (units(before).toSorted().join() !== units(after).toSorted().join())
          return `${units(before)} became ${units(after)}`
        if (places(before) !== places(after)) return "the queue changed"
      }
      return undefined
    },
  },
  {
    id: "CHAIR-6",
    says: "The same swap made twice leaves every term to the unit that had it, whatever happened before.",
    stories: storiesOf({}, ["wait", "swap", "swap", "join", "leave", "skip", "merge"]),
    check: (told, _, decider) => {
      for (const { after, before, command, day, events } of told.chapters) {
        if (command._tag !== "SwapTurns" || events.length === 0) continue
        const back = ask(decider, after, { command, day })
        if (back.refused || units(back.after).join() !== units(before).join())
          return `terms ${command.first} and ${command.second}: ${units(before)} became ${units(back.after)}`
      }
      return undefined
    },
  },
  {
    id: "CHAIR-16",
    says: "Declining leaves no debt under any policy; under LongestWaiting, where moved turns go to the next in turn, a unit that declined has no two turns of its own without one of every unit between them that stayed and made no move.",
    stories: storiesOf({ ...longestWaiting, movedTurns: fc.constant("next-in-turn") }, [
      "wait",
      "wait",
      "decline",
      "decline",
      "join",
      "leave",
    ]),
    check: (told, { units: opened }) => {
      const indebted = told.chapters.find(
        ({ after, before, command }) => command._tag === "DeclineTurn" && !debtsLeft(before, after),
      )
      return indebted ? `declining on ${indebted.day} left a debt` : givenTooSoon(told, opened)
    },
  },
]
