import {
  type Checked,
  type Digest,
  decodeStrictly,
  Id,
  type Located,
  type NonEmpty,
  type Refusal,
  readJson,
  Text,
} from "@jinlin/core/kernel"
import { readId } from "@jinlin/core/kernel/arithmetic"
import type { TextSection } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { commitmentsOf, type DocumentCommitments } from "../texts/commitments.ts"
import type { JournalRefusal, RefusedRow } from "./refusals.ts"
import type { RawRow } from "./row.ts"

/** A document as a journal has it: what it is called there, its words with their salts, and what the log knows of it. */
export interface JournalDocument {
  readonly document: string
  readonly digest: Digest
  readonly sections: ReadonlyArray<TextSection>
  readonly commitments: DocumentCommitments["sections"]
}

/** The documents of a journal by the names that it gives them. */
export type Documents = ReadonlyMap<string, JournalDocument>

/** The row that says what a document is called and what stands in it: it asks nothing of anybody, and nothing happens. Rule JOURNAL-16. */
export const documentRow = "WriteDocument"

interface Fault {
  readonly field: string
  readonly refusal: Refusal
}

const Sections = Schema.NonEmptyArray(Schema.Struct({ name: Id, text: Text, salt: Schema.optionalKey(Schema.String) }))
const decode = decodeStrictly(Sections)

const faultOf = ({ path, refusal }: Located): Fault => ({ field: ["sections", ...path].join("."), refusal })

const refuse = (field: string, refusal: Refusal): Checked<never, NonEmpty<Fault>> => ({
  ok: false,
  refusal: [{ field, refusal }],
})

const fieldsOfRow: ReadonlyArray<string> = ["document", "sections"]

/** One document as its row has it. A section without a salt has an empty one: its words are no secret, and it cannot be blacked out. */
const documentIn = (
  { cells }: RawRow,
  known: Documents,
  frame: ReadonlyArray<string>,
): Checked<JournalDocument, NonEmpty<Fault>> => {
  const id = readId(cells.get("document"))
  if (!id.ok) return refuse("document", id.refusal)
  const document = id.value
  const twice: JournalRefusal = { _tag: "DocumentTwice", rule: "JOURNAL-16", document }
  if (known.has(document)) return refuse("document", twice)
  const stray = [...cells.keys()].find((name) => !frame.includes(name) && !fieldsOfRow.includes(name))
  if (stray !== undefined) return refuse(stray, { _tag: "UnknownField", rule: "READ-3", field: stray } as Refusal)
  const cell = cells.get("sections")
  const json = typeof cell === "string" ? readJson(cell) : ({ ok: true, value: cell } as const)
  if (!json.ok) return refuse("sections", json.refusal)
  const read = decode(json.value)
  if (!read.ok) {
    const [first, ...others] = read.refusal
    return { ok: false, refusal: [faultOf(first), ...others.map(faultOf)] }
  }
  const sections = read.value.map(({ name, salt = "", text }) => ({ name, salt, text }))
  const committed = commitmentsOf({ id: document, sections })
  if (!committed.ok) return refuse("sections", committed.refusal.refusal)
  const { digest, sections: commitments } = committed.value
  return { ok: true, value: { document, digest, sections, commitments } }
}

/** The documents that rows write down, in their order, and what is wrong with the others. `frame` are the columns that every row has. */
export const documentsIn = (
  rows: ReadonlyArray<RawRow>,
  frame: ReadonlyArray<string>,
): { readonly documents: Documents; readonly refused: ReadonlyArray<RefusedRow> } => {
  const documents = new Map<string, JournalDocument>()
  const refused: Array<RefusedRow> = []
  for (const row of rows) {
    if (row.cells.get("command") !== documentRow) continue
    const read = documentIn(row, documents, frame)
    if (read.ok) documents.set(read.value.document, read.value)
    else refused.push(...read.refusal.map((fault): RefusedRow => ({ line: row.line, command: documentRow, ...fault })))
  }
  return { documents, refused }
}

/** So many hexadecimal digits has a salt at least by which words are hidden: 128 bits. */
const saltDigits = /^[0-9a-f]{32,}$/

const sectionsOf = (
  { commitments, document, sections }: JournalDocument,
  hidden: ReadonlyArray<string>,
): Checked<ReadonlyArray<unknown>, JournalRefusal> => {
  const known = sections.map(({ name }) => name)
  const missing = hidden.find((name) => !known.includes(name))
  if (missing !== undefined)
    return { ok: false, refusal: { _tag: "UnknownSection", rule: "JOURNAL-17", document, section: missing, known } }
  const unsalted = sections.find(({ name, salt }) => hidden.includes(name) && !saltDigits.test(salt))
  if (unsalted !== undefined)
    return { ok: false, refusal: { _tag: "UnsaltedSection", rule: "JOURNAL-17", document, section: unsalted.name } }
  return { ok: true, value: commitments.map((one) => ({ ...one, shown: !hidden.includes(one.name) })) }
}

const written = /^document:(?<name>[^ ]+)(?: without (?<hidden>.+))?$/

/** What a cell stands for that names a document: the sections in a column of that name, its digest in every other. */
const meant = (
  tag: unknown,
  { cell, documents, field }: { readonly field: string; readonly cell: string; readonly documents: Documents },
): Checked<unknown, JournalRefusal> => {
  const found = written.exec(cell.trim())
  const { hidden, name = "" } = found?.groups ?? {}
  const document = documents.get(name)
  if (document === undefined)
    return {
      ok: false,
      refusal: { _tag: "UnwrittenDocument", rule: "JOURNAL-16", document: name, known: [...documents.keys()] },
    }
  if (field !== "sections") return { ok: true, value: document.digest }
  return tag === "PrepareDisclosure"
    ? sectionsOf(document, hidden?.split("|").map((one) => one.trim()) ?? [])
    : { ok: true, value: document.commitments }
}

/** Cells with what they stand for where they name a document: `document:pact`, or `document:pact without names|sums` where some of it is blacked out. Rules JOURNAL-16, JOURNAL-17. */
export const withDocuments = (
  tag: unknown,
  cells: ReadonlyMap<string, unknown>,
  documents: Documents,
): Checked<ReadonlyMap<string, unknown>, Fault> => {
  const found = new Map<string, unknown>()
  for (const [field, cell] of cells) {
    const read =
      typeof cell === "string" && cell.startsWith("document:")
        ? meant(tag, { field, cell, documents })
        : ({ ok: true, value: cell } as const)
    if (!read.ok) return { ok: false, refusal: { field, refusal: read.refusal } }
    found.set(field, read.value)
  }
  return { ok: true, value: found }
}
