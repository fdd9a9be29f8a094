import { CalendarData, CivilDate, Digest, Id, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"
import { PublicDeliberation } from "./deliberation.ts"
import { PublicDisclosure } from "./disclosure.ts"
import { PublicCoGovernance, PublicCovenant } from "./histories.ts"

/** A section of a document: shown with its salt, so that it proves against the commitment, or blacked out. */
export const PublicSection = Schema.Struct({
  name: Id,
  commitment: Digest,
  shown: Schema.NullOr(Schema.Struct({ salt: Schema.String, text: Schema.String })),
})
export type PublicSection = typeof PublicSection.Type

/** A document under the digest that was decided, reported, raised or answered. */
export const PublicText = Schema.Struct({ document: Digest, sections: Schema.NonEmptyArray(PublicSection) })
export type PublicText = typeof PublicText.Type

/** What the record is of, and how it stood on which day. */
export const PublicMatter = Schema.Struct({
  matter: Id,
  title: Text,
  community: Id,
  /** The day on which the record was made. */
  asOf: CivilDate,
  deliberations: Schema.Array(Id),
  disclosures: Schema.Array(Id),
  coGovernance: Schema.NullOr(Id),
  covenant: Schema.NullOr(Id),
})
export type PublicMatter = typeof PublicMatter.Type

const part = <Content extends Schema.Constraint>(content: Content) => Schema.Struct({ digest: Digest, content })

/** The name and edition of the format; another edition has another number. */
export const recordFormat = "jinlin.public-record/1"

/**
 * Everything that anybody may know of a matter, with everything needed to recompute what came of it. `digest` of a part is that of
 * its content; `digest` of the record is over those of its parts, and is what a notice prints.
 */
export const PublicRecord = Schema.Struct({
  format: Schema.Literal(recordFormat),
  digest: Digest,
  parts: Schema.Struct({
    matter: part(PublicMatter),
    coGovernance: Schema.NullOr(part(PublicCoGovernance)),
    covenant: Schema.NullOr(part(PublicCovenant)),
    deliberations: Schema.Array(part(PublicDeliberation)),
    disclosures: Schema.Array(part(PublicDisclosure)),
    texts: Schema.Array(part(PublicText)),
    calendars: Schema.Array(part(CalendarData)),
  }),
}).annotate({ identifier: "PublicRecord", description: "The public record of a matter, to be read and recomputed" })
export type PublicRecord = typeof PublicRecord.Type
