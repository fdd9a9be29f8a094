export {
  type MasterKey,
  type MasterKeyIssue,
  type MasterKeys,
  masterKeyIssues,
  masterKeysFor,
  type WrappedKey,
} from "./master-keys.ts"
export type { SealedVaultParts } from "./rewrapping.ts"
export { sealedVault } from "./sealed-vault.ts"
export { type Binding, type Sealer, sealerOf } from "./sealer.ts"
export type { FieldRow, KeyRow, NamedPage, NamedRow, PersonRow, VaultRows } from "./vault-rows.ts"
