import type { poolOf } from "../../../store-postgres/test/opened.ts"

type Pool = ReturnType<typeof poolOf>

type Row = Readonly<Record<string, unknown>>

/** Columns that hold the number of a transaction, or a position that is made of one. */
const numbers = ["xmin", "xmax", "major"]

const tablesOf = async (pool: Pool): Promise<ReadonlyArray<string>> => {
  const { rows } = await pool.query(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'jinlin_store' order by 1",
  )
  return (rows as ReadonlyArray<{ readonly name: string }>).map(({ name }) => name)
}

const rowsOf = async (pool: Pool, table: string): Promise<ReadonlyArray<Row>> => {
  const own = "ctid::text, xmin::text, xmax::text, cmin::text, cmax::text"
  const { rows } = await pool.query(`select ${own}, to_jsonb(t) - 'position' as told from ${table} t order by t.ctid`)
  return (rows as ReadonlyArray<Row & { readonly told: Row }>).map(({ told, ...row }) => ({ ...told, ...row }))
}

/**
 * Everything in a database: every row of every table with its place, its transactions and its commands. Transactions are numbered
 * by their order, since a server counts on from one database to the next.
 */
export const everythingIn = async (pool: Pool): Promise<unknown> => {
  const tables = await tablesOf(pool)
  const found: Array<readonly [string, ReadonlyArray<Row>]> = []
  for (const table of tables) found.push([table, await rowsOf(pool, table)])
  const all = new Set(found.flatMap(([, rows]) => rows.flatMap((row) => numbers.map((name) => Number(row[name] ?? 0)))))
  const order = new Map([...all].toSorted((one, other) => one - other).map((number, at) => [number, at]))
  const renumbered = (row: Row): Row => ({
    ...row,
    ...Object.fromEntries(numbers.filter((name) => name in row).map((name) => [name, order.get(Number(row[name]))])),
  })
  return found.map(([table, rows]) => [table, rows.map(renumbered)])
}
