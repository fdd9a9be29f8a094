import { type Answer, type Commit, done, type InvalidCursor, type KeptAudit, type Page, type Rows } from "@jinlin/sdk"
import { baseOf, type Ledger, placesPerTenant, type Tenant } from "./ledger.ts"
import { endingOf, lastOf, placeOf, placeText, readLast } from "./places.ts"

/** Writes audit entries in the order of commits. Rule STORE-16. */
export const writeAudit = (ledger: Ledger, tenant: Tenant, { at, audit = [] }: Commit): void => {
  for (const { body, kind } of audit) {
    const place = lastOf(ledger, tenant, "audit") + 1
    ledger.tables.run(
      "INSERT INTO jinlin_audit (place, tenant, kind, body, at) VALUES (?, ?, ?, ?, ?)",
      ...[baseOf(tenant) + place, tenant.number, kind, body, at],
    )
    tenant.last.audit = place
  }
}

type AuditRow = readonly [place: number, kind: string, body: string, at: number]

/** Audit entries in the order of commits. */
export const auditPage = (
  ledger: Ledger,
  tenant: Tenant,
  { after, limit }: Page,
): Answer<Rows<KeptAudit>, InvalidCursor> => {
  const start = placeOf(tenant, "audit", after)
  if (!start.ok) return start
  const [base, ending] = [baseOf(tenant), endingOf(tenant, "audit")]
  const found = ledger.tables.all<AuditRow>(
    "SELECT place, kind, body, at FROM jinlin_audit WHERE place > ? AND place < ? ORDER BY place LIMIT ?",
    ...[base + start.value, base + placesPerTenant, limit + 1],
  )
  if (found.length === 0 && start.value > readLast(ledger, tenant, "audit"))
    return { ok: false, failure: { _tag: "InvalidCursor", rule: "STORE-6" } }
  const rows = found
    .slice(0, limit)
    .map(([place, kind, body, at]) => ({ kind, body, at, position: placeText(ending, place - base) }))
  return done({ rows, next: found.length > limit ? (rows.at(-1)?.position ?? null) : null })
}
