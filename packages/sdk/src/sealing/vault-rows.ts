import type { Answering } from "../answer.ts"
import type { PersonalField } from "../personal-vault.ts"
import type { StoreFault } from "../store/failures.ts"
import type { WrappedKey } from "./master-keys.ts"

/** A person as a database holds it. */
export interface PersonRow {
  /** Null once the person was erased. */
  readonly key: WrappedKey | null
  /** Milliseconds since 1970; null: no hold. */
  readonly heldUntil: number | null
  readonly erasedAt: number | null
}

/** A field as a database holds it: all but the value can be read. */
export interface FieldRow extends Omit<PersonalField, "value"> {
  readonly sealed: Uint8Array
}

/** A person's key with its place. */
export interface KeyRow {
  readonly tenant: string
  readonly person: string
  readonly key: WrappedKey
}

/** A person with the fields of some names, for whatever purpose. */
export interface NamedRow {
  readonly person: string
  readonly row: PersonRow
  readonly fields: ReadonlyArray<FieldRow>
}

/** The fields that are asked for, and how far was read: after which person, and of how many at most. */
export interface NamedPage {
  readonly fields: ReadonlyArray<string>
  readonly after: string | null
  readonly limit: number
}

/**
 * What a database does for a vault. Each method is one step that nobody else's step divides, and none throws. A person's
 * row is never taken away; erasing empties it.
 */
export interface VaultRows {
  /** Writes a new person with fields. */
  readonly introduce: (
    tenant: string,
    person: string,
    what: { readonly key: WrappedKey; readonly fields: ReadonlyArray<FieldRow> },
  ) => Answering<null, StoreFault>
  /** The person with the fields of one purpose (null: without fields). Null: nobody. */
  readonly load: (
    tenant: string,
    person: string,
    purpose: string | null,
  ) => Answering<{ readonly row: PersonRow; readonly fields: ReadonlyArray<FieldRow> } | null, StoreFault>
  /** People who were not erased, by code point of their references, with their fields of these names; none: there are no more. */
  readonly named: (tenant: string, page: NamedPage) => Answering<ReadonlyArray<NamedRow>, StoreFault>
  /** Puts fields in place of those of the same name and purpose unless the person was erased; gives the person. */
  readonly put: (
    tenant: string,
    person: string,
    fields: ReadonlyArray<FieldRow>,
  ) => Answering<PersonRow | null, StoreFault>
  /** Sets or lifts the hold unless the person was erased; gives the person as it is then. */
  readonly hold: (tenant: string, person: string, until: number | null) => Answering<PersonRow | null, StoreFault>
  /** Takes all fields and the key away unless a hold reaches beyond `at`; gives the person as it is then. */
  readonly erase: (tenant: string, person: string, at: number) => Answering<PersonRow | null, StoreFault>
  /** Takes fields away whose time is over at `at`, except of people held beyond `at`; gives their number. */
  readonly sweep: (tenant: string, at: number) => Answering<number, StoreFault>
  /** Some keys that are wrapped under another master key than this one; none: there is none. */
  readonly keysNotUnder: (master: string) => Answering<ReadonlyArray<KeyRow>, StoreFault>
  /** Puts keys in place of the same people's old ones, except of people who were erased meanwhile. */
  readonly replaceKeys: (keys: ReadonlyArray<KeyRow>) => Answering<null, StoreFault>
  /** Rewrites the files, so that nothing that was taken away is left in them. */
  readonly compact: () => Answering<null, StoreFault>
  readonly dispose: () => Promise<void>
}
