import * as Result from "effect/Result"
import type { Refusal } from "./refusal.ts"

/** At least one of them. */
export type NonEmpty<Item> = readonly [Item, ...ReadonlyArray<Item>]

/** The events that a command causes, or every reason against it. */
export type Decision<Event, Reason> = Result.Result<ReadonlyArray<Event>, NonEmpty<Reason>>

/**
 * The pure heart of a process. `decide` weighs a command against what has happened; `evolve` takes note of what happened.
 * Neither reads a clock, draws a number, makes an id or waits: all of that arrives in the command or the circumstances.
 */
export interface Decider<Circumstances, State, Command, Event, Reason extends Refusal> {
  /** The folder's name, such as `rotating-chair`. */
  readonly process: string
  readonly initial: State
  readonly decide: (command: Command, state: State, circumstances: Circumstances) => Decision<Event, Reason>
  readonly evolve: (state: State, event: Event) => State
}

/** Refuse with every objection there is; without any, these events happen. */
export const unless = <Event, Reason extends Refusal>(
  objections: ReadonlyArray<Reason | undefined>,
  events: () => ReadonlyArray<Event>,
): Decision<Event, Reason> => {
  const [first, ...others] = objections.filter((objection) => objection !== undefined)
  return first === undefined ? Result.succeed(events()) : Result.fail([first, ...others])
}

/** Refuse for one reason. */
export const object = <Reason extends Refusal>(reason: Reason): Decision<never, Reason> => Result.fail([reason])

/** The state that a history leads to. `replay(d, [...a, ...b])` is `b` folded onto `replay(d, a)`. */
export const replay = <Circumstances, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Circumstances, State, Command, Event, Reason>,
  history: Iterable<Event>,
  from: State = decider.initial,
): State => {
  let state = from
  for (const event of history) state = decider.evolve(state, event)
  return state
}

/** One step for those who store states and not events: the events that happened and the state after them. */
export const step = <Circumstances, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Circumstances, State, Command, Event, Reason>,
  command: Command,
  state: State,
  circumstances: Circumstances,
): Result.Result<{ readonly events: ReadonlyArray<Event>; readonly state: State }, NonEmpty<Reason>> =>
  Result.map(decider.decide(command, state, circumstances), (events) => ({
    events,
    state: replay(decider, events, state),
  }))
