import {
  type Answer,
  type BallotCount,
  type BallotRefused,
  type Delivery,
  done,
  failed,
  type InvalidCursor,
  type KeptCommand,
  nameFault,
  type Page,
  pageFault,
  type Rows,
  type Store,
} from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { backlogOf } from "./backlog.ts"
import { invalidCursor, isComparable, whole } from "./columns.ts"
import { type DeliveryRow, deliveryColumns, deliveryOf } from "./deliveries.ts"
import type { Session } from "./session.ts"

const command = `select c.content, c.answer, c.position, c.at::text from public.jinlin_commands c
  where c.tenant = $1 and c.key = $2`

const claims = `select c.key, c.holder from public.jinlin_claims c
  where c.tenant = $1 and c.scope = $2 and ($3::text is null or c.key > $3::text) order by c.key limit $4::int`

const due = `select d.stream, d.key, d.at::text, d.rule, d.command from public.jinlin_due d
  where d.tenant = $1 and d.at <= $2::bigint and not d.settled and ($3::text is null or d.stream = $3::text)
  order by d.at, d.stream, d.key limit $4::int`

const deliveries = `select ${deliveryColumns} from public.jinlin_deliveries d
  where d.tenant = $1 and d.status = $2 and d.place > $3::bigint order by d.place limit $4::int`

const delivery = "select from public.jinlin_deliveries d where d.tenant = $1 and d.place = $2::bigint"

const ballots = `select x.closed::text, b.choice, b.count::text from public.jinlin_boxes x
  left join public.jinlin_ballots b on b.tenant = x.tenant and b.box = x.box
  where x.tenant = $1 and x.box = $2 order by b.place`

const commandOf = async (session: Session, tenant: string, key: string): Promise<KeptCommand | null> => {
  type Row = Omit<KeptCommand, "at"> & { readonly at: string }
  const [row] = await session.ask<Row>(tenant, command, [tenant, key])
  return row === undefined ? null : { ...row, at: Number(row.at) }
}

const cursorDigits = 19

const deliveryPage = async (
  session: Session,
  tenant: string,
  { after, limit, status }: Page & { readonly status: Delivery["status"] },
): Promise<Answer<Rows<Delivery>, InvalidCursor>> => {
  const isCursor = after === undefined || (/^\d{19}$/.test(after) && after < "9223372036854775807")
  if (!isCursor) return failed(invalidCursor)
  if (after !== undefined && (await session.ask(tenant, delivery, [tenant, after])).length === 0)
    return failed(invalidCursor)
  const rows = await session.ask<DeliveryRow>(tenant, deliveries, [tenant, status, after ?? "0", limit + 1])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return done({
    rows: rows.slice(0, limit).map(deliveryOf),
    next: last === undefined ? null : last.place.padStart(cursorDigits, "0"),
  })
}

const countBallots = async (
  session: Session,
  tenant: string,
  box: string,
): Promise<Answer<ReadonlyArray<BallotCount>, BallotRefused>> => {
  type Row = { readonly closed: string; readonly choice: string | null; readonly count: string | null }
  const rows = await session.ask<Row>(tenant, ballots, [tenant, box])
  const refused = (because: BallotRefused["because"]) =>
    failed<BallotRefused>({ _tag: "BallotRefused", rule: "STORE-15", box, because })
  if (rows[0] === undefined) return refused("unknown-box")
  if (rows[0].closed !== "true") return refused("still-open")
  return done(rows.flatMap(({ choice, count }) => (choice === null ? [] : [{ choice, count: Number(count) }])))
}

type Reads = Pick<Store, "readCommand" | "readClaims" | "readDue" | "readDeliveries" | "backlog" | "readBallots">

/** Reads of all that is kept beside the log. */
export const otherReads = (desk: Desk): Reads => {
  const ask = asking(desk)
  return {
    readCommand: (tenant, key) =>
      ask(
        tenant,
        () => [nameFault("key", key)],
        async (session) => done(await commandOf(session, tenant, key)),
      ),
    readClaims: (tenant, scope, { after, limit }) =>
      ask(
        tenant,
        () => [
          nameFault("scope", scope),
          pageFault(limit),
          after === undefined || isComparable(after) ? undefined : invalidCursor,
        ],
        async (session) => {
          type Row = { readonly key: string; readonly holder: string }
          const held = await session.ask<Row>(tenant, claims, [tenant, scope, after ?? null, limit + 1])
          const rows = held.slice(0, limit).map(({ holder, key }) => ({ scope, key, holder }))
          return done({ rows, next: held.length > limit ? (rows.at(-1)?.key ?? null) : null })
        },
      ),
    readDue: (tenant, { limit, stream, until }) =>
      ask(
        tenant,
        () => [pageFault(limit), stream === undefined ? undefined : nameFault("stream", stream)],
        async (session) => {
          type Row = Readonly<Record<"stream" | "key" | "at" | "rule" | "command", string>>
          const rows = await session.ask<Row>(tenant, due, [tenant, whole(until), stream ?? null, limit])
          return done(rows.map((row) => ({ ...row, at: Number(row.at) })))
        },
      ),
    readDeliveries: (tenant, query) =>
      ask(
        tenant,
        () => [pageFault(query.limit)],
        (session) => deliveryPage(session, tenant, query),
      ),
    backlog: (tenant, now) =>
      ask(
        tenant,
        () => [],
        async (session) => done(await backlogOf(session, tenant, now)),
      ),
    readBallots: (tenant, box) =>
      ask(
        tenant,
        () => [nameFault("box", box)],
        (session) => countBallots(session, tenant, box),
      ),
  }
}
