import { type Answering, answerAs, done, type PersonalVault, type StoreFault } from "@jinlin/sdk"
import { type MasterKey, masterKeysFor, sealedVault } from "@jinlin/sdk/sealing"
import { openConnection } from "../vault-and-texts/connection.ts"
import { sqliteRows } from "./sqlite-rows.ts"
import { prepareTables } from "./tables.ts"

/** Options of the personal vault on SQLite. */
export interface SqlitePersonalVaultOptions {
  /** The file of the fields; it may be that of the store. The tables are called `jinlin_vault_…`. */
  readonly file: string
  /**
   * A file for the people and their wrapped keys alone, so that copies of `file` can be kept for years and copies of the keys
   * for days. Once chosen it stays. Left out: the keys lie in `file`.
   */
  readonly keyFile?: string | undefined
  /** 32 random bytes from outside the database, or the one of now and the one before. */
  readonly masterKey: MasterKey
  /** How long to try again while another connection writes, in milliseconds; 5,000 unless given. */
  readonly busyTimeout?: number | undefined
}

const name = "vault-sqlite"

/**
 * Opens a personal vault on a file of SQLite, with a connection of its own. `compact` wraps all keys under the current master
 * key, rewrites the files (`VACUUM`) and empties their logs; it answers `locked` while somebody reads.
 */
export const openSqlitePersonalVault = (options: SqlitePersonalVaultOptions): Answering<PersonalVault, StoreFault> =>
  answerAs(name, async (): Answering<PersonalVault, StoreFault> => {
    const masters = await masterKeysFor("personal-vault", options.masterKey)
    if (!masters.ok) return masters
    const keys = options.keyFile === undefined ? "main" : "keys"
    const connection = await openConnection(options, prepareTables(keys, masters.value.known))
    if (!connection.ok) return connection
    return done(sealedVault({ name, rows: sqliteRows(connection.value, keys), masters: masters.value }))
  })()
