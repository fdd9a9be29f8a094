import { definePlugin, type Plugin, pluginApiVersion, type Store, type StoreFault } from "@jinlin/sdk"
import { openPostgresStore } from "./open.ts"
import { type PostgresStoreOptions, tablesFault } from "./options.ts"

interface Issue {
  readonly message: string
  readonly path: ReadonlyArray<string>
}

/** The options as a Standard Schema. */
interface OptionsSchema {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: string
    readonly validate: (
      value: unknown,
    ) => { readonly value: PostgresStoreOptions } | { readonly issues: ReadonlyArray<Issue> }
    readonly types?: { readonly input: PostgresStoreOptions; readonly output: PostgresStoreOptions } | undefined
  }
}

const known = new Set(["pool", "migrate", "schema", "tablePrefix", "logOrder", "rowLevelSecurity"])

const isFlag = (value: unknown): boolean => value === undefined || typeof value === "boolean"

const isPool = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "query" in value && "connect" in value && "on" in value

const issuesOf = (options: Readonly<Record<string, unknown>>): ReadonlyArray<Issue> => {
  const issue = (option: string, message: string): Issue => ({ path: [option], message })
  const unknown = Object.keys(options).filter((option) => !known.has(option))
  const { logOrder, migrate, pool, rowLevelSecurity } = options
  const tables = tablesFault(options)
  return [
    ...unknown.map((option) => issue(option, "is no option of store-postgres")),
    ...(isPool(pool) ? [] : [issue("pool", "must be a pool of the package pg")]),
    ...(tables === undefined ? [] : [issue(tables.option, tables.message)]),
    ...([undefined, "xid", "serialized"].includes(logOrder as string | undefined)
      ? []
      : [issue("logOrder", 'must be "xid" or "serialized"')]),
    ...(isFlag(migrate) ? [] : [issue("migrate", "must be true or false")]),
    ...(isFlag(rowLevelSecurity) ? [] : [issue("rowLevelSecurity", "must be true or false")]),
  ]
}

const optionsSchema: OptionsSchema = {
  "~standard": {
    version: 1,
    vendor: "jinlin",
    validate: (value) => {
      if (typeof value !== "object" || value === null) return { issues: [{ path: [], message: "must be an object" }] }
      const issues = issuesOf(value as Readonly<Record<string, unknown>>)
      return issues.length === 0 ? { value: value as PostgresStoreOptions } : { issues }
    },
  },
}

const define = definePlugin({
  kind: "store",
  name: "store-postgres",
  apiVersion: pluginApiVersion,
  capabilities: { durable: true, shared: true, withinTransaction: false },
  options: optionsSchema,
  setup: (options) => openPostgresStore(options),
})

/** The store on PostgreSQL as a plugin, for `createJinlin({ store: postgresStore({ pool }) })`. */
export const postgresStore = (options: PostgresStoreOptions): Plugin<"store", Store, StoreFault> => define(options)
