import type { CapacityReached, Claim, ClaimNotHeld, ClaimTaken, Commit, HeldClaim, Page, Rows } from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"

type Held = readonly [holder: string, counted: number]

interface Place {
  readonly scope: string
  readonly key: string
}

const heldAt = ({ tables }: Ledger, tenant: Tenant, { key, scope }: Place): Held | undefined =>
  tables.one<Held>(
    "SELECT holder, counted FROM jinlin_claims WHERE tenant = ? AND scope = ? AND key = ?",
    ...[tenant.number, scope, key],
  )

const isSame = (one: Place, other: Place): boolean => one.scope === other.scope && one.key === other.key

/** Whether everything that is given back is held by whoever gives it. Rule STORE-5. */
export const releaseFault = (ledger: Ledger, tenant: Tenant, { releases = [] }: Commit): ClaimNotHeld | undefined => {
  for (const release of releases) {
    const { holder, key, scope } = release
    const held = heldAt(ledger, tenant, release)?.[0] ?? null
    if (held !== holder) return { _tag: "ClaimNotHeld", rule: "STORE-5", scope, key, holder: held }
  }
  return undefined
}

/** How many counted claims a scope would hold after the releases of a commit and those of its claims that come before. */
const countedBefore = (
  ledger: Ledger,
  tenant: Tenant,
  { claim, commit }: { readonly claim: Claim; readonly commit: Commit },
): number => {
  const { claims = [], releases = [] } = commit
  const [held] = ledger.tables.one<readonly [number]>(
    "SELECT counted FROM jinlin_scopes WHERE tenant = ? AND scope = ?",
    ...[tenant.number, claim.scope],
  ) ?? [0]
  const given = releases.filter((one) => one.scope === claim.scope && heldAt(ledger, tenant, one)?.[1] === 1)
  const taken = claims
    .slice(0, claims.indexOf(claim))
    .filter(({ capacity, scope }) => scope === claim.scope && capacity !== undefined)
  return held - given.length + taken.length
}

/** Whether everything that is claimed is free, the releases of the commit done, and within its capacity. Rule STORE-5. */
export const claimFault = (
  ledger: Ledger,
  tenant: Tenant,
  commit: Commit,
): ClaimTaken | CapacityReached | undefined => {
  const { claims = [], releases = [] } = commit
  for (const claim of claims) {
    const { capacity, key, scope } = claim
    const held = releases.some((one) => isSame(one, claim)) ? undefined : heldAt(ledger, tenant, claim)
    if (held !== undefined) return { _tag: "ClaimTaken", rule: "STORE-5", scope, key, holder: held[0] }
    if (capacity !== undefined && countedBefore(ledger, tenant, { claim, commit }) >= capacity)
      return { _tag: "CapacityReached", rule: "STORE-5", scope, capacity }
  }
  return undefined
}

const count = ({ tables }: Ledger, tenant: Tenant, { by, scope }: { readonly scope: string; readonly by: number }) =>
  tables.run(
    `INSERT INTO jinlin_scopes (tenant, scope, counted) VALUES (?, ?, ?)
     ON CONFLICT (tenant, scope) DO UPDATE SET counted = counted + excluded.counted`,
    ...[tenant.number, scope, by],
  )

/** Gives back and then takes, which has been found to be possible. */
export const writeClaims = (ledger: Ledger, tenant: Tenant, { claims = [], releases = [] }: Commit): void => {
  for (const { key, scope } of releases) {
    const [counted] = ledger.tables.one<readonly [number]>(
      "DELETE FROM jinlin_claims WHERE tenant = ? AND scope = ? AND key = ? RETURNING counted",
      ...[tenant.number, scope, key],
    ) ?? [0]
    if (counted === 1) count(ledger, tenant, { scope, by: -1 })
  }
  for (const { capacity, holder, key, scope } of claims) {
    ledger.tables.run(
      "INSERT INTO jinlin_claims (tenant, scope, key, holder, counted) VALUES (?, ?, ?, ?, ?)",
      ...[tenant.number, scope, key, holder, capacity === undefined ? 0 : 1],
    )
    if (capacity !== undefined) count(ledger, tenant, { scope, by: 1 })
  }
}

/** Claims of a scope in the order of their keys. */
export const claimPage = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, limit, scope }: Page & { readonly scope: string },
): Rows<HeldClaim> => {
  const found = tables.all<readonly [string, string]>(
    "SELECT key, holder FROM jinlin_claims WHERE tenant = ? AND scope = ? AND key > ? ORDER BY key LIMIT ?",
    ...[tenant.number, scope, after ?? "", limit + 1],
  )
  const rows = found.slice(0, limit).map(([key, holder]) => ({ scope, key, holder }))
  return { rows, next: found.length > limit ? (rows.at(-1)?.key ?? null) : null }
}
