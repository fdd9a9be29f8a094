import { definePlugin, optionsBy, type Plugin, pluginApiVersion, type StoreFault, type TextStore } from "@jinlin/sdk"
import { durationIssues, fileIssues } from "../vault-and-texts/options.ts"
import { openSqliteTextStore, type SqliteTextStoreOptions } from "./sqlite-text-store.ts"

const define = definePlugin({
  kind: "text-store",
  name: "texts-sqlite",
  apiVersion: pluginApiVersion,
  options: optionsBy<SqliteTextStoreOptions>({ file: fileIssues, busyTimeout: durationIssues }),
  setup: openSqliteTextStore,
})

/** The text store on SQLite as a plugin: `sqliteTextStore({ file: "jinlin.db" })`. */
export const sqliteTextStore = (options: SqliteTextStoreOptions): Plugin<"text-store", TextStore, StoreFault> =>
  define(options)
