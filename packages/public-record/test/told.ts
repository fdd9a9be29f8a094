import type { Decider, Refusal } from "@jinlin/core/kernel"
import { play } from "@jinlin/testkit"

/** Nothing of a story may have been refused. */
export const told = <Around, State, Command, Event, Reason extends Refusal>(
  decider: Decider<Around, State, Command, Event, Reason>,
  steps: Iterable<readonly [Command, Around]>,
): ReadonlyArray<Event> => {
  const { history, refused } = play(decider, steps)
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
  return history
}
