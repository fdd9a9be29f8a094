import { type Answering, done, type LeaseHeld, type ReadFailure } from "@jinlin/sdk"
import { type HeldLease, holdLease, type LeaseWish } from "./lease.ts"

/** The leases of one worker, one for each tenant. */
export interface LeaseKeeper {
  /** The lease of a tenant: the one that is held already, or a new one. Rule WORKER-1. */
  readonly hold: (tenant: string) => Answering<HeldLease, LeaseHeld | ReadFailure>
  /** Milliseconds since the lease of this tenant was last renewed; null: this worker does not hold it. */
  readonly lag: (tenant: string) => number | null
  /** Lets one go, or all. */
  readonly release: (tenant?: string) => Promise<void>
}

/** Keeps the leases of one worker. Two that ask for one lease at once get the same. */
export const leaseKeeper = (wish: Omit<LeaseWish, "tenant">): LeaseKeeper => {
  const held = new Map<string, HeldLease>()
  const asking = new Map<string, ReturnType<LeaseKeeper["hold"]>>()
  const current = (tenant: string): HeldLease | undefined => {
    const lease = held.get(tenant)
    return lease?.lost.aborted === false ? lease : undefined
  }
  const take: LeaseKeeper["hold"] = async (tenant) => {
    const taken = await holdLease({ ...wish, tenant })
    asking.delete(tenant)
    if (taken.ok) held.set(tenant, taken.value)
    return taken
  }
  return {
    hold: async (tenant) => {
      const known = current(tenant)
      if (known !== undefined) return done(known)
      const asked = asking.get(tenant) ?? take(tenant)
      asking.set(tenant, asked)
      return asked
    },
    lag: (tenant) => {
      const lease = current(tenant)
      return lease === undefined ? null : Math.max(0, wish.clock.now() - lease.renewedAt())
    },
    release: async (tenant) => {
      await Promise.all(asking.values())
      const gone = [...held].filter(([name]) => tenant === undefined || name === tenant)
      for (const [name] of gone) held.delete(name)
      await Promise.all(gone.map(([, lease]) => lease.release()))
    },
  }
}
