import type { Refusal } from "@jinlin/core/kernel"

/** A command id that was used for other content is the store's `IdempotencyConflict`. This one was issued too long ago to be known still. Rule SHELL-2. */
export interface CommandExpired {
  readonly _tag: "CommandExpired"
  readonly rule: "SHELL-2"
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  readonly keptForDays: number
}

/** The command says it was issued later than now. Rule SHELL-2. */
export interface IssuedInFuture {
  readonly _tag: "IssuedInFuture"
  readonly rule: "SHELL-2"
  readonly issuedAt: number
  readonly now: number
}

/** Others wrote first, again and again. Send the command once more, under the same id. Rule SHELL-4. */
export interface Contended {
  readonly _tag: "Contended"
  readonly rule: "SHELL-4"
  readonly stream: string
  readonly attempts: number
}

/** Others wrote first, and this transaction is the host's: roll it back and run it again. Rule SHELL-4. */
export interface RetryByCaller {
  readonly _tag: "RetryByCaller"
  readonly rule: "SHELL-4"
  readonly stream: string
}

/** Nobody is known by this login, or no login was given. Rule SHELL-5. */
export interface Unauthenticated {
  readonly _tag: "Unauthenticated"
  readonly rule: "SHELL-5"
}

/** The clock stands before the latest event of the stream by more than is allowed for. Rule SHELL-6. */
export interface ClockBehind {
  readonly _tag: "ClockBehind"
  readonly rule: "SHELL-6"
  readonly stream: string
  /** Both in milliseconds since 1970. */
  readonly now: number
  readonly latest: number
}

/** So much had fallen due on the stream that it is still being caught up with. Send the command once more, under the same id. Rule SHELL-10. */
export interface CatchingUp {
  readonly _tag: "CatchingUp"
  readonly rule: "SHELL-10"
  readonly stream: string
  /** How many due items were issued now. */
  readonly issued: number
}

/** A stored event of a type that this version does not know. Its stream is not written until it does. Rule SHELL-7. */
export interface UnknownEvent {
  readonly _tag: "UnknownEvent"
  readonly rule: "SHELL-7"
  readonly stream: string
  readonly revision: number
  readonly type: string
}

/** A stored event that is not what was stored, or not what its type says. Its stream is not written until it is mended. Rule SHELL-7. */
export interface CorruptEvent {
  readonly _tag: "CorruptEvent"
  readonly rule: "SHELL-7"
  readonly stream: string
  readonly revision: number
  readonly because: "digest" | "not-json" | "shape"
}

/** No process of this name is run here. Rule SHELL-8. */
export interface UnknownProcess {
  readonly _tag: "UnknownProcess"
  readonly rule: "SHELL-8"
  readonly process: string
  readonly known: ReadonlyArray<string>
}

/** The command is for another stream of its process: put it to `expected`. Rule SHELL-16. */
export interface SubjectDiffers {
  readonly _tag: "SubjectDiffers"
  readonly rule: "SHELL-16"
  readonly expected: string
}

/** The caller no longer wanted it before it was begun; nothing was done. Rule SHELL-11. */
export interface Cancelled {
  readonly _tag: "Cancelled"
  readonly rule: "SHELL-11"
}

/** A port broke its contract and threw, or we have a fault. Whether the command was written is not known: send it again under its id. Rule SHELL-12. */
export interface UnexpectedFault {
  readonly _tag: "UnexpectedFault"
  readonly rule: "SHELL-12"
  /** The kind of what was thrown, without its message. */
  readonly detail: string
}

/** A refusal with the place in what was sent that it speaks of, where it speaks of one. */
export type PlacedRefusal = Refusal & { readonly path?: ReadonlyArray<string | number> }
