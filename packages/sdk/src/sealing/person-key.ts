import type { PersonalField } from "../personal-vault.ts"
import type { MasterKeys, WrappedKey } from "./master-keys.ts"
import type { Binding, Sealer } from "./sealer.ts"
import { hexOf, randomBytes, sealerOf, utf8 } from "./sealer.ts"
import type { FieldRow } from "./vault-rows.ts"

/** Whose data it is. */
export interface Whose {
  readonly tenant: string
  readonly person: string
}

const keyBinding = ({ person, tenant }: Whose): Binding => ["person-key", tenant, person]

/** Everything that says what a field is for is bound, so that nobody widens it in the database. */
const fieldBinding = ({ person, tenant }: Whose, field: Omit<PersonalField, "value">): Binding => [
  ...["personal-field", tenant, person, field.name, field.purpose],
  field.keepUntil,
  ...field.audiences,
]

/** A random reference: 128 bits that say nothing of the person. */
export const drawReference = (): string => `p-${hexOf(randomBytes(16))}`

/** A new key for a person, and the same as it is kept. */
export const drawPersonKey = async (
  masters: MasterKeys,
  whose: Whose,
): Promise<{ readonly sealer: Sealer; readonly wrapped: WrappedKey }> => {
  const key = randomBytes(32)
  const wrapped = await masters.wrap(key, keyBinding(whose))
  const sealer = await sealerOf(key)
  key.fill(0)
  return { sealer, wrapped }
}

/** A person's key as it can be used. Undefined: not under these master keys. */
export const personKeyOf = async (
  masters: MasterKeys,
  whose: Whose,
  wrapped: WrappedKey,
): Promise<Sealer | undefined> => {
  const key = await masters.unwrap(wrapped, keyBinding(whose))
  if (key === undefined) return undefined
  const sealer = await sealerOf(key)
  key.fill(0)
  return sealer
}

/** A person's key wrapped under the current master key. Undefined: it is not under these master keys. */
export const rewrapped = async (
  masters: MasterKeys,
  whose: Whose,
  wrapped: WrappedKey,
): Promise<WrappedKey | undefined> => {
  const key = await masters.unwrap(wrapped, keyBinding(whose))
  if (key === undefined) return undefined
  const again = await masters.wrap(key, keyBinding(whose))
  key.fill(0)
  return again
}

/** A field as it is kept. */
export const sealField = async (sealer: Sealer, whose: Whose, field: PersonalField): Promise<FieldRow> => {
  const { audiences, keepUntil, name, purpose, value } = field
  const sealed = await sealer.seal(utf8(value), fieldBinding(whose, field))
  return { name, purpose, audiences: [...audiences], keepUntil, sealed }
}

/** A field as it was handed in. Undefined: it was changed in the database. */
export const openField = async (sealer: Sealer, whose: Whose, row: FieldRow): Promise<PersonalField | undefined> => {
  const { audiences, keepUntil, name, purpose } = row
  const bytes = await sealer.open(row.sealed, fieldBinding(whose, row))
  if (bytes === undefined) return undefined
  return { name, purpose, audiences, keepUntil, value: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) }
}
