import {
  type Answer,
  type Commit,
  done,
  type Fence,
  failed,
  type Lease,
  type LeaseHeld,
  type LeaseLost,
} from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"

type LeaseRow = readonly [holder: string | null, token: number, until: number]

const read = ({ tables }: Ledger, tenant: Tenant, name: string): LeaseRow | undefined =>
  tables.one<LeaseRow>(
    "SELECT holder, token, until FROM jinlin_leases WHERE tenant = ? AND name = ?",
    tenant.number,
    name,
  )

/** Takes a lease that is free, has run out, or is this holder's. Rule STORE-9. */
export const acquireLease = (
  ledger: Ledger,
  tenant: Tenant,
  {
    holder,
    name,
    now,
    ttl,
  }: { readonly name: string; readonly holder: string; readonly now: number; readonly ttl: number },
): Answer<Lease, LeaseHeld> => {
  const [before, token, until] = read(ledger, tenant, name) ?? [null, 0, 0]
  const free = before === null || before === holder || until <= now
  if (!free) return failed({ _tag: "LeaseHeld", rule: "STORE-9", lease: name, until })
  const lease = { name, token: token + 1, until: now + ttl }
  ledger.tables.run(
    "INSERT OR REPLACE INTO jinlin_leases (tenant, name, holder, token, until) VALUES (?, ?, ?, ?, ?)",
    ...[ledger.enrol(tenant, false).number, name, holder, lease.token, lease.until],
  )
  return done(lease)
}

/** Why a lease is not this token's any more; undefined: it is, also where it ran out and nobody else has taken it. */
export const leaseFault = (ledger: Ledger, tenant: Tenant, { lease, token }: Fence): LeaseLost | undefined => {
  const [holder, current] = read(ledger, tenant, lease) ?? [null, 0]
  return holder !== null && current === token ? undefined : { _tag: "LeaseLost", rule: "STORE-9", lease }
}

/** Holds a lease longer. */
export const renewLease = (
  ledger: Ledger,
  tenant: Tenant,
  { fence, until }: { readonly fence: Fence; readonly until: number },
): Answer<Lease, LeaseLost> => {
  const lost = leaseFault(ledger, tenant, fence)
  if (lost !== undefined) return failed(lost)
  ledger.tables.run(
    "UPDATE jinlin_leases SET until = ? WHERE tenant = ? AND name = ?",
    ...[until, tenant.number, fence.lease],
  )
  return done({ name: fence.lease, token: fence.token, until })
}

/** Gives a lease back; its token stays, so that the next one is greater. */
export const releaseLease = (ledger: Ledger, tenant: Tenant, fence: Fence): Answer<null, LeaseLost> => {
  const lost = leaseFault(ledger, tenant, fence)
  if (lost !== undefined) return failed(lost)
  ledger.tables.run(
    "UPDATE jinlin_leases SET holder = NULL, until = 0 WHERE tenant = ? AND name = ?",
    ...[tenant.number, fence.lease],
  )
  return done(null)
}

/** Whether what is written under a lease may be written. Rule STORE-9. */
export const fenceFault = (ledger: Ledger, tenant: Tenant, { fence }: Commit): LeaseLost | undefined =>
  fence === undefined ? undefined : leaseFault(ledger, tenant, fence)
