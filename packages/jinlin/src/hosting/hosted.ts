import {
  type Actor,
  type Checked,
  type Due,
  decodeStrictly,
  type Grounds,
  type Located,
  type Moment,
  type NeededFact,
  type NonEmpty,
  type Notice,
  type Refusal,
} from "@jinlin/core/kernel"
import type * as Schema from "effect/Schema"

/** Anything with a tag: a command or an event of whichever process. */
export interface Tagged {
  readonly _tag: string
}

/** What came of a command, of whichever process. */
export type HandledAny =
  | { readonly ok: true; readonly events: ReadonlyArray<Tagged>; readonly grounds: Grounds }
  | { readonly ok: false; readonly refusals: ReadonlyArray<Refusal> }

/** Who asks, when, and where the streams stand that the command needs facts from, by the process they belong to. */
interface Around {
  readonly actor: Actor
  readonly now: Moment
  readonly others: ReadonlyMap<string, unknown>
  /** The conference by whose record the actor's post is held. */
  readonly record: string
}

/**
 * A process as the shell sees it: it reads commands and events strictly, and says what a command needs from elsewhere. States
 * go in and out unseen; only the process itself knows what they are.
 */
export interface Hosted {
  readonly name: string
  /** Whose record says who holds a post: that of the conference which is the subject itself, or of one that is named beside it. */
  readonly record: "subject" | "named"
  readonly initial: unknown
  readonly commandTags: ReadonlySet<string>
  readonly eventTags: ReadonlySet<string>
  readonly readCommand: (input: unknown) => Checked<Tagged, NonEmpty<Located>>
  readonly readEvent: (input: unknown) => Checked<Tagged, NonEmpty<Located>>
  readonly needs: (command: Tagged) => ReadonlyArray<NeededFact>
  readonly handle: (command: Tagged, state: unknown, around: Around) => HandledAny
  readonly evolve: (state: unknown, event: Tagged) => unknown
  readonly due: (state: unknown) => ReadonlyArray<Due<Tagged>>
  readonly notices: (event: Tagged) => ReadonlyArray<Notice>
}

/** A process with its types, as it is written down once. */
export interface Definition<State, Command extends Tagged, Event extends Tagged> {
  readonly name: string
  readonly record: Hosted["record"]
  readonly initial: State
  readonly commands: Schema.Codec<Command, unknown> & Union
  readonly events: Schema.Codec<Event, unknown> & Union
  readonly needs: ReadonlyArray<NeededFact>
  readonly handle: (command: Command, state: State, around: Around) => HandledAny
  readonly evolve: (state: State, event: Event) => State
  readonly due?: (state: State) => ReadonlyArray<Due<Command>>
  readonly notices?: (event: Event) => ReadonlyArray<Notice>
}

/** A union of structs, each with its tag. */
interface Union {
  readonly members: ReadonlyArray<{
    readonly fields: { readonly _tag: { readonly schema: { readonly literal: string } } }
  }>
}

const tagsOf = ({ members }: Union): ReadonlySet<string> =>
  new Set(members.map((member) => member.fields._tag.schema.literal))

/** Hides the types of a process behind what it reads: only what its own schemas let through reaches it. */
export const host = <State, Command extends Tagged, Event extends Tagged>(
  definition: Definition<State, Command, Event>,
): Hosted => ({
  name: definition.name,
  record: definition.record,
  initial: definition.initial,
  commandTags: tagsOf(definition.commands),
  eventTags: tagsOf(definition.events),
  readCommand: decodeStrictly(definition.commands),
  readEvent: decodeStrictly(definition.events),
  needs: ({ _tag }) => definition.needs.filter(({ commands }) => commands.includes(_tag)),
  handle: (command, state, around) => definition.handle(command as Command, state as State, around),
  evolve: (state, event) => definition.evolve(state as State, event as Event),
  due: (state) => definition.due?.(state as State) ?? [],
  notices: (event) => definition.notices?.(event as Event) ?? [],
})
