import type { Answering } from "../answer.ts"
import { done, failed } from "../answer.ts"
import type { StoreFault } from "../store/failures.ts"
import { unavailable } from "../store/unavailable.ts"
import type { MasterKeys } from "./master-keys.ts"
import { rewrapped } from "./person-key.ts"
import type { VaultRows } from "./vault-rows.ts"

/** What a vault is made of. */
export interface SealedVaultParts {
  readonly name: string
  readonly rows: VaultRows
  readonly masters: MasterKeys
}

/** A key that these master keys do not open. */
export const keyMissing = unavailable(
  "misused",
  "a key is wrapped under a master key that was not handed in, or was changed",
)
/** Wraps every key under the current master key, some at a time, so that the one before can be put away. */
export const rewrapAll = async ({ masters, rows }: SealedVaultParts): Answering<null, StoreFault> => {
  for (;;) {
    const some = await rows.keysNotUnder(masters.current)
    if (!some.ok) return some
    if (some.value.length === 0) return done(null)
    const again = await Promise.all(
      some.value.map(async (row) => ({ ...row, key: await rewrapped(masters, row, row.key) })),
    )
    const known = again.flatMap(({ key, ...whose }) => (key === undefined ? [] : [{ ...whose, key }]))
    if (known.length < again.length) return failed(keyMissing)
    const replaced = await rows.replaceKeys(known)
    if (!replaced.ok) return replaced
  }
}
