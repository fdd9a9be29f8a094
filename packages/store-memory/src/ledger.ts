import type { DueItem, KeptAudit, KeptCommand, NewDelivery, Position, StoredEvent } from "@jinlin/sdk"

/** A claim as it is held; `counted`: it was made with a capacity. */
export interface Held {
  readonly holder: string
  readonly counted: boolean
}

/** A due item as it is listed. */
export interface Listed {
  readonly item: DueItem
  settled: boolean
}

/** A delivery as it is kept; `place` is its place in the order of commits, `taker` the lease and token that has it. */
export interface Kept extends NewDelivery {
  readonly place: number
  readonly at: number
  status: "waiting" | "delivered" | "parked"
  starts: number
  notBefore: number
  cause: string | null
  taker: string | null
}

/** The rows of one version of a view; `order` holds their keys in order, and null when a key came or went since. */
export interface ViewRows {
  readonly bodies: Map<string, string>
  order: ReadonlyArray<string> | null
}

/** A view with its versions; `on` is the version that is read. */
export interface View {
  on: string | null
  readonly versions: Map<string, ViewRows>
}

/** A ballot box: how often each choice was cast, in the order of the choices, and nothing else. */
export interface Box {
  closed: boolean
  readonly counts: Map<string, number>
}

/** A lease; without a holder it is free. Its token stays, so that the next one is greater. */
interface HeldLease {
  readonly holder: string | null
  readonly token: number
  readonly until: number
}

/** All that one tenant has written. */
export interface Ledger {
  /** Random: no position of another tenant, or of another store, ends in it. */
  readonly mark: string
  readonly log: Array<StoredEvent>
  readonly streams: Map<string, Array<StoredEvent>>
  readonly commands: Map<string, KeptCommand>
  /** By scope, then by key. */
  readonly claims: Map<string, Map<string, Held>>
  /** By stream, then by key. */
  readonly due: Map<string, Map<string, Listed>>
  readonly deliveries: Map<string, Kept>
  /** Those that wait, by key, in the order of commits. */
  readonly queues: Map<string, Array<Kept>>
  readonly checkpoints: Map<string, Position>
  readonly views: Map<string, View>
  readonly boxes: Map<string, Box>
  readonly audit: Array<KeptAudit>
  readonly leases: Map<string, HeldLease>
  lastPlace: number
  written: boolean
}

const randomMark = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36).padStart(7, "0")).join("")

/** A tenant that has written nothing. */
export const emptyLedger = (): Ledger => ({
  mark: randomMark(),
  log: [],
  streams: new Map(),
  commands: new Map(),
  claims: new Map(),
  due: new Map(),
  deliveries: new Map(),
  queues: new Map(),
  checkpoints: new Map(),
  views: new Map(),
  boxes: new Map(),
  audit: [],
  leases: new Map(),
  lastPlace: 0,
  written: false,
})
