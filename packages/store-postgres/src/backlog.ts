import type { Backlog } from "@jinlin/sdk"
import { isHeldBack, whole } from "./columns.ts"
import type { Session } from "./session.ts"

/** The moment at which the oldest transaction began that is still open and has written; hidden from some roles. */
const blocker = `select floor(extract(epoch from o.began) * 1000)::bigint from (
    select a.backend_xid as id, a.xact_start as began from pg_stat_activity a
      where a.backend_xid is not null and a.pid <> pg_backend_pid()
    union all select p.transaction, p.prepared from pg_prepared_xacts p
  ) o order by age(o.id) desc limit 1`

const backlog = `select
  (select count(*) from public.jinlin_deliveries d where d.tenant = $1 and d.status = 'waiting')::text as waiting,
  (select count(*) from public.jinlin_deliveries d where d.tenant = $1 and d.status = 'parked')::text as parked,
  (select min(d.at) from public.jinlin_deliveries d where d.tenant = $1 and d.status = 'waiting')::text as oldest,
  (select count(*) from public.jinlin_due d where d.tenant = $1 and d.at <= $2::bigint and not d.settled)::text as due,
  (select coalesce((${blocker}), min(e.at)) from public.jinlin_events e
    where e.tenant = $1 and ${isHeldBack}
    and e.major is distinct from pg_current_xact_id_if_assigned()::text::bigint having count(*) > 0)::text as stalled`

/** What is waiting, and since when the log's reader waits for a transaction that is still open. */
export const backlogOf = async (session: Session, tenant: string, now: number): Promise<Backlog> => {
  type Row = Readonly<Record<"waiting" | "parked" | "due", string> & Record<"oldest" | "stalled", string | null>>
  const [row] = await session.ask<Row>(tenant, backlog, [tenant, whole(now)])
  const moment = (text: string | null | undefined): number | null => (text == null ? null : Number(text))
  return {
    waiting: Number(row?.waiting ?? 0),
    parked: Number(row?.parked ?? 0),
    oldestWaitingAt: moment(row?.oldest),
    due: Number(row?.due ?? 0),
    stalledSince: moment(row?.stalled),
  }
}
