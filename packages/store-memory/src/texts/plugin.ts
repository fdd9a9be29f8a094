import { definePlugin, done, optionsBy, type Plugin, pluginApiVersion, type TextStore } from "@jinlin/sdk"
import { openMemoryTextStore } from "./memory-text-store.ts"

const define = definePlugin({
  kind: "text-store",
  name: "texts-memory",
  apiVersion: pluginApiVersion,
  options: optionsBy<Record<never, never>>({}),
  setup: () => done(openMemoryTextStore()),
})

/** The text store in memory as a plugin. Each start opens an empty one. */
export const memoryTextStore = (): Plugin<"text-store", TextStore> => define({})
