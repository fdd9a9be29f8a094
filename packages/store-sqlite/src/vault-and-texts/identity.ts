import type { DatabaseSync } from "node:sqlite"
import { type Answer, done, failed, type StoreFault } from "@jinlin/sdk"
import { unavailable } from "../faults.ts"
import { applicationId } from "../schema.ts"

/** The files of a connection: its own, and the one that is attached as `keys`. */
export type FileName = "main" | "keys"

const applicationOf = (database: DatabaseSync, file: FileName): unknown =>
  database.prepare(`PRAGMA ${file}.application_id`).get()?.["application_id"]

const count = (database: DatabaseSync, file: FileName, condition: string): unknown =>
  database.prepare(`SELECT count(*) AS count FROM ${file}.sqlite_schema ${condition}`).get()?.["count"]

const isEmpty = (database: DatabaseSync, file: FileName): boolean =>
  applicationOf(database, file) === 0 && count(database, file, "") === 0

/**
 * Whether a file is jinlin's or empty. Another application's is left as it is, unless it took tables of jinlin in.
 */
export const ownFile = (database: DatabaseSync, file: FileName): Answer<null, StoreFault> => {
  if (applicationOf(database, file) === applicationId || isEmpty(database, file)) return done(null)
  const guests =
    "WHERE type = 'table' AND name IN ('jinlin_store', 'jinlin_text_schema', 'jinlin_vault_schema', 'jinlin_vault_keys')"
  return count(database, file, guests) === 0
    ? failed(unavailable("foreign", "the database is another application's"))
    : done(null)
}

/** Says in an empty file that it is jinlin's, so that a store may come into it later. */
export const claimFile = (database: DatabaseSync, file: FileName): void => {
  if (isEmpty(database, file)) database.exec(`PRAGMA ${file}.application_id = ${applicationId}`)
}
