import { isDeepStrictEqual } from "node:util"
import { type Circumstances, type Decider, type Refusal, step } from "@jinlin/core/kernel"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { assign, createMachine, transition } from "xstate"
import type { Contender } from "../../measuring/contender.ts"
import type { Plain } from "./plain.ts"

/** A command that is asked where something stands. */
export interface Asked<State, Command> {
  readonly state: State
  readonly command: Command
  readonly around: Circumstances
}

/** A command of ours, the same by hand, and the questions that all contenders are asked in turn. */
export interface CommandCase<State, Command extends AnyCommand, Event, Told extends Command, Said extends Event> {
  readonly decider: Decider<Circumstances, State, Command, Event, Refusal>
  readonly plain: Plain<State, Told, Said>
  readonly asked: ReadonlyArray<Asked<State, Told>>
}

type AnyCommand = { readonly _tag: string }

/** One way from a question to the state after it. Undefined: refused. */
type Way<State, Command> = (asked: Asked<State, Command>) => State | undefined

const byHand =
  <State, Command, Event>({ decide, evolve }: Plain<State, Command, Event>): Way<State, Command> =>
  ({ around, command, state }) => {
    const events = decide(state, command, around.now.civilDate)
    if (events === undefined) return undefined
    let next = state
    for (const event of events) next = evolve(next, event)
    return next
  }

const byEffect =
  <State, Command, Event>({ decide, evolve }: Plain<State, Command, Event>): Way<State, Command> =>
  ({ around, command, state }) =>
    Effect.runSync(
      Effect.gen(function* () {
        const decided = decide(state, command, around.now.civilDate)
        const events = yield* decided === undefined ? Effect.fail("refused") : Effect.succeed(decided)
        let next = state
        for (const event of events) next = evolve(next, event)
        return next
      }),
    )

/** A machine with one state, whose guard and whose assignment are the plain functions. */
const byMachine = <State, Command, Event>(
  { decide, evolve }: Plain<State, Command, Event>,
  asked: ReadonlyArray<Asked<State, Command>>,
): Way<State, Command> => {
  type Said = { readonly type: "ask" } & Pick<Asked<State, Command>, "command" | "around">
  type Standing = { readonly state: State }
  const [first] = asked
  if (first === undefined) throw new Error("[bench] a machine needs a state to begin with")
  const eventsOf = (context: Standing, { around, command }: Said) =>
    decide(context.state, command, around.now.civilDate)
  const machine = createMachine({
    types: {} as { context: Standing; events: Said },
    context: { state: first.state },
    initial: "open",
    states: {
      open: {
        on: {
          ask: {
            guard: ({ context, event }) => eventsOf(context, event) !== undefined,
            actions: assign(({ context, event }) => ({
              state: (eventsOf(context, event) ?? []).reduce(evolve, context.state),
            })),
          },
        },
      },
    },
  })
  const standings = new Map(
    asked.map(({ state }) => [state, machine.resolveState({ value: "open", context: { state } })]),
  )
  return ({ around, command, state }) => {
    const standing = standings.get(state)
    return standing && transition(machine, standing, { type: "ask", command, around })[0].context.state
  }
}

/** States are kept for a while, so that none can be left unmade. */
const kept: Array<unknown> = Array.from({ length: 64 })

const asContender = <State, Command>(
  named: Pick<Contender, "name" | "part">,
  way: Way<State, Command>,
  asked: ReadonlyArray<Asked<State, Command>>,
): Contender => ({
  ...named,
  run: (times) => {
    let granted = 0
    for (let time = 0; time < times; time += 1) {
      const next = way(asked[time % asked.length] as Asked<State, Command>)
      kept[time & 63] = next
      if (next !== undefined) granted += 1
    }
    return granted
  },
})

/** Everybody who can answer a case, once all of them have given the same answers. */
export const contendersFor = <State, Command extends AnyCommand, Event, Told extends Command, Said extends Event>({
  asked,
  decider,
  plain,
}: CommandCase<State, Command, Event, Told, Said>): ReadonlyArray<Contender> => {
  const ours: Way<State, Told> = ({ around, command, state }) => {
    const stepped = step(decider, command, state, around)
    return Result.isSuccess(stepped) ? stepped.success.state : undefined
  }
  const hand = byHand(plain)
  const [effect, machine] = [byEffect(plain), byMachine(plain, asked)]
  for (const question of asked) {
    const answer = ours(question)
    if (answer === undefined || answer === question.state)
      throw new Error(`[bench] ${question.command._tag} was to change something and did not`)
    if (![hand, effect, machine].every((way) => isDeepStrictEqual(way(question), answer)))
      throw new Error(`[bench] ${question.command._tag}: the contenders come to different states`)
  }
  return [
    asContender({ name: "jinlin", part: "ours" }, ours, asked),
    asContender({ name: "Effect.gen", part: "peer" }, effect, asked),
    asContender({ name: "xstate", part: "peer" }, machine, asked),
    asContender({ name: "plain functions", part: "floor" }, hand, asked),
  ]
}
