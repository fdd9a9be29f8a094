import { Digest, Id, Text } from "@jinlin/core/kernel"
import * as Schema from "effect/Schema"

const Sections = Schema.Array(Schema.Struct({ name: Id, commitment: Digest }))

/** What may be asked of the record of a text. */
export const TextCommand = Schema.Union([
  /** Note what a document commits to: each section by itself, and the document over them. */
  Schema.TaggedStruct("RecordText", { sections: Sections, digest: Digest }),
  /** Note that sections of it were blacked out, and why. */
  Schema.TaggedStruct("RecordRedaction", { sections: Schema.Array(Id), reason: Text }),
])
export type TextCommand = typeof TextCommand.Type

/** What happened to a text. Stored for ever: add cases, never rename one. */
export const TextEvent = Schema.Union([
  /** `conference`: whose text it is, by whose record posts are held. */
  Schema.TaggedStruct("TextRecorded", { sections: Sections, digest: Digest, conference: Id }),
  Schema.TaggedStruct("TextRedacted", { sections: Schema.Array(Id), reason: Text }),
])
export type TextEvent = typeof TextEvent.Type

/** What the log knows of one document. */
export interface TextRecord {
  /** Whose text it is; null while it is not on record. */
  readonly conference: string | null
  readonly digest: typeof Digest.Type | null
  readonly sections: typeof Sections.Type
  readonly redacted: ReadonlyArray<string>
}

/** The document is on record already: an amended text is another document. Rule TEXT-RECORD-1. */
export interface TextOnRecord {
  readonly _tag: "TextOnRecord"
  readonly rule: "TEXT-RECORD-1"
  readonly digest: string
}

/** The digest that was given is not the one over these commitments. Rule TEXT-RECORD-1. */
export interface TextDigestDiffers {
  readonly _tag: "TextDigestDiffers"
  readonly rule: "TEXT-RECORD-1"
  readonly expected: string
}

/** The document is not on record, or has no such sections; `sections` lists those that are missing. Rules TEXT-RECORD-2, TEXT-RECORD-6. */
export interface TextNotOnRecord {
  readonly _tag: "TextNotOnRecord"
  readonly rule: "TEXT-RECORD-2" | "TEXT-RECORD-6"
  readonly sections: ReadonlyArray<string>
}
