import type { Answering } from "./answer.ts"
import type { StoreFault } from "./store/failures.ts"

/** Something that belongs to a person: what it is for, who may see it, and until when it is kept. */
export interface PersonalField {
  /** Such as `name` or `telephone`. */
  readonly name: string
  readonly value: string
  /** What it was collected for, such as `notice`; it is read for nothing else. */
  readonly purpose: string
  readonly audiences: ReadonlyArray<string>
  /** Milliseconds since 1970; from then on it is not read and `sweep` takes it away. Null: as long as the person is known. */
  readonly keepUntil: number | null
}

/** Nobody of this reference is known in this tenant. Rule VAULT-1. */
export interface UnknownPerson {
  readonly _tag: "UnknownPerson"
  readonly rule: "VAULT-1"
}

/** A court or authority wants this person's data kept until then (milliseconds since 1970). Rule VAULT-2. */
export interface LegalHold {
  readonly _tag: "LegalHold"
  readonly rule: "VAULT-2"
  readonly until: number
}

/** The person was erased; nothing is kept under this reference again. Rule VAULT-3. */
export interface PersonErased {
  readonly _tag: "PersonErased"
  readonly rule: "VAULT-3"
  readonly at: number
}

/** That a person was erased, and when. Erasing again gives the same receipt. */
export interface ErasureReceipt {
  readonly person: string
  readonly at: number
}

/** Why a vault did not do what it was asked for. */
export type VaultFailure = UnknownPerson | LegalHold | PersonErased | StoreFault

/** A place in a text: where it begins and how long it is, in UTF-16 code units. */
export interface TextPlace {
  readonly at: number
  readonly length: number
}

/** In which texts, for which fields (such as `name`), and when it is looked. */
export interface NamesSought {
  readonly texts: ReadonlyArray<string>
  readonly fields: ReadonlyArray<string>
  readonly at: number
}

/**
 * Says where in texts the values of these fields stand that the vault keeps of anybody of the tenant, for whatever purpose: a list
 * of places for each text. It gives neither values nor people. Whoever may ask it can try names out: it is for those who publish.
 * Rule VAULT-7.
 */
export type FindNames = (
  tenant: string,
  sought: NamesSought,
) => Answering<ReadonlyArray<ReadonlyArray<TextPlace>>, StoreFault>

/**
 * What belongs to people, under a key for each person. The log holds random references only, so that erasing here leaves
 * the log and its proofs as they are. What is erased here is gone from the live files after `compact`, and cannot be read
 * from older copies without the keys; keys are to be kept apart from the copies.
 */
export interface PersonalVault {
  readonly name: string
  /** Makes a person known and gives the random reference. */
  readonly introduce: (
    tenant: string,
    fields: ReadonlyArray<PersonalField>,
    at: number,
  ) => Answering<string, StoreFault>
  /** Puts fields in place of those of the same name and purpose. */
  readonly put: (
    tenant: string,
    person: string,
    change: { readonly fields: ReadonlyArray<PersonalField>; readonly at: number },
  ) => Answering<null, VaultFailure>
  /** The fields that this audience may see for this purpose now. */
  readonly read: (
    tenant: string,
    person: string,
    wish: { readonly purpose: string; readonly audience: string; readonly at: number },
  ) => Answering<ReadonlyArray<PersonalField>, VaultFailure>
  readonly erase: (tenant: string, person: string, at: number) => Answering<ErasureReceipt, VaultFailure>
  /** Forbids erasing and sweeping until then; null lifts it. */
  readonly hold: (tenant: string, person: string, until: number | null) => Answering<null, VaultFailure>
  /** Takes away what is kept no longer, except of people under a hold; gives the number of fields. */
  readonly sweep: (tenant: string, at: number) => Answering<number, StoreFault>
  /** Null: this vault cannot look for what it keeps. */
  readonly findNames: FindNames | null
  /** Rewrites the files, so that nothing erased is left in free pages or logs. Run it after erasing. */
  readonly compact: () => Answering<null, StoreFault>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
