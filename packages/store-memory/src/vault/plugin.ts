import {
  definePlugin,
  optionsBy,
  type PersonalVault,
  type Plugin,
  pluginApiVersion,
  type StoreFault,
} from "@jinlin/sdk"
import { masterKeyIssues } from "@jinlin/sdk/sealing"
import { type MemoryPersonalVaultOptions, openMemoryPersonalVault } from "./memory-vault.ts"

const define = definePlugin({
  kind: "personal-vault",
  name: "vault-memory",
  apiVersion: pluginApiVersion,
  options: optionsBy<MemoryPersonalVaultOptions>({
    masterKey: (value) => (value === undefined ? [] : masterKeyIssues(value)),
  }),
  setup: openMemoryPersonalVault,
})

/** The personal vault in memory as a plugin. Each start opens an empty one. */
export const memoryPersonalVault = (
  options: MemoryPersonalVaultOptions = {},
): Plugin<"personal-vault", PersonalVault, StoreFault> => define(options)
