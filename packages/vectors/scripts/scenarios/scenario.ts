import {
  type AuthorityTable,
  authorize,
  type Circumstances,
  type Decider,
  digestOf,
  type Forbidden,
  type Grounds,
  type Refusal,
} from "@jinlin/core/kernel"
import * as Result from "effect/Result"
import { asJson, type Json, type JsonObject } from "../json-text.ts"

/** A process with its table of authority. */
export interface Subject<
  Around extends Circumstances,
  State,
  Command extends { readonly _tag: string },
  Event,
  Reason extends Refusal,
> {
  readonly decider: Decider<Around, State, Command, Event, Reason>
  readonly authority: AuthorityTable<Command, State, Around>
  /** The rules that a command is mainly about, by its tag. */
  readonly rulesOf: Readonly<Record<Command["_tag"], ReadonlyArray<string>>>
}

/** One thing that is asked in a scenario, and the sentence that says what it shows. */
export interface Asked<Command, Around, Event = never> {
  readonly says: string
  readonly command: Command
  readonly around: Around
  readonly rules?: ReadonlyArray<string>
  /** Asked for what follows from it, and told of in no case of its own. */
  readonly quiet?: boolean
  /** What stands in the log before it without having been decided here, such as what an older version let through. */
  readonly given?: ReadonlyArray<Event>
}

/** A case as it stands in a file. */
export interface Case {
  readonly id: string
  readonly says: string
  readonly rules: ReadonlyArray<string>
  readonly [field: string]: Json
}

/** A scenario that was told: its cases, and the history they refer to. */
export interface Told {
  readonly name: string
  readonly says: string
  readonly cases: ReadonlyArray<Case>
  readonly events: ReadonlyArray<Json>
  readonly states: ReadonlyArray<string>
  /** The state at its end. */
  readonly state: Json
}

const digested = (state: unknown): string => {
  const digest = digestOf(asJson(state))
  if (!digest.ok) throw new Error(`A state has no digest: ${JSON.stringify(digest.refusal)}`)
  return digest.value
}

/** The first events of a named history, or none. */
export const reference = (name: string, count: number): Json => (count === 0 ? [] : { from: name, count })

/** `rotating-chair/by-months/007`: the process, the scenario, and the place in it. */
export const caseId = (process: string, scenario: string, place: number): string =>
  `${process}/${scenario}/${String(place).padStart(3, "0")}`

const unique = (rules: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(rules)]

/** Asks one thing after the other; what is refused leaves no trace but its case. */
export const tell = <
  Around extends Circumstances,
  State,
  Command extends { readonly _tag: string },
  Event,
  Reason extends Refusal,
>(
  { decider, rulesOf }: Subject<Around, State, Command, Event, Reason>,
  scenario: { readonly name: string; readonly says: string },
  asked: Iterable<Asked<Command, Around, Event>> | ((state: () => State) => Iterable<Asked<Command, Around, Event>>),
): Told => {
  const events: Array<Json> = []
  const states: Array<string> = []
  const cases: Array<Case> = []
  let state = decider.initial
  const note = (event: Event): void => {
    state = decider.evolve(state, event)
    events.push(asJson(event))
    states.push(digested(state))
  }
  const steps = typeof asked === "function" ? asked(() => state) : asked
  for (const { around, command, given = [], quiet, rules, says } of steps) {
    given.forEach(note)
    const decided = decider.decide(command, state, around)
    const refusals = Result.isFailure(decided) ? decided.failure : []
    const happened = Result.isSuccess(decided) ? decided.success : []
    const tag: Command["_tag"] = command._tag
    if (quiet !== true)
      cases.push({
        id: caseId(decider.process, scenario.name, cases.length + 1),
        says,
        rules: rules ?? unique(refusals.length > 0 ? refusals.map(({ rule }) => rule) : rulesOf[tag]),
        history: reference(scenario.name, events.length),
        command: asJson(command),
        circumstances: asJson(around),
        expect: refusals.length > 0 ? { refusals: asJson(refusals) } : { events: asJson(happened) },
      })
    happened.forEach(note)
  }
  return { ...scenario, cases, events, states, state: asJson(state) }
}

/** A case about who may ask: the grounds, or the refusal that names who may. */
export const authorityExpected = <Command extends { readonly _tag: string }, State, Around extends Circumstances>(
  table: AuthorityTable<Command, State, Around>,
  state: State,
  asked: { readonly command: Command; readonly around: Around },
): { readonly granted: boolean; readonly expect: JsonObject; readonly rule: string } => {
  const authorized = authorize(table, asked.command, state, asked.around)
  const answer: Grounds | Forbidden = authorized.ok ? authorized.value : authorized.refusal
  const expect: JsonObject = authorized.ok ? { grounds: asJson(answer) } : { refusals: [asJson(answer)] }
  return { granted: authorized.ok, expect, rule: answer.rule }
}
