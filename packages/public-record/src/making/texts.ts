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
  /** The words behind them, as `wordsIn` spells them, as far as a document of the host has them: shown nowhere under any salt. */
  readonly words: ReadonlySet<string>
  readonly released: ReadonlyArray<ReleasedSections>
}

/** A disclosure that another one has taken the place of says no more what is shown. */
const stands = ({ status }: PublicDisclosure): boolean => status === "posted" || status === "completed"

type Given = RecordDocument["sections"][number]

/** A section by what it says and not by its salt, which every document draws anew; nothing: its words are gone. */
const wordsIn = ({ name, text }: Pick<Given, "name" | "text">): string | undefined =>
  text === null ? undefined : JSON.stringify([name, text.normalize("NFC")])

/** What the disclosures that stand show and black out. */
export const showingOf = (
  disclosures: ReadonlyArray<PublicDisclosure>,
  released: ReadonlyArray<ReleasedSections>,
  documents: ReadonlyArray<RecordDocument>,
): Showing => {
  const sections = disclosures.filter(stands).flatMap((one) => one.sections)
  const commitments = (shown: boolean): ReadonlySet<string> =>
    new Set(sections.filter((section) => section.shown === shown).map(({ commitment }) => commitment))
  const [shown, hidden] = [commitments(true), commitments(false)]
  const words = documents.flatMap((document) =>
    document.sections.flatMap((section) => {
      const known = committed(section)
      return known.ok && hidden.has(known.value.commitment) ? (wordsIn(section) ?? []) : []
    }),
  )
  return { shown, hidden, words: new Set(words), released }
}

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
  { hidden, released, shown, words }: Showing,
): Checked<PublicText, BlackedOut | NotWritable> => {
  const all: Array<PublicSection> = []
  for (const section of sections) {
    const known = committed(section)
    if (!known.ok) return known
    all.push(known.value)
  }
  const document = digestOfSections(all)
  const free = new Set(released.filter((one) => one.document === document).flatMap((one) => one.sections))
  const isHidden = ({ commitment, name, shown: told }: PublicSection): boolean =>
    hidden.has(commitment) || words.has(wordsIn({ name, text: told?.text ?? null }) ?? "")
  const against = all.find((section) => free.has(section.name) && isHidden(section))
  if (against !== undefined) return refuse({ _tag: "BlackedOut", rule: "RECORD-6", document, section: against.name })
  const [first, ...others] = all.map((section): PublicSection => {
    const { commitment, name } = section
    return (shown.has(commitment) || free.has(name)) && !isHidden(section) ? section : { ...section, shown: null }
  })
  if (first === undefined) return refuse({ _tag: "NotWritable", rule: "RECORD-2", place: "texts" })
  return accept({ document, sections: [first, ...others] })
}
