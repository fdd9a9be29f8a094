import type { Answering } from "../answer.ts"
import { done, failed } from "../answer.ts"
import type { StoreUnavailable } from "../store/failures.ts"
import { unavailable } from "../store/unavailable.ts"
import type { Binding, Sealer } from "./sealer.ts"
import { hexOf, sealerOf, utf8 } from "./sealer.ts"

/**
 * A master key of 32 random bytes; or the one that seals from now on, and the one before it, under which much is sealed
 * still. It comes from outside and is never kept with what it seals.
 */
export type MasterKey = Uint8Array | { readonly current: Uint8Array; readonly previous: Uint8Array }

/** A key as it is kept: sealed under a master key, which is named and not told. */
export interface WrappedKey {
  /** The name of the master key, reckoned from it in one direction. */
  readonly master: string
  readonly sealed: Uint8Array
}

/** Wraps keys under a master key. It shows nothing of any key, however it is printed. */
export interface MasterKeys {
  /** The name of the master key that wraps from now on. */
  readonly current: string
  /** The names of all that can be unwrapped with. */
  readonly known: ReadonlyArray<string>
  readonly wrap: (key: Uint8Array, binding: Binding) => Promise<WrappedKey>
  /** Undefined: the master key is not known, or the key was changed or belongs elsewhere. */
  readonly unwrap: (wrapped: WrappedKey, binding: Binding) => Promise<Uint8Array | undefined>
}

/** A fault of a master key that was handed in, in words that repeat nothing of it. */
export interface MasterKeyIssue {
  readonly path: ReadonlyArray<string>
  readonly message: string
}

const keyLength = 32

const isKey = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.length === keyLength

const lengthIssue = (path: ReadonlyArray<string>): MasterKeyIssue => ({
  path,
  message: "must be 32 random bytes as a Uint8Array, such as randomBytes(32) of node:crypto",
})

/** What is wrong with a master key; nothing when it can be used. */
export const masterKeyIssues = (given: unknown): ReadonlyArray<MasterKeyIssue> => {
  if (isKey(given)) return []
  if (typeof given !== "object" || given === null || given instanceof Uint8Array) return [lengthIssue([])]
  return ["current", "previous"].flatMap((name) => (isKey(Reflect.get(given, name)) ? [] : [lengthIssue([name])]))
}

/** Keys for one purpose, so that one master key may serve several (HKDF-SHA-256, RFC 5869). */
const derived = async (master: Uint8Array, info: string): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(master), "HKDF", false, ["deriveBits"])
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8))
}

const named = async (master: Uint8Array, purpose: string): Promise<readonly [name: string, sealer: Sealer]> => [
  hexOf(await derived(master, `jinlin ${purpose} name`)).slice(0, 16),
  await sealerOf(await derived(master, `jinlin ${purpose}`)),
]

/** What wraps keys for one purpose, such as `personal-vault`. The bytes of the master key are not held on to. */
export const masterKeysFor = async (purpose: string, given: MasterKey): Answering<MasterKeys, StoreUnavailable> => {
  const [issue] = masterKeyIssues(given)
  if (issue !== undefined)
    return failed(unavailable("misused", `${["masterKey", ...issue.path].join(".")} ${issue.message}`))
  const [newest, ...older] = given instanceof Uint8Array ? [given] : [given.current, given.previous]
  const current = await named(newest, purpose)
  const sealers = new Map([current, ...(await Promise.all(older.map((key) => named(key, purpose))))])
  const [name, sealer] = current
  return done({
    current: name,
    known: [...sealers.keys()],
    wrap: async (key, binding) => ({ master: name, sealed: await sealer.seal(key, binding) }),
    unwrap: async ({ master, sealed }, binding) => sealers.get(master)?.open(sealed, binding),
  })
}
