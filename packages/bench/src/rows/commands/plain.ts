import type { CivilDate } from "@jinlin/core/kernel/arithmetic"

/**
 * A command as one would write it by hand: two plain functions, no refusals and no `Result`. They ask the same questions
 * as ours, but a no is only `undefined`; and what else a command may bring about by itself is not looked into.
 */
export interface Plain<State, Command, Event> {
  readonly decide: (state: State, command: Command, today: CivilDate) => ReadonlyArray<Event> | undefined
  readonly evolve: (state: State, event: Event) => State
}
