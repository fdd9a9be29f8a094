import type { Decider, Refusal } from "@jinlin/core/kernel"
import * as Result from "effect/Result"

/** In a state that looks like `from`, `command` was granted and led to a state that looks like `to`. */
export interface Transition {
  readonly from: string
  readonly command: string
  readonly to: string
}

/** What a walk found. */
export interface Walked {
  /** Each look once, in the order in which it was first seen; the first is that of the initial state. */
  readonly looks: ReadonlyArray<string>
  /** Each transition once, in the order in which it was first seen: nearest to the initial state first. */
  readonly transitions: ReadonlyArray<Transition>
  /** How many different states were visited. */
  readonly states: number
  /** False where the limit stopped the walk: then there may be transitions that are not listed. */
  readonly complete: boolean
}

/** A small world to walk through. */
export interface WalkOptions<Circumstances, State, Command, Event, Reason extends Refusal> {
  readonly decider: Decider<Circumstances, State, Command, Event, Reason>
  /** Everything that is tried in a state. The walk ends where nothing new is tried, so let it stay small. */
  readonly commands: (state: State) => Iterable<Command>
  /** Who acts and when, for this command in this state. */
  readonly circumstances: (state: State, command: Command) => Circumstances
  /** What of a state is shown: a word such as `noticed`. States that look alike are still walked one by one. */
  readonly view: (state: State) => string
  /** The most states that are visited. */
  readonly limit: number
}

/** Two states are the same where their JSON is, whatever the order of their fields. */
const identity = (state: unknown): string =>
  JSON.stringify(state, (_key, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })

/**
 * Tries every command in every state that can be reached, breadth first, and tells which looks lead to which.
 * The same world gives the same answer, in the same order. States must be plain data.
 */
export const walk = <Circumstances, State, Command extends { readonly _tag: string }, Event, Reason extends Refusal>(
  options: WalkOptions<Circumstances, State, Command, Event, Reason>,
): Walked => {
  const { decider, view, limit } = options
  const reached: Array<State> = [decider.initial]
  const known = new Set([identity(decider.initial)])
  const looks = new Set([view(decider.initial)])
  const transitions = new Map<string, Transition>()
  let complete = true
  // The list grows while it is walked: what is added at its end is visited last, which is breadth first.
  for (const state of reached) {
    for (const command of options.commands(state)) {
      const decision = decider.decide(command, state, options.circumstances(state, command))
      if (Result.isFailure(decision)) continue
      const next = decision.success.reduce((before, event) => decider.evolve(before, event), state)
      const transition = { from: view(state), command: command._tag, to: view(next) }
      const name = identity(next)
      if (known.has(name) || known.size < limit) {
        looks.add(transition.to)
        transitions.set(JSON.stringify(transition), transition)
        if (!known.has(name)) reached.push(next)
        known.add(name)
      } else complete = false
    }
  }
  return { looks: [...looks], transitions: [...transitions.values()], states: known.size, complete }
}
