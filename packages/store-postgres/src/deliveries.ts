import {
  type Answering,
  type Delivery,
  done,
  failed,
  type LeaseLost,
  nameFault,
  pageFault,
  type Store,
} from "@jinlin/sdk"
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

const take = "select public.jinlin_take($1, $2, $3::bigint, $4::bigint, $5::int) as taken"

type Take = Pick<Store, "takeDeliveries">

/** Hands out what is to be delivered. */
export const takeParts = (desk: Desk): Take => ({
  takeDeliveries: (tenant, { fence, limit, now }) =>
    asking(desk)(
      tenant,
      () => [nameFault("fence.lease", fence.lease), pageFault(limit)],
      async (session): Answering<ReadonlyArray<Delivery>, LeaseLost> => {
        const values = [tenant, fence.lease, tokenOf(fence), whole(now), limit]
        const [row] = await session.ask<{ readonly taken: string | null }>(tenant, take, values)
        return row === undefined || row.taken === null ? failed(leaseLost(fence)) : done(JSON.parse(row.taken))
      },
    ),
})
