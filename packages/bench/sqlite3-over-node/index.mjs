// @ts-check
// As much of the package sqlite3 as emmett-sqlite calls, over node:sqlite: the real one downloads a binary when it is installed.
// Statements are kept prepared, which is more than the original does, so that the peer is not the slower for it.
import { DatabaseSync } from "node:sqlite"

/** @typedef {(this: { lastID: number, changes: number }, error: Error | null, rows?: unknown) => void} Callback */

class Database {
  /** @param {string} file */
  constructor(file) {
    this.database = new DatabaseSync(file)
    /** @type {Map<string, import("node:sqlite").StatementSync>} */
    this.statements = new Map()
  }

  /** @param {string} sql */
  prepared(sql) {
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }

  /**
   * @param {string} sql
   * @param {unknown} values
   * @param {Callback | undefined} callback
   * @param {(statement: import("node:sqlite").StatementSync, values: import("node:sqlite").SQLInputValue[]) => { self: object, rows?: unknown }} work
   */
  ask(sql, values, callback, work) {
    const given = (Array.isArray(values) ? values : []).map((value) =>
      // As the original does: emmett binds an object where it means its name.
      typeof value === "boolean"
        ? Number(value)
        : typeof value === "object" && value !== null
          ? String(value)
          : (value ?? null),
    )
    const done = typeof values === "function" ? values : callback
    try {
      const { rows, self } = work(this.prepared(sql), given)
      queueMicrotask(() => done?.call(self, null, rows))
    } catch (error) {
      queueMicrotask(() => done?.call({ lastID: 0, changes: 0 }, error))
    }
  }

  /** @param {string} sql @param {unknown} [values] @param {Callback} [callback] */
  run(sql, values, callback) {
    this.ask(sql, values, callback, (statement, given) => {
      const { changes, lastInsertRowid } = statement.run(...given)
      return { self: { lastID: Number(lastInsertRowid), changes: Number(changes) } }
    })
  }

  /** @param {string} sql @param {unknown} [values] @param {Callback} [callback] */
  get(sql, values, callback) {
    this.ask(sql, values, callback, (statement, given) => ({ self: this, rows: statement.get(...given) }))
  }

  /** @param {string} sql @param {unknown} [values] @param {Callback} [callback] */
  all(sql, values, callback) {
    this.ask(sql, values, callback, (statement, given) => ({ self: this, rows: statement.all(...given) }))
  }

  close() {
    this.database.close()
  }
}

export default { Database, OPEN_URI: 0x40, OPEN_READWRITE: 0x2, OPEN_CREATE: 0x4 }
