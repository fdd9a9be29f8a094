import { createHash } from "node:crypto"
import {
  type DocumentConflict,
  type KeptDocument,
  sectionText,
  type TextDocument,
  type UnknownDocument,
} from "@jinlin/sdk"
import type { Ask } from "../vault-and-texts/database.ts"

/** A document with the digest of each section. */
export interface Digested {
  readonly document: TextDocument
  readonly digests: ReadonlyArray<string>
}

/** A document with the digest of each section. */
export const digested = (document: TextDocument): Digested => ({
  document,
  digests: document.sections.map((section) => createHash("sha256").update(sectionText(section)).digest("hex")),
})

const insertSections = `insert into public.jinlin_text_sections (tenant, id, place, name, digest, salt, text)
  select $1, $2, place - 1, name, digest, salt, text
  from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as s (name, digest, salt, text, place)`

/** Writes a document, or finds that it is there: null, or the conflict with another one. */
export const writeDocument = async (
  ask: Ask,
  tenant: string,
  { at, digested: { digests, document } }: { readonly digested: Digested; readonly at: number },
): Promise<DocumentConflict | null> => {
  const { id, sections } = document
  const made = await ask(
    `insert into public.jinlin_text_documents (tenant, id, put_at) values ($1, $2, $3)
     on conflict (tenant, id) do nothing returning id`,
    ...[tenant, id, at],
  )
  if (made.length > 0) {
    const columns = [sections.map(({ name }) => name), digests, sections.map((one) => one.salt)]
    await ask(
      insertSections,
      tenant,
      id,
      ...columns,
      sections.map((one) => one.text),
    )
    return null
  }
  const kept = await ask<{ readonly digest: string }>(
    "select digest from public.jinlin_text_sections where tenant = $1 and id = $2 order by place",
    ...[tenant, id],
  )
  return kept.length === digests.length && kept.every(({ digest }, place) => digest === digests[place])
    ? null
    : { _tag: "DocumentConflict", rule: "TEXT-STORE-1", id }
}

/** A section beside its document; a document without sections has one row without a name. */
interface SectionRow {
  readonly redacted_at: string | null
  readonly name: string | null
  readonly salt: string | null
  readonly text: string | null
}

const select = `select d.redacted_at::text, s.name, s.salt, s.text
  from public.jinlin_text_documents d left join public.jinlin_text_sections s on s.tenant = d.tenant and s.id = d.id
  where d.tenant = $1 and d.id = $2 order by s.place`

/** A document as it stands. */
export const readDocument = async (ask: Ask, tenant: string, id: string): Promise<KeptDocument | null> => {
  const rows = await ask<SectionRow>(select, tenant, id)
  const [first] = rows
  if (first === undefined) return null
  const sections = rows.flatMap(({ name, salt, text }) => (name === null ? [] : [{ name, text, salt }]))
  return { id, sections, redactedAt: first.redacted_at === null ? null : Number(first.redacted_at) }
}

/** Which sections of which document are to be black, from when. */
export interface Blackout {
  readonly id: string
  readonly sections: ReadonlyArray<string>
  readonly at: number
}

/** Blacks sections out; null, or what is not there. */
export const blackOut = async (
  ask: Ask,
  tenant: string,
  { at, id, sections }: Blackout,
): Promise<UnknownDocument | null> => {
  const unknown = (section: string | null): UnknownDocument => ({
    ...{ _tag: "UnknownDocument", rule: "TEXT-STORE-2", id, section },
  })
  const there = "select id from public.jinlin_text_documents where tenant = $1 and id = $2 for update"
  if ((await ask(there, tenant, id)).length === 0) return unknown(null)
  const rows = await ask<{ readonly name: string }>(
    "select name from public.jinlin_text_sections where tenant = $1 and id = $2",
    ...[tenant, id],
  )
  const names = new Set(rows.map(({ name }) => name))
  const stranger = sections.find((name) => !names.has(name))
  if (stranger !== undefined) return unknown(stranger)
  const changed = await ask(
    `update public.jinlin_text_sections set text = null, salt = null
     where tenant = $1 and id = $2 and name = any ($3::text[]) and text is not null returning name`,
    ...[tenant, id, sections],
  )
  if (changed.length > 0)
    await ask(
      "update public.jinlin_text_documents set redacted_at = $3 where tenant = $1 and id = $2",
      ...[tenant, id, at],
    )
  return null
}
