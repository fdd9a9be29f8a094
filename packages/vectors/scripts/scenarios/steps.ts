import { type Actor, type Circumstances, decodeStrictly, type Refusal, replay } from "@jinlin/core/kernel"
import type * as Schema from "effect/Schema"
import { asJson } from "../json-text.ts"
import { mustDoAsItSays } from "./lines.ts"
import { authorityExpected, type Case, caseId, reference, type Subject, type Told, tell } from "./scenario.ts"

/** One line of a scenario whose circumstances come with it, and by which tags it is refused. */
export interface StepLine<Command, Around> {
  readonly says: string
  readonly step: readonly [Command, Around]
  readonly refused?: ReadonlyArray<string>
}

/** A scenario of such lines, written by hand. */
export interface StepScript<Command, Around> {
  readonly name: string
  readonly says: string
  readonly lines: ReadonlyArray<StepLine<Command, Around>>
}

/** A line that is granted, or refused by these tags. */
export const line = <Command, Around>(
  says: string,
  step: readonly [Command, Around],
  ...refused: ReadonlyArray<string>
): StepLine<Command, Around> => ({ says, step, refused })

/** What each command asks for, by its tag: the names of the facts that it is told. */
export type Needs<Command extends { readonly _tag: string }> = Readonly<Record<Command["_tag"], ReadonlyArray<string>>>

/** The circumstances of a command with the facts that it asks for and no others. */
export const toldTo = <Command extends { readonly _tag: string }, Around extends Circumstances>(
  needs: Needs<Command>,
  command: Command,
  around: Around,
): Around => {
  const tag: Command["_tag"] = command._tag
  const known = ["actor", "now", ...needs[tag]]
  return Object.fromEntries(Object.entries(around).filter(([name]) => known.includes(name))) as Around
}

/** Tells scenarios of one process that were written by hand. */
export const tellSteps = <
  Around extends Circumstances,
  State,
  Command extends { readonly _tag: string },
  Event,
  Reason extends Refusal,
>(
  subject: Subject<Around, State, Command, Event, Reason>,
  needs: Needs<Command>,
  script: StepScript<Command, Around>,
): Told => {
  const asked = script.lines.map(({ says, step: [command, around] }) => ({
    ...{ says, command },
    around: toldTo(needs, command, around),
  }))
  const told = tell(subject, { name: script.name, says: script.says }, asked)
  mustDoAsItSays(script, told)
  return told
}

/** Who asks, in words, and as an actor. */
export type Asker = readonly [who: string, actor: Actor]

/** Commands that are asked of one place in a story, by everybody. */
interface AskedAt<Command> {
  readonly count: number
  readonly commands: ReadonlyArray<Command>
}

/** Everybody asks everything: who may, and who may not. */
export const authorityOf = <
  Around extends Circumstances,
  State,
  Command extends { readonly _tag: string },
  Event,
  Reason extends Refusal,
>(
  { authority, decider }: Subject<Around, State, Command, Event, Reason>,
  events: Schema.Codec<Event>,
  asking: {
    readonly told: Told
    readonly rule: string
    readonly actors: ReadonlyArray<Asker>
    /** What is told besides the command. */
    readonly around: (actor: Actor) => Around
    readonly places: ReadonlyArray<AskedAt<Command>>
  },
): ReadonlyArray<Case> => {
  const { actors, around: aroundOf, places, rule: table, told } = asking
  const read = decodeStrictly(events)
  const history = told.events.map((event) => {
    const found = read(event)
    if (!found.ok) throw new Error(JSON.stringify(found.refusal))
    return found.value
  })
  return places
    .flatMap(({ commands, count }) =>
      commands.flatMap((command) => actors.map(([who, actor]) => ({ actor, command, count, who }))),
    )
    .map(({ actor, command, count, who }, index) => {
      const around = aroundOf(actor)
      const state = replay(decider, history.slice(0, count))
      const { expect, granted, rule } = authorityExpected(authority, state, { command, around })
      return {
        id: caseId(decider.process, "authority", index + 1),
        says: `${command._tag}: ${who} ${granted ? "may" : "may not"}.`,
        rules: granted && rule !== table ? [table, rule] : [rule],
        history: reference(told.name, count),
        command: asJson(command),
        circumstances: asJson(around),
        expect,
      }
    })
}
