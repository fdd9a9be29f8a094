import type { Disclosure } from "@jinlin/core/disclosure"
import type { NonEmpty } from "@jinlin/core/kernel"
import type { KeptDocument, TextPlace } from "@jinlin/sdk"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { commitmentOf } from "../texts/commitments.ts"

/** A section as it is shown: with the salt by which its words prove against the commitment, or blacked out. */
export interface RenderedSection {
  readonly name: string
  readonly commitment: string
  readonly text: string | null
  readonly salt: string | null
}

/** A disclosure with its words. */
export interface RenderedDisclosure {
  readonly disclosure: string
  /** The digest over all commitments, which is the one that was decided or reported. */
  readonly document: string
  readonly preparation: number
  readonly sections: ReadonlyArray<RenderedSection>
  /** Whether a vault was asked for names; if not, a person checked. */
  readonly looked: boolean
  /** The digest of the public record, to be printed beside it; null: no record was handed in. */
  readonly record: string | null
}

/** Nobody has drawn it up. Rule PUBLISH-1. */
export interface NothingDrawnUp {
  readonly _tag: "NothingDrawnUp"
  readonly rule: "PUBLISH-1"
  readonly disclosure: string
}

/** The document is not the one that was drawn up: these sections are missing, elsewhere, or of other words. Rule PUBLISH-2. */
export interface WordsDiffer {
  readonly _tag: "WordsDiffer"
  readonly rule: "PUBLISH-2"
  readonly document: string
  readonly sections: ReadonlyArray<string>
}

/** A name that the vault knows stands in a shown section, at these places; never which one. Rule PUBLISH-3. */
export interface NameInText {
  readonly _tag: "NameInText"
  readonly rule: "PUBLISH-3"
  readonly section: string
  readonly places: ReadonlyArray<TextPlace>
}

/** No vault can look for names, and nobody has checked the text. Rules PUBLISH-4 and PUBLISH-7. */
export interface VaultCannotLook {
  readonly _tag: "VaultCannotLook"
  readonly rule: "PUBLISH-4" | "PUBLISH-7"
  /** The disclosure, or the matter whose record was asked for. */
  readonly disclosure: string
}

/** What came of rendering. */
export type Rendered =
  | { readonly ok: true; readonly value: RenderedDisclosure }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

/**
 * The sections of a disclosure with the words of a document, where those are the words that were drawn up; or the names of the
 * sections that differ. Rule PUBLISH-2.
 */
export const sectionsWith = (
  { sections }: Pick<Disclosure, "sections">,
  kept: KeptDocument,
): { readonly sections: ReadonlyArray<RenderedSection> } | { readonly differ: ReadonlyArray<string> } => {
  const differ: Array<string> = []
  const rendered = sections.map(({ commitment, name, shown }, place): RenderedSection => {
    const here = kept.sections[place]
    const { salt, text } = here?.name === name ? here : { salt: null, text: null }
    const words = text === null || salt === null ? undefined : { name, salt, text }
    const found = words && commitmentOf(words)
    const isProved = found?.ok === true && found.value === commitment
    // What is blacked out here may be blacked out there too; its words, where they are there, must be the ones.
    if (here?.name !== name || (words === undefined ? shown : !isProved)) differ.push(name)
    return { name, commitment, ...(shown && words !== undefined ? words : { text: null, salt: null }) }
  })
  const added = kept.sections.slice(sections.length).map(({ name }) => name)
  return differ.length + added.length === 0 ? { sections: rendered } : { differ: [...differ, ...added] }
}
