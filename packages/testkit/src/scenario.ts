import type { Decider, NonEmpty, Refusal } from "@jinlin/core/kernel"
import { replay } from "@jinlin/core/kernel"
import * as Result from "effect/Result"

/** What a command came to: its events, or every refusal; and the state after it. */
export interface Outcome<State, Event, Reason> {
  readonly events: ReadonlyArray<Event>
  readonly refusals: ReadonlyArray<Reason>
  readonly state: State
  /** Ask for something more, after this. */
  readonly history: ReadonlyArray<Event>
}

/** A history to which commands can be put. */
export interface Scenario<Around, State, Command, Event, Reason> {
  readonly state: State
  readonly when: (command: Command, circumstances: Around) => Outcome<State, Event, Reason>
}

/**
 * Given a history, when a command comes, then look at the outcome. It belongs to no test framework:
 * `given(rotatingChair, history).when(command, circumstances).events`.
 */
export const given = <Around, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Around, State, Command, Event, Reason>,
  history: ReadonlyArray<Event>,
): Scenario<Around, State, Command, Event, Reason> => {
  const state = replay(decider, history)
  return {
    state,
    when: (command, circumstances) => {
      const decided = decider.decide(command, state, circumstances)
      const events = Result.isSuccess(decided) ? decided.success : []
      const refusals: NonEmpty<Reason> | readonly [] = Result.isFailure(decided) ? decided.failure : []
      return { events, refusals, state: replay(decider, events, state), history: [...history, ...events] }
    },
  }
}

/** Put commands one after the other; refused ones leave no trace but stand in `refused`. */
export const play = <Around, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Around, State, Command, Event, Reason>,
  steps: Iterable<readonly [Command, Around]>,
): {
  readonly history: ReadonlyArray<Event>
  readonly state: State
  readonly refused: ReadonlyArray<readonly [Command, NonEmpty<Reason>]>
} => {
  const history: Array<Event> = []
  const refused: Array<readonly [Command, NonEmpty<Reason>]> = []
  let state = decider.initial
  for (const [command, around] of steps) {
    const decided = decider.decide(command, state, around)
    if (Result.isFailure(decided)) refused.push([command, decided.failure])
    else {
      history.push(...decided.success)
      state = replay(decider, decided.success, state)
    }
  }
  return { history, state, refused }
}
