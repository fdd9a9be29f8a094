/** A stream does not hold the expected number of events: somebody else wrote first. Read again and decide again. Rules STORE-2, STORE-4. */
export interface VersionConflict {
  readonly _tag: "VersionConflict"
  readonly rule: "STORE-2" | "STORE-4"
  readonly stream: string
  readonly expected: number
  readonly actual: number
}

/** The command's id was used for other content. Give the command an id of its own. Rule STORE-3. */
export interface IdempotencyConflict {
  readonly _tag: "IdempotencyConflict"
  readonly rule: "STORE-3"
  readonly key: string
}

/** Somebody has this already. Rule STORE-5. */
export interface ClaimTaken {
  readonly _tag: "ClaimTaken"
  readonly rule: "STORE-5"
  readonly scope: string
  readonly key: string
  readonly holder: string
}

/** All of this scope is taken. Rule STORE-5. */
export interface CapacityReached {
  readonly _tag: "CapacityReached"
  readonly rule: "STORE-5"
  readonly scope: string
  readonly capacity: number
}

/** What was to be given back is not held by this holder; `holder` is who has it (null: nobody). Rule STORE-5. */
export interface ClaimNotHeld {
  readonly _tag: "ClaimNotHeld"
  readonly rule: "STORE-5"
  readonly scope: string
  readonly key: string
  readonly holder: string | null
}

/** The position is none that this store gave for this tenant. Rule STORE-6. */
export interface InvalidCursor {
  readonly _tag: "InvalidCursor"
  readonly rule: "STORE-6"
}

/** A page holds 1 to `limit` rows. Rule STORE-6. */
export interface InvalidPage {
  readonly _tag: "InvalidPage"
  readonly rule: "STORE-6"
  readonly got: number
  readonly limit: number
}

/** More events than a store takes at once. Rule STORE-7. */
export interface BatchTooLarge {
  readonly _tag: "BatchTooLarge"
  readonly rule: "STORE-7"
  readonly events: number
  readonly limit: number
}

/** A text that is longer than a store takes; both in UTF-16 code units. Rule STORE-7. */
export interface TextTooLarge {
  readonly _tag: "TextTooLarge"
  readonly rule: "STORE-7"
  readonly field: string
  readonly length: number
  readonly limit: number
}

/** A name that is none: empty, too long, or with characters other than ASCII letters, digits and `- _ . : / @`. Rule STORE-7. */
export interface InvalidName {
  readonly _tag: "InvalidName"
  readonly rule: "STORE-7"
  readonly field: string
  readonly limit: number
}

/** A text that not every store can keep: a NUL or half a surrogate pair stands at `index`. Rule STORE-7. */
export interface InvalidStoredText {
  readonly _tag: "InvalidStoredText"
  readonly rule: "STORE-7"
  readonly field: string
  readonly index: number
}

/** A number that is none: negative, a fraction, or beyond 2^53. Rule STORE-7. */
export interface InvalidStoredNumber {
  readonly _tag: "InvalidStoredNumber"
  readonly rule: "STORE-7"
  readonly field: string
}

/** One commit names the same thing twice: two lists of one stream, the same claim twice. Rule STORE-7. */
export interface NamedTwice {
  readonly _tag: "NamedTwice"
  readonly rule: "STORE-7"
  readonly field: string
  readonly name: string
}

/** No tenant was named. Rule STORE-8. */
export interface TenantRequired {
  readonly _tag: "TenantRequired"
  readonly rule: "STORE-8"
}

/** A tenant is 1 to 63 of a–z, 0–9 and `-`, beginning with a letter or digit. Rule STORE-8. */
export interface InvalidTenant {
  readonly _tag: "InvalidTenant"
  readonly rule: "STORE-8"
}

/** The lease is held by somebody else, or by nobody: this worker was overtaken. Rule STORE-9. */
export interface LeaseLost {
  readonly _tag: "LeaseLost"
  readonly rule: "STORE-9"
  readonly lease: string
}

/** A reader of the log does not stand where it was said to: somebody else moved it on. Rule STORE-12. */
export interface CheckpointMoved {
  readonly _tag: "CheckpointMoved"
  readonly rule: "STORE-12"
  readonly name: string
}

/** There is no parked or taken delivery of this id. Rule STORE-10. */
export interface UnknownDelivery {
  readonly _tag: "UnknownDelivery"
  readonly rule: "STORE-10"
  readonly id: string
}

/** The box is not there, is closed, is still open, is there already, or has no such choice. Rule STORE-15. */
export interface BallotRefused {
  readonly _tag: "BallotRefused"
  readonly rule: "STORE-15"
  readonly box: string
  readonly because: "unknown-box" | "closed" | "still-open" | "opened-before" | "unknown-choice"
}

/**
 * The store cannot be used now. `kind`: it was disposed of; its file is missing, read-only, locked, full, damaged, or of
 * another application; its server does not answer; the tenant is held up by an error inside the store. Rule STORE-13.
 */
export interface StoreUnavailable {
  readonly _tag: "StoreUnavailable"
  readonly rule: "STORE-13"
  readonly kind:
    | "disposed"
    | "missing"
    | "read-only"
    | "locked"
    | "full"
    | "damaged"
    | "foreign"
    | "unreachable"
    | "misused"
    | "failed"
  /** One line for the operator, without SQL, stack, secret or content. */
  readonly detail: string
}

/** The store was written by a newer version than this one. Rule STORE-13. */
export interface StoreTooNew {
  readonly _tag: "StoreTooNew"
  readonly rule: "STORE-13"
  readonly found: number
  readonly known: number
}

/** What is wrong with a commit before a store looks at what it holds. */
export type CommitFault =
  | BatchTooLarge
  | TextTooLarge
  | InvalidName
  | InvalidStoredText
  | InvalidStoredNumber
  | NamedTwice
  | TenantRequired
  | InvalidTenant

/** The store cannot be asked at all. */
export type StoreFault = StoreUnavailable | StoreTooNew

/** Why nothing was written. */
export type CommitFailure =
  | CommitFault
  | StoreFault
  | VersionConflict
  | IdempotencyConflict
  | ClaimTaken
  | CapacityReached
  | ClaimNotHeld
  | LeaseLost
  | CheckpointMoved
  | UnknownDelivery
  | InvalidCursor
  | BallotRefused

/** Why nothing could be read. */
export type ReadFailure = StoreFault | TenantRequired | InvalidTenant | InvalidCursor | InvalidPage | InvalidName
