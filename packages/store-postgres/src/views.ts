import { done, nameFault, type Page, pageFault, type Store, type ViewPage, type ViewQuery } from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { invalidCursor, isComparable, nameArray } from "./columns.ts"
import type { Session } from "./session.ts"

/** Names are ASCII, and all of their characters come before `~`: keys with one beginning lie together. */
const page = `with chosen as (
    select coalesce($3::text, (select v.version from public.jinlin_views v where v.tenant = $1 and v.view = $2), '') as version
  )
  select c.version, k.position as checkpoint, r.key, r.body from chosen c
  left join public.jinlin_checkpoints k on k.tenant = $1 and k.name = $2 || '@' || c.version
  left join lateral (
    select w.key, w.body from public.jinlin_view_rows w
    where w.tenant = $1 and w.view = $2 and w.version = c.version
      and w.key >= $4::text and w.key < $4::text || '~'
      and ($5::text is null or w.key > $5::text) and ($6::text[] is null or w.key = any ($6::text[]))
    order by w.key limit $7::int
  ) r on true order by r.key`

const drop = `with off as (
    select $3::text as version where not exists (
      select from public.jinlin_views v where v.tenant = $1 and v.view = $2 and v.version = $3::text)
  ), gone as (
    delete from public.jinlin_view_rows r using off where r.tenant = $1 and r.view = $2 and r.version = off.version
  )
  delete from public.jinlin_checkpoints k using off where k.tenant = $1 and k.name = $2 || '@' || off.version`

interface ViewRow {
  readonly version: string
  readonly checkpoint: string | null
  readonly key: string | null
  readonly body: string | null
}

const viewPage = async (session: Session, tenant: string, query: ViewQuery & Page): Promise<ViewPage> => {
  const { after, keys, limit, prefix = "", version, view } = query
  const wanted = keys === undefined ? null : nameArray(keys.filter((key) => nameFault("key", key) === undefined))
  const values = [tenant, view, version ?? null, prefix, after ?? null, wanted, limit + 1]
  const found = await session.ask<ViewRow>(tenant, page, values)
  const rows = found.flatMap(({ body, key }) => (key === null || body === null ? [] : [{ key, body }]))
  const shown = rows.slice(0, limit)
  return {
    rows: shown,
    next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
    version: found[0]?.version ?? "",
    checkpoint: found[0]?.checkpoint ?? null,
  }
}

const checkpoint = "select c.position from public.jinlin_checkpoints c where c.tenant = $1 and c.name = $2"

type ViewParts = Pick<Store, "readCheckpoint" | "readView" | "dropView">

/** Views that are kept in the store, and how far their folds have come. Rule STORE-12. */
export const viewParts = (desk: Desk): ViewParts => {
  const ask = asking(desk)
  return {
    readCheckpoint: (tenant, name) =>
      ask(
        tenant,
        () => [nameFault("name", name)],
        async (session) => {
          const [row] = await session.ask<{ readonly position: string }>(tenant, checkpoint, [tenant, name])
          return done(row?.position ?? null)
        },
      ),
    readView: (tenant, query) =>
      ask(
        tenant,
        () => [
          nameFault("view", query.view),
          query.version === undefined ? undefined : nameFault("version", query.version),
          query.prefix === undefined || query.prefix === "" ? undefined : nameFault("prefix", query.prefix),
          pageFault(query.limit),
          query.after === undefined || isComparable(query.after) ? undefined : invalidCursor,
        ],
        async (session) => done(await viewPage(session, tenant, query)),
      ),
    dropView: (tenant, { version, view }) =>
      ask(
        tenant,
        () => [nameFault("view", view), nameFault("version", version)],
        async (session) => {
          await session.ask(tenant, drop, [tenant, view, version])
          return done(null)
        },
      ),
  }
}
