import { type Answering, done, type ReadFailure } from "@jinlin/sdk"
import type { Asking } from "./asking.ts"
import { baseOf, type Ledger, placesPerTenant, type Tenant } from "./ledger.ts"

/** How many rows are looked at in one write, so that a long sweep lets others in between. */
const perSweep = 5_000

/** A part of a sweep: how many rows went, and after which one to go on; null: it is done. */
interface Swept<Key> {
  readonly gone: number
  readonly next: Key | null
}

const sweepCommands = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, before }: { readonly after: string; readonly before: number },
): Swept<string> => {
  const rows = tables.all<readonly [string, number]>(
    "SELECT key, at FROM jinlin_commands WHERE tenant = ? AND key > ? ORDER BY key LIMIT ?",
    ...[tenant.number, after, perSweep],
  )
  const old = rows.filter(([, at]) => at < before)
  for (const [key] of old) tables.run("DELETE FROM jinlin_commands WHERE tenant = ? AND key = ?", tenant.number, key)
  return { gone: old.length, next: rows.length < perSweep ? null : (rows.at(-1)?.[0] ?? null) }
}

const sweepDeliveries = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, before }: { readonly after: number; readonly before: number },
): Swept<number> => {
  const base = baseOf(tenant)
  const rows = tables.all<readonly [number, string, number]>(
    "SELECT place, status, at FROM jinlin_deliveries WHERE place > ? AND place < ? ORDER BY place LIMIT ?",
    ...[base + after, base + placesPerTenant, perSweep],
  )
  const old = rows.filter(([, status, at]) => status === "delivered" && at < before)
  for (const [place] of old) tables.run("DELETE FROM jinlin_deliveries WHERE place = ?", place)
  return { gone: old.length, next: rows.length < perSweep ? null : (rows.at(-1)?.[0] ?? base) - base }
}

/**
 * Forgets kept commands, and deliveries that were delivered, which were committed before a moment; gives the number of
 * commands. It goes a few thousand rows at a time, each in a write of its own: what was forgotten stays forgotten if it fails.
 */
export const sweeping = async ({ write }: Asking, tenant: string, before: number): Answering<number, ReadFailure> => {
  const none = () => []
  let gone = 0
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after
    const swept = await write(tenant, none, (ledger, owner) =>
      done(sweepCommands(ledger, owner, { after: from, before })),
    )
    if (!swept.ok) return swept
    gone += swept.value.gone
    after = swept.value.next
  }
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const swept = await write(tenant, none, (ledger, owner) =>
      done(sweepDeliveries(ledger, owner, { after: from, before })),
    )
    if (!swept.ok) return swept
    after = swept.value.next
  }
  return done(gone)
}
