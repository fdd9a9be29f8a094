import type { BallotCount, Delivery, DueItem, HeldClaim, KeptCommand, NewEvent } from "@jinlin/sdk"

/**
 * What really landed for one tenant, read on another way than the port: by SQL on another connection, or from the files.
 * Events, deliveries and audit entries stand in the order of commits, all else in any order.
 */
export interface RawRows {
  readonly events: ReadonlyArray<NewEvent & { readonly stream: string; readonly revision: number }>
  readonly commands: ReadonlyArray<Omit<KeptCommand, "position"> & { readonly key: string }>
  readonly claims: ReadonlyArray<HeldClaim>
  readonly due: ReadonlyArray<DueItem & { readonly stream: string; readonly settled: boolean }>
  readonly deliveries: ReadonlyArray<Delivery>
  /** Rows of every version of every view. */
  readonly views: ReadonlyArray<RawViewRow>
  /** A row for each choice of each box. */
  readonly ballots: ReadonlyArray<BallotCount & { readonly box: string; readonly closed: boolean }>
  readonly audit: ReadonlyArray<{ readonly kind: string; readonly body: string; readonly at: number }>
}

/** A row of a view, as it landed. */
export interface RawViewRow {
  readonly view: string
  readonly version: string
  readonly key: string
  readonly body: string
}
