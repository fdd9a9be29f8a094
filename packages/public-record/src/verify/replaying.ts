import type { Decider, Refusal } from "@jinlin/core/kernel"
import { type CivilDate, daysBetween, type Moment } from "@jinlin/core/kernel/arithmetic"
import * as Result from "effect/Result"
import { digestIn } from "../canonical/digests.ts"
import { type Check, type CheckName, checkOf } from "./check.ts"

const firstDay: CivilDate = "1970-01-01"
const millisecondsPerDay = 86_400_000
const lastMinute = 1439

/** A minute of a day; what is counted in days is the same in every zone. */
export const momentOn = (civilDate: CivilDate, minuteOfDay: number): Moment => ({
  instant: daysBetween(firstDay, civilDate) * millisecondsPerDay + minuteOfDay * 60_000,
  ...{ zone: "UTC", civilDate, minuteOfDay },
})

/** The latest moment of a day: no minute of an event is in a record, so that what may have been so by its end is taken to be. */
export const endOf = (day: CivilDate): Moment => momentOn(day, lastMinute)

/** A command that may have led to an event, and what it may have been told. */
export type Asked<Command, Around> = readonly [command: Command, around: Around]

/** An event of a history: its kind and its day. */
interface Happened {
  readonly _tag: string
  readonly on: CivilDate
}

/** How a history is held against the decider of its process. */
export interface Replaying<Around, State, Command, Event extends Happened, Reason extends Refusal> {
  readonly part: string
  readonly decider: Decider<Around, State, Command, Event, Reason>
  readonly history: ReadonlyArray<Event>
  /** The event with which every history of the process begins. */
  readonly first: Event["_tag"]
  /** Every command that may have led to an event; none: it only ever follows from another one. */
  readonly askedFor: (state: State, event: Event) => ReadonlyArray<Asked<Command, Around>>
  readonly checkFor: (tag: Event["_tag"]) => CheckName
}

/** How many events of a decision stand one after the other in a history, from a place on. */
const matching = <Event>(decided: ReadonlyArray<Event>, history: ReadonlyArray<Event>, at: number): number => {
  const wrong = decided.findIndex((event, place) => digestIn(event) !== digestIn(history[at + place] ?? null))
  return wrong === -1 ? decided.length : wrong
}

/** What was decided, and how much of it stands in the history. */
interface Found<Event> {
  readonly decided: ReadonlyArray<Event>
  readonly stand: number
}

const best = <Around, State, Command, Event extends Happened, Reason extends Refusal>(
  { askedFor, decider, history }: Replaying<Around, State, Command, Event, Reason>,
  state: State,
  at: number,
): Found<Event> => {
  const event = history[at]
  let found: Found<Event> = { decided: [], stand: 0 }
  for (const [command, around] of event === undefined ? [] : askedFor(state, event)) {
    const result = decider.decide(command, state, around)
    const decided = Result.isSuccess(result) ? result.success : []
    const stand = matching(decided, history, at)
    const isWhole = stand > 0 && stand === decided.length
    if (isWhole || stand > found.stand) found = { decided, stand }
    if (isWhole) break
  }
  return found
}

/**
 * Every event of a history as the decider of its process decides it: the command and what it was told are taken back from the event
 * and the other parts, and what comes of it on the state before must be this event, with everything that follows from it and nothing
 * else. The days follow each other, and it begins with its beginning. Rules RECORD-13, RECORD-14.
 */
export const replayed = <Around, State, Command, Event extends Happened, Reason extends Refusal>(
  replaying: Replaying<Around, State, Command, Event, Reason>,
): { readonly checks: ReadonlyArray<Check>; readonly state: State } => {
  const { checkFor, decider, first, history, part } = replaying
  const checks: Array<Check> = []
  let state = decider.initial
  let [day, until]: [string, number] = ["", 0]
  for (const [at, event] of history.entries()) {
    const facts = { entry: at + 1, event: event._tag }
    if (at >= until) {
      const { decided, stand } = best(replaying, state, at)
      until = at + Math.max(1, stand)
      const missing = stand > 0 ? decided[stand] : undefined
      if (missing !== undefined)
        checks.push(checkOf({ check: checkFor(missing._tag), part }, false, { entry: until + 1, event: missing._tag }))
      checks.push(checkOf({ check: checkFor(event._tag), part }, stand > 0, facts))
    } else checks.push(checkOf({ check: checkFor(event._tag), part }, true, facts))
    if (event.on < day || (at === 0) !== (event._tag === first))
      checks.push(checkOf({ check: "days", part }, false, facts))
    day = event.on
    state = decider.evolve(state, event)
  }
  return { checks, state }
}
