import type { Answer, Answering } from "../answer.ts"
import { done, failed } from "../answer.ts"
import type { LegalHold, PersonalField, PersonalVault, PersonErased, UnknownPerson } from "../personal-vault.ts"
import { fieldsFault } from "../personal-vault-checks.ts"
import { answerAs } from "../store/answer-as.ts"
import { nameFault, numberFault, tenantFault } from "../store/commit-checks.ts"
import type { StoreFault, StoreUnavailable } from "../store/failures.ts"
import { unavailable } from "../store/unavailable.ts"
import { misuse } from "../text-store-checks.ts"
import { findNames } from "./finding-names.ts"
import type { MasterKeys } from "./master-keys.ts"
import { drawPersonKey, drawReference, openField, personKeyOf, sealField, type Whose } from "./person-key.ts"
import { keyMissing, rewrapAll, type SealedVaultParts } from "./rewrapping.ts"
import type { Sealer } from "./sealer.ts"
import type { FieldRow, PersonRow } from "./vault-rows.ts"

const unknown: UnknownPerson = { _tag: "UnknownPerson", rule: "VAULT-1" }
const held = (until: number): LegalHold => ({ _tag: "LegalHold", rule: "VAULT-2", until })
const erased = (at: number): PersonErased => ({ _tag: "PersonErased", rule: "VAULT-3", at })

const changed = unavailable("damaged", "a personal field was changed in the database and cannot be opened")

/** Faults of what was asked; a reference that is no name is nobody's. */
const askFault = (tenant: string, person: string, at: number): StoreUnavailable | UnknownPerson | undefined =>
  misuse(tenantFault(tenant) ?? numberFault("at", at)) ??
  (nameFault("person", person) === undefined ? undefined : unknown)

/** A person who is known and was not erased. */
const livingOf = <Row extends PersonRow>(row: Row | null | undefined): Answer<Row, UnknownPerson | PersonErased> => {
  if (row === null || row === undefined) return failed(unknown)
  return row.erasedAt === null ? done(row) : failed(erased(row.erasedAt))
}

const sealerFor = async (masters: MasterKeys, whose: Whose, row: PersonRow): Promise<Sealer | undefined> =>
  row.key === null ? undefined : personKeyOf(masters, whose, row.key)

const sealAll = (sealer: Sealer, whose: Whose, fields: ReadonlyArray<PersonalField>): Promise<Array<FieldRow>> =>
  Promise.all(fields.map((field) => sealField(sealer, whose, field)))

const introduce =
  ({ masters, rows }: SealedVaultParts): PersonalVault["introduce"] =>
  async (tenant, fields, at) => {
    const fault = fieldsFault(tenant, fields, at)
    if (fault !== undefined) return failed(fault)
    const whose = { tenant, person: drawReference() }
    const { sealer, wrapped } = await drawPersonKey(masters, whose)
    const written = await rows.introduce(tenant, whose.person, {
      key: wrapped,
      fields: await sealAll(sealer, whose, fields),
    })
    return written.ok ? done(whose.person) : written
  }

const put =
  ({ masters, rows }: SealedVaultParts): PersonalVault["put"] =>
  async (tenant, person, { at, fields }) => {
    const fault = fieldsFault(tenant, fields, at) ?? askFault(tenant, person, at)
    if (fault !== undefined) return failed(fault)
    const loaded = await rows.load(tenant, person, null)
    if (!loaded.ok) return loaded
    const living = livingOf(loaded.value?.row)
    if (!living.ok) return living
    const whose = { tenant, person }
    const sealer = await sealerFor(masters, whose, living.value)
    if (sealer === undefined) return failed(keyMissing)
    const written = await rows.put(tenant, person, await sealAll(sealer, whose, fields))
    if (!written.ok) return written
    const after = livingOf(written.value)
    return after.ok ? done(null) : after
  }

const inOrder = (a: FieldRow, b: FieldRow): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const read =
  ({ masters, rows }: SealedVaultParts): PersonalVault["read"] =>
  async (tenant, person, { at, audience, purpose }) => {
    const fault =
      askFault(tenant, person, at) ?? misuse(nameFault("purpose", purpose) ?? nameFault("audience", audience))
    if (fault !== undefined) return failed(fault)
    const loaded = await rows.load(tenant, person, purpose)
    if (!loaded.ok) return loaded
    const living = livingOf(loaded.value?.row)
    if (!living.ok) return living
    const visible = (loaded.value?.fields ?? []).filter(
      ({ audiences, keepUntil }) => audiences.includes(audience) && (keepUntil === null || at < keepUntil),
    )
    const whose = { tenant, person }
    const sealer = await sealerFor(masters, whose, living.value)
    if (sealer === undefined) return failed(keyMissing)
    const fields = await Promise.all(visible.toSorted(inOrder).map((row) => openField(sealer, whose, row)))
    const whole = fields.filter((field) => field !== undefined)
    return whole.length === fields.length ? done(whole) : failed(changed)
  }

const erase =
  ({ rows }: SealedVaultParts): PersonalVault["erase"] =>
  async (tenant, person, at) => {
    const fault = askFault(tenant, person, at)
    if (fault !== undefined) return failed(fault)
    const after = await rows.erase(tenant, person, at)
    if (!after.ok) return after
    if (after.value === null) return failed(unknown)
    const { erasedAt, heldUntil } = after.value
    return erasedAt === null ? failed(held(heldUntil ?? at)) : done({ person, at: erasedAt })
  }

const hold =
  ({ rows }: SealedVaultParts): PersonalVault["hold"] =>
  async (tenant, person, until) => {
    const fault = askFault(tenant, person, until ?? 0)
    if (fault !== undefined) return failed(fault)
    const after = await rows.hold(tenant, person, until)
    if (!after.ok) return after
    const living = livingOf(after.value)
    return living.ok ? done(null) : living
  }

const sweep =
  ({ rows }: SealedVaultParts): PersonalVault["sweep"] =>
  async (tenant, at) => {
    const fault = misuse(tenantFault(tenant) ?? numberFault("at", at))
    return fault === undefined ? rows.sweep(tenant, at) : failed(fault)
  }

const compact = (parts: SealedVaultParts) => async (): Answering<null, StoreFault> => {
  const wrapped = await rewrapAll(parts)
  return wrapped.ok ? parts.rows.compact() : wrapped
}

/**
 * A personal vault over the rows of a database: a key for each person, drawn at random, kept wrapped under a master key and
 * nowhere else; each value sealed under it and bound to tenant, person, field, purpose, audiences and keeping time.
 */
export const sealedVault = (parts: SealedVaultParts): PersonalVault => ({
  name: parts.name,
  introduce: answerAs(parts.name, introduce(parts)),
  put: answerAs(parts.name, put(parts)),
  read: answerAs(parts.name, read(parts)),
  erase: answerAs(parts.name, erase(parts)),
  hold: answerAs(parts.name, hold(parts)),
  sweep: answerAs(parts.name, sweep(parts)),
  findNames: answerAs(parts.name, findNames(parts)),
  compact: answerAs(parts.name, compact(parts)),
  [Symbol.asyncDispose]: () => parts.rows.dispose(),
})
