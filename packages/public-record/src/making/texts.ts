import { accept, type Checked, type Digest, digestOf, digestOfSections, refuse } from "@jinlin/core/kernel"
import type { PublicDisclosure } from "../model/disclosure.ts"
import type { PublicSection, PublicText } from "../model/record.ts"
import type { BlackedOut, NotWritable } from "./refusals.ts"

/** A document as a text store keeps it. Of a section that is blacked out there, text and salt are gone and the commitment must be given. */
export interface RecordDocument {
  readonly sections: ReadonlyArray<{
    readonly name: string
    readonly salt: string | null
    readonly text: string | null
    /** Only read where text and salt are gone. */
    readonly commitment?: Digest | undefined
  }>
}

/** Sections of a document that somebody has read for personal information, and that may be shown without a disclosure. */
export interface ReleasedSections {
  readonly document: Digest
  readonly sections: ReadonlyArray<string>
}

/** What decides whether a section is shown. */
export interface Showing {
  /** Commitments that a disclosure which stands shows. */
  readonly shown: ReadonlySet<string>
  /** Commitments that a disclosure which stands blacks out: shown nowhere, in whatever document they stand. */
  readonly hidden: ReadonlySet<string>
  readonly released: ReadonlyArray<ReleasedSections>
}

/** A disclosure that another one has taken the place of says no more what is shown. */
const stands = ({ status }: PublicDisclosure): boolean => status === "posted" || status === "completed"

/** What the disclosures that stand show and black out. */
export const showingOf = (
  disclosures: ReadonlyArray<PublicDisclosure>,
  released: ReadonlyArray<ReleasedSections>,
): Showing => {
  const sections = disclosures.filter(stands).flatMap((one) => one.sections)
  const commitments = (shown: boolean) =>
    new Set(sections.filter((section) => section.shown === shown).map(({ commitment }) => commitment))
  return { shown: commitments(true), hidden: commitments(false), released }
}

type Given = RecordDocument["sections"][number]

const committed = ({ commitment, name, salt, text }: Given): Checked<PublicSection, NotWritable> => {
  if (salt === null || text === null)
    return commitment === undefined
      ? refuse({ _tag: "NotWritable", rule: "RECORD-2", place: `texts.${name}` })
      : accept({ name, commitment, shown: null })
  const digest = digestOf({ name, salt, text })
  return digest.ok
    ? accept({ name, commitment: digest.value, shown: { salt, text } })
    : refuse({ _tag: "NotWritable", rule: "RECORD-2", place: `texts.${name}` })
}

/** A document with what may be shown of it, and a section that somebody wants shown although it is blacked out. */
export const publicText = (
  { sections }: RecordDocument,
  { hidden, released, shown }: Showing,
): Checked<PublicText, BlackedOut | NotWritable> => {
  const all: Array<PublicSection> = []
  for (const section of sections) {
    const known = committed(section)
    if (!known.ok) return known
    all.push(known.value)
  }
  const document = digestOfSections(all)
  const free = new Set(released.filter((one) => one.document === document).flatMap((one) => one.sections))
  const against = all.find(({ commitment, name }) => free.has(name) && hidden.has(commitment))
  if (against !== undefined) return refuse({ _tag: "BlackedOut", rule: "RECORD-6", document, section: against.name })
  const [first, ...others] = all.map((section): PublicSection => {
    const { commitment, name } = section
    return (shown.has(commitment) || free.has(name)) && !hidden.has(commitment) ? section : { ...section, shown: null }
  })
  if (first === undefined) return refuse({ _tag: "NotWritable", rule: "RECORD-2", place: "texts" })
  return accept({ document, sections: [first, ...others] })
}
