import type { Refusal } from "@jinlin/core/kernel"
import { canonical } from "../shell/digest.ts"

/** How somebody else's code failed us: it answered a failure, threw, took too long, or answered what is no answer. */
export type Misbehaviour = "failed" | "threw" | "timed-out" | "bad-result"

/** Nobody is named whom this notice could reach, or none of the `people` named has a way to be reached. Rule RELAY-4. */
export interface NobodyToReach {
  readonly _tag: "NobodyToReach"
  readonly rule: "RELAY-4"
  readonly template: string
  readonly because: "nobody-named" | "no-contact"
  readonly people: number
}

/** This person has no way to be reached: on this channel, or (null) on any. Rule RELAY-4. */
export interface NoContact {
  readonly _tag: "NoContact"
  readonly rule: "RELAY-4"
  readonly person: string
  readonly notifier: string | null
}

/** The channel that a contact names is not one of this deployment. Rule RELAY-4. */
export interface UnknownNotifier {
  readonly _tag: "UnknownNotifier"
  readonly rule: "RELAY-4"
  readonly notifier: string
  readonly known: ReadonlyArray<string>
}

/** Who is to be told could not be found out now. `failure` is what was answered, by its tag. Rule RELAY-6. */
export interface LookUpFailed {
  readonly _tag: "LookUpFailed"
  readonly rule: "RELAY-6"
  readonly of: "people" | "contacts"
  readonly because: Misbehaviour
  readonly failure: string | null
  readonly detail: string
}

/** A channel did not take the message. Rule RELAY-6. */
export interface NotTaken {
  readonly _tag: "NotTaken"
  readonly rule: "RELAY-6"
  readonly notifier: string
  readonly kind: "temporary" | "permanent"
  readonly because: Misbehaviour
  readonly detail: string
}

/** It was tried as often as is allowed; `last` is what came of the last attempt. Rule RELAY-6. */
export interface AttemptsUsedUp {
  readonly _tag: "AttemptsUsedUp"
  readonly rule: "RELAY-6"
  readonly attempts: number
  readonly last: Refusal
}

/** The whole channel said that it is disabled, and is left alone for a while. Rule RELAY-8. */
export interface ChannelDisabled {
  readonly _tag: "ChannelDisabled"
  readonly rule: "RELAY-8"
  readonly notifier: string
  readonly detail: string
}

/** It was started `unanswered` times without any answer: it may have ended the process each time. Rule RELAY-9. */
export interface StartedTooOften {
  readonly _tag: "StartedTooOften"
  readonly rule: "RELAY-9"
  readonly unanswered: number
  readonly limit: number
}

/** An earlier start had no answer, so it waits to be tried by itself. Rule RELAY-9. */
export interface SetAside {
  readonly _tag: "SetAside"
  readonly rule: "RELAY-9"
  readonly unanswered: number
}

/** What handed it on broke down in itself: a fault of this library. Rule RELAY-10. */
export interface RelayBroke {
  readonly _tag: "RelayBroke"
  readonly rule: "RELAY-10"
  readonly detail: string
}

/** There is no text for it, or not all that the text speaks of. Rule RELAY-11. */
export interface NotRendered {
  readonly _tag: "NotRendered"
  readonly rule: "RELAY-11"
  readonly template: string
  readonly language: string
  readonly because: Misbehaviour
  readonly detail: string
}

/** What is stored is not what this version reads: where, and by which tag it was refused. Rule RELAY-11. */
export interface UnreadablePayload {
  readonly _tag: "UnreadablePayload"
  readonly rule: "RELAY-11"
  readonly kind: string
  readonly path: string
  readonly refusal: string
}

/** A kind of delivery that this version does not know. Rule RELAY-11. */
export interface UnknownKind {
  readonly _tag: "UnknownKind"
  readonly rule: "RELAY-11"
  readonly kind: string
}

/** Why a delivery waits or was laid aside. */
export type DeliveryCause =
  | NobodyToReach
  | NoContact
  | UnknownNotifier
  | LookUpFailed
  | NotTaken
  | AttemptsUsedUp
  | ChannelDisabled
  | StartedTooOften
  | SetAside
  | RelayBroke
  | NotRendered
  | UnreadablePayload
  | UnknownKind

/** A cause with what a relay must remember of a delivery; it is kept as the delivery's `cause`. */
export interface KeptCause {
  readonly cause: Refusal
  /** How often it was tried and failed; how often in a row it could not even be tried. */
  readonly attempts: number
  readonly waits: number
  /** How often it had been started then, and how many of these starts had no answer. */
  readonly starts: number
  readonly unanswered: number
  /** It was laid aside: if it comes back all the same, it was taken back, and begins anew. */
  readonly parked: boolean
}

/** A cause as a store keeps it. */
export const causeText = (kept: KeptCause): string => canonical(kept)

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const isRefusal = (value: unknown): value is Refusal =>
  isRecord(value) && typeof value["_tag"] === "string" && typeof value["rule"] === "string"

/** Reads a cause back. Null: there is none, or it is not by a relay. */
export const readCause = (text: string | null): KeptCause | null => {
  try {
    const kept: unknown = text === null ? null : JSON.parse(text)
    if (!isRecord(kept) || !isRefusal(kept["cause"])) return null
    const { attempts, cause, parked, starts, unanswered, waits } = kept
    if (!isCount(attempts) || !isCount(waits) || !isCount(starts) || !isCount(unanswered)) return null
    return { cause, attempts, waits, starts, unanswered, parked: parked === true }
  } catch {
    return null
  }
}
