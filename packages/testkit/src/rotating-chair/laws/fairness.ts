import type { RotaPolicy } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import type { MoveKind } from "../arbitraries.ts"
import type { Told } from "../story.ts"
import { debts, faithful, givenTurns, mostSeated, movers } from "./given.ts"
import { type ChairLaw, calendarTerms, longestWaiting, storiesOf } from "./law.ts"

const anyMove: ReadonlyArray<MoveKind> = [
  ...([
    "wait",
    "wait",
    "wait",
    "join",
    "leave",
    "rejoin",
    "merge",
    "swap",
    "skip",
    "decline",
    "no-show",
    "fill",
  ] as const),
]
const comings: ReadonlyArray<MoveKind> = ["wait", "wait", "wait", "join", "leave", "rejoin"]

const longestWait = (told: Told, unit: string, seatedAt: number): number => {
  const turns = givenTurns(told).filter((turn) => turn.unit === unit)
  let since = seatedAt
  let longest = 0
  for (const term of [...turns.map((turn) => turn.term).sort((left, right) => left - right), told.rota.serving]) {
    if (term - since > longest) longest = term - since
    since = term
  }
  return longest
}

const waitsWithin = (told: Told, bound: number): string | undefined => {
  const moved = movers(told)
  for (const event of told.history) {
    if (event._tag !== "UnitSeated" || moved.has(event.unit)) continue
    const wait = longestWait(told, event.unit, event.seatedAt)
    if (wait > bound) return `${event.unit} waited ${wait} terms, at most ${bound} are allowed`
  }
  return undefined
}

const inRounds: fc.Arbitrary<RotaPolicy["order"]> = fc.constantFrom<RotaPolicy["order"]>(
  { _tag: "Listed" },
  { _tag: "Drawn", seed: "pearl" },
)

const spread = (told: Told, units: number): string | undefined => {
  const counted = new Map(faithful(told, units).map((unit) => [unit, 0]))
  for (const { unit } of givenTurns(told)) {
    const turns = counted.get(unit)
    if (turns !== undefined) counted.set(unit, turns + 1)
    const counts = [...counted.values()]
    if (Math.max(...counts) - Math.min(...counts) > 1) return `turns given: ${JSON.stringify([...counted])}`
  }
  return undefined
}

/** Laws on waiting, on counts, and on those who come and go. */
export const fairnessLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-3",
    says: "While LongestWaiting is the order, a unit that makes no move of its own waits at most n + H + D terms: the most units seated, the horizon, the debts that came about; whoever joins, leaves, merges, swaps, skips, declines or fails to appear.",
    stories: storiesOf({ ...longestWaiting, ...calendarTerms }, anyMove),
    check: (told, { policy }) => waitsWithin(told, mostSeated(told) + policy.horizonTerms + debts(told)),
  },
  {
    id: "CHAIR-3",
    says: "While Listed or Drawn is the order, with newcomers from the next round on, the bound is two rounds: 2n + H + D terms.",
    stories: storiesOf({ order: inRounds, newcomers: fc.constant("next-round"), ...calendarTerms }, anyMove),
    check: (told, { policy }) => waitsWithin(told, 2 * mostSeated(told) + policy.horizonTerms + debts(told)),
  },
  {
    id: "CHAIR-4",
    says: "While one order lasts, whichever it is, units seated from the opening on that make no move of their own are never more than one given turn apart, whoever comes and goes.",
    stories: storiesOf(
      { newcomers: fc.constant("next-round"), movedTurns: fc.constant("next-in-turn"), ...calendarTerms },
      comings,
    ),
    check: (told, { units }) => spread(told, units),
  },
  {
    id: "CHAIR-12",
    says: "While LongestWaiting is the order, a newcomer is given its first turn only after every unit that was seated before it was given one since, unless the unit left, or the newcomer was appointed.",
    stories: storiesOf({ ...longestWaiting, ...calendarTerms }, comings),
    check: (told) => {
      const moved = movers(told)
      const waiting = new Map<string, Set<string>>()
      const seated = new Set<string>()
      for (const event of told.history) {
        if (event._tag === "UnitSeated") {
          waiting.set(event.unit, new Set([...seated].filter((unit) => !moved.has(unit))))
          seated.add(event.unit)
        }
        if (event._tag === "UnitUnseated") seated.delete(event.unit)
        const given =
          event._tag === "TermPublished"
            ? event.term.unit
            : event._tag === "TurnMoved" && event.counts
              ? event.unit
              : null
        if (given === null) continue
        const overtaken = waiting.get(given)
        if (overtaken !== undefined && overtaken.size > 0) return `${given} overtook ${[...overtaken].join(", ")}`
        for (const others of waiting.values()) others.delete(given)
      }
      return undefined
    },
  },
  {
    id: "CHAIR-13",
    says: "While LongestWaiting is the order, leaving and coming back gains nothing: such a unit is never given more turns than a unit that stayed, and one.",
    stories: storiesOf({ ...longestWaiting, movedTurns: fc.constant("next-in-turn"), ...calendarTerms }, [
      ...comings,
      "leave",
      "rejoin",
      "rejoin",
    ]),
    check: (told, { units }) => {
      const stayed = faithful(told, units)
      const count = (unit: string) => givenTurns(told).filter((turn) => turn.unit === unit).length
      const fewest = stayed.reduce((low, unit) => (count(unit) < low ? count(unit) : low), Number.POSITIVE_INFINITY)
      const gainer = [...movers(told)].find((unit) => count(unit) > fewest + 1)
      return gainer === undefined
        ? undefined
        : `${gainer} was given ${count(gainer)} turns, a unit that stayed ${fewest}`
    },
  },
]
