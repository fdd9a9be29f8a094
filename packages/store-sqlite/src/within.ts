import type { DatabaseSync } from "node:sqlite"
import { type Answer, failed, type Store, type StoreFault } from "@jinlin/sdk"
import type { Ask, Engine } from "./engine.ts"
import { faultOf, unavailable } from "./faults.ts"
import { forgetfulLedger } from "./memory.ts"
import { verifySchema, versionFault, versionIn } from "./schema.ts"
import { storeOver } from "./store.ts"
import { type Tables, tablesOf } from "./tables.ts"

/** What stands around what is written in a transaction of the host, so that a failure takes back its own part and no more. */
const savepoint = "jinlin_store_write"

const inSavepoint = <Value, Failure>(
  { database, tables }: { readonly database: DatabaseSync; readonly tables: Tables },
  look: () => Answer<Value, Failure>,
): Answer<Value, Failure | StoreFault> => {
  try {
    tables.run(`SAVEPOINT ${savepoint}`)
    const answer = look()
    tables.run(`RELEASE ${savepoint}`)
    return answer
  } catch (thrown) {
    try {
      if (database.isTransaction) {
        tables.run(`ROLLBACK TO ${savepoint}`)
        tables.run(`RELEASE ${savepoint}`)
      }
    } catch {
      // SQLite has taken the savepoint back by itself, or the connection is gone: what was thrown first says why.
    }
    return failed(faultOf(thrown))
  }
}

const withinEngine = (database: DatabaseSync, tablePrefix: string): Engine => {
  const tables = tablesOf(database, tablePrefix)
  const ledger = forgetfulLedger(tables)
  let disposed = false
  const guarded = <Value, Failure>(look: () => Answer<Value, Failure>): Answer<Value, Failure | StoreFault> => {
    if (disposed || !database.isOpen)
      return failed(unavailable("disposed", "it was disposed of, or the database closed"))
    try {
      const fault = versionFault(versionIn(tables, tablePrefix))
      return fault === undefined ? look() : failed(fault)
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  }
  const write = <Value, Failure>(ask: Ask<Value, Failure>): Answer<Value, Failure | StoreFault> =>
    guarded(() =>
      database.isTransaction
        ? inSavepoint({ database, tables }, () => ask(ledger))
        : failed(unavailable("misused", "no transaction is open: begin one, with BEGIN IMMEDIATE")),
    )
  return {
    capabilities: { durable: true, shared: true, logOrder: "serialized", withinTransaction: true },
    read: (ask) => guarded(() => ask(ledger)),
    write: async (ask) => write(ask),
    // The log is the host's, and in its transaction nothing can be folded.
    emptyLog: () => {},
    verify: () => guarded(() => verifySchema(tables, tablePrefix)),
    dispose: async () => {
      disposed = true
    },
  }
}

/**
 * The store inside a transaction that the host has opened on its own connection, for an event of ours and a row of theirs in
 * one commit. It never begins, commits or retries, groups nothing, and remembers nothing from one call to the next; a write
 * without an open transaction is `misused`. What is answered is true only once the host commits. The tables must be there
 * (`sqliteSchema`). A fault leaves the host's transaction as it was, unless SQLite itself takes the whole of it back, as on
 * a full disk. Disposing of it leaves the connection open.
 */
export const sqliteStoreWithin = (
  database: DatabaseSync,
  { tablePrefix = "jinlin_" }: { readonly tablePrefix?: string | undefined } = {},
): Store => storeOver(withinEngine(database, tablePrefix))
