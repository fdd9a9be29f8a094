import { type Answer, done, failed, type StoreFault } from "@jinlin/sdk"
import { tooNew } from "../faults.ts"
import { numberIn } from "../vault-and-texts/columns.ts"
import type { Statements } from "../vault-and-texts/transaction.ts"

/** The schema of these tables. It rises with every change of them. */
const schema = 1

/**
 * The tables of a text store. A digest is of name, salt and text (SHA-256 of canonical JSON): it tells whether a document is
 * the same, also when a section is black, and nobody can guess a text from it once the salt is gone.
 */
const tables = [
  "CREATE TABLE jinlin_text_schema (schema INTEGER NOT NULL) STRICT",
  `CREATE TABLE jinlin_text_documents (
    tenant TEXT NOT NULL, id TEXT NOT NULL, put_at INTEGER NOT NULL, redacted_at INTEGER,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE jinlin_text_sections (
    tenant TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
    digest TEXT NOT NULL, salt TEXT, text TEXT
  ) STRICT`,
  "CREATE UNIQUE INDEX jinlin_text_sections_by_place ON jinlin_text_sections (tenant, id, place)",
]

/** Makes the tables where there are none. Tables of a newer schema are left as they are. */
export const prepareTables = (statements: Statements): Answer<null, StoreFault> => {
  const known = statements.one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'jinlin_text_schema'")
  if (known === undefined) {
    for (const table of tables) statements.run(table)
    statements.run("INSERT INTO jinlin_text_schema (schema) VALUES (?)", schema)
    return done(null)
  }
  const found = statements.one("SELECT max(schema) AS schema FROM jinlin_text_schema")
  const number = found === undefined ? 0 : numberIn(found, "schema")
  return number > schema ? failed(tooNew(number, schema)) : done(null)
}
