import { type PostgresTables, placing } from "./options.ts"
import type { PgClient, PgLentClient, PgPool } from "./pg.ts"

/** How the store speaks with the database, wherever its statements run. */
export interface Session {
  /**
   * Runs one statement, written for `public.jinlin_`, for one tenant (null: for none), and gives its rows. All columns are
   * asked for as text, so that no type parser of the vendor changes them. It throws what the driver throws.
   */
  readonly ask: <Row>(
    tenant: string | null,
    statement: string,
    values?: ReadonlyArray<unknown>,
  ) => Promise<ReadonlyArray<Row>>
}

const nameTenant = "select set_config('jinlin.tenant', $1, true)"

const ignored = (): void => {}

const undone = async (client: PgLentClient): Promise<void> => {
  try {
    await client.query("rollback")
    client.release()
  } catch {
    client.release(true)
  }
}

/**
 * Runs something in a transaction on a client of its own. A client that is lent has no listener of its pool: without one a
 * connection that breaks would end the process.
 */
export const inTransaction = async <Value>(pool: PgPool, run: (client: PgClient) => Promise<Value>): Promise<Value> => {
  const client = await pool.connect()
  client.on("error", ignored)
  try {
    await client.query("begin")
    const value = await run(client)
    await client.query("commit")
    client.release()
    return value
  } catch (thrown) {
    await undone(client)
    throw thrown
  } finally {
    client.removeListener("error", ignored)
  }
}

/** Statements on the vendor's pool, each a transaction of its own. */
export const poolSession = (pool: PgPool, tables: PostgresTables): Session => {
  const placed = placing(tables)
  const on = async <Row>(client: PgClient, statement: string, values: ReadonlyArray<unknown>) => {
    const { rows } = await client.query(placed(statement), values)
    return rows as ReadonlyArray<Row>
  }
  return {
    ask: <Row>(tenant: string | null, statement: string, values: ReadonlyArray<unknown> = []) =>
      tenant === null || tables.rowLevelSecurity !== true
        ? on<Row>(pool, statement, values)
        : inTransaction(pool, async (client) => {
            await client.query(nameTenant, [tenant])
            return on<Row>(client, statement, values)
          }),
  }
}

/** Statements on the vendor's client, inside the transaction that is open there. */
export const clientSession = (client: PgClient, tables: PostgresTables): Session => {
  const placed = placing(tables)
  return {
    ask: async <Row>(tenant: string | null, statement: string, values: ReadonlyArray<unknown> = []) => {
      if (tenant !== null && tables.rowLevelSecurity === true) await client.query(nameTenant, [tenant])
      const { rows } = await client.query(placed(statement), values)
      return rows as ReadonlyArray<Row>
    },
  }
}
