import { createHash } from "node:crypto"
import {
  type DocumentConflict,
  type KeptDocument,
  sectionText,
  type TextDocument,
  type UnknownDocument,
} from "@jinlin/sdk"
import { numberOrNull, textIn, textOrNull } from "../vault-and-texts/columns.ts"
import type { Row, Statements } from "../vault-and-texts/transaction.ts"

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

const isThere = (statements: Statements, tenant: string, id: string): boolean =>
  statements.one("SELECT 1 FROM jinlin_text_documents WHERE tenant = ? AND id = ?", tenant, id) !== undefined

const sectionsOf = (statements: Statements, tenant: string, id: string): ReadonlyArray<Row> =>
  statements.all(
    "SELECT place, name, digest, salt, text FROM jinlin_text_sections WHERE tenant = ? AND id = ? ORDER BY place",
    ...[tenant, id],
  )

const conflict = (id: string): DocumentConflict => ({ _tag: "DocumentConflict", rule: "TEXT-STORE-1", id })

/** Writes a document, or finds that it is there: null, or the conflict with another one. */
export const writeDocument = (
  statements: Statements,
  tenant: string,
  { at, digested: { digests, document } }: { readonly digested: Digested; readonly at: number },
): DocumentConflict | null => {
  const { id, sections } = document
  if (isThere(statements, tenant, id)) {
    const kept = sectionsOf(statements, tenant, id).map((row) => textIn(row, "digest"))
    return kept.length === digests.length && kept.every((digest, index) => digest === digests[index])
      ? null
      : conflict(id)
  }
  statements.run("INSERT INTO jinlin_text_documents (tenant, id, put_at) VALUES (?, ?, ?)", tenant, id, at)
  for (const [place, { name, salt, text }] of sections.entries())
    statements.run(
      "INSERT INTO jinlin_text_sections (tenant, id, place, name, digest, salt, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...[tenant, id, place, name, digests[place] ?? "", salt, text],
    )
  return null
}

/** A document as it stands. */
export const readDocument = (statements: Statements, tenant: string, id: string): KeptDocument | null => {
  const row = statements.one("SELECT redacted_at FROM jinlin_text_documents WHERE tenant = ? AND id = ?", tenant, id)
  if (row === undefined) return null
  const sections = sectionsOf(statements, tenant, id).map((section) => ({
    name: textIn(section, "name"),
    text: textOrNull(section, "text"),
    salt: textOrNull(section, "salt"),
  }))
  return { id, sections, redactedAt: numberOrNull(row, "redacted_at") }
}

/** Which sections of which document are to be black, from when. */
export interface Blackout {
  readonly id: string
  readonly sections: ReadonlyArray<string>
  readonly at: number
}

/** Blacks sections out; null, or what is not there. */
export const blackOut = (
  statements: Statements,
  tenant: string,
  { at, id, sections }: Blackout,
): UnknownDocument | null => {
  const unknown = (section: string | null): UnknownDocument => ({
    ...{ _tag: "UnknownDocument", rule: "TEXT-STORE-2", id, section },
  })
  if (!isThere(statements, tenant, id)) return unknown(null)
  const names = new Set(sectionsOf(statements, tenant, id).map((row) => textIn(row, "name")))
  const stranger = sections.find((name) => !names.has(name))
  if (stranger !== undefined) return unknown(stranger)
  const changed = sections.map((name) =>
    statements.run(
      "UPDATE jinlin_text_sections SET text = NULL, salt = NULL WHERE tenant = ? AND id = ? AND name = ? AND text IS NOT NULL",
      ...[tenant, id, name],
    ),
  )
  if (changed.some((count) => count > 0))
    statements.run("UPDATE jinlin_text_documents SET redacted_at = ? WHERE tenant = ? AND id = ?", at, tenant, id)
  return null
}
