import { definePlugin, optionsBy, type Plugin, pluginApiVersion, type Store, type StoreFault } from "@jinlin/sdk"
import { openPostgresStore } from "./open.ts"
import type { PostgresStoreOptions } from "./options.ts"
import { placeIssues } from "./vault-and-texts/options.ts"

const oneOf =
  (...allowed: ReadonlyArray<unknown>) =>
  (value: unknown) =>
    value === undefined || allowed.includes(value) ? [] : [{ path: [], message: `must be ${allowed.join(" or ")}` }]

const define = definePlugin({
  kind: "store",
  name: "store-postgres",
  apiVersion: pluginApiVersion,
  capabilities: { durable: true, shared: true, withinTransaction: false },
  options: optionsBy<PostgresStoreOptions>({
    ...placeIssues,
    logOrder: oneOf("xid", "serialized"),
    rowLevelSecurity: oneOf(true, false),
  }),
  setup: openPostgresStore,
})

/** The store on PostgreSQL as a plugin, for `createJinlin({ store: postgresStore({ pool }) })`. */
export const postgresStore = (options: PostgresStoreOptions): Plugin<"store", Store, StoreFault> => define(options)
