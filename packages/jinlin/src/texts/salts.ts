import { randomBytes } from "node:crypto"
import type { KeptDocument, TextSection } from "@jinlin/sdk"

/** So many bytes of a salt: 128 bits, so that nobody tries them all. */
const saltBytes = 16

/** Random bytes; a test hands in its own. */
export type DrawBytes = (length: number) => Uint8Array

/** A salt as hex. Rule COMMITMENT-1. */
export const drawSalt = (draw: DrawBytes = randomBytes): string => Buffer.from(draw(saltBytes)).toString("hex")

/** What is said of the salts of a document: those of an earlier revision, and where new ones come from. */
export interface Salting {
  readonly before?: KeptDocument | null
  readonly draw?: DrawBytes
}

/**
 * Sections with a salt each, ready to be kept: that of the section of this name and these very words in the revision before, and
 * else a new one. What was blacked out has neither words nor a salt. Rule COMMITMENT-1.
 */
export const salted = (
  sections: ReadonlyArray<{ readonly name: string; readonly text: string }>,
  { before = null, draw = randomBytes }: Salting = {},
): ReadonlyArray<TextSection> =>
  sections.map(({ name, text }) => {
    const same = before?.sections.find((one) => one.name === name && one.text === text)
    return { name, text, salt: same?.salt ?? drawSalt(draw) }
  })
