import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"

/** Values to be bound, in the order of the question marks. */
type Values = ReadonlyArray<SQLInputValue>

/** The tables of a store on one connection. Statements are prepared once; rows are arrays in the order of their columns. */
export interface Tables {
  readonly all: <Row>(sql: string, ...values: Values) => ReadonlyArray<Row>
  /** The first row. */
  readonly one: <Row>(sql: string, ...values: Values) => Row | undefined
  /** Writes; gives the number of rows that changed. */
  readonly run: (sql: string, ...values: Values) => number
}

/** The prefix with which names of tables are written in this package. */
const writtenPrefix = "jinlin_"

/** What a prefix may be: a name of SQL that needs no quotes. */
export const isPrefix = (text: string): boolean => /^[a-z][a-z0-9_]{0,31}$/.test(text)

/** A text of SQL with the prefix that the tables have. */
export const withPrefix = (sql: string, prefix: string): string =>
  prefix === writtenPrefix ? sql : sql.replaceAll(writtenPrefix, prefix)

/** The tables with this prefix. It throws what `node:sqlite` throws: whoever calls it catches. */
export const tablesOf = (database: DatabaseSync, prefix: string = writtenPrefix): Tables => {
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const fresh = database.prepare(withPrefix(sql, prefix))
    fresh.setReturnArrays(true)
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    all: <Row>(sql: string, ...values: Values) => {
      const rows: ReadonlyArray<unknown> = statement(sql).all(...values)
      return rows as ReadonlyArray<Row>
    },
    one: <Row>(sql: string, ...values: Values) => {
      const row: unknown = statement(sql).get(...values)
      return row as Row | undefined
    },
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
  }
}
