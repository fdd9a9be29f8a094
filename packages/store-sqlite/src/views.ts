import type { CheckpointMoved, Commit, InvalidCursor, Page, Position, ViewPage, ViewQuery } from "@jinlin/sdk"
import { viewCheckpoint } from "@jinlin/sdk"
import type { Ledger, Tenant } from "./ledger.ts"
import { endingOf, logPlace, placeText } from "./places.ts"

interface Version {
  readonly view: string
  readonly version: string
}

const checkpointAt = ({ tables }: Ledger, tenant: Tenant, name: string): number =>
  tables.one<readonly [number]>(
    "SELECT place FROM jinlin_checkpoints WHERE tenant = ? AND name = ?",
    tenant.number,
    name,
  )?.[0] ?? 0

/** How far a reader of the log has come; null: it never read. */
export const readCheckpoint = (ledger: Ledger, tenant: Tenant, name: string): Position | null => {
  const place = checkpointAt(ledger, tenant, name)
  return place === 0 ? null : placeText(endingOf(tenant, "events"), place)
}

/** Whether readers stand where they are said to, and go on to places of this log. Rule STORE-12. */
export const checkpointFault = (
  ledger: Ledger,
  tenant: Tenant,
  { checkpoints = [] }: Commit,
): CheckpointMoved | InvalidCursor | undefined => {
  for (const { from, name, to } of checkpoints) {
    const [start, end] = [logPlace(ledger, tenant, from), logPlace(ledger, tenant, to)]
    if (!start.ok) return start.failure
    if (!end.ok) return end.failure
    if (end.value === 0) return { _tag: "InvalidCursor", rule: "STORE-6" }
    if (start.value !== checkpointAt(ledger, tenant, name)) return { _tag: "CheckpointMoved", rule: "STORE-12", name }
  }
  return undefined
}

/** Moves readers on, writes rows of views, and after them switches versions on. Rule STORE-12. */
export const writeViews = (ledger: Ledger, tenant: Tenant, commit: Commit): void => {
  const { tables } = ledger
  for (const { name, to } of commit.checkpoints ?? []) {
    const place = logPlace(ledger, tenant, to)
    if (place.ok)
      tables.run(
        "INSERT OR REPLACE INTO jinlin_checkpoints (tenant, name, place) VALUES (?, ?, ?)",
        ...[tenant.number, name, place.value],
      )
  }
  for (const { rows, version, view } of commit.views ?? [])
    for (const { body, key } of rows) {
      const at = [tenant.number, view, version, key] as const
      if (body === null)
        tables.run("DELETE FROM jinlin_view_rows WHERE tenant = ? AND view = ? AND version = ? AND key = ?", ...at)
      else
        tables.run(
          "INSERT OR REPLACE INTO jinlin_view_rows (tenant, view, version, key, body) VALUES (?, ?, ?, ?, ?)",
          ...[...at, body],
        )
    }
  for (const { version, view } of commit.viewSwitches ?? [])
    tables.run(
      "INSERT OR REPLACE INTO jinlin_views (tenant, view, version) VALUES (?, ?, ?)",
      ...[tenant.number, view, version],
    )
}

const versionOn = ({ tables }: Ledger, tenant: Tenant, view: string): string =>
  tables.one<readonly [string]>(
    "SELECT version FROM jinlin_views WHERE tenant = ? AND view = ?",
    tenant.number,
    view,
  )?.[0] ?? ""

type ViewRow = readonly [key: string, body: string]

const select = `SELECT key, body FROM jinlin_view_rows
  WHERE tenant = ?1 AND view = ?2 AND version = ?3 AND key > ?4 AND key >= ?5 AND key < ?6`

const rowsOf = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, keys, limit, prefix = "", version, view }: ViewQuery & Page & Version,
): ReadonlyArray<ViewRow> => {
  const range = [tenant.number, view, version, after ?? "", prefix, `${prefix}\u{10FFFF}`] as const
  return keys === undefined
    ? tables.all<ViewRow>(`${select} ORDER BY key LIMIT ?7`, ...range, limit + 1)
    : tables.all<ViewRow>(
        `${select} AND key IN (SELECT value FROM json_each(?7)) ORDER BY key LIMIT ?8`,
        ...[...range, JSON.stringify(keys), limit + 1],
      )
}

/** A page of a view, with the checkpoint of the fold that makes it: all of one moment. */
export const viewPage = (ledger: Ledger, tenant: Tenant, query: ViewQuery & Page): ViewPage =>
  ledger.together(() => {
    const version = query.version ?? versionOn(ledger, tenant, query.view)
    const found = rowsOf(ledger, tenant, { ...query, version })
    const rows = found.slice(0, query.limit).map(([key, body]) => ({ key, body }))
    return {
      rows,
      next: found.length > query.limit ? (rows.at(-1)?.key ?? null) : null,
      version,
      checkpoint: readCheckpoint(ledger, tenant, viewCheckpoint({ view: query.view, version })),
    }
  })

/** Forgets a version with its rows and its checkpoint, unless it is switched on. */
export const dropView = (ledger: Ledger, tenant: Tenant, { version, view }: Version): null => {
  if (versionOn(ledger, tenant, view) === version) return null
  const { tables } = ledger
  tables.run("DELETE FROM jinlin_view_rows WHERE tenant = ? AND view = ? AND version = ?", tenant.number, view, version)
  tables.run(
    "DELETE FROM jinlin_checkpoints WHERE tenant = ? AND name = ?",
    tenant.number,
    viewCheckpoint({ view, version }),
  )
  return null
}
