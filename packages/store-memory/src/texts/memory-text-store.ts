import {
  answerAs,
  documentFault,
  done,
  failed,
  type KeptDocument,
  misuse,
  nameFault,
  numberFault,
  sectionText,
  type TextDocument,
  type TextSection,
  type TextStore,
  tenantFault,
  unavailable,
} from "@jinlin/sdk"

/** A section with the digest that tells it from every other, also once it is black. */
interface HeldSection {
  readonly name: string
  readonly digest: string
  readonly text: string | null
  readonly salt: string | null
}

interface HeldDocument {
  readonly id: string
  readonly sections: ReadonlyArray<HeldSection>
  readonly redactedAt: number | null
}

const digestOf = async (section: TextSection): Promise<string> => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(sectionText(section)))
  return new Uint8Array(bytes).toString()
}

const holding = async ({ id, sections }: TextDocument): Promise<HeldDocument> => ({
  id,
  redactedAt: null,
  sections: await Promise.all(
    sections.map(async (section) => {
      const { name, salt, text } = section
      return { name, salt, text, digest: await digestOf(section) }
    }),
  ),
})

const isSame = (a: HeldDocument, b: HeldDocument): boolean =>
  a.sections.length === b.sections.length &&
  a.sections.every(({ digest }, index) => digest === b.sections[index]?.digest)

const kept = ({ id, redactedAt, sections }: HeldDocument): KeptDocument => ({
  id,
  redactedAt,
  sections: sections.map(({ name, salt, text }) => ({ name, text, salt })),
})

const isNamed =
  (names: ReadonlyArray<string>) =>
  ({ name }: HeldSection): boolean =>
    names.includes(name)

const blackedOut = (document: HeldDocument, names: ReadonlyArray<string>, at: number): HeldDocument => {
  const visible = document.sections.filter(isNamed(names)).some(({ text }) => text !== null)
  if (!visible) return document
  const sections = document.sections.map((section) =>
    isNamed(names)(section) ? { ...section, text: null, salt: null } : section,
  )
  return { ...document, sections, redactedAt: at }
}

/** All documents of one store by tenant and id; null once it was disposed of. */
interface Shelf {
  documents: Map<string, HeldDocument> | null
}

const gone = unavailable("disposed", "it was disposed of")

const placeOf = (tenant: string, id: string): string => `${tenant} ${id}`

const put =
  (shelf: Shelf): TextStore["put"] =>
  async (tenant, document, at) => {
    if (shelf.documents === null) return failed(gone)
    const fault = documentFault(tenant, document, at)
    if (fault !== undefined) return failed(fault)
    const fresh = await holding(document)
    if (shelf.documents === null) return failed(gone)
    const place = placeOf(tenant, document.id)
    const before = shelf.documents.get(place)
    if (before === undefined) shelf.documents.set(place, fresh)
    return before === undefined || isSame(before, fresh)
      ? done(null)
      : failed({ _tag: "DocumentConflict", rule: "TEXT-STORE-1", id: document.id })
  }

const read =
  (shelf: Shelf): TextStore["read"] =>
  async (tenant, id) => {
    if (shelf.documents === null) return failed(gone)
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", id))
    if (fault !== undefined) return failed(fault)
    const document = shelf.documents.get(placeOf(tenant, id))
    return done(document === undefined ? null : kept(document))
  }

const redact =
  (shelf: Shelf): TextStore["redact"] =>
  async (tenant, { at, id, sections }) => {
    if (shelf.documents === null) return failed(gone)
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", id) ?? numberFault("at", at))
    if (fault !== undefined) return failed(fault)
    const place = placeOf(tenant, id)
    const document = shelf.documents.get(place)
    const stranger = sections.find((name) => document?.sections.some((section) => section.name === name) !== true)
    if (document === undefined || stranger !== undefined)
      return failed({
        ...{ _tag: "UnknownDocument", rule: "TEXT-STORE-2", id },
        section: document === undefined ? null : (stranger ?? null),
      })
    shelf.documents.set(place, blackedOut(document, sections, at))
    return done(null)
  }

/** A text store that lives as long as the process: for tests and first runs. */
export const openMemoryTextStore = (): TextStore => {
  const name = "texts-memory"
  const shelf: Shelf = { documents: new Map() }
  return {
    name,
    put: answerAs(name, put(shelf)),
    read: answerAs(name, read(shelf)),
    redact: answerAs(name, redact(shelf)),
    compact: answerAs(name, async () => (shelf.documents === null ? failed(gone) : done(null))),
    [Symbol.asyncDispose]: async () => {
      shelf.documents = null
    },
  }
}
