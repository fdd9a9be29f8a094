import { randomBytes } from "node:crypto"
import { type Answer, done, failed, type StoreFault, unavailable } from "@jinlin/sdk"
import { tooNew } from "../faults.ts"
import { numberIn, textIn } from "../vault-and-texts/columns.ts"
import type { Row, Statements } from "../vault-and-texts/transaction.ts"

/** The schema of these tables. It rises with every change of them. */
const schema = 1

/** Where the people and their wrapped keys are: in the file of the fields, or in one of their own. */
export type KeySchema = "main" | "keys"

/** `mark` is drawn once for a vault and stands in both its files, so that nobody pairs files of two vaults. */
const fieldTables = [
  "CREATE TABLE main.jinlin_vault_schema (schema INTEGER NOT NULL, mark TEXT NOT NULL, keys TEXT NOT NULL) STRICT",
  `CREATE TABLE main.jinlin_vault_fields (
    tenant TEXT NOT NULL, person TEXT NOT NULL, purpose TEXT NOT NULL, name TEXT NOT NULL,
    audiences TEXT NOT NULL, keep_until INTEGER, sealed BLOB NOT NULL
  ) STRICT`,
  "CREATE UNIQUE INDEX main.jinlin_vault_fields_by_name ON jinlin_vault_fields (tenant, person, purpose, name)",
  "CREATE INDEX main.jinlin_vault_fields_by_end ON jinlin_vault_fields (tenant, keep_until) WHERE keep_until IS NOT NULL",
]

/** A person's row is never taken away: once erased it holds the time, and no key. `jinlin_vault_masters` are names, not keys. */
const keyTables = (keys: KeySchema): ReadonlyArray<string> => [
  `CREATE TABLE ${keys}.jinlin_vault_people (
    tenant TEXT NOT NULL, person TEXT NOT NULL, master TEXT, wrapped BLOB, held_until INTEGER, erased_at INTEGER,
    PRIMARY KEY (tenant, person)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX ${keys}.jinlin_vault_people_by_master ON jinlin_vault_people (master) WHERE master IS NOT NULL`,
  `CREATE TABLE ${keys}.jinlin_vault_masters (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ${keys}.jinlin_vault_keys (mark TEXT NOT NULL) STRICT`,
]

const hasTable = (statements: Statements, where: KeySchema, table: string): boolean =>
  statements.one(`SELECT 1 FROM ${where}.sqlite_schema WHERE type = 'table' AND name = ?`, table) !== undefined

const create = (statements: Statements, keys: KeySchema): Answer<null, StoreFault> => {
  if (hasTable(statements, keys, "jinlin_vault_keys"))
    return failed(unavailable("foreign", "the key file belongs to another vault"))
  const mark = randomBytes(16).toString("hex")
  for (const table of [...fieldTables, ...keyTables(keys)]) statements.run(table)
  statements.run("INSERT INTO main.jinlin_vault_schema (schema, mark, keys) VALUES (?, ?, ?)", schema, mark, keys)
  statements.run(`INSERT INTO ${keys}.jinlin_vault_keys (mark) VALUES (?)`, mark)
  return done(null)
}

/** The files are of one vault, as they were when it was made. */
const check = (statements: Statements, row: Row, keys: KeySchema): Answer<null, StoreFault> => {
  const found = numberIn(row, "schema")
  if (found > schema) return failed(tooNew(found, schema))
  if (textIn(row, "keys") !== keys)
    return failed(
      keys === "main"
        ? unavailable("misused", "the keys of this vault are in a file of their own: give `keyFile`")
        : unavailable("misused", "the keys of this vault are in its own file: leave `keyFile` out"),
    )
  if (!hasTable(statements, keys, "jinlin_vault_keys"))
    return failed(unavailable("missing", "the key file is empty: without it nothing of this vault can be read"))
  const [one] = statements.all(`SELECT mark FROM ${keys}.jinlin_vault_keys`)
  return one !== undefined && textIn(one, "mark") === textIn(row, "mark")
    ? done(null)
    : failed(unavailable("foreign", "the key file belongs to another vault"))
}

/** Every key is wrapped under a master key that was handed in. */
const checkMasters = (
  statements: Statements,
  keys: KeySchema,
  known: ReadonlyArray<string>,
): Answer<null, StoreFault> => {
  const used = statements.all(`SELECT name FROM ${keys}.jinlin_vault_masters`).map((row) => textIn(row, "name"))
  return used.every((name) => known.includes(name))
    ? done(null)
    : failed(
        unavailable("misused", "keys are wrapped under another master key: give it, as `previous` if it was changed"),
      )
}

/** Makes the tables where there are none, and looks whether they can be used with these master keys. */
export const prepareTables =
  (keys: KeySchema, known: ReadonlyArray<string>) =>
  (statements: Statements): Answer<null, StoreFault> => {
    const row = hasTable(statements, "main", "jinlin_vault_schema")
      ? statements.one("SELECT schema, mark, keys FROM main.jinlin_vault_schema")
      : undefined
    const ready = row === undefined ? create(statements, keys) : check(statements, row, keys)
    return ready.ok ? checkMasters(statements, keys, known) : ready
  }
