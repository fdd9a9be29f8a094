import type { Answering } from "./answer.ts"
import type { StoreFault } from "./store/failures.ts"

/** A part of a document that can be blacked out by itself. */
export interface TextSection {
  readonly name: string
  readonly text: string
  /** Random, at least 128 bits as hex: without it the commitment of a short text could be guessed. */
  readonly salt: string
}

/** A document as it is kept. It never changes: an amended text is another document. */
export interface TextDocument {
  readonly id: string
  readonly sections: ReadonlyArray<TextSection>
}

/** A section as it stands. After it was blacked out text and salt are gone, and the commitment in the log is what remains. */
export interface KeptSection {
  readonly name: string
  readonly text: string | null
  readonly salt: string | null
}

/** A document as it stands; `redactedAt` is when a part of it was last blacked out, in milliseconds since 1970. */
export interface KeptDocument {
  readonly id: string
  readonly sections: ReadonlyArray<KeptSection>
  readonly redactedAt: number | null
}

/** A document of this id is kept already, with other sections. Rule TEXT-STORE-1. */
export interface DocumentConflict {
  readonly _tag: "DocumentConflict"
  readonly rule: "TEXT-STORE-1"
  readonly id: string
}

/** There is no such document, or no such section in it (`section`; null: no such document). Rule TEXT-STORE-2. */
export interface UnknownDocument {
  readonly _tag: "UnknownDocument"
  readonly rule: "TEXT-STORE-2"
  readonly id: string
  readonly section: string | null
}

/**
 * Where texts lie: proposals, resolutions, minutes, comments. The log holds a salted commitment for each section and the
 * digest of the document over them, so that a document with sections blacked out still proves against what was decided.
 */
export interface TextStore {
  readonly name: string
  /** Keeps a document; keeping the same one again changes nothing. It is kept before the command that names it. */
  readonly put: (tenant: string, document: TextDocument, at: number) => Answering<null, DocumentConflict | StoreFault>
  readonly read: (tenant: string, id: string) => Answering<KeptDocument | null, StoreFault>
  /** Takes text and salt of these sections away for good. Blacking out what is black already changes nothing. */
  readonly redact: (
    tenant: string,
    what: { readonly id: string; readonly sections: ReadonlyArray<string>; readonly at: number },
  ) => Answering<null, UnknownDocument | StoreFault>
  /** Rewrites the files, so that nothing blacked out is left in free pages or logs. Run it after `redact`. */
  readonly compact: () => Answering<null, StoreFault>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
