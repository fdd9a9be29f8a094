import {
  definePlugin,
  optionsBy,
  type PersonalVault,
  type Plugin,
  pluginApiVersion,
  type StoreFault,
} from "@jinlin/sdk"
import { masterKeyIssues } from "@jinlin/sdk/sealing"
import { durationIssues, fileIssues, otherFileIssues } from "../vault-and-texts/options.ts"
import { openSqlitePersonalVault, type SqlitePersonalVaultOptions } from "./sqlite-vault.ts"

const define = definePlugin({
  kind: "personal-vault",
  name: "vault-sqlite",
  apiVersion: pluginApiVersion,
  options: optionsBy<SqlitePersonalVaultOptions>({
    file: fileIssues,
    keyFile: otherFileIssues,
    masterKey: masterKeyIssues,
    busyTimeout: durationIssues,
  }),
  setup: openSqlitePersonalVault,
})

/** The personal vault on SQLite as a plugin: `sqlitePersonalVault({ file: "vault.db", masterKey })`. */
export const sqlitePersonalVault = (
  options: SqlitePersonalVaultOptions,
): Plugin<"personal-vault", PersonalVault, StoreFault> => define(options)
