import type { CanonicalRefusal, Checked, Digest, Located } from "@jinlin/core/kernel"
import { accept, canonicalJson, digestOf, digestOfSections } from "@jinlin/core/kernel"
import type { TextDocument, TextSection } from "@jinlin/sdk"

/** What the log holds of a section: nobody can guess the text from it without the salt. */
export interface SectionCommitment {
  readonly name: string
  readonly commitment: Digest
}

/** What the log holds of a document: a commitment for each section in order, and one digest over them. */
export interface DocumentCommitments {
  readonly sections: ReadonlyArray<SectionCommitment>
  readonly digest: Digest
}

/** A text that has no canonical JSON, such as one with half a surrogate pair; `path` leads to the place. */
export type UncommittableText = Located<CanonicalRefusal>

/** The digest of canonical JSON of name, salt and text: `{"name":…,"salt":…,"text":…}`. Rule COMMITMENT-1. */
export const commitmentOf = ({ name, salt, text }: TextSection): Checked<Digest, UncommittableText> =>
  digestOf({ name, salt, text })

/** The digest of canonical JSON of the list: `[{"commitment":…,"name":…},…]`. Rule COMMITMENT-2. */
export const digestOver = (
  sections: ReadonlyArray<{ readonly name: string; readonly commitment: string }>,
): Checked<Digest, UncommittableText> => {
  const text = canonicalJson(sections.map(({ commitment, name }) => ({ name, commitment })))
  return text.ok ? accept(digestOfSections(sections)) : text
}

/** What a document commits to. */
export const commitmentsOf = ({ sections }: TextDocument): Checked<DocumentCommitments, UncommittableText> => {
  const committed: Array<SectionCommitment> = []
  for (const section of sections) {
    const commitment = commitmentOf(section)
    if (!commitment.ok) return commitment
    committed.push({ name: section.name, commitment: commitment.value })
  }
  const digest = digestOver(committed)
  return digest.ok ? accept({ sections: committed, digest: digest.value }) : digest
}
