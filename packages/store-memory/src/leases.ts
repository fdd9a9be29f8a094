import { type Answer, done, type Fence, failed, type Lease, type LeaseHeld, type LeaseLost } from "@jinlin/sdk"
import type { Ledger } from "./ledger.ts"
import { nothing, type Planner } from "./plan.ts"

interface Wish {
  readonly name: string
  readonly holder: string
  readonly now: number
  readonly ttl: number
}

/** Takes a lease that is free, has run out, or is this holder's. Rule STORE-9. */
export const acquire = (ledger: Ledger, { holder, name, now, ttl }: Wish): Answer<Lease, LeaseHeld> => {
  const before = ledger.leases.get(name)
  const free = before === undefined || before.holder === null || before.holder === holder || before.until <= now
  if (!free) return failed({ _tag: "LeaseHeld", rule: "STORE-9", lease: name, until: before.until })
  const lease = { token: (before?.token ?? 0) + 1, until: now + ttl }
  ledger.leases.set(name, { ...lease, holder })
  return done({ name, ...lease })
}

/** Whether a lease is still this token's. One that ran out and was taken by nobody else is. */
export const held = (ledger: Ledger | undefined, { lease, token }: Fence): Answer<string, LeaseLost> => {
  const known = ledger?.leases.get(lease)
  return known === undefined || known.holder === null || known.token !== token
    ? failed({ _tag: "LeaseLost", rule: "STORE-9", lease })
    : done(known.holder)
}

/** Holds a lease longer. */
export const renew = (ledger: Ledger, fence: Fence, until: number): Answer<Lease, LeaseLost> => {
  const holder = held(ledger, fence)
  if (!holder.ok) return holder
  const lease = { token: fence.token, until }
  ledger.leases.set(fence.lease, { ...lease, holder: holder.value })
  return done({ name: fence.lease, ...lease })
}

/** Gives a lease back. */
export const release = (ledger: Ledger, fence: Fence): Answer<null, LeaseLost> => {
  const holder = held(ledger, fence)
  if (!holder.ok) return holder
  ledger.leases.set(fence.lease, { token: fence.token, until: 0, holder: null })
  return done(null)
}

/** What is written under a lease is written while it is held. Rule STORE-9. */
export const planFence: Planner = (ledger, { fence }) => {
  const holder = fence === undefined ? nothing : held(ledger, fence)
  return holder.ok ? nothing : holder
}
