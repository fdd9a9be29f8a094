import {
  type Answer,
  done,
  failed,
  type InvalidCursor,
  type KeptAudit,
  type LogPage,
  nameFault,
  type Page,
  type Position,
  pageFault,
  type Rows,
  rowsPerPage,
  type Store,
  type StoredEvent,
} from "@jinlin/sdk"
import { asking, type Desk } from "./asking.ts"
import { invalidCursor, isSettled, whole } from "./columns.ts"
import { beginning, type PlaceRow, placeOf, positionOf } from "./positions.ts"
import type { Session } from "./session.ts"

interface EventRow extends PlaceRow {
  readonly stream: string
  readonly revision: PlaceRow["place"]
  readonly type: string
  readonly body: string
  readonly meta: string
  readonly digest: string
}

interface AuditRow extends PlaceRow {
  readonly kind: string
  readonly body: string
  readonly at: PlaceRow["place"]
}

const places = "e.epoch, e.major, e.place"
const events = `select ${places}, e.stream, e.revision, e.type, e.body, e.meta, e.digest from public.jinlin_events e`
const inStream = `${events} where e.tenant = $1 and e.stream = $2 and e.revision > $3::bigint
  order by e.revision limit $4::int`
const onward = `e.tenant = $1 and (e.epoch, e.major, e.place) >= ($2::int, $3::bigint, $4::bigint) and ${isSettled}
  order by e.epoch, e.major, e.place limit $5::int`
const inLog = `${events} where ${onward}`
const inAudit = `select ${places}, e.kind, e.body, e.at from public.jinlin_audit e where ${onward}`
const last = `select ${places} from public.jinlin_events e where e.tenant = $1 and ${isSettled}
  order by e.epoch desc, e.major desc, e.place desc limit 1`
const one = `select ${places} from public.jinlin_events e
  where e.tenant = $1 and e.epoch = $2::int and e.major = $3::bigint and e.place = $4::bigint`

const eventOf = (row: EventRow, mark: string): StoredEvent => ({
  type: row.type,
  body: row.body,
  meta: row.meta,
  digest: row.digest,
  stream: row.stream,
  revision: Number(row.revision),
  position: positionOf(row, mark),
})

/** Where the log stands, as far as it may be read. */
const headOf = async (session: Session, tenant: string): Promise<Position | null> => {
  const [row] = await session.ask<PlaceRow>(tenant, last, [tenant])
  return row === undefined ? null : positionOf(row, await session.mark())
}

/** Rows from a cursor on, which is the first of them if this store gave it for this tenant. */
const onFrom = async <Row extends PlaceRow>(
  session: Session,
  tenant: string,
  { after, limit, statement }: Page & { readonly statement: string },
): Promise<ReadonlyArray<Row> | undefined> => {
  const from = after === undefined ? beginning : placeOf(after)
  const room = limit + (after === undefined ? 1 : 2)
  const rows = await session.ask<Row>(tenant, statement, [tenant, from.epoch, from.major, from.place, room])
  if (after === undefined) return rows
  const [first, ...others] = rows
  return first !== undefined && positionOf(first, await session.mark()) === after ? others : undefined
}

const logPage = async (session: Session, tenant: string, page: Page): Promise<Answer<LogPage, InvalidCursor>> => {
  const rows = await onFrom<EventRow>(session, tenant, { ...page, statement: inLog })
  if (rows === undefined) return beyond(session, tenant, page.after)
  const mark = await session.mark()
  const found = rows.slice(0, page.limit).map((row) => eventOf(row, mark))
  const next = found.at(-1)?.position ?? page.after ?? null
  return done({ events: found, next, atEnd: rows.length <= page.limit })
}

/**
 * A position that is not to be read yet: a commit tells its own before older transactions have ended. Nobody read up to it,
 * so that reading goes on from where the log may be read, and what those transactions write is not missed.
 */
const beyond = async (
  session: Session,
  tenant: string,
  after: string | undefined,
): Promise<Answer<LogPage, InvalidCursor>> => {
  const { epoch, major, place } = placeOf(after)
  const [row] = await session.ask<PlaceRow>(tenant, one, [tenant, epoch, major, place])
  if (row === undefined || positionOf(row, await session.mark()) !== after) return failed(invalidCursor)
  return done({ events: [], next: await headOf(session, tenant), atEnd: true })
}

const auditPage = async (
  session: Session,
  tenant: string,
  page: Page,
): Promise<Answer<Rows<KeptAudit>, InvalidCursor>> => {
  const rows = await onFrom<AuditRow>(session, tenant, { ...page, statement: inAudit })
  if (rows === undefined) return failed(invalidCursor)
  const mark = await session.mark()
  const found = rows
    .slice(0, page.limit)
    .map((row) => ({ kind: row.kind, body: row.body, at: Number(row.at), position: positionOf(row, mark) }))
  return done({ rows: found, next: rows.length > page.limit ? (found.at(-1)?.position ?? null) : null })
}

type LogReads = Pick<Store, "readStream" | "readLog" | "head" | "readAudit">

/** Reads of streams, of the whole log and of what auditors see. */
export const logReads = (desk: Desk): LogReads => {
  const ask = asking(desk)
  return {
    readStream: (tenant, stream, { after = 0, limit = rowsPerPage } = {}) =>
      ask(
        tenant,
        () => [nameFault("stream", stream), pageFault(limit)],
        async (session) => {
          const values = [tenant, stream, whole(after), limit]
          const rows = await session.ask<EventRow>(tenant, inStream, values)
          const mark = rows.length === 0 ? "" : await session.mark()
          return done(rows.map((row) => eventOf(row, mark)))
        },
      ),
    readLog: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (session) => logPage(session, tenant, page),
      ),
    head: (tenant) =>
      ask(
        tenant,
        () => [],
        async (session) => done(await headOf(session, tenant)),
      ),
    readAudit: (tenant, page) =>
      ask(
        tenant,
        () => [pageFault(page.limit)],
        (session) => auditPage(session, tenant, page),
      ),
  }
}
