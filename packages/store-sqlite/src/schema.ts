import { readFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { type Answer, done, failed, type StoreFault } from "@jinlin/sdk"
import { tooNew, unavailable } from "./faults.ts"
import { type Tables, withPrefix } from "./tables.ts"

/** The schema that this package writes and reads; `PRAGMA user_version` of its files. */
export const schemaVersion = 1

/** `PRAGMA application_id` of its files: "jinl" in ASCII. */
export const applicationId = 0x6a_69_6e_6c

const sqlOf = (version: number): string => readFileSync(new URL(`../schema/${version}.sql`, import.meta.url), "utf8")

/**
 * The SQL of all tables, for whoever keeps them in a database of their own beside other tables. It is what the files in
 * `schema/` hold, under this prefix. It throws where the files of this package are not beside its code (some bundlers).
 */
export const sqliteSchema = ({ tablePrefix = "jinlin_" }: { readonly tablePrefix?: string } = {}): string =>
  withPrefix(sqlOf(schemaVersion), tablePrefix)

/** The SQL that leads from one schema to the next; from 0, nothing was there. */
export const stepsFrom = (version: number, tablePrefix: string): ReadonlyArray<string> =>
  Array.from({ length: schemaVersion - version }, (_, step) => withPrefix(sqlOf(version + step + 1), tablePrefix))

/** The version that the tables say of themselves; undefined: there are none. */
export const versionIn = (tables: Tables, tablePrefix: string): number | undefined => {
  const [there] = tables.one<readonly [number]>(
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
    `${tablePrefix}store`,
  ) ?? [0]
  if (there === 0) return undefined
  return tables.one<readonly [number]>("SELECT schema FROM jinlin_store")?.[0]
}

/** Why tables of a version cannot be used. Rule STORE-13. */
export const versionFault = (version: number | undefined): StoreFault | undefined => {
  if (version === undefined) return unavailable("missing", "the tables are not there: apply `sqliteSchema()`")
  return version > schemaVersion ? tooNew(version, schemaVersion) : undefined
}

type Definition = readonly [name: string, sql: string]

const definitions = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"

/** Every table, index and view as the schema writes it down. */
const expected = (tablePrefix: string): ReadonlyArray<Definition> => {
  const empty = new DatabaseSync(":memory:")
  try {
    empty.exec(sqliteSchema({ tablePrefix }))
    return empty
      .prepare(definitions)
      .all()
      .map(({ name, sql }) => [String(name), String(sql)])
  } finally {
    empty.close()
  }
}

/** Whether every table, index and view stands as the schema has it. Others may stand beside them. */
export const verifySchema = (tables: Tables, tablePrefix: string): Answer<null, StoreFault> => {
  const found = new Map(tables.all<Definition>(definitions))
  const [wrong] = expected(tablePrefix).find(([name, sql]) => found.get(name) !== sql) ?? []
  return wrong === undefined ? done(null) : failed(unavailable("damaged", `${wrong} is missing or was changed`))
}
