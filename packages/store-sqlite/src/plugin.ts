import { definePlugin, type Plugin, pluginApiVersion, type Store, type StoreFault } from "@jinlin/sdk"
import { openSqliteStore } from "./open.ts"
import { type SqliteOptions, sqliteOptions } from "./options.ts"

const define = definePlugin({
  kind: "store",
  name: "store-sqlite",
  apiVersion: pluginApiVersion,
  capabilities: { durable: true, shared: true, logOrder: "serialized", withinTransaction: false },
  options: sqliteOptions,
  setup: openSqliteStore,
})

/** The store in one SQLite file as a plugin, for `createJinlin({ store: sqliteStore({ file: "jinlin.db" }) })`. */
export const sqliteStore = (options: SqliteOptions): Plugin<"store", Store, StoreFault> => define(options)
