import { accessSync, constants, existsSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { type Answer, done, failed, type StoreFault } from "@jinlin/sdk"
import { faultOf, unavailable } from "./faults.ts"
import { identify } from "./identity.ts"
import type { CompleteOptions } from "./options.ts"
import { applicationId, schemaVersion, stepsFrom } from "./schema.ts"
import { type Tables, tablesOf } from "./tables.ts"

/** An open database with its tables in place. */
export interface Connection {
  readonly database: DatabaseSync
  readonly tables: Tables
}

/** How long SQLite itself waits for a lock, holding up the process; longer waits are slept through outside of it. */
const lockWaitMilliseconds = 20

const apply = (database: DatabaseSync, version: number, tablePrefix: string): void => {
  for (const step of stepsFrom(version, tablePrefix)) database.exec(step)
  database.exec(`PRAGMA application_id = ${applicationId}`)
  database.exec(`PRAGMA user_version = ${schemaVersion}`)
}

/** Brings the tables to the schema of this package, in one transaction. Whoever else opens the file at once waits and sees it done. */
const migrate = ({ database, tables }: Connection, tablePrefix: string): Answer<null, StoreFault> => {
  database.exec("BEGIN IMMEDIATE")
  const found = identify(tables, tablePrefix)
  if (found._tag === "Refused") {
    database.exec("ROLLBACK")
    return failed(found.fault)
  }
  if (found._tag !== "Guest") {
    const version = found._tag === "Own" ? found.version : 0
    if (version < schemaVersion) apply(database, version, tablePrefix)
  }
  database.exec("COMMIT")
  return done(null)
}

/**
 * How the connection works. Erased rows are overwritten, so that nothing of them stays in free pages; on a Mac the drive's
 * own cache is flushed too. Nothing in the schema of a file that somebody else made is trusted.
 */
const settle = ({ database, tables }: Connection, { synchronous }: CompleteOptions): void => {
  const full = synchronous === "full"
  tables.all(`PRAGMA synchronous = ${full ? "FULL" : "NORMAL"}`)
  tables.all(`PRAGMA fullfsync = ${full ? "ON" : "OFF"}`)
  tables.all("PRAGMA secure_delete = ON")
  tables.all("PRAGMA trusted_schema = OFF")
  database.exec("PRAGMA temp_store = MEMORY")
}

const prepare = (connection: Connection, options: CompleteOptions): Answer<null, StoreFault> => {
  const { tables } = connection
  const found = identify(tables, options.tablePrefix)
  if (found._tag === "Refused") return failed(found.fault)
  if (found._tag !== "Guest") {
    const [mode] = tables.one<readonly [string]>("PRAGMA journal_mode = WAL") ?? [""]
    if (mode !== "wal")
      return failed(unavailable("failed", "the file takes no write-ahead log: is it on a network disk?"))
  }
  settle(connection, options)
  return migrate(connection, options.tablePrefix)
}

/** SQLite opens a file that it may only read without a word, and says so at the first write. */
const mayWrite = (file: string): boolean => {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Opens the file, looks whose it is, and brings its tables to the schema of this package. Leaves nothing open when it fails. */
export const connect = (options: CompleteOptions): Answer<Connection, StoreFault> => {
  const { create, file, tablePrefix } = options
  const isThere = existsSync(file)
  if (!create && !isThere) return failed(unavailable("missing", `there is no file ${file}`))
  if (isThere && !mayWrite(file)) return failed(unavailable("read-only", `${file} may not be written`))
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: lockWaitMilliseconds })
    const connection = { database, tables: tablesOf(database, tablePrefix) }
    const ready = prepare(connection, options)
    if (ready.ok) return done(connection)
    database.close()
    return ready
  } catch (thrown) {
    if (database?.isOpen === true) database.close()
    return failed(faultOf(thrown))
  }
}
