import {
  definePlugin,
  type OptionIssue,
  optionsBy,
  type Plugin,
  pluginApiVersion,
  type SealKeeper,
  type SealKeeperUnavailable,
} from "@jinlin/sdk"
import { masterKeyIssues } from "@jinlin/sdk/sealing"
import { type LocalSealKeeperOptions, openLocalSealKeeper } from "./local-seal-keeper.ts"

/** What the plugin takes: the clock is that of the platform. */
export type LocalSealKeeperPluginOptions = Omit<LocalSealKeeperOptions, "clock">

const issue = (message: string): ReadonlyArray<OptionIssue> => [{ path: [], message }]

const define = definePlugin({
  kind: "seal-keeper",
  name: "seal-keeper-local",
  apiVersion: pluginApiVersion,
  options: optionsBy<LocalSealKeeperPluginOptions>({
    file: (value) =>
      value === undefined || (typeof value === "string" && value !== "") ? [] : issue("must be the path of a file"),
    memory: (value) => (value === undefined || value === true ? [] : issue("must be true, or left out")),
    masterKey: masterKeyIssues,
  }),
  setup: (options, { clock }) => openLocalSealKeeper({ ...options, clock }),
})

/**
 * The seal keeper of this machine as a plugin: `localSealKeeper({ file: "rounds.db", masterKey })`. A round opens once both
 * whoever asks and the clock of the platform say that it is time.
 */
export const localSealKeeper = (
  options: LocalSealKeeperPluginOptions,
): Plugin<"seal-keeper", SealKeeper, SealKeeperUnavailable> => define(options)
