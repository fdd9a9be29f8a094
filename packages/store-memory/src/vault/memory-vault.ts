import { type Answering, answerAs, done, type PersonalVault, type StoreFault } from "@jinlin/sdk"
import { type MasterKey, masterKeysFor, sealedVault } from "@jinlin/sdk/sealing"
import { memoryRows } from "./memory-rows.ts"

const name = "vault-memory"

/** Options of the vault in memory. */
export interface MemoryPersonalVaultOptions {
  /** 32 random bytes; without them it draws its own, which nobody else has. */
  readonly masterKey?: MasterKey
}

/**
 * A personal vault that lives as long as the process: for tests and first runs. What it holds is sealed like that of every
 * other vault; the keys lie in the same memory.
 */
export const openMemoryPersonalVault = (
  options: MemoryPersonalVaultOptions = {},
): Answering<PersonalVault, StoreFault> =>
  answerAs(name, async (): Answering<PersonalVault, StoreFault> => {
    const masterKey = options.masterKey ?? crypto.getRandomValues(new Uint8Array(32))
    const masters = await masterKeysFor("personal-vault", masterKey)
    return masters.ok ? done(sealedVault({ name, rows: memoryRows(), masters: masters.value })) : masters
  })()
