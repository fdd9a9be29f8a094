import type { DatabaseSync } from "node:sqlite"
import { enrolTenant, type Ledger, readTenant, type Tenant } from "./ledger.ts"
import type { Tables } from "./tables.ts"

/** A ledger that remembers tenants from one transaction to the next, for as long as nobody else writes the file. */
export interface RememberingLedger extends Ledger {
  /** To be called at the start of every write: forgets what another connection may have changed since. */
  readonly look: () => void
  /** To be called when a write was taken back: what was remembered of it never happened. */
  readonly forget: () => void
}

const tenantsRemembered = 1_000

/** The ledger of a connection that is the store's own. */
export const rememberingLedger = (database: DatabaseSync, tables: Tables): RememberingLedger => {
  const tenants = new Map<string, Tenant>()
  let version = -1
  const remember = (tenant: Tenant): Tenant => {
    if (tenants.size >= tenantsRemembered) tenants.clear()
    if (tenant.number !== 0) tenants.set(tenant.name, tenant)
    return tenant
  }
  return {
    tables,
    tenant: (name) => tenants.get(name) ?? remember(readTenant(tables, name)),
    enrol: (tenant, written) => {
      const enrolled = enrolTenant(tables, tenant, written)
      return enrolled === tenant ? tenant : remember(enrolled)
    },
    together: (read) => {
      if (database.isTransaction) return read()
      tables.run("BEGIN")
      try {
        return read()
      } finally {
        tables.run("COMMIT")
      }
    },
    look: () => {
      const [now] = tables.one<readonly [number]>("PRAGMA data_version") ?? [-1]
      if (now !== version) tenants.clear()
      version = now
    },
    forget: () => tenants.clear(),
  }
}

/** The ledger of a connection that belongs to somebody else: it remembers nothing from one question to the next. */
export const forgetfulLedger = (tables: Tables): Ledger => ({
  tables,
  tenant: (name) => readTenant(tables, name),
  enrol: (tenant, written) => enrolTenant(tables, tenant, written),
  together: (read) => read(),
})
