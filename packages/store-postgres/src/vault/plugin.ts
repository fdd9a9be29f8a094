import {
  definePlugin,
  optionsBy,
  type PersonalVault,
  type Plugin,
  pluginApiVersion,
  type StoreFault,
} from "@jinlin/sdk"
import { masterKeyIssues } from "@jinlin/sdk/sealing"
import { placeIssues } from "../vault-and-texts/options.ts"
import { openPostgresPersonalVault, type PostgresPersonalVaultOptions } from "./postgres-vault.ts"

const define = definePlugin({
  kind: "personal-vault",
  name: "vault-postgres",
  apiVersion: pluginApiVersion,
  options: optionsBy<PostgresPersonalVaultOptions>({ ...placeIssues, masterKey: masterKeyIssues }),
  setup: openPostgresPersonalVault,
})

/** The personal vault on PostgreSQL as a plugin: `postgresPersonalVault({ pool, masterKey })`. */
export const postgresPersonalVault = (
  options: PostgresPersonalVaultOptions,
): Plugin<"personal-vault", PersonalVault, StoreFault> => define(options)
