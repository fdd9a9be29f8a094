import { randomBytes } from "node:crypto"
import type { TextSection } from "@jinlin/sdk"

/** So many bytes of a salt: 128 bits, so that nobody tries them all. */
const saltBytes = 16

/** Random bytes; a test hands in its own. */
export type DrawBytes = (length: number) => Uint8Array

/** A salt as hex. Rule COMMITMENT-1. */
export const drawSalt = (draw: DrawBytes = randomBytes): string => Buffer.from(draw(saltBytes)).toString("hex")

/** Sections with a salt of their own each, ready to be kept. */
export const salted = (
  sections: ReadonlyArray<{ readonly name: string; readonly text: string }>,
  draw: DrawBytes = randomBytes,
): ReadonlyArray<TextSection> => sections.map(({ name, text }) => ({ name, text, salt: drawSalt(draw) }))
