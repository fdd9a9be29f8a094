export { type LocalSealKeeperOptions, openLocalSealKeeper } from "./local-seal-keeper.ts"
export { type LocalSealKeeperPluginOptions, localSealKeeper } from "./plugin.ts"
export { type InvalidSealKey, type SealBroken, seal, unseal } from "./seal.ts"
