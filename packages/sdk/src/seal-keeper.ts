import type { Answering } from "./answer.ts"

/** The keeper does not answer. Rule PORT-4. */
export interface SealKeeperUnavailable {
  readonly _tag: "SealKeeperUnavailable"
  readonly rule: "PORT-4"
  readonly detail: string
}

/**
 * The round is not known; or is known already, with another time or because it was opened; or is not to be opened yet.
 * Rule PORT-4.
 */
export interface SealRefused {
  readonly _tag: "SealRefused"
  readonly rule: "PORT-4"
  readonly because: "unknown-round" | "known-round" | "too-early"
}

/**
 * Keeps the secret of a round apart from the database, so that whoever holds the database alone reads nothing of it before
 * the round is closed. Whoever writes seals with the public key; the secret key leaves the keeper at the close, and not before.
 */
export interface SealKeeper {
  readonly name: string
  /**
   * Begins a round that is not opened before `opensAt` (milliseconds since 1970); gives its public key as SPKI in base64url.
   * Begun again with the same time before it is opened, it has the same key.
   */
  readonly begin: (
    tenant: string,
    round: { readonly id: string; readonly opensAt: number },
  ) => Answering<string, SealRefused | SealKeeperUnavailable>
  /** The secret key as PKCS #8 in base64url; the same whenever it is asked for from then on. */
  readonly open: (
    tenant: string,
    round: { readonly id: string; readonly at: number },
  ) => Answering<string, SealRefused | SealKeeperUnavailable>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
