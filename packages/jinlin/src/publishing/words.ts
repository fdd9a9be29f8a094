import type { Refusal } from "@jinlin/core/kernel"
import type { RecordDocument } from "@jinlin/public-record"
import { type Answer, done, type KeptDocument, type TextStore } from "@jinlin/sdk"
import type { KnownDocument, Linked } from "./linked.ts"

/** The documents of which a record speaks, by everything that stands in it, as far as their words are known. */
export type Words = (spoken: ReadonlySet<string>) => Promise<Answer<ReadonlyArray<RecordDocument>, Refusal>>

/** Which documents a text store is asked for. */
interface Sought {
  readonly tenant: string
  readonly linked: Linked
  /** Documents of which the log has no record. */
  readonly documents?: ReadonlyArray<string> | undefined
}

/** A document with the commitments of the log, by which what was blacked out is known. */
const asGiven = ({ sections }: KeptDocument, known: KnownDocument | undefined): RecordDocument => ({
  sections: sections.map((section, place) => {
    const here = known?.sections[place]
    return here?.name === section.name ? { ...section, commitment: here.commitment } : section
  }),
})

/** The words of a text store, as it has them today; what it has no more is left out. */
export const wordsIn =
  (texts: TextStore | undefined, { documents = [], linked, tenant }: Sought): Words =>
  async (spoken) => {
    const known = new Map<string, KnownDocument>()
    const sought = new Set(documents)
    for (const [digest, document] of linked.documents) {
      known.set(document.id, document)
      if (spoken.has(digest)) sought.add(document.id)
    }
    const found: Array<RecordDocument> = []
    for (const id of texts === undefined ? [] : sought) {
      const kept = await texts?.read(tenant, id)
      if (kept?.ok === false) return kept
      if (kept !== undefined && kept.value !== null) found.push(asGiven(kept.value, known.get(id)))
    }
    return done(found)
  }
