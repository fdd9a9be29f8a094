import type { Commit, DueList, ListedDue } from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"

type ItemRow = readonly [key: string, at: number, rule: string, command: string]

/** Takes away what is listed no longer. Most lists have one item or none. */
const takeAway = ({ tables }: Ledger, tenant: Tenant, { items, stream }: DueList): void => {
  const [first, second] = items
  if (second !== undefined)
    tables.run(
      "DELETE FROM jinlin_due WHERE tenant = ? AND stream = ? AND key NOT IN (SELECT value FROM json_each(?))",
      ...[tenant.number, stream, JSON.stringify(items.map(({ key }) => key))],
    )
  else
    tables.run(
      "DELETE FROM jinlin_due WHERE tenant = ? AND stream = ? AND key <> ?",
      ...[tenant.number, stream, first?.key ?? ""],
    )
}

/** What was settled stays settled while it stays listed: `settled` is left as it is, and so is what has not changed. */
const replace = (ledger: Ledger, tenant: Tenant, list: DueList): void => {
  takeAway(ledger, tenant, list)
  for (const { at, command, key, rule } of list.items)
    ledger.tables.run(
      `INSERT INTO jinlin_due (tenant, stream, key, at, rule, command, settled) VALUES (?, ?, ?, ?, ?, ?, 0)
       ON CONFLICT (tenant, stream, key) DO UPDATE SET at = excluded.at, rule = excluded.rule, command = excluded.command
       WHERE at <> excluded.at OR rule <> excluded.rule OR command <> excluded.command`,
      ...[tenant.number, list.stream, key, at, rule, command],
    )
}

/** Lists take the place of those before them, and then what was settled is settled. Rule STORE-11. */
export const writeDue = (ledger: Ledger, tenant: Tenant, { due = [], dueSettled = [] }: Commit): void => {
  for (const list of due) replace(ledger, tenant, list)
  for (const { key, stream } of dueSettled)
    ledger.tables.run(
      "UPDATE jinlin_due SET settled = 1 WHERE tenant = ? AND stream = ? AND key = ?",
      ...[tenant.number, stream, key],
    )
}

type DueRow = readonly [stream: string, ...item: ItemRow]

const columns = "stream, key, at, rule, command"

/** What has fallen due by a moment and is not settled, the earliest first; then by stream and key. */
export const dueBy = (
  { tables }: Ledger,
  tenant: Tenant,
  { limit, stream, until }: { readonly until: number; readonly limit: number; readonly stream?: string | undefined },
): ReadonlyArray<ListedDue> => {
  const open = `SELECT ${columns} FROM jinlin_due WHERE tenant = ? AND settled = 0 AND at <= ?`
  const rows =
    stream === undefined
      ? tables.all<DueRow>(`${open} ORDER BY at, stream, key LIMIT ?`, tenant.number, until, limit)
      : tables.all<DueRow>(`${open} AND stream = ? ORDER BY at, key LIMIT ?`, tenant.number, until, stream, limit)
  return rows.map(([name, key, at, rule, command]) => ({ stream: name, key, at, rule, command }))
}
