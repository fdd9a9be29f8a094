import { type Answer, type Commit, type CommitFailure, type Committed, done, failed } from "@jinlin/sdk"
import { writeAudit } from "./audit.ts"
import { ballotFault, writeBallots } from "./ballots.ts"
import { claimFault, releaseFault, writeClaims } from "./claims.ts"
import { committed, keepCommand, unkeepCommand } from "./commands.ts"
import { settlementFault, writeDeliveries, writeSettlements } from "./deliveries.ts"
import { writeDue } from "./due.ts"
import { appendFault, guardFault, writeAppends } from "./events.ts"
import { fenceFault } from "./leases.ts"
import type { Ledger, Tenant } from "./ledger.ts"
import { checkpointFault, writeViews } from "./views.ts"

const faultIn = (ledger: Ledger, tenant: Tenant, commit: Commit): CommitFailure | undefined =>
  fenceFault(ledger, tenant, commit) ??
  appendFault(ledger, tenant, commit) ??
  guardFault(ledger, tenant, commit) ??
  releaseFault(ledger, tenant, commit) ??
  claimFault(ledger, tenant, commit) ??
  checkpointFault(ledger, tenant, commit) ??
  settlementFault(ledger, tenant, commit) ??
  ballotFault(ledger, tenant, commit)

const write = (ledger: Ledger, tenant: Tenant, commit: Commit): Committed => {
  // Where readers have come to is told by positions of the log as it stood before.
  writeViews(ledger, tenant, commit)
  writeAppends(ledger, tenant, commit)
  writeClaims(ledger, tenant, commit)
  writeDue(ledger, tenant, commit)
  writeSettlements(ledger, tenant, commit)
  writeDeliveries(ledger, tenant, commit)
  writeBallots(ledger, tenant, commit)
  writeAudit(ledger, tenant, commit)
  return committed(ledger, tenant, commit)
}

/** The first commit of a tenant: there is nothing in the tables yet that could refuse it twice. */
const firstOf = (ledger: Ledger, tenant: Tenant, commit: Commit): Answer<Committed, CommitFailure> => {
  const fault = faultIn(ledger, tenant, commit)
  if (fault !== undefined) return failed(fault)
  const enrolled = ledger.enrol(tenant, true)
  keepCommand(ledger, enrolled, commit)
  return done(write(ledger, enrolled, commit))
}

/**
 * One commit inside a transaction that is open: everything is looked at, in the order in which all stores do, before
 * anything is written, so that a commit that is refused has changed nothing. Its command alone is written first and taken
 * back. What `commitFault` finds was asked before.
 */
export const commitTo = (ledger: Ledger, commit: Commit): Answer<Committed, CommitFailure> => {
  const tenant = ledger.tenant(commit.tenant)
  if (tenant.number === 0) return firstOf(ledger, tenant, commit)
  const repeated = keepCommand(ledger, tenant, commit)
  if (repeated !== undefined) return repeated
  const fault = faultIn(ledger, tenant, commit)
  if (fault === undefined) return done(write(ledger, ledger.enrol(tenant, true), commit))
  unkeepCommand(ledger, tenant, commit)
  return failed(fault)
}
