import { replay } from "@jinlin/core/kernel"
import type { Rota, RotaPolicy } from "@jinlin/core/rotating-chair"
import * as fc from "fast-check"
import { type Asked, ask, type RotaDecider, retell, type Told } from "../story.ts"
import { type ChairLaw, steadyMoves, storiesOf } from "./law.ts"

/** Other names for all units, in another alphabetical order. */
const renamed = (json: string): string =>
  json.replaceAll(/"unit-(\d+)"/g, (_, number: string) => `"body-${1000 - Number(number)}"`)

const frozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

const outcome = (decider: RotaDecider, rota: Rota, asked: Asked): string => {
  const { events, refused } = ask(decider, rota, asked)
  return JSON.stringify({ events, refused })
}

/** The first chapter that ends otherwise when the rota before it is the same, put another way. */
const otherwise = (told: Told, decider: RotaDecider, put: (rota: Rota) => Rota): string | undefined => {
  const chapter = told.chapters.find(
    ({ before, command, day, events, refused }) =>
      outcome(decider, put(before), { command, day }) !== JSON.stringify({ events, refused }),
  )
  return chapter && `${chapter.command._tag} on ${chapter.day} comes to something else`
}

/** Laws on what makes no difference: names, the order of an array, where a history is cut. */
export const namesLaws: ReadonlyArray<ChairLaw> = [
  {
    id: "CHAIR-8",
    says: "Under Listed and LongestWaiting names decide nothing: other names for the same units give the same events under those names. Drawn asks the names by design: it draws a number for each from the seed.",
    stories: storiesOf(
      { order: fc.constantFrom<RotaPolicy["order"]>({ _tag: "Listed" }, { _tag: "LongestWaiting" }) },
      steadyMoves,
    ),
    check: (told, _, decider) => {
      const asked = JSON.parse(renamed(JSON.stringify(told.chapters))) as ReadonlyArray<Asked>
      const [here, there] = [renamed(JSON.stringify(told.history)), JSON.stringify(retell(decider, asked).history)]
      return here === there ? undefined : `expected ${here}, got ${there}`
    },
  },
  {
    id: "CHAIR-8",
    says: "Under every order the seats may stand in any order in the state: their places are numbers, and the same command comes to the same.",
    stories: storiesOf(),
    check: (told, _, decider) =>
      otherwise(told, decider, (rota) => ({ ...rota, seats: rota.seats.toReversed() })) ??
      otherwise(told, decider, (rota) => ({ ...rota, seats: [...rota.seats.slice(1), ...rota.seats.slice(0, 1)] })),
  },
  {
    id: "CHAIR-8",
    says: "The rota goes on in the same way after replay: wherever a history is cut, the rest folded onto the first part gives the same state, also after a trip through JSON.",
    stories: storiesOf(),
    check: (told, _, decider) => {
      const states = [decider.initial]
      for (const event of told.history) states.push(decider.evolve(states.at(-1) ?? decider.initial, event))
      const end = JSON.stringify(told.rota)
      const cut = states.findIndex((state, index) => {
        const stored = JSON.parse(JSON.stringify(state)) as Rota
        return JSON.stringify(replay(decider, told.history.slice(index), stored)) !== end
      })
      return cut < 0 ? undefined : `cut after ${cut} of ${told.history.length} events it ends otherwise`
    },
  },
  {
    id: "CHAIR-8",
    says: "Deciding and folding change nothing that they are given.",
    stories: storiesOf(),
    check: (told, _, decider) => {
      for (const { before, command, day, events, refused } of told.chapters) {
        const again = ask(decider, frozen(before), frozen({ command, day }))
        if (JSON.stringify(again.events) !== JSON.stringify(events) || again.refused !== refused)
          return `${command._tag} on ${day} comes to something else the second time`
      }
      return undefined
    },
  },
]
