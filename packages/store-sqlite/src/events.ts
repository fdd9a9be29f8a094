import {
  type Answer,
  type Append,
  type Commit,
  done,
  failed,
  type InvalidCursor,
  type LogPage,
  type Page,
  type StoredEvent,
  type VersionConflict,
} from "@jinlin/sdk"
import { baseOf, type Ledger, placesPerTenant, type Tenant } from "./ledger.ts"
import { endingOf, lastOf, placeOf, placeText, readLast } from "./places.ts"

type EventRow = readonly [string, string, string, string, string, number, number]

const columns = "type, body, meta, digest, stream, revision, place"

/** How many streams of a tenant have their lengths remembered. */
const remembered = 20_000

/** How many events a stream holds. */
const revisionOf = ({ tables }: Ledger, tenant: Tenant, stream: string): number => {
  const known = tenant.revisions.get(stream)
  if (known !== undefined) return known
  const [revision] = tables.one<readonly [number]>(
    "SELECT revision FROM jinlin_events WHERE tenant = ? AND stream = ? ORDER BY revision DESC LIMIT 1",
    ...[tenant.number, stream],
  ) ?? [0]
  if (tenant.revisions.size >= remembered) tenant.revisions.clear()
  tenant.revisions.set(stream, revision)
  return revision
}

/** Whether every stream holds what was expected of it, with what earlier appends of the commit add. Rule STORE-2. */
export const appendFault = (ledger: Ledger, tenant: Tenant, { appends }: Commit): VersionConflict | undefined => {
  if (appends === undefined) return undefined
  const ahead = appends.length > 1 ? new Map<string, number>() : undefined
  for (const { events, expected, stream } of appends) {
    const actual = ahead?.get(stream) ?? revisionOf(ledger, tenant, stream)
    if (actual !== expected) return { _tag: "VersionConflict", rule: "STORE-2", stream, expected, actual }
    ahead?.set(stream, actual + events.length)
  }
  return undefined
}

/** Whether the streams that were read have not moved; as they stand before the commit. Rule STORE-4. */
export const guardFault = (ledger: Ledger, tenant: Tenant, { guards = [] }: Commit): VersionConflict | undefined => {
  for (const { revision, stream } of guards) {
    const actual = revisionOf(ledger, tenant, stream)
    if (actual !== revision) return { _tag: "VersionConflict", rule: "STORE-4", stream, expected: revision, actual }
  }
  return undefined
}

const writeAppend = (ledger: Ledger, tenant: Tenant, { events, expected, stream }: Append): void => {
  const base = baseOf(tenant)
  let place = lastOf(ledger, tenant, "events")
  let revision = expected
  for (const { body, digest, meta, type } of events) {
    place += 1
    revision += 1
    ledger.tables.run(
      "INSERT INTO jinlin_events (place, tenant, stream, revision, type, body, meta, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      ...[base + place, tenant.number, stream, revision, type, body, meta, digest],
    )
  }
  tenant.last.events = place
  tenant.revisions.set(stream, revision)
}

/** Writes the events, which have been found to fit. */
export const writeAppends = (ledger: Ledger, tenant: Tenant, { appends = [] }: Commit): void => {
  for (const append of appends) if (append.events.length > 0) writeAppend(ledger, tenant, append)
}

const eventsOf = (tenant: Tenant, rows: ReadonlyArray<EventRow>): ReadonlyArray<StoredEvent> => {
  const [ending, base] = [endingOf(tenant, "events"), baseOf(tenant)]
  return rows.map(([type, body, meta, digest, stream, revision, place]) => ({
    ...{ type, body, meta, digest, stream, revision },
    position: placeText(ending, place - base),
  }))
}

/** A stream's events after a revision. */
export const streamPage = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, limit, stream }: { readonly stream: string; readonly after: number; readonly limit: number },
): ReadonlyArray<StoredEvent> =>
  eventsOf(
    tenant,
    tables.all<EventRow>(
      `SELECT ${columns} FROM jinlin_events WHERE tenant = ? AND stream = ? AND revision > ? ORDER BY revision LIMIT ?`,
      ...[tenant.number, stream, after, limit],
    ),
  )

/** A part of the log. A place behind its end was never given. Rule STORE-6. */
export const logPage = (ledger: Ledger, tenant: Tenant, { after, limit }: Page): Answer<LogPage, InvalidCursor> => {
  const start = placeOf(tenant, "events", after)
  if (!start.ok) return start
  const base = baseOf(tenant)
  const rows = ledger.tables.all<EventRow>(
    `SELECT ${columns} FROM jinlin_events WHERE place > ? AND place < ? ORDER BY place LIMIT ?`,
    ...[base + start.value, base + placesPerTenant, limit],
  )
  const last = readLast(ledger, tenant, "events")
  if (start.value > last) return failed({ _tag: "InvalidCursor", rule: "STORE-6" })
  const events = eventsOf(tenant, rows)
  return done({
    events,
    next: events.at(-1)?.position ?? after ?? null,
    atEnd: start.value + events.length >= last,
  })
}
