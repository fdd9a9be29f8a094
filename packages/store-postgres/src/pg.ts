/** Rows that a statement gave, by the names of their columns. */
export interface PgRows {
  readonly rows: ReadonlyArray<unknown>
}

/** A statement under a name, so that a connection parses and plans it once. */
export interface PgNamedStatement {
  readonly name: string
  readonly text: string
  values?: Array<unknown>
}

/** A client of the package `pg`, as far as the store uses it: one connection, on which statements run one after the other. */
export interface PgClient {
  query(statement: string | PgNamedStatement, values?: ReadonlyArray<unknown>): Promise<PgRows>
  on(event: "error", listener: (error: Error) => void): unknown
  removeListener(event: "error", listener: (error: Error) => void): unknown
}

/** A client that a pool lent; with `true` it is closed and not lent again. */
export interface PgLentClient extends PgClient {
  release(failed?: boolean): void
}

/** A pool of the package `pg`, as far as the store uses it. It stays the vendor's: the store never ends it. */
export interface PgPool extends PgClient {
  connect(): Promise<PgLentClient>
}
