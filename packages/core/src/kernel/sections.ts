import { utf8ToBytes } from "@noble/hashes/utils.js"
import * as Schema from "effect/Schema"
import { digestOfBytes } from "./digest.ts"
import { Digest } from "./digest-schema.ts"
import { Id } from "./identity.ts"

/**
 * What the log knows of one part of a document: its name, and a salted commitment to its text. Nobody can guess the text from
 * it without the salt, so that it may stay when the text is blacked out.
 */
export const Section = Schema.Struct({ name: Id, commitment: Digest })
export type Section = typeof Section.Type

/**
 * The digest of a document: SHA-256 of canonical JSON of the ordered list of `{"commitment":…,"name":…}`, whatever else a
 * section carries. Sections that change places make another document. Never refuses: names and commitments that were read are
 * ASCII, and what was not read has a digest too, if one that no document has. Rule DIGEST-5.
 */
export const digestOfSections = (
  sections: ReadonlyArray<{ readonly name: string; readonly commitment: string }>,
): Digest =>
  // Keys stand in canonical order already, and a list of ASCII texts is written in one way only.
  digestOfBytes(utf8ToBytes(JSON.stringify(sections.map(({ commitment, name }) => ({ commitment, name })))))
