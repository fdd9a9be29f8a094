import { type Answering, type Delivery, done, failed, nameFault, pageFault, type Store } from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { whole } from "./columns.ts"
import { leaseLost, tokenOf } from "./leases.ts"

/** A delivery as the database gives it. */
export interface DeliveryRow extends Omit<Delivery, "starts" | "notBefore" | "at"> {
  readonly place: string
  readonly starts: string
  readonly not_before: string
  readonly at: string
}

/** The columns of a delivery, in a table named `d`. */
export const deliveryColumns = `d.id, d.key, d.kind, d.payload, d.status, d.cause, d.place::text,
  d.starts::text, d.not_before::text, d.at::text`

/** A delivery as others see it. */
export const deliveryOf = ({
  at,
  cause,
  id,
  key,
  kind,
  not_before,
  payload,
  starts,
  status,
}: DeliveryRow): Delivery => ({
  ...{ id, key, kind, payload, status, cause },
  ...{ starts: Number(starts), notBefore: Number(not_before), at: Number(at) },
})

/**
 * Of each key the first that waits, unless one of its key is in these hands already. The lease is locked, so that nobody
 * takes it over before this has ended; a row that somebody else took meanwhile is looked at again before it is changed.
 */
const take = `with lease as materialized (
    select 1 as held from public.jinlin_leases l
    where l.tenant = $1 and l.name = $2 and l.token = $3::bigint and l.holder is not null for share
  ), first as (
    select distinct on (d.key) d.key, d.id, d.place, d.not_before from public.jinlin_deliveries d
    where d.tenant = $1 and d.status = 'waiting' order by d.key, d.place
  ), picked as (
    select f.id from first f where f.not_before <= $4::bigint and exists (select from lease) and not exists (
      select from public.jinlin_deliveries o
      where o.tenant = $1 and o.key = f.key and o.status = 'waiting' and o.taker = $5)
    order by f.place limit $6::int
  ), taken as (
    update public.jinlin_deliveries d set starts = d.starts + 1, taker = $5 from picked p
    where d.tenant = $1 and d.id = p.id and d.status = 'waiting' and d.taker is distinct from $5
    returning ${deliveryColumns}, d.place as nth
  )
  select (select held from lease)::text as held, t.* from (select) one left join taken t on true order by t.nth`

type Take = Pick<Store, "takeDeliveries">

/** Hands out what is to be delivered. */
export const takeParts = (desk: Desk): Take => ({
  takeDeliveries: (tenant, { fence, limit, now }) =>
    asking(desk)(
      tenant,
      () => [nameFault("fence.lease", fence.lease), pageFault(limit)],
      async (session): Answering<ReadonlyArray<Delivery>, ReturnType<typeof leaseLost>> => {
        const taker = `${fence.lease} ${fence.token}`
        const values = [tenant, fence.lease, tokenOf(fence), whole(now), taker, limit]
        type Row = DeliveryRow & { readonly held: string | null; readonly id: string | null }
        const rows = await session.ask<Row>(tenant, take, values)
        if (rows[0]?.held !== "1") return failed(leaseLost(fence))
        return done(rows.filter(({ id }) => id !== null).map(deliveryOf))
      },
    ),
})
