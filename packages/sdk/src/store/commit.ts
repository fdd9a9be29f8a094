import type { NewEvent, Position } from "./event.ts"

/** Events for one stream, that must hold exactly `expected` events before them. Without events it only looks, and changes nothing. */
export interface Append {
  readonly stream: string
  readonly expected: number
  readonly events: ReadonlyArray<NewEvent>
}

/** A stream that was read for the decision and must still hold exactly `revision` events. */
export interface Guard {
  readonly stream: string
  readonly revision: number
}

/**
 * One thing that only one may have: a ballot of one voter, a seat, a booking, a dwelling in one grid. `holder` is who has
 * it then (a stream, as a rule), and only the holder gives it back. With `capacity` the scope is counted: together its
 * counted claims are never more than this, and a scope is counted or it is not.
 */
export interface Claim {
  readonly scope: string
  readonly key: string
  readonly holder: string
  readonly capacity?: number | undefined
}

/** A claim that is given back; `holder` must be the one who has it. Releases of a commit come before its claims. */
export interface Release {
  readonly scope: string
  readonly key: string
  readonly holder: string
}

/**
 * The command's id, a digest of its content, and the answer that it gets. The same id with the same content is answered
 * with what was kept, and nothing is written again; with other content it is a conflict.
 */
export interface Idempotency {
  readonly key: string
  readonly content: string
  /** Text that is handed back as it is. */
  readonly answer: string
}

/** Something that falls due by itself. `key` names it among those of its stream and is the same each time it is listed. */
export interface DueItem {
  readonly key: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly rule: string
  /** The command that is then issued, as canonical JSON text. */
  readonly command: string
}

/** All that a stream waits for now: it takes the place of what was listed before. What was settled stays settled. */
export interface DueList {
  readonly stream: string
  readonly items: ReadonlyArray<DueItem>
}

/**
 * A due item that was issued or left to a person, and is not given again while its stream goes on listing it. The lists of
 * a commit come before what it settles; of an item that is not listed nothing is kept.
 */
export interface DueSettled {
  readonly stream: string
  readonly key: string
}

/** Something that is to be handed on outside: kept with the events that cause it, and given until it is settled. */
export interface NewDelivery {
  /** Stable: whoever gets it twice knows it by this. An id that is known already is passed over. */
  readonly id: string
  /** Deliveries of one key are handed on one after the other, in the order in which they were committed. */
  readonly key: string
  /** Such as `notice` (for whom it is, is still to be found) or `message` (for one person on one channel). */
  readonly kind: string
  /** Canonical JSON text. It holds references to people and never what belongs to them. */
  readonly payload: string
}

/** What became of a delivery that was taken and not settled since; `Redriven` alone is of one that is parked. */
export type DeliveryOutcome =
  | { readonly _tag: "Delivered" }
  /** Not yet: it is given again from `notBefore` (milliseconds since 1970) on, and its key waits for it. */
  | { readonly _tag: "Postponed"; readonly notBefore: number; readonly cause: string }
  /** Laid aside for a person, with the cause; its key goes on without it. */
  | { readonly _tag: "Parked"; readonly cause: string }
  /** Taken back from those that were parked: it is given again, in its old place. */
  | { readonly _tag: "Redriven" }

/** The outcome of one delivery. */
export interface Settlement {
  readonly id: string
  readonly outcome: DeliveryOutcome
}

/** How far a reader of the log has come. `from` is where it must have stood before (null: it never read). */
export interface Checkpoint {
  readonly name: string
  readonly from: Position | null
  readonly to: Position
}

/** The name of the checkpoint up to which the rows of one version of a view are folded; `ViewPage` tells it. */
export const viewCheckpoint = ({ version, view }: { readonly version: string; readonly view: string }): string =>
  `${view}@${version}`

/** Rows of a view that is kept in the store, under a version of the fold that makes them. A null body takes the row away. */
export interface ViewWrite {
  readonly view: string
  readonly version: string
  readonly rows: ReadonlyArray<{ readonly key: string; readonly body: string | null }>
}

/** Which version of a view is read from now on. */
export interface ViewSwitch {
  readonly view: string
  readonly version: string
}

/**
 * A ballot box: it holds how often each choice was cast and nothing else, neither voter nor order nor time. It is opened
 * with all the choices there are; a choice may be cast until it is closed, and then it is read.
 */
export type BallotWrite =
  | { readonly _tag: "Open"; readonly box: string; readonly choices: ReadonlyArray<string> }
  | { readonly _tag: "Cast"; readonly box: string; readonly choice: string }
  | { readonly _tag: "Close"; readonly box: string }

/** Something that an auditor must be able to see and that is no event: a forbidden attempt, a look at a sheet. */
export interface AuditEntry {
  readonly kind: string
  /** Canonical JSON text. */
  readonly body: string
}

/** Only while this lease is held by this token: a worker that was overtaken writes nothing. */
export interface Fence {
  readonly lease: string
  readonly token: number
}

/** One atomic write: all of it happens, or nothing. What is left out is empty. */
export interface Commit {
  readonly tenant: string
  /** Milliseconds since 1970 by the caller's clock; kept where a row has no moment of its own. */
  readonly at: number
  readonly appends?: ReadonlyArray<Append> | undefined
  readonly guards?: ReadonlyArray<Guard> | undefined
  readonly claims?: ReadonlyArray<Claim> | undefined
  readonly releases?: ReadonlyArray<Release> | undefined
  readonly idempotency?: Idempotency | undefined
  readonly due?: ReadonlyArray<DueList> | undefined
  readonly dueSettled?: ReadonlyArray<DueSettled> | undefined
  readonly deliveries?: ReadonlyArray<NewDelivery> | undefined
  readonly settlements?: ReadonlyArray<Settlement> | undefined
  readonly checkpoints?: ReadonlyArray<Checkpoint> | undefined
  readonly views?: ReadonlyArray<ViewWrite> | undefined
  readonly viewSwitches?: ReadonlyArray<ViewSwitch> | undefined
  readonly ballots?: ReadonlyArray<BallotWrite> | undefined
  readonly audit?: ReadonlyArray<AuditEntry> | undefined
  readonly fence?: Fence | undefined
}

/** The write happened, now or (`repeated`) when this command was committed before. */
export interface Committed {
  readonly repeated: boolean
  /** Where the log of the tenant stood after it; null where nothing was ever appended. */
  readonly position: Position | null
  /** The answer that was kept under the command's id; null without one. */
  readonly answer: string | null
}
