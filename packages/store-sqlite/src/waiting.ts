import type { Answer, Backlog, Delivery, Fence, InvalidCursor, Page, Rows } from "@jinlin/sdk"
import { done } from "@jinlin/sdk"
import { baseOf, type Ledger, placesPerTenant, type Tenant } from "./ledger.ts"
import { endingOf, placeOf, placeText } from "./places.ts"

type DeliveryRow = readonly [
  ...[place: number, id: string, key: string, kind: string, payload: string],
  ...[status: Delivery["status"], starts: number, notBefore: number, at: number, cause: string | null],
]

const columns = "place, id, key, kind, payload, status, starts, not_before, at, cause"

const deliveryOf = ([, id, key, kind, payload, status, starts, notBefore, at, cause]: DeliveryRow): Delivery => ({
  ...{ id, key, kind, payload },
  ...{ status, starts, notBefore, at, cause },
})

/** Gives what may be handed on, oldest first, and counts the start. Rule STORE-10. */
export const takeDeliveries = (
  { tables }: Ledger,
  tenant: Tenant,
  { fence, limit, now }: { readonly fence: Fence; readonly now: number; readonly limit: number },
): ReadonlyArray<Delivery> => {
  const taker = `${fence.lease} ${fence.token}`
  const rows = tables.all<DeliveryRow>(
    `SELECT ${columns} FROM jinlin_deliveries
     WHERE tenant = ? AND first = 1 AND not_before <= ? AND taker IS NOT ? ORDER BY place LIMIT ?`,
    ...[tenant.number, now, taker, limit],
  )
  for (const [place] of rows)
    tables.run("UPDATE jinlin_deliveries SET starts = starts + 1, taker = ? WHERE place = ?", taker, place)
  return rows.map(deliveryOf).map((delivery) => ({ ...delivery, starts: delivery.starts + 1 }))
}

/** Deliveries of each status in the order of commits; those that wait and those that are parked have an index of their own. */
const pages: { readonly [status in Delivery["status"]]: string } = {
  waiting: `status = 'waiting'`,
  parked: `status = 'parked'`,
  delivered: `status = 'delivered'`,
}

/** Deliveries of one status in the order of commits. */
export const deliveryPage = (
  { tables }: Ledger,
  tenant: Tenant,
  { after, limit, status }: Page & { readonly status: Delivery["status"] },
): Answer<Rows<Delivery>, InvalidCursor> => {
  const start = placeOf(tenant, "deliveries", after)
  if (!start.ok) return start
  const base = baseOf(tenant)
  const found = tables.all<DeliveryRow>(
    `SELECT ${columns} FROM jinlin_deliveries WHERE ${pages[status]} AND place > ? AND place < ? ORDER BY place LIMIT ?`,
    ...[base + start.value, base + placesPerTenant, limit + 1],
  )
  const last = found.length > limit ? found[limit - 1] : undefined
  return done({
    rows: found.slice(0, limit).map(deliveryOf),
    next: last === undefined ? null : placeText(endingOf(tenant, "deliveries"), last[0] - base),
  })
}

/** What is waiting, and what has fallen due by now. */
export const backlog = ({ tables }: Ledger, tenant: Tenant, now: number): Backlog => {
  const [waiting, oldestWaitingAt, parked, due] = tables.one<readonly [number, number | null, number, number]>(
    `SELECT count(*), min(at),
       (SELECT count(*) FROM jinlin_deliveries WHERE tenant = ?1 AND status = 'parked'),
       (SELECT count(*) FROM jinlin_due WHERE tenant = ?1 AND settled = 0 AND at <= ?2)
     FROM jinlin_deliveries WHERE tenant = ?1 AND status = 'waiting'`,
    ...[tenant.number, now],
  ) ?? [0, null, 0, 0]
  return { waiting, parked, oldestWaitingAt, due, stalledSince: null }
}
