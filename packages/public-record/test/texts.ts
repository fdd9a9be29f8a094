import { digestOf, digestOfSections, type Section } from "@jinlin/core/kernel"
import type { RecordDocument } from "../src/index.ts"

/** Words by clause; the salt of a clause is made from its words, so that a clause that stays keeps its salt. */
export type Words = Readonly<Record<string, string>>

const saltOf = (name: string, text: string): string => {
  const digest = digestOf({ name, text, drawn: "for tests alone" })
  return digest.ok ? digest.value.slice(8, 40) : ""
}

/** A document as a text store keeps it. */
export const documentOf = (words: Words): RecordDocument => ({
  sections: Object.entries(words).map(([name, text]) => ({ name, salt: saltOf(name, text), text })),
})

/** What the log has of it. */
export const sectionsOf = (words: Words): readonly [Section, ...ReadonlyArray<Section>] => {
  const [first, ...others] = documentOf(words).sections.map(({ name, salt, text }): Section => {
    const digest = digestOf({ name, salt, text })
    if (!digest.ok) throw new Error(`no commitment for ${name}`)
    return { name, commitment: digest.value }
  })
  if (first === undefined) throw new Error("a text has a section")
  return [first, ...others]
}

/** The digest that is decided on. */
export const digestOfWords = (words: Words) => digestOfSections(sectionsOf(words))
