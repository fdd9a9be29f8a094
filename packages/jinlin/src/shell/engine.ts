import type { Actor, NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { Clock, DueSettled, Fence, Guard, Position, Store } from "@jinlin/sdk"
import type { CharterVoice } from "../charter/voice.ts"
import type { Folding, Hosted, Tagged } from "../hosting/hosted.ts"
import type { CalendarOf } from "./calendar-of.ts"
import type { LawOf, PlanOf } from "./law.ts"
import { readOn } from "./loading.ts"
import type { MembershipsOf } from "./memberships-of.ts"
import type { Why } from "./record.ts"
import type { Shelf } from "./shelf.ts"

/** A command that was read and whose actor is known, on its way to a decision. */
export interface Ask {
  readonly tenant: string
  readonly process: Hosted
  /** Which one of the process: the id of its stream. */
  readonly subject: string
  /** The conference by whose record the actor's post is held, where the subject is none. */
  readonly record?: string | undefined
  readonly command: Tagged
  readonly actor: Actor
  /** The record by which the actor holds their post, as far as it was read: it may not have moved on when this is written. */
  readonly heldAt?: Guard | undefined
  /** The id under which it was asked for, and the digest of its content; undefined for what the system does. */
  readonly known: { readonly id: string; readonly content: string } | undefined
  readonly cause: Why
  /** When it counts as having happened, in milliseconds since 1970. It is never before the latest event of the stream. */
  readonly instant: number
  /** A due item that is settled by the same write. */
  readonly settles?: DueSettled | undefined
  readonly fence?: Fence | undefined
}

/** What came about: where, and which events. */
export interface Accepted {
  readonly stream: string
  /** How many events the stream holds after it. */
  readonly revision: number
  readonly events: ReadonlyArray<Tagged>
  /** Where the log stood after it: give it to a view to see what was written. Null: nothing was ever written. */
  readonly position: Position | null
}

/** What came of one try: written, refused by a rule, or overtaken by somebody else. */
export type Tried =
  | { readonly _tag: "Accepted"; readonly value: Accepted; readonly repeated: boolean }
  | { readonly _tag: "Refused"; readonly refusals: NonEmpty<Refusal> }
  | { readonly _tag: "Overtaken"; readonly stream: string }

/** What the engine runs on. */
export interface Engine {
  readonly store: Store
  readonly shelf: Shelf
  readonly processes: ReadonlyMap<string, Hosted>
  readonly zoneOf: (tenant: string) => string
  readonly lawOf: LawOf
  readonly planOf: PlanOf
  /** What a tenant's charter says beyond the rules of one set. */
  readonly voiceOf: (tenant: string) => CharterVoice
  readonly calendarOf: CalendarOf
  readonly membershipsOf: MembershipsOf
  readonly clock: Clock
  /** How far the clock may stand before the latest event of a stream, in milliseconds. */
  readonly skew: number
}

/** The name of a stream: its process and which one of it. */
export const streamOf = (process: Pick<Hosted, "name">, subject: string): string => `${process.name}/${subject}`

/** A try that was refused. */
export const refused = (first: Refusal, ...others: ReadonlyArray<Refusal>): Tried => ({
  _tag: "Refused",
  refusals: [first, ...others],
})

/**
 * Where a stream stands: `fresh`, as the store has it now, read on from the shelf; otherwise as the shelf has it, which may be
 * behind what others wrote. Rule SHELL-9.
 */
export const load = async (
  { shelf, store }: Pick<Engine, "store" | "shelf">,
  at: {
    readonly tenant: string
    readonly process: Hosted
    readonly subject: string
    /** Another fold over it than its state. */
    readonly as?: Folding | undefined
  },
  fresh: boolean,
) => {
  const stream = streamOf(at.process, at.subject)
  // No stream has a space in its name: other folds lie beside the state.
  const name = at.as === undefined ? stream : `${at.as.name} of ${stream}`
  const known = shelf.get(at.tenant, name)
  if (known !== undefined && !fresh) return { ok: true, value: known } as const
  const process = at.as === undefined ? at.process : { ...at.process, initial: at.as.initial, evolve: at.as.evolve }
  const read = await readOn(store, { tenant: at.tenant, stream, process }, known)
  if (read.ok) shelf.put(at.tenant, name, read.value)
  return read
}
