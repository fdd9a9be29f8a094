import { type Answer, type Answering, done, failed, type Store, type StoreFault } from "@jinlin/sdk"
import type { Desk } from "./asking.ts"
import { clearing } from "./clearing.ts"
import { hostedCommits, ownCommits } from "./commit.ts"
import { schemaText } from "./generated/schema.ts"
import { type PostgresStoreOptions, type PostgresTables, placing, tablesFault } from "./options.ts"
import type { PgClient } from "./pg.ts"
import { clientSession, inTransaction, poolSession, type Session } from "./session.ts"
import { storeAt } from "./store.ts"
import { cannot, faultOf, missing, sqlStateOf } from "./unavailable.ts"

/** The version of the schema that this store knows. */
const schemaVersion = 1

type LogOrder = "serialized" | "xid"

/** What the one row of the store says of itself. */
interface Told {
  readonly version: number
  readonly logOrder: LogOrder
  readonly mark: string
}

const about = "select s.version::text, s.log_order, s.mark from public.jinlin_store s"

const server = `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`

/** Looked up in the catalogue itself: functions such as `to_regclass` may remember what was not there a moment ago. */
const isMade = `select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2`

const storeTable = ({ schema = "public", tablePrefix = "jinlin_" }: PostgresTables) => [schema, `${tablePrefix}store`]

/** Any number for a lock that all stores of a database take while they make their tables. */
const makingLock = 7_206_001

/** Asked first, since whoever may not make schemas may well make tables in one. */
const hasSchema = async (client: PgClient, { schema = "public" }: PostgresTables): Promise<boolean> =>
  (await client.query("select from pg_catalog.pg_namespace where nspname = $1", [schema])).rows.length > 0

/** Made at once by two processes, the second finds what the first has made. */
const make = async ({ pool, ...tables }: PostgresStoreOptions): Promise<void> => {
  const placed = placing(tables)
  await inTransaction(pool, async (client) => {
    await client.query("set local synchronous_commit = on")
    await client.query("select pg_advisory_xact_lock($1)", [makingLock])
    const { rows } = await client.query(isMade, storeTable(tables))
    if (rows.length > 0) return
    if (!(await hasSchema(client, tables))) await client.query(`create schema if not exists "${tables.schema}"`)
    await client.query(placed(schemaText))
    await client.query(placed("update public.jinlin_store set log_order = $1"), [tables.logOrder ?? "xid"])
  })
}

/** Two stores of different names may both want to make the same schema, and only one can: the other looks again. */
const made = (options: PostgresStoreOptions): Promise<void> =>
  make(options).catch((thrown: unknown) => {
    if (sqlStateOf(thrown) !== "23505") throw thrown
    return make(options)
  })

const told = async (session: Session): Promise<Told | undefined> => {
  type Row = { readonly version: string; readonly log_order: LogOrder; readonly mark: string }
  const [row] = await session.ask<Row>(null, about)
  return row === undefined ? undefined : { version: Number(row.version), logOrder: row.log_order, mark: row.mark }
}

const prepared = async (options: PostgresStoreOptions, session: Session): Promise<Answer<Told, StoreFault>> => {
  type Row = Readonly<Record<"version" | "encoding", string>>
  const [row] = await session.ask<Row>(null, server)
  if (Number(row?.version) < 130_000) return failed(cannot("misused", "it needs PostgreSQL 13 or later"))
  if (row?.encoding !== "UTF8") return failed(cannot("misused", "the database must keep texts as UTF8"))
  if ((await session.ask(null, isMade, storeTable(options))).length === 0) {
    if (options.migrate === false) return failed(missing)
    await made(options)
  }
  const found = await told(session)
  if (found === undefined) return failed(cannot("foreign", "the row that tells of the store is missing"))
  const { logOrder, version } = found
  if (version > schemaVersion)
    return failed({ _tag: "StoreTooNew", rule: "STORE-13", found: version, known: schemaVersion })
  if (options.logOrder !== undefined && options.logOrder !== logOrder)
    return failed(cannot("misused", `the log of this store is ordered as "${logOrder}", which cannot be changed`))
  return done(found)
}

/**
 * Begins a new epoch when the log holds transactions that this server has yet to come to: it was restored from a dump.
 * Whoever writes has read the row of the store; the lock waits for all of them, so that none goes on in the old epoch.
 */
const renewEpoch = ({ pool, ...tables }: PostgresStoreOptions): Promise<void> =>
  inTransaction(pool, async (client) => {
    const placed = placing(tables)
    await client.query(placed("lock table public.jinlin_store in access exclusive mode"))
    await client.query(placed("update public.jinlin_store set epoch = epoch + 1"))
  })

const isBehind = `select from public.jinlin_store s, public.jinlin_tenants t, lateral (
    select e.major from public.jinlin_events e where e.tenant = t.tenant and e.epoch = s.epoch
    order by e.major desc limit 1
  ) l where l.major >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint limit 1`

const ignored = (): void => {}

/**
 * Opens a store on the vendor's pool. Missing tables are made, unless `migrate` is false. The pool stays the vendor's: while
 * the store is open it has a listener for errors, without which a connection that breaks would end the process.
 */
export const openPostgresStore = async (options: PostgresStoreOptions): Answering<Store, StoreFault> => {
  const wrong = tablesFault(options)
  if (wrong !== undefined) return failed(cannot("misused", `the option ${wrong.option} ${wrong.message}`))
  const { pool } = options
  pool.on("error", ignored)
  const give = (fault: StoreFault) => {
    pool.removeListener("error", ignored)
    return failed(fault)
  }
  try {
    const found = await prepared(options, poolSession(pool, options))
    if (!found.ok) return give(found.failure)
    const { logOrder, mark } = found.value
    const desk: Desk = { session: poolSession(pool, { ...options, logOrder }, mark), closed: false }
    const restored = logOrder === "xid" && (await desk.session.ask(null, isBehind)).length > 0
    if (restored) await renewEpoch(options)
    return done(
      storeAt(desk, {
        capabilities: { durable: true, shared: true, logOrder, withinTransaction: false },
        commit: ownCommits(desk, { renew: () => renewEpoch(options), clear: clearing(options) }),
        byTenant: options.rowLevelSecurity === true,
        dispose: () => pool.removeListener("error", ignored),
      }),
    )
  } catch (thrown) {
    return give(faultOf(thrown))
  }
}

/**
 * The store inside the transaction that is open on the vendor's client: what is committed here happens when the vendor
 * commits. It begins and ends no transaction, repeats nothing, and a refused commit leaves the transaction usable.
 */
export const postgresStoreWithin = (client: PgClient, options: PostgresTables = {}): Store => {
  const desk: Desk = { session: clientSession(client, options), closed: false }
  const logOrder = options.logOrder ?? "xid"
  return storeAt(desk, {
    capabilities: { durable: true, shared: true, logOrder, withinTransaction: true },
    commit: hostedCommits(desk, client),
    byTenant: options.rowLevelSecurity === true,
    dispose: () => {},
  })
}
