import { sha256 as sha256Of } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import type { CanonicalRefusal } from "./canonical-json.ts"
import { canonicalJson } from "./canonical-json.ts"
import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { Located } from "./reading-refusals.ts"
import type { WrongType } from "./wrong-type.ts"
import { excerptOf, wrongType } from "./wrong-type.ts"

/**
 * A way to digest bytes. The core carries SHA-256; a shell that must use another passes it in, such as SM3 (GB/T 32905)
 * from `node:crypto`: `{ name: "sm3", hash: (bytes) => createHash("sm3").update(bytes).digest() }`.
 */
export interface DigestAlgorithm {
  /** What stands before the colon: `sha-256`, `sm3`. */
  readonly name: string
  readonly hash: (bytes: Uint8Array) => Uint8Array
}

/** A digest that says how it was made: `sha-256:` or `sm3:` and 64 lower-case hexadecimal digits. */
export type Digest = `${string}:${string}`

/** A text that is no digest of a known algorithm. Rule DIGEST-3. */
export interface InvalidDigest {
  readonly _tag: "InvalidDigest"
  readonly rule: "DIGEST-3"
  readonly reason: "no-algorithm" | "unknown-algorithm" | "length" | "not-lower-case-hex"
  readonly got: string
  /** Every algorithm that would do, with the number of hexadecimal digits it takes. */
  readonly known: DigestLengths
}

/** Names of algorithms with the number of hexadecimal digits of a digest. */
export type DigestLengths = { readonly [algorithm: string]: number }

/** What `readDigest` knows unless it is told otherwise. */
export const digestLengths: DigestLengths = { "sha-256": 64, sm3: 64 }

/** SHA-256 (FIPS 180-4), in plain JavaScript. */
export const sha256: DigestAlgorithm = { name: "sha-256", hash: sha256Of }

/** The digest of bytes as they are. */
export const digestOfBytes = (bytes: Uint8Array, algorithm: DigestAlgorithm = sha256): Digest =>
  `${algorithm.name}:${bytesToHex(Uint8Array.from(algorithm.hash(bytes)))}`

/** The digest of plain data: of the UTF-8 bytes of its canonical JSON. Refused where there is none. Rule DIGEST-1. */
export const digestOf = (
  value: unknown,
  algorithm: DigestAlgorithm = sha256,
): Checked<Digest, Located<CanonicalRefusal>> => {
  const text = canonicalJson(value)
  return text.ok ? accept(digestOfBytes(utf8ToBytes(text.value), algorithm)) : text
}

/** Reads a digest: a known algorithm, a colon, and exactly as many lower-case digits as it has. Rule DIGEST-3. */
export const readDigest = (
  input: unknown,
  known: DigestLengths = digestLengths,
): Checked<Digest, InvalidDigest | WrongType> => {
  if (typeof input !== "string") return refuse(wrongType(input, "string"))
  const invalid = (reason: InvalidDigest["reason"]): Checked<never, InvalidDigest> =>
    refuse({ _tag: "InvalidDigest", rule: "DIGEST-3", reason, got: excerptOf(input), known })
  const colon = input.indexOf(":")
  if (colon < 1) return invalid("no-algorithm")
  const name = input.slice(0, colon)
  const digits = input.slice(colon + 1)
  if (!Object.hasOwn(known, name)) return invalid("unknown-algorithm")
  if (digits.length !== known[name]) return invalid("length")
  return /^[0-9a-f]+$/.test(digits) ? accept<Digest>(`${name}:${digits}`) : invalid("not-lower-case-hex")
}

/**
 * Whether both digests are known to be of the same data. Digests of different algorithms are not: nobody can tell, so
 * the answer is no. Rule DIGEST-4.
 */
export const sameDigest = (a: Digest, b: Digest): boolean => a === b
