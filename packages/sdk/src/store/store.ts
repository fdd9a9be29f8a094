import type { Answering } from "../answer.ts"
import type { BallotBox } from "./ballot-box.ts"
import type { AuditEntry, Commit, Committed, DueItem, Fence, NewDelivery } from "./commit.ts"
import type { Position, StoredEvent } from "./event.ts"
import type { CommitFailure, LeaseLost, ReadFailure } from "./failures.ts"

/** A part of something that is read in order. */
export interface Page {
  /** Read on after this; undefined: from the start. */
  readonly after?: string | undefined
  /** At most so many rows, 1 to `rowsPerPage`. */
  readonly limit: number
}

/** Rows in order; `next` is where to read on, and null where there was no more to read. */
export interface Rows<Row> {
  readonly rows: ReadonlyArray<Row>
  readonly next: string | null
}

/** A part of the log. `next` is where to read on, also when nothing was new: read from there again later. */
export interface LogPage {
  readonly events: ReadonlyArray<StoredEvent>
  readonly next: Position | null
  /** Nothing lay behind the last event when this was read. */
  readonly atEnd: boolean
}

/** A command that was committed, as it was kept. */
export interface KeptCommand {
  readonly content: string
  readonly answer: string
  readonly position: Position | null
  /** When, by the clock of whoever committed it. */
  readonly at: number
}

/** A claim that is held. */
export interface HeldClaim {
  readonly scope: string
  readonly key: string
  readonly holder: string
}

/** A due item with the stream that listed it. */
export interface ListedDue extends DueItem {
  readonly stream: string
}

/** A delivery as it stands: `starts` counts how often it was taken, whatever came of it. */
export interface Delivery extends NewDelivery {
  readonly status: "waiting" | "delivered" | "parked"
  readonly starts: number
  /** Milliseconds since 1970; it is not given before. 0 unless it was postponed, and again once it was taken back. */
  readonly notBefore: number
  /** When it was committed, and why it was last postponed or parked; the cause stays when it is delivered. */
  readonly at: number
  readonly cause: string | null
}

/** What is waiting, for those who watch over a store. */
export interface Backlog {
  readonly waiting: number
  readonly parked: number
  /** When the oldest delivery that waits was committed; null: none waits. */
  readonly oldestWaitingAt: number | null
  readonly due: number
  /** Since when the log's reader waits for a transaction that is still open, where that can happen; null: it does not. */
  readonly stalledSince: number | null
}

/**
 * A lease that is held: `token` grows each time it is taken and is written with what the holder writes. It is lost when
 * somebody takes it or it is given back; that it ran out is not enough, for then nobody was overtaken yet.
 */
export interface Lease {
  readonly name: string
  readonly token: number
  /** Milliseconds since 1970. */
  readonly until: number
}

/** Who holds the lease, and until when. */
export interface LeaseHeld {
  readonly _tag: "LeaseHeld"
  readonly rule: "STORE-9"
  readonly lease: string
  readonly until: number
}

/**
 * Rows of a view, with how far its fold had read the log when they were read: the checkpoint that `viewCheckpoint` names.
 * `version` is the one that was read, and empty where none is switched on.
 */
export interface ViewPage extends Rows<{ readonly key: string; readonly body: string }> {
  readonly version: string
  readonly checkpoint: Position | null
}

/** Which rows of a view: all, those of these keys, or those whose key begins so. */
export interface ViewQuery {
  readonly view: string
  /** Left out: the version that is switched on. */
  readonly version?: string | undefined
  readonly prefix?: string | undefined
  readonly keys?: ReadonlyArray<string> | undefined
}

/** An audit entry as it stands. */
export interface KeptAudit extends AuditEntry {
  readonly at: number
  readonly position: string
}

/** What a store can do beyond what every store must; the conformance kit reads it, and tests the negative too. */
export interface StoreCapabilities {
  /** What is committed outlives the process. */
  readonly durable: boolean
  /** Other processes may write the same store at the same time. */
  readonly shared: boolean
  /** How the log is read without skipping a late committer: by transaction ids, or because writers wait for each other. */
  readonly logOrder: "serialized" | "xid"
  /** It works inside a transaction of its host: nothing in it is retried, grouped or cached. */
  readonly withinTransaction: boolean
}

/** Reads of a store. Every method answers and none throws; a tenant sees its own rows and nobody else's (STORE-8). */
export interface StoreReads extends BallotBox {
  /** A stream's events in order, those after the revision `after` (0: all), at most `limit` (`rowsPerPage`). A stream never written is empty. */
  readonly readStream: (
    tenant: string,
    stream: string,
    page?: { readonly after?: number; readonly limit?: number },
  ) => Answering<ReadonlyArray<StoredEvent>, ReadFailure>
  /** The whole log in its order: every event once, and none that commits later comes before one that was read (STORE-6). */
  readonly readLog: (tenant: string, page: Page) => Answering<LogPage, ReadFailure>
  /** Where the log stands now; null: nothing was ever appended. */
  readonly head: (tenant: string) => Answering<Position | null, ReadFailure>
  readonly readCommand: (tenant: string, key: string) => Answering<KeptCommand | null, ReadFailure>
  /** Claims of a scope in the order of their keys. */
  readonly readClaims: (tenant: string, scope: string, page: Page) => Answering<Rows<HeldClaim>, ReadFailure>
  /** What has fallen due by `until` and is not settled, the earliest first, then by stream and key; of one stream where it is named. */
  readonly readDue: (
    tenant: string,
    query: { readonly until: number; readonly limit: number; readonly stream?: string | undefined },
  ) => Answering<ReadonlyArray<ListedDue>, ReadFailure>
  readonly readDeliveries: (
    tenant: string,
    query: Page & { readonly status: Delivery["status"] },
  ) => Answering<Rows<Delivery>, ReadFailure>
  readonly backlog: (tenant: string, now: number) => Answering<Backlog, ReadFailure>
  readonly readCheckpoint: (tenant: string, name: string) => Answering<Position | null, ReadFailure>
  /** Rows in the order of their keys, by code units. A version that was never written is empty. */
  readonly readView: (tenant: string, query: ViewQuery & Page) => Answering<ViewPage, ReadFailure>
  readonly readAudit: (tenant: string, page: Page) => Answering<Rows<KeptAudit>, ReadFailure>
  /** The tenants that have written anything, in order: for the workers of a deployment. */
  readonly tenants: () => Answering<ReadonlyArray<string>, ReadFailure>
}

/** Where events are kept, with everything that must be written together with them. */
export interface Store extends StoreReads {
  readonly name: string
  readonly capabilities: StoreCapabilities
  /** All of it or nothing. A commit whose idempotency key is known with the same content answers what was kept. */
  readonly commit: (commit: Commit) => Answering<Committed, CommitFailure>
  /** Takes a lease that is free, has run out, or is this holder's; its token is greater than every one before. */
  readonly acquireLease: (
    tenant: string,
    wish: { readonly name: string; readonly holder: string; readonly now: number; readonly ttl: number },
  ) => Answering<Lease, LeaseHeld | ReadFailure>
  /** Holds it longer, with the same token. */
  readonly renewLease: (
    tenant: string,
    wish: { readonly fence: Fence; readonly now: number; readonly ttl: number },
  ) => Answering<Lease, LeaseLost | ReadFailure>
  readonly releaseLease: (tenant: string, fence: Fence) => Answering<null, LeaseLost | ReadFailure>
  /**
   * Gives what may be handed on now, oldest first, and counts the start: of every key the first delivery that is not
   * settled, unless it must wait or is in the hands of this token already. Rule STORE-10.
   */
  readonly takeDeliveries: (
    tenant: string,
    wish: { readonly fence: Fence; readonly now: number; readonly limit: number },
  ) => Answering<ReadonlyArray<Delivery>, LeaseLost | ReadFailure>
  /**
   * Forgets kept commands that were committed before this moment; gives their number. Deliveries that were delivered and
   * committed before it are forgotten with them, and their ids are unknown then.
   */
  readonly forgetCommands: (tenant: string, before: number) => Answering<number, ReadFailure>
  /** Forgets a version of a view with its rows and its checkpoint. One that is switched on stays as it is. */
  readonly dropView: (
    tenant: string,
    version: { readonly view: string; readonly version: string },
  ) => Answering<null, ReadFailure>
  /** Looks at itself: connection, schema, and that what is stored is whole. */
  readonly verify: () => Answering<null, ReadFailure>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
