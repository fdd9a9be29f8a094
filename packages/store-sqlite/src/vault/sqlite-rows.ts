import { done } from "@jinlin/sdk"
import type { KeyRow, VaultRows } from "@jinlin/sdk/sealing"
import { bytesIn, textIn } from "../vault-and-texts/columns.ts"
import type { Connection } from "../vault-and-texts/connection.ts"
import type { Statements } from "../vault-and-texts/transaction.ts"
import {
  addPerson,
  erasePerson,
  holdPerson,
  readFields,
  readNamed,
  readPerson,
  sweepFields,
  type VaultTables,
  writeFields,
} from "./people.ts"
import type { KeySchema } from "./tables.ts"

/** Keys that are wrapped anew in one step. */
const keysPerStep = 200

const keysNotUnder = ({ keys, statements }: VaultTables, master: string): ReadonlyArray<KeyRow> =>
  statements
    .all(
      `SELECT tenant, person, master, wrapped FROM ${keys}.jinlin_vault_people
       WHERE master IS NOT NULL AND master <> ? LIMIT ${keysPerStep}`,
      master,
    )
    .map((row) => ({
      tenant: textIn(row, "tenant"),
      person: textIn(row, "person"),
      key: { master: textIn(row, "master"), sealed: bytesIn(row, "wrapped") },
    }))

const replaceKeys = ({ keys, statements }: VaultTables, rows: ReadonlyArray<KeyRow>): null => {
  for (const { key, person, tenant } of rows) {
    statements.run(`INSERT OR IGNORE INTO ${keys}.jinlin_vault_masters (name) VALUES (?)`, key.master)
    statements.run(
      `UPDATE ${keys}.jinlin_vault_people SET master = ?, wrapped = ?
       WHERE tenant = ? AND person = ? AND erased_at IS NULL`,
      ...[key.master, key.sealed, tenant, person],
    )
  }
  return null
}

/** Names of master keys under which nothing is wrapped any more. */
const forgetMasters = ({ keys, statements }: VaultTables): null => {
  statements.run(
    `DELETE FROM ${keys}.jinlin_vault_masters WHERE name NOT IN (
       SELECT DISTINCT master FROM ${keys}.jinlin_vault_people WHERE master IS NOT NULL)`,
  )
  return null
}

/** Takes away what a crash between the two files may have left of people who were erased. */
const finishErasing = ({ keys, statements }: VaultTables): null => {
  statements.run(
    `DELETE FROM main.jinlin_vault_fields WHERE (tenant, person) IN (
       SELECT tenant, person FROM ${keys}.jinlin_vault_people WHERE erased_at IS NOT NULL)`,
  )
  return null
}

/** The rows of a vault in a file of SQLite, or in two. */
export const sqliteRows = (connection: Connection, keys: KeySchema): VaultRows => {
  const write = <Value>(step: (tables: VaultTables) => Value) =>
    connection.write((statements: Statements) => done(step({ statements, keys })))
  const read = <Value>(step: (tables: VaultTables) => Value) =>
    connection.read((statements: Statements) => done(step({ statements, keys })))
  return {
    introduce: (tenant, person, { fields, key }) =>
      write((tables) => {
        addPerson(tables, { tenant, person, key })
        writeFields(tables, { tenant, person }, fields)
        return null
      }),
    load: (tenant, person, purpose) =>
      read((tables) => {
        const row = readPerson(tables, tenant, person)
        if (row === null) return null
        return { row, fields: purpose === null ? [] : readFields(tables, { tenant, person, purpose }) }
      }),
    named: (tenant, page) => read((tables) => readNamed(tables, tenant, page)),
    put: (tenant, person, fields) =>
      write((tables) => {
        const row = readPerson(tables, tenant, person)
        if (row?.erasedAt === null) writeFields(tables, { tenant, person }, fields)
        return row
      }),
    hold: (tenant, person, until) =>
      write((tables) => {
        holdPerson(tables, { tenant, person, until })
        return readPerson(tables, tenant, person)
      }),
    erase: (tenant, person, at) =>
      write((tables) => {
        erasePerson(tables, { tenant, person, at })
        return readPerson(tables, tenant, person)
      }),
    sweep: (tenant, at) => write((tables) => sweepFields(tables, tenant, at)),
    keysNotUnder: (master) => read((tables) => keysNotUnder(tables, master)),
    replaceKeys: (rows) => write((tables) => replaceKeys(tables, rows)),
    compact: async () => {
      const cleared = await write((tables) => finishErasing(tables) ?? forgetMasters(tables))
      return cleared.ok ? connection.compact() : cleared
    },
    dispose: async () => connection.close(),
  }
}
