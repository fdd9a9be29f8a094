import {
  type Answering,
  done,
  type Fence,
  failed,
  type Lease,
  type LeaseHeld,
  type LeaseLost,
  nameFault,
  type Store,
} from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { whole } from "./columns.ts"
import type { Session } from "./session.ts"

/** The lease is somebody else's, or nobody's. */
export const leaseLost = ({ lease }: Fence): LeaseLost => ({ _tag: "LeaseLost", rule: "STORE-9", lease })

/** A token as the database compares it: what is no token is nobody's. */
export const tokenOf = ({ token }: Fence): number => (Number.isSafeInteger(token) ? token : -1)

/** It waits for the disk, whatever the server is set to: a token that were given out twice would be no fence. */
const acquire = `insert into public.jinlin_leases as l (tenant, name, holder, token, until)
  select $1, $2, $3, 1, $5::bigint where set_config('synchronous_commit', 'on', true) is not null
  on conflict (tenant, name) do update set holder = excluded.holder, token = l.token + 1, until = excluded.until
  where l.holder is null or l.holder = excluded.holder or l.until <= $4::bigint
  returning l.token::text, l.until::text`

const held = `select l.until::text from public.jinlin_leases l
  where l.tenant = $1 and l.name = $2 and l.holder is not null`

const renew = `update public.jinlin_leases l set until = $4::bigint
  where l.tenant = $1 and l.name = $2 and l.token = $3::bigint and l.holder is not null returning l.until::text`

const release = `update public.jinlin_leases l set holder = null, until = 0
  where l.tenant = $1 and l.name = $2 and l.token = $3::bigint and l.holder is not null returning l.name`

interface Wish {
  readonly name: string
  readonly holder: string
  readonly now: number
  readonly ttl: number
}

const acquired = async (session: Session, tenant: string, wish: Wish): Answering<Lease, LeaseHeld> => {
  const { holder, name, now, ttl } = wish
  const values = [tenant, name, holder, whole(now), whole(now + ttl)]
  type Row = { readonly token: string; readonly until: string }
  const [lease] = await session.ask<Row>(tenant, acquire, values)
  if (lease !== undefined) return done({ name, token: Number(lease.token), until: Number(lease.until) })
  const [other] = await session.ask<{ readonly until: string }>(tenant, held, [tenant, name])
  if (other === undefined) return acquired(session, tenant, wish)
  return failed({ _tag: "LeaseHeld", rule: "STORE-9", lease: name, until: Number(other.until) })
}

type Leases = Pick<Store, "acquireLease" | "renewLease" | "releaseLease">

/** Leases of workers. Rule STORE-9. */
export const leaseParts = (desk: Desk): Leases => {
  const ask = asking(desk)
  return {
    acquireLease: (tenant, wish) =>
      ask(
        tenant,
        () => [nameFault("name", wish.name), nameFault("holder", wish.holder)],
        (session) => acquired(session, tenant, wish),
      ),
    renewLease: (tenant, { fence, now, ttl }) =>
      ask(
        tenant,
        () => [nameFault("fence.lease", fence.lease)],
        async (session): Answering<Lease, LeaseLost> => {
          const values = [tenant, fence.lease, tokenOf(fence), whole(now + ttl)]
          const [lease] = await session.ask<{ readonly until: string }>(tenant, renew, values)
          if (lease === undefined) return failed(leaseLost(fence))
          return done({ name: fence.lease, token: fence.token, until: Number(lease.until) })
        },
      ),
    releaseLease: (tenant, fence) =>
      ask(
        tenant,
        () => [nameFault("fence.lease", fence.lease)],
        async (session): Answering<null, LeaseLost> => {
          const rows = await session.ask(tenant, release, [tenant, fence.lease, tokenOf(fence)])
          return rows.length === 0 ? failed(leaseLost(fence)) : done(null)
        },
      ),
  }
}
