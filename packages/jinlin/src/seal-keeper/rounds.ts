import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from "node:sqlite"

/** A round as it is kept; the secret key is sealed under a master key that is not in this file. */
export interface RoundRow {
  readonly opensAt: number
  readonly publicKey: string
  readonly master: string
  readonly sealed: Uint8Array
  readonly openedAt: number | null
}

/** The rounds of a keeper. Every method throws what `node:sqlite` throws. */
export interface Rounds {
  readonly read: (tenant: string, id: string) => RoundRow | undefined
  /** Writes a round unless there is one of this name; gives the one that stands. */
  readonly add: (tenant: string, id: string, row: RoundRow) => RoundRow | undefined
  /** Notes when it was first opened. */
  readonly markOpened: (tenant: string, id: string, at: number) => void
  readonly close: () => void
}

/** "jins" in ASCII, so that no other file is taken for one of a keeper. */
const applicationId = 0x6a_69_6e_73
const schema = 1

/** The file is not one of a keeper of this version. */
export class ForeignFile extends Error {}

const numberIn = (row: Record<string, SQLOutputValue> | undefined, column: string): number => Number(row?.[column])

const prepare = (database: DatabaseSync): void => {
  const application = numberIn(database.prepare("PRAGMA application_id").get(), "application_id")
  const version = numberIn(database.prepare("PRAGMA user_version").get(), "user_version")
  const tables = numberIn(database.prepare("SELECT count(*) AS count FROM sqlite_schema").get(), "count")
  if (application === applicationId && version === schema) return
  if (application !== 0 || version !== 0 || tables !== 0)
    throw new ForeignFile(
      application === applicationId ? "it was written by a newer version" : "it belongs to another application",
    )
  database.exec(`CREATE TABLE jinlin_seal_rounds (
    tenant TEXT NOT NULL, id TEXT NOT NULL, opens_at INTEGER NOT NULL, public_key TEXT NOT NULL,
    master TEXT NOT NULL, sealed BLOB NOT NULL, opened_at INTEGER, PRIMARY KEY (tenant, id)
  ) STRICT`)
  database.exec(`PRAGMA application_id = ${applicationId}`)
  database.exec(`PRAGMA user_version = ${schema}`)
}

const rowIn = (row: Record<string, SQLOutputValue>): RoundRow => {
  const sealed = row["sealed"]
  return {
    opensAt: Number(row["opens_at"]),
    publicKey: String(row["public_key"]),
    master: String(row["master"]),
    sealed: sealed instanceof Uint8Array ? sealed : new Uint8Array(0),
    openedAt: row["opened_at"] === null ? null : Number(row["opened_at"]),
  }
}

/** How long SQLite waits for another process that writes, in milliseconds. */
const busyTimeout = 1_000

const opened = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: busyTimeout })
  try {
    database.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE")
    prepare(database)
    database.exec("COMMIT")
    return database
  } catch (thrown) {
    database.close()
    throw thrown
  }
}

/** Opens the rounds of a file, or of memory (`:memory:`). Throws what `node:sqlite` throws, or `ForeignFile`. */
export const openRounds = (file: string): Rounds => {
  const database = opened(file)
  const one = (sql: string, ...values: ReadonlyArray<SQLInputValue>): RoundRow | undefined => {
    const row = database.prepare(sql).get(...values)
    return row === undefined ? undefined : rowIn(row)
  }
  const read = (tenant: string, id: string): RoundRow | undefined =>
    one("SELECT * FROM jinlin_seal_rounds WHERE tenant = ? AND id = ?", tenant, id)
  return {
    read,
    add: (tenant, id, { master, opensAt, publicKey, sealed }) => {
      database
        .prepare(
          `INSERT OR IGNORE INTO jinlin_seal_rounds (tenant, id, opens_at, public_key, master, sealed)
           VALUES (?, ?, ?, ?, ?, ?)`,
        )
        .run(tenant, id, opensAt, publicKey, master, sealed)
      return read(tenant, id)
    },
    markOpened: (tenant, id, at) => {
      database
        .prepare("UPDATE jinlin_seal_rounds SET opened_at = ? WHERE tenant = ? AND id = ? AND opened_at IS NULL")
        .run(at, tenant, id)
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
