import { type Answer, type Answering, done, failed, type StoreFault } from "@jinlin/sdk"
import { type PostgresStoreOptions, placing, tablesFault } from "../options.ts"
import type { PgPool } from "../pg.ts"
import { inTransaction } from "../session.ts"
import { cannot, disposed, faultOf, isWorthRepeating, missing, sqlStateOf } from "../unavailable.ts"

/** Where texts or a vault lie: on the vendor's pool, in a schema and under a prefix like those of the store. */
export type PlaceOptions = Pick<PostgresStoreOptions, "pool" | "schema" | "tablePrefix" | "migrate">

/** Runs one statement, written for `public.jinlin_`; all columns are asked for as text. It throws what the driver throws. */
export type Ask = <Row>(statement: string, ...values: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>

/** Tables of one kind in a database. Each step is one transaction; nothing is thrown. */
export interface Database {
  readonly step: <Value>(work: (ask: Ask) => Promise<Value>) => Answering<Value, StoreFault>
  /** Rewrites the tables, so that nothing that was taken away is left in their files. */
  readonly compact: () => Answering<null, StoreFault>
  readonly close: () => Promise<void>
}

/** The tables of one kind. */
export interface Tables {
  /** The table that holds the version of the schema in its one row, such as `public.jinlin_text_schema`. */
  readonly about: string
  /** The version that this package writes. */
  readonly version: number
  /** What makes the tables. */
  readonly statements: ReadonlyArray<string>
  /** Tables of what may be taken away, each with a column of numbers. */
  readonly rewritten: ReadonlyArray<{ readonly table: string; readonly column: string }>
}

/** How often a transaction is run when others were in its way. */
const attempts = 5

const ignored = (): void => {}

/** Whatever level the vendor's role has, a step sees what others committed before each of its statements. */
const level = "set transaction isolation level read committed"

const inSteps = (pool: PgPool, placed: (statement: string) => string) => {
  const once = <Value>(work: (ask: Ask) => Promise<Value>): Promise<Value> =>
    inTransaction(pool, async (client) => {
      await client.query(level)
      const ask: Ask = async <Row>(statement: string, ...values: ReadonlyArray<unknown>) =>
        (await client.query(placed(statement), values)).rows as ReadonlyArray<Row>
      return work(ask)
    })
  return async <Value>(work: (ask: Ask) => Promise<Value>): Answering<Value, StoreFault> => {
    for (let left = attempts; ; left--)
      try {
        return done(await once(work))
      } catch (thrown) {
        if (left <= 1 || !isWorthRepeating(thrown)) return failed(faultOf(thrown))
      }
  }
}

type Step = ReturnType<typeof inSteps>

/** Asked of the catalogue's own table: what a connection remembers of names may be older than the lock it waited for. */
const isThere = async (ask: Ask, table: string): Promise<boolean> =>
  (await ask(`select oid::text from pg_catalog.pg_class where oid = to_regclass('${table}')`)).length > 0

const make = (step: Step, { schema }: PlaceOptions, { about, statements, version }: Tables) =>
  step(async (ask) => {
    await ask("select pg_advisory_xact_lock(hashtextextended($1, 0))", `${schema ?? "public"} ${about}`)
    if (await isThere(ask, about)) return null
    if (schema !== undefined) await ask(`create schema if not exists "${schema}"`)
    for (const statement of statements) await ask(statement)
    await ask(`insert into ${about} (version) values ($1)`, version)
    return null
  })

const prepare = async (step: Step, options: PlaceOptions, tables: Tables): Answering<null, StoreFault> => {
  const { about, version } = tables
  const there = await step((ask) => isThere(ask, about))
  if (!there.ok) return there
  if (!there.value) {
    if (options.migrate === false) return failed(missing)
    const made = await make(step, options, tables)
    if (!made.ok) return made
  }
  const found = await step((ask) =>
    ask<{ readonly version: string }>(`select max(version)::text as version from ${about}`),
  )
  if (!found.ok) return found
  const number = Number(found.value[0]?.version)
  return number > version
    ? failed({ _tag: "StoreTooNew", rule: "STORE-13", found: number, known: version })
    : done(null)
}

/**
 * A column that is given its own value anew makes PostgreSQL write the table, its long values and its indexes into new files,
 * with the rows that stand now and no others. `VACUUM FULL` would carry along what an old transaction could still see.
 */
const rewrite = (step: Step, { rewritten }: Tables) =>
  step(async (ask) => {
    await ask("set local lock_timeout = '10s'")
    for (const { column, table } of rewritten)
      await ask(`alter table ${table} alter column ${column} type bigint using ${column} + 0`)
    return null
  })

/** Lets go of the log as far as the role may: on many servers only an administrator can. */
const letLogGo = async (pool: PgPool): Answering<null, StoreFault> => {
  for (const statement of ["select pg_switch_wal()", "checkpoint"])
    try {
      await pool.query(statement)
    } catch (thrown) {
      if (sqlStateOf(thrown) !== "42501") return failed(faultOf(thrown))
    }
  return done(null)
}

/** Opens tables on the vendor's pool, which stays the vendor's. Missing tables are made, unless `migrate` is false. */
export const openDatabase = async (options: PlaceOptions, tables: Tables): Answering<Database, StoreFault> => {
  const wrong = tablesFault(options)
  if (wrong !== undefined) return failed(cannot("misused", `the option ${wrong.option} ${wrong.message}`))
  const { pool } = options
  const step = inSteps(pool, placing(options))
  pool.on("error", ignored)
  let isClosed = false
  const open = <Value>(work: () => Answering<Value, StoreFault>): Promise<Answer<Value, StoreFault>> =>
    isClosed ? Promise.resolve(failed(disposed)) : work()
  const close = async (): Promise<void> => {
    if (!isClosed) pool.removeListener("error", ignored)
    isClosed = true
  }
  const prepared = await prepare(step, options, tables)
  if (!prepared.ok) {
    await close()
    return prepared
  }
  return done({
    step: (work) => open(() => step(work)),
    compact: () =>
      open(async () => {
        const rewritten = await rewrite(step, tables)
        return rewritten.ok ? letLogGo(pool) : rewritten
      }),
    close,
  })
}
