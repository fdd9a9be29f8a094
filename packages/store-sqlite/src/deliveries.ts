import type { Commit, NewDelivery, Settlement, UnknownDelivery } from "@jinlin/sdk"
import { baseOf, type Ledger, type Tenant } from "./ledger.ts"
import { lastOf } from "./places.ts"

type Known = readonly [place: number, key: string, status: string, first: number, taker: string | null]

const knownBy = ({ tables }: Ledger, tenant: Tenant, id: string): Known | undefined =>
  tables.one<Known>(
    "SELECT place, key, status, first, taker FROM jinlin_deliveries WHERE tenant = ? AND id = ?",
    ...[tenant.number, id],
  )

/** Whether everything that is settled is taken, or parked where it is taken back. Rule STORE-10. */
export const settlementFault = (
  ledger: Ledger,
  tenant: Tenant,
  { settlements = [] }: Commit,
): UnknownDelivery | undefined => {
  for (const { id, outcome } of settlements) {
    const known = knownBy(ledger, tenant, id)
    const may = outcome._tag === "Redriven" ? known?.[2] === "parked" : known !== undefined && known[4] !== null
    if (!may) return { _tag: "UnknownDelivery", rule: "STORE-10", id }
  }
  return undefined
}

/** The first delivery of a key that waits. */
const firstOf = ({ tables }: Ledger, tenant: Tenant, key: string): number | undefined =>
  tables.one<readonly [number]>(
    "SELECT place FROM jinlin_deliveries WHERE tenant = ? AND key = ? AND status = 'waiting' ORDER BY place LIMIT 1",
    ...[tenant.number, key],
  )?.[0]

const mark = ({ tables }: Ledger, place: number | undefined, first: 0 | 1): void => {
  if (place !== undefined) tables.run("UPDATE jinlin_deliveries SET first = ? WHERE place = ?", first, place)
}

const finish = (
  ledger: Ledger,
  tenant: Tenant,
  { known, settlement: { outcome } }: { readonly known: Known; readonly settlement: Settlement },
): void => {
  const [place, key, , first] = known
  const [status, cause] = outcome._tag === "Parked" ? ["parked", outcome.cause] : ["delivered", null]
  ledger.tables.run(
    "UPDATE jinlin_deliveries SET status = ?, first = 0, taker = NULL, cause = coalesce(?, cause) WHERE place = ?",
    ...[status, cause, place],
  )
  if (first === 1) mark(ledger, firstOf(ledger, tenant, key), 1)
}

const takeBack = (ledger: Ledger, tenant: Tenant, [place, key]: Known): void => {
  const before = firstOf(ledger, tenant, key)
  const isFirst = before === undefined || place < before
  ledger.tables.run(
    "UPDATE jinlin_deliveries SET status = 'waiting', first = ?, not_before = 0, taker = NULL WHERE place = ?",
    ...[isFirst ? 1 : 0, place],
  )
  if (isFirst) mark(ledger, before, 0)
}

const settle = (ledger: Ledger, tenant: Tenant, settlement: Settlement): void => {
  const { id, outcome } = settlement
  const known = knownBy(ledger, tenant, id)
  if (known === undefined) return
  switch (outcome._tag) {
    case "Delivered":
    case "Parked":
      finish(ledger, tenant, { known, settlement })
      break
    case "Redriven":
      takeBack(ledger, tenant, known)
      break
    case "Postponed":
      ledger.tables.run(
        "UPDATE jinlin_deliveries SET not_before = ?, cause = ?, taker = NULL WHERE place = ?",
        ...[outcome.notBefore, outcome.cause, known[0]],
      )
  }
}

/** Writes what became of deliveries, which has been found to be possible. */
export const writeSettlements = (ledger: Ledger, tenant: Tenant, { settlements = [] }: Commit): void => {
  for (const settlement of settlements) settle(ledger, tenant, settlement)
}

const add = (
  ledger: Ledger,
  tenant: Tenant,
  { at, delivery: { id, key, kind, payload } }: { readonly at: number; readonly delivery: NewDelivery },
): void => {
  const place = lastOf(ledger, tenant, "deliveries") + 1
  const added = ledger.tables.run(
    `INSERT INTO jinlin_deliveries (place, tenant, id, key, kind, payload, status, first, starts, not_before, at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting',
       NOT EXISTS (SELECT 1 FROM jinlin_deliveries WHERE tenant = ?2 AND key = ?4 AND status = 'waiting'), 0, 0, ?7)
     ON CONFLICT (tenant, id) DO NOTHING`,
    ...[baseOf(tenant) + place, tenant.number, id, key, kind, payload, at],
  )
  if (added === 1) tenant.last.deliveries = place
}

/** Writes new deliveries; an id that is known is passed over. Rule STORE-10. */
export const writeDeliveries = (ledger: Ledger, tenant: Tenant, { at, deliveries = [] }: Commit): void => {
  for (const delivery of deliveries) add(ledger, tenant, { at, delivery })
}
