import { type Digest, digestOf } from "@jinlin/core/kernel"
import type { PublicRecord } from "../model/record.ts"

/** One part of a record: its content and the digest that stands beside it. */
export interface RecordPart {
  /** Such as `matter` or `deliberations.0`. */
  readonly part: string
  readonly digest: Digest
  readonly content: unknown
}

type Parts = PublicRecord["parts"]

const lists = ["deliberations", "disclosures", "texts", "calendars"] as const

/** Every part of a record, in the order in which the file names them to a reader. */
export const partsOf = (parts: Parts): ReadonlyArray<RecordPart> => [
  { part: "matter", ...parts.matter },
  ...(parts.coGovernance === null ? [] : [{ part: "coGovernance", ...parts.coGovernance }]),
  ...(parts.covenant === null ? [] : [{ part: "covenant", ...parts.covenant }]),
  ...lists.flatMap((list) => parts[list].map((one, index) => ({ part: `${list}.${index}`, ...one }))),
]

interface Digested {
  readonly digest: Digest | undefined
}

/** The digests of a record, each where its part stands. */
interface DigestedParts {
  readonly matter: Digested
  readonly coGovernance: Digested | null
  readonly covenant: Digested | null
  readonly deliberations: ReadonlyArray<Digested>
  readonly disclosures: ReadonlyArray<Digested>
  readonly texts: ReadonlyArray<Digested>
  readonly calendars: ReadonlyArray<Digested>
}

const digestsOf = (parts: ReadonlyArray<Digested>) => parts.map(({ digest }) => digest)

/**
 * What the digest of the whole is over: the format, and of each part its digest in the place where the part stands. Whoever has the
 * digest of the record and this list can prove one part alone. Rule RECORD-8.
 */
export const digestedIn = ({ format, parts }: { readonly format: string; readonly parts: DigestedParts }): unknown => ({
  format,
  parts: {
    matter: parts.matter.digest,
    coGovernance: parts.coGovernance?.digest ?? null,
    covenant: parts.covenant?.digest ?? null,
    deliberations: digestsOf(parts.deliberations),
    disclosures: digestsOf(parts.disclosures),
    texts: digestsOf(parts.texts),
    calendars: digestsOf(parts.calendars),
  },
})

/** The digest of a content; nothing where it has no canonical JSON. */
export const digestIn = (content: unknown): Digest | undefined => {
  const digest = digestOf(content)
  return digest.ok ? digest.value : undefined
}
