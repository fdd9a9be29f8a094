import { type Due, decodeStrictly, type NeededFact, type Notice } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type * as Schema from "effect/Schema"
import type { Around, HandledAny, Hosted, Put, Says, Tagged, Writing } from "./hosted.ts"

/** A process with its types, as it is written down once. */
export interface Definition<State, Command extends Tagged, Event extends Tagged> extends Says<Command, State, Event> {
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

/** What a process says beyond the rest, with its types hidden. A function that it does not have stays away. */
const saying = <State, Command extends Tagged, Event extends Tagged>(
  says: Says<Command, State, Event>,
): Says<Tagged, unknown, Tagged> => {
  const { beside, bodyOf, boxFor, comesAfter, comesAfterToo, contentOf, lawFor, ownPosts } = says
  const { peopleFor, placeOf, planFor, subjectOf, yearsFor } = says
  return {
    ...(ownPosts && { ownPosts }),
    ...(subjectOf && { subjectOf: (command) => subjectOf(command as Command) }),
    ...(placeOf && { placeOf: (fact, put) => placeOf(fact, put as Put<Command, State>) }),
    ...(lawFor && { lawFor: (put) => lawFor(put as Put<Command, State>) }),
    ...(planFor && { planFor: (command) => planFor(command as Command) }),
    ...(boxFor && { boxFor: (put) => boxFor(put as Put<Command, State>) }),
    ...(comesAfter && { comesAfter: (put) => comesAfter(put as Pick<Put<Command>, "command" | "subject">) }),
    ...(comesAfterToo && { comesAfterToo: (put) => comesAfterToo(put as Put<Command, State>) }),
    ...(yearsFor && { yearsFor: (put) => yearsFor(put as Put<Command, State> & { readonly today: CivilDate }) }),
    ...(peopleFor && { peopleFor: (command) => peopleFor(command as Command) }),
    ...(beside && { beside: (writing) => beside(writing as Writing<Command, State, Event>) }),
    ...(contentOf && { contentOf: (command) => contentOf(command as Command) }),
    ...(bodyOf && { bodyOf: (state) => bodyOf(state as State) }),
  }
}

/** Hides the types of a process behind what it reads: only what its own schemas let through reaches it. */
export const host = <State, Command extends Tagged, Event extends Tagged>(
  definition: Definition<State, Command, Event>,
): Hosted => ({
  ...saying(definition),
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
