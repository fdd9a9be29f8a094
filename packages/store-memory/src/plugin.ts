import { definePlugin, done, type Plugin, pluginApiVersion, type Store } from "@jinlin/sdk"
import { capabilities, openMemoryStore } from "./memory-store.ts"

/** Options of a plugin that takes none, as a Standard Schema. */
interface NoOptions {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: string
    readonly validate: (
      value: unknown,
    ) => { readonly value: null } | { readonly issues: ReadonlyArray<{ readonly message: string }> }
    readonly types?: { readonly input: Record<string, never> | undefined; readonly output: null } | undefined
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)

const noOptions: NoOptions = {
  "~standard": {
    version: 1,
    vendor: "jinlin",
    validate: (value) =>
      isEmpty(value) ? { value: null } : { issues: [{ message: "the store in memory takes no options" }] },
  },
}

const define = definePlugin({
  kind: "store",
  name: "store-memory",
  apiVersion: pluginApiVersion,
  capabilities: { ...capabilities },
  options: noOptions,
  setup: () => done(openMemoryStore()),
})

/** The store in memory as a plugin, for `createJinlin({ store: memoryStore() })`. Each start opens an empty store. */
export const memoryStore = (options?: Record<string, never>): Plugin<"store", Store> => define(options)
