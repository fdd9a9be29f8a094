import { type Answering, type Clock, done, type Fence, type LeaseHeld, type ReadFailure, type Store } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"
import { heartbeat } from "./lease-heartbeat.ts"

/** What a lease needs of a store. */
type LeaseStore = Pick<Store, "acquireLease" | "renewLease" | "releaseLease">

/** Which lease is wished for, by whom, and for how long at a time. */
export interface LeaseWish {
  readonly store: LeaseStore
  readonly clock: Clock
  readonly tenant: string
  /** Such as `relay`. */
  readonly name: string
  /** Names one worker in one process, and no other ever. */
  readonly holder: string
  /** Milliseconds: so long after its last sign of life a worker is taken for dead. */
  readonly ttl: number
}

/** A lease that is held, and held on to, until it is lost or let go. */
export interface HeldLease {
  /** Goes with everything that is written under it. */
  readonly fence: Fence
  /** Aborted as soon as the lease is lost, or may be: whoever sees it writes nothing more. */
  readonly lost: AbortSignal
  /** When it was last renewed, by the clock. */
  readonly renewedAt: () => number
  /** Lets it go, so that another worker need not wait for its end. As often as one likes. */
  readonly release: () => Promise<void>
}

/**
 * Takes a lease and holds it: it is renewed every third of its time, beside the work and not by it, so that long work does
 * not lose it. It is lost when the store says so, or when its time ran out without a renewal. Rule WORKER-1.
 */
export const holdLease = async (wish: LeaseWish): Answering<HeldLease, LeaseHeld | ReadFailure> => {
  const { clock, holder, name, store, tenant, ttl } = wish
  const asked = clock.now()
  const lease = await askStore(() => store.acquireLease(tenant, { name, holder, now: asked, ttl }))
  if (!lease.ok) return lease
  const fence: Fence = { lease: name, token: lease.value.token }
  const beat = heartbeat({
    clock,
    ttl,
    since: asked,
    renew: () => store.renewLease(tenant, { fence, now: clock.now(), ttl }),
  })
  let letGo: Promise<void> | undefined
  const release = async (): Promise<void> => {
    beat.stop()
    await askStore(() => store.releaseLease(tenant, fence))
  }
  return done({
    fence,
    lost: beat.lost,
    renewedAt: beat.renewedAt,
    release: () => {
      letGo ??= release()
      return letGo
    },
  })
}
