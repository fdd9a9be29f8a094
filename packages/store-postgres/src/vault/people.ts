import type { FieldRow, KeyRow, NamedPage, NamedRow, PersonRow } from "@jinlin/sdk/sealing"
import type { Ask } from "../vault-and-texts/database.ts"

/** Whose row it is. */
export interface Whose {
  readonly tenant: string
  readonly person: string
}

interface PersonColumns {
  readonly master: string | null
  readonly wrapped: string | null
  readonly held_until: string | null
  readonly erased_at: string | null
}

interface FieldColumns {
  readonly name: string | null
  readonly purpose: string
  readonly audiences: string
  readonly keep_until: string | null
  readonly sealed: string
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"))
const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

const personIn = ({ erased_at, held_until, master, wrapped }: PersonColumns): PersonRow => ({
  key: master === null || wrapped === null ? null : { master, sealed: bytesOf(wrapped) },
  heldUntil: numberOf(held_until),
  erasedAt: numberOf(erased_at),
})

const audiencesIn = (text: string): ReadonlyArray<string> => {
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list.map(String) : []
}

const fieldIn = ({ audiences, keep_until, name, purpose, sealed }: FieldColumns): ReadonlyArray<FieldRow> =>
  name === null
    ? []
    : [{ name, purpose, audiences: audiencesIn(audiences), keepUntil: numberOf(keep_until), sealed: bytesOf(sealed) }]

const person = "p.master, encode(p.wrapped, 'hex') as wrapped, p.held_until::text, p.erased_at::text"

/** A person; null: nobody. With `share` nobody erases the person before the transaction ends. */
export const readPerson = async (ask: Ask, whose: Whose, lock: "" | "for share" = ""): Promise<PersonRow | null> => {
  const [row] = await ask<PersonColumns>(
    `select ${person} from public.jinlin_vault_people p where p.tenant = $1 and p.person = $2 ${lock}`,
    ...[whose.tenant, whose.person],
  )
  return row === undefined ? null : personIn(row)
}

/** A person with the fields of one purpose, as of one moment. */
export const readFields = async (
  ask: Ask,
  whose: Whose,
  purpose: string | null,
): Promise<{ readonly row: PersonRow; readonly fields: ReadonlyArray<FieldRow> } | null> => {
  const rows = await ask<PersonColumns & FieldColumns>(
    `select ${person}, f.name, f.purpose, f.audiences, f.keep_until::text, encode(f.sealed, 'hex') as sealed
     from public.jinlin_vault_people p left join public.jinlin_vault_fields f
     on f.tenant = p.tenant and f.person = p.person and f.purpose = $3
     where p.tenant = $1 and p.person = $2`,
    ...[whose.tenant, whose.person, purpose],
  )
  const [first] = rows
  return first === undefined ? null : { row: personIn(first), fields: rows.flatMap(fieldIn) }
}

/** People with their fields of these names, in the order of their references, as of one moment. */
export const readNamed = async (
  ask: Ask,
  tenant: string,
  { after, fields, limit }: NamedPage,
): Promise<ReadonlyArray<NamedRow>> => {
  const rows = await ask<PersonColumns & FieldColumns & { readonly person: string }>(
    `select p.person, ${person}, f.name, f.purpose, f.audiences, f.keep_until::text, encode(f.sealed, 'hex') as sealed
     from (select * from public.jinlin_vault_people
           where tenant = $1 and person > $2 and erased_at is null order by person limit $3) p
     left join public.jinlin_vault_fields f
     on f.tenant = p.tenant and f.person = p.person
     and f.name in (select json_array_elements_text($4::json) collate "C")
     order by p.person, f.purpose, f.name`,
    ...[tenant, after ?? "", limit, JSON.stringify(fields)],
  )
  const people = new Map<string, NamedRow>()
  for (const row of rows) {
    const known = people.get(row.person) ?? { person: row.person, row: personIn(row), fields: [] }
    people.set(row.person, { ...known, fields: [...known.fields, ...fieldIn(row)] })
  }
  return [...people.values()]
}

const nameMaster = "insert into public.jinlin_vault_masters (name) values ($1) on conflict do nothing"

/** Writes a new person down, and under which master key the key is. */
export const addPerson = async (ask: Ask, { key, person, tenant }: KeyRow): Promise<void> => {
  await ask(nameMaster, key.master)
  await ask(
    `insert into public.jinlin_vault_people (tenant, person, master, wrapped) values ($1, $2, $3, decode($4, 'hex'))`,
    ...[tenant, person, key.master, hexOf(key.sealed)],
  )
}

/** Writes fields, in place of those of the same name and purpose. */
export const writeFields = async (ask: Ask, whose: Whose, fields: ReadonlyArray<FieldRow>): Promise<void> => {
  for (const { audiences, keepUntil, name, purpose, sealed } of fields)
    await ask(
      `insert into public.jinlin_vault_fields (tenant, person, purpose, name, audiences, keep_until, sealed)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'))
       on conflict (tenant, person, purpose, name) do update
       set audiences = excluded.audiences, keep_until = excluded.keep_until, sealed = excluded.sealed`,
      ...[whose.tenant, whose.person, purpose, name, JSON.stringify(audiences), keepUntil, hexOf(sealed)],
    )
}

/** Takes key and fields of who is not held. */
export const erasePerson = async (ask: Ask, whose: Whose, at: number): Promise<PersonRow | null> => {
  await ask(
    `update public.jinlin_vault_people set master = null, wrapped = null, held_until = null, erased_at = $3
     where tenant = $1 and person = $2 and erased_at is null and (held_until is null or held_until <= $3)`,
    ...[whose.tenant, whose.person, at],
  )
  const row = await readPerson(ask, whose)
  if (row !== null && row.erasedAt !== null)
    await ask(
      "delete from public.jinlin_vault_fields where tenant = $1 and person = $2",
      ...[whose.tenant, whose.person],
    )
  return row
}

/** Keys that are wrapped under another master key than this one. */
export const keysNotUnder = async (ask: Ask, master: string, limit: number): Promise<ReadonlyArray<KeyRow>> => {
  const rows = await ask<Whose & { readonly master: string; readonly wrapped: string }>(
    `select tenant, person, master, encode(wrapped, 'hex') as wrapped from public.jinlin_vault_people
     where master is not null and master <> $1 limit ${limit}`,
    master,
  )
  return rows.map(({ master: name, person: one, tenant, wrapped }) => ({
    ...{ tenant, person: one },
    key: { master: name, sealed: bytesOf(wrapped) },
  }))
}

/** Puts keys in place of the same people's old ones, except of people who were erased meanwhile. */
export const replaceKeys = async (ask: Ask, rows: ReadonlyArray<KeyRow>): Promise<null> => {
  for (const { key, person: one, tenant } of rows) {
    await ask(nameMaster, key.master)
    await ask(
      `update public.jinlin_vault_people set master = $3, wrapped = decode($4, 'hex')
       where tenant = $1 and person = $2 and erased_at is null`,
      ...[tenant, one, key.master, hexOf(key.sealed)],
    )
  }
  return null
}
