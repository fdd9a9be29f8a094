import type { FieldRow, KeyRow, NamedPage, NamedRow, PersonRow } from "@jinlin/sdk/sealing"
import { bytesIn, bytesOrNull, numberOrNull, textIn, textOrNull } from "../vault-and-texts/columns.ts"
import type { Row, Statements } from "../vault-and-texts/transaction.ts"
import type { KeySchema } from "./tables.ts"

/** The tables of one vault: statements, and where the people are. */
export interface VaultTables {
  readonly statements: Statements
  readonly keys: KeySchema
}

const personIn = (row: Row): PersonRow => {
  const [master, sealed] = [textOrNull(row, "master"), bytesOrNull(row, "wrapped")]
  return {
    key: master === null || sealed === null ? null : { master, sealed },
    heldUntil: numberOrNull(row, "held_until"),
    erasedAt: numberOrNull(row, "erased_at"),
  }
}

/** A person; null: nobody. */
export const readPerson = ({ keys, statements }: VaultTables, tenant: string, person: string): PersonRow | null => {
  const row = statements.one(
    `SELECT master, wrapped, held_until, erased_at FROM ${keys}.jinlin_vault_people WHERE tenant = ? AND person = ?`,
    ...[tenant, person],
  )
  return row === undefined ? null : personIn(row)
}

/** Writes a new person down, and under which master key the key is. */
export const addPerson = ({ keys, statements }: VaultTables, { key, person, tenant }: KeyRow): void => {
  statements.run(`INSERT OR IGNORE INTO ${keys}.jinlin_vault_masters (name) VALUES (?)`, key.master)
  statements.run(
    `INSERT INTO ${keys}.jinlin_vault_people (tenant, person, master, wrapped) VALUES (?, ?, ?, ?)`,
    ...[tenant, person, key.master, key.sealed],
  )
}

const audiencesIn = (row: Row): ReadonlyArray<string> => {
  const list: unknown = JSON.parse(textIn(row, "audiences"))
  return Array.isArray(list) ? list.map(String) : []
}

const fieldIn = (row: Row): FieldRow => ({
  name: textIn(row, "name"),
  purpose: textIn(row, "purpose"),
  audiences: audiencesIn(row),
  keepUntil: numberOrNull(row, "keep_until"),
  sealed: bytesIn(row, "sealed"),
})

/** The fields of one purpose. */
export const readFields = (
  { statements }: VaultTables,
  { person, purpose, tenant }: { readonly tenant: string; readonly person: string; readonly purpose: string },
): ReadonlyArray<FieldRow> =>
  statements
    .all(
      `SELECT name, purpose, audiences, keep_until, sealed FROM main.jinlin_vault_fields
       WHERE tenant = ? AND person = ? AND purpose = ?`,
      ...[tenant, person, purpose],
    )
    .map(fieldIn)

/** People with their fields of these names, in the order of their references. */
export const readNamed = (
  { keys, statements }: VaultTables,
  tenant: string,
  { after, fields, limit }: NamedPage,
): ReadonlyArray<NamedRow> =>
  statements
    .all(
      `SELECT person, master, wrapped, held_until, erased_at FROM ${keys}.jinlin_vault_people
       WHERE tenant = ? AND person > ? AND erased_at IS NULL ORDER BY person LIMIT ?`,
      ...[tenant, after ?? "", limit],
    )
    .map((row) => {
      const person = textIn(row, "person")
      const named = statements.all(
        `SELECT name, purpose, audiences, keep_until, sealed FROM main.jinlin_vault_fields
         WHERE tenant = ? AND person = ? AND name IN (SELECT value FROM json_each(?))`,
        ...[tenant, person, JSON.stringify(fields)],
      )
      return { person, row: personIn(row), fields: named.map(fieldIn) }
    })

/** Writes fields, in place of those of the same name and purpose. */
export const writeFields = (
  { statements }: VaultTables,
  { person, tenant }: { readonly tenant: string; readonly person: string },
  fields: ReadonlyArray<FieldRow>,
): void => {
  for (const { audiences, keepUntil, name, purpose, sealed } of fields)
    statements.run(
      `INSERT INTO main.jinlin_vault_fields (tenant, person, purpose, name, audiences, keep_until, sealed)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (tenant, person, purpose, name) DO UPDATE
       SET audiences = excluded.audiences, keep_until = excluded.keep_until, sealed = excluded.sealed`,
      ...[tenant, person, purpose, name, JSON.stringify(audiences), keepUntil, sealed],
    )
}

/** Sets or lifts the hold of who was not erased. */
export const holdPerson = (
  { keys, statements }: VaultTables,
  { person, tenant, until }: { readonly tenant: string; readonly person: string; readonly until: number | null },
): void => {
  statements.run(
    `UPDATE ${keys}.jinlin_vault_people SET held_until = ? WHERE tenant = ? AND person = ? AND erased_at IS NULL`,
    ...[until, tenant, person],
  )
}

/** Takes key and fields of who is not held, or was erased already and left half done by a crash. */
export const erasePerson = (
  { keys, statements }: VaultTables,
  { at, person, tenant }: { readonly tenant: string; readonly person: string; readonly at: number },
): void => {
  statements.run(
    `UPDATE ${keys}.jinlin_vault_people SET master = NULL, wrapped = NULL, held_until = NULL, erased_at = ?
     WHERE tenant = ? AND person = ? AND erased_at IS NULL AND (held_until IS NULL OR held_until <= ?)`,
    ...[at, tenant, person, at],
  )
  statements.run(
    `DELETE FROM main.jinlin_vault_fields WHERE tenant = ? AND person = ? AND EXISTS (
       SELECT 1 FROM ${keys}.jinlin_vault_people AS people
       WHERE people.tenant = jinlin_vault_fields.tenant AND people.person = jinlin_vault_fields.person
       AND erased_at IS NOT NULL)`,
    ...[tenant, person],
  )
}

/** Takes fields whose time is over, except of people held beyond; gives their number. */
export const sweepFields = ({ keys, statements }: VaultTables, tenant: string, at: number): number =>
  statements.run(
    `DELETE FROM main.jinlin_vault_fields WHERE tenant = ? AND keep_until <= ? AND NOT EXISTS (
       SELECT 1 FROM ${keys}.jinlin_vault_people AS people
       WHERE people.tenant = jinlin_vault_fields.tenant AND people.person = jinlin_vault_fields.person
       AND held_until > ?)`,
    ...[tenant, at, at],
  )
