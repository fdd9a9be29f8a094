import { definePlugin, optionsBy, type Plugin, pluginApiVersion, type StoreFault, type TextStore } from "@jinlin/sdk"
import { placeIssues } from "../vault-and-texts/options.ts"
import { openPostgresTextStore, type PostgresTextStoreOptions } from "./postgres-text-store.ts"

const define = definePlugin({
  kind: "text-store",
  name: "texts-postgres",
  apiVersion: pluginApiVersion,
  options: optionsBy<PostgresTextStoreOptions>(placeIssues),
  setup: openPostgresTextStore,
})

/** The text store on PostgreSQL as a plugin: `postgresTextStore({ pool })`. */
export const postgresTextStore = (options: PostgresTextStoreOptions): Plugin<"text-store", TextStore, StoreFault> =>
  define(options)
