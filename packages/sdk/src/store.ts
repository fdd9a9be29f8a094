/** An event that is to be stored. `body` and `meta` are canonical JSON text, kept byte for byte as they came. */
export interface NewEvent {
  /** The event's tag, such as `TermBegun`. */
  readonly type: string
  readonly body: string
  /** Who, when, on what grounds, caused by what. */
  readonly meta: string
}

/** An event as it stands in the log of its tenant. */
export interface StoredEvent extends NewEvent {
  readonly stream: string
  /** Its place in its stream, from 1 without gaps. */
  readonly revision: number
  /** Its place in the tenant's whole log, from 1; later is larger. */
  readonly position: number
}

/** Events for one stream, that must hold exactly `expected` events before them. An empty list of events changes nothing. */
export interface Append {
  readonly stream: string
  readonly expected: number
  readonly events: ReadonlyArray<NewEvent>
}

/** One atomic write: all of it happens, or nothing. */
export interface Commit {
  readonly tenant: string
  readonly appends: ReadonlyArray<Append>
  /** The command's id, and a digest of its content: the same id with other content is a conflict. */
  readonly idempotency?: { readonly key: string; readonly content: string } | undefined
}

/** The write happened; `position` is that of the last event in the tenant's log after it. */
export interface Committed {
  readonly _tag: "Committed"
  readonly position: number
}

/** This command was committed before, with the same content; nothing was written again. */
export interface AlreadyCommitted {
  readonly _tag: "AlreadyCommitted"
  readonly position: number
}

/** A stream does not hold the expected number of events: somebody else wrote first. Read again and decide again. */
export interface VersionConflict {
  readonly _tag: "VersionConflict"
  readonly stream: string
  readonly expected: number
  readonly actual: number
}

/** The command's id was used for other content. Give the command an id of its own. */
export interface IdempotencyConflict {
  readonly _tag: "IdempotencyConflict"
  readonly key: string
}

/** The write is larger than a store takes at once. */
export interface BatchTooLarge {
  readonly _tag: "BatchTooLarge"
  readonly events: number
  readonly limit: number
}

/** The store was disposed of. */
export interface StoreUnavailable {
  readonly _tag: "StoreUnavailable"
  readonly kind: "disposed"
}

/** What came of a commit. Nothing was written unless it is `Committed`. */
export type CommitResult =
  | Committed
  | AlreadyCommitted
  | VersionConflict
  | IdempotencyConflict
  | BatchTooLarge
  | StoreUnavailable

/** At most so many events are taken in one commit. */
export const eventsPerCommit = 10_000

/**
 * Where events are kept. A first, small port: one atomic write, and reads by stream and over the whole log.
 * Guards, claims, deliveries and leases join `Commit` when the stores do that need them.
 */
export interface Store {
  /** The plugin's name, as messages show it. */
  readonly name: string
  readonly commit: (commit: Commit) => Promise<CommitResult>
  /** A stream's events in order, those after `after` (0: all). A stream that was never written is empty. */
  readonly readStream: (tenant: string, stream: string, after?: number) => Promise<ReadonlyArray<StoredEvent>>
  /** The tenant's log in order, at most `limit` events after the position `after` (0: from the start). */
  readonly readLog: (tenant: string, after: number, limit: number) => Promise<ReadonlyArray<StoredEvent>>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
