import { done, failed, type Store, type StoreCapabilities } from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { whole } from "./columns.ts"
import { takeParts } from "./deliveries.ts"
import { leaseParts } from "./leases.ts"
import { logReads } from "./log-reads.ts"
import { otherReads } from "./reads.ts"
import { cannot, disposed, faultOf } from "./unavailable.ts"
import { viewParts } from "./views.ts"

const tenants = "select t.tenant from public.jinlin_tenants t order by t.tenant"

const forget = `with deliveries as (
    delete from public.jinlin_deliveries d where d.tenant = $1 and d.status = 'delivered' and d.at < $2::bigint
  ), commands as (
    delete from public.jinlin_commands c where c.tenant = $1 and c.at < $2::bigint returning 1
  )
  select count(*)::text as forgotten from commands`

/** Streams whose events are not all there, or not numbered from 1 on; of one tenant, or of all. */
const torn = `select tenant from (
    select e.tenant, e.stream, count(*) as held, min(e.revision) as first, max(e.revision) as last
    from public.jinlin_events e where $1::text is null or e.tenant = $1 group by 1, 2
  ) h full join (
    select * from public.jinlin_streams s where s.revision > 0 and ($1::text is null or s.tenant = $1)
  ) s using (tenant, stream)
  where h.held is distinct from s.revision or h.first is distinct from 1 or h.last is distinct from s.revision limit 1`

/** What differs between a store on a pool and one inside a transaction. */
interface Own {
  readonly capabilities: StoreCapabilities
  readonly commit: Store["commit"]
  /** The database shows the rows of one tenant at a time. */
  readonly byTenant: boolean
  readonly dispose: () => void
}

/** A store on PostgreSQL, whatever its statements run on. */
export const storeAt = (desk: Desk, { byTenant, capabilities, commit, dispose }: Own): Store => ({
  name: "store-postgres",
  capabilities,
  commit,
  ...logReads(desk),
  ...otherReads(desk),
  ...viewParts(desk),
  ...leaseParts(desk),
  ...takeParts(desk),
  forgetCommands: (tenant, before) =>
    asking(desk)(
      tenant,
      () => [],
      async (session) => {
        type Row = { readonly forgotten: string }
        const [row] = await session.ask<Row>(tenant, forget, [tenant, whole(before)])
        return done(Number(row?.forgotten ?? 0))
      },
    ),
  tenants: async () => {
    if (desk.closed) return failed(disposed)
    try {
      const rows = await desk.session.ask<{ readonly tenant: string }>(null, tenants)
      return done(rows.map(({ tenant }) => tenant))
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  },
  verify: async () => {
    if (desk.closed) return failed(disposed)
    try {
      type Row = { readonly tenant: string }
      const all = await desk.session.ask<Row>(null, tenants)
      for (const tenant of byTenant ? all.map((row) => row.tenant) : [null]) {
        const [found] = await desk.session.ask<Row>(tenant, torn, [tenant])
        if (found === undefined) continue
        return failed(cannot("damaged", `a stream of the tenant ${found.tenant} and its events do not agree`))
      }
      return done(null)
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  },
  [Symbol.asyncDispose]: async () => {
    if (!desk.closed) dispose()
    desk.closed = true
  },
})
