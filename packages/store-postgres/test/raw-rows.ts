import type { RawRows } from "@jinlin/testkit/store"
import type { Pool } from "pg"

type Texts = Readonly<Record<string, string>>

/** What landed for a tenant, read by SQL on another connection, as an administrator would. */
export const rawRowsOf = async (pool: Pool, tenant: string, prefix = "public.jinlin_"): Promise<RawRows> => {
  const rows = async <Row = Texts>(columns: string, table: string, order = ""): Promise<ReadonlyArray<Row>> => {
    const text = `select ${columns} from ${prefix}${table} r where r.tenant = $1 ${order}`
    return (await pool.query(text.replaceAll("prefix_", prefix), [tenant])).rows
  }
  const events = await rows(
    "stream, revision::text, type, body, meta, digest",
    "events",
    "order by epoch, major, place",
  )
  const commands = await rows("key, content, answer, at::text", "commands")
  const due = await rows("stream, key, at::text, rule, command, settled::text", "due")
  const deliveries = await rows<RawRows["deliveries"][number]>(
    `id, key, kind, payload, status, starts::float8, not_before::float8 as "notBefore", at::float8, cause`,
    "deliveries",
    "order by place",
  )
  const closed = "(select b.closed from prefix_boxes b where b.tenant = r.tenant and b.box = r.box) as closed"
  const audit = await rows("kind, body, at::text", "audit", "order by epoch, major, place")
  return {
    events: events.map(({ body = "", digest = "", meta = "", revision, stream = "", type = "" }) => ({
      ...{ stream, revision: Number(revision), type, body, meta, digest },
    })),
    commands: commands.map(({ answer = "", at, content = "", key = "" }) => ({ key, content, answer, at: Number(at) })),
    claims: await rows("scope, key, holder", "claims"),
    due: due.map(({ at, command = "", key = "", rule = "", settled, stream = "" }) => ({
      ...{ stream, key, at: Number(at), rule, command, settled: settled === "true" },
    })),
    deliveries,
    views: await rows("view, version, key, body", "view_rows"),
    ballots: await rows(`box, choice, count::float8, ${closed}`, "ballots"),
    audit: audit.map(({ at, body = "", kind = "" }) => ({ kind, body, at: Number(at) })),
  }
}
