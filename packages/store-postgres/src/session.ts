import { type PostgresTables, placing } from "./options.ts"
import type { PgClient, PgLentClient, PgPool } from "./pg.ts"
import { isNameFault } from "./unavailable.ts"

/** How the store speaks with the database, wherever its statements run. */
export interface Session {
  /**
   * Runs one statement, written for `public.jinlin_`, for one tenant (null: for none), and gives its rows. Numbers are asked
   * for as text or read as whatever a type parser of the vendor makes of them. It throws what the driver throws.
   */
  readonly ask: <Row>(
    tenant: string | null,
    statement: string,
    values?: ReadonlyArray<unknown>,
  ) => Promise<ReadonlyArray<Row>>
  /** The mark of the store, which is a part of its positions. */
  readonly mark: () => Promise<string>
}

const askMark = "select s.mark from public.jinlin_store s"

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

/** A name that belongs to one text, on every connection and whoever prepares it: a hash of it (FNV-1a, 32 bits, twice). */
const nameOf = (text: string): string => {
  let [one, other] = [0x811c9dc5, 0x1234567]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ (unit + index), 0x01000193)
  }
  return `jinlin_${(one >>> 0).toString(36)}_${(other >>> 0).toString(36)}`
}

const naming = (): ((text: string) => string) => {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text) ?? nameOf(text)
    names.set(text, name)
    return name
  }
}

/**
 * Statements on the vendor's pool, each a transaction of its own. They are named, so that a connection plans each of them
 * once; where a pooler in between does not know names, they go on without. Such a statement was not begun, so it is run again.
 */
export const poolSession = (pool: PgPool, tables: PostgresTables, mark = ""): Session => {
  const placed = placing(tables)
  const named = naming()
  let hasNames = true
  const on = async <Row>(client: PgClient, text: string, values: ReadonlyArray<unknown>) => {
    const { rows } = await (hasNames
      ? client.query({ name: named(text), text, values: [...values] })
      : client.query(text, values))
    return rows as ReadonlyArray<Row>
  }
  const once = <Row>(tenant: string | null, text: string, values: ReadonlyArray<unknown>) =>
    tenant === null || tables.rowLevelSecurity !== true
      ? on<Row>(pool, text, values)
      : inTransaction(pool, async (client) => {
          await client.query(nameTenant, [tenant])
          return on<Row>(client, text, values)
        })
  return {
    mark: async () => mark,
    ask: async <Row>(tenant: string | null, statement: string, values: ReadonlyArray<unknown> = []) => {
      try {
        return await once<Row>(tenant, placed(statement), values)
      } catch (thrown) {
        if (!hasNames || !isNameFault(thrown)) throw thrown
        hasNames = false
        return once<Row>(tenant, placed(statement), values)
      }
    },
  }
}

/** Statements on the vendor's client, inside the transaction that is open there. */
export const clientSession = (client: PgClient, tables: PostgresTables): Session => {
  const placed = placing(tables)
  let mark: string | undefined
  return {
    mark: async () => {
      mark ??= ((await client.query(placed(askMark))).rows as ReadonlyArray<{ readonly mark: string }>)[0]?.mark ?? ""
      return mark
    },
    ask: async <Row>(tenant: string | null, statement: string, values: ReadonlyArray<unknown> = []) => {
      if (tenant !== null && tables.rowLevelSecurity === true) await client.query(nameTenant, [tenant])
      const { rows } = await client.query(placed(statement), values)
      return rows as ReadonlyArray<Row>
    },
  }
}
