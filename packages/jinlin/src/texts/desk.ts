import type { NonEmpty } from "@jinlin/core/kernel"
import type { KeptDocument, TextStore } from "@jinlin/sdk"
import type { UnexpectedFault } from "../shell/answering.ts"
import type { Office, Outcome } from "../shell/execute.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { kindOf } from "../workers/contained.ts"
import { readingFault } from "./admitting.ts"
import type { Asked, KeepText, ReadText, RedactText } from "./asked.ts"
import { readKeepText, readReadText, readRedactText } from "./asked.ts"
import { keep, recordOf, redact } from "./keeping.ts"
import { type DocumentProof, proveDocument } from "./proof.ts"
import type { TextNotOnRecord, TextRecord } from "./text-record.ts"

/** Texts are asked of a jinlin that was given no text store. Rule TEXT-RECORD-4. */
export interface NoTextStore {
  readonly _tag: "NoTextStore"
  readonly rule: "TEXT-RECORD-4"
}

/** A document as it stands, and how it stands to what the log recorded of it. */
export interface ProvedText {
  readonly document: KeptDocument
  readonly digest: string
  readonly proof: DocumentProof
}

/** Either a value, or every reason against it. */
export type TextAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

/** Texts, with the record of them in the log. Whatever is asked is read strictly and answered; nothing throws. */
export interface TextDesk {
  /** Keeps a document and records what it commits to. The words go to the text store, the commitments to the log. */
  readonly keep: (text: KeepText) => Promise<Outcome>
  /** Records that sections are blacked out, and then takes their words away. */
  readonly redact: (what: RedactText) => Promise<Outcome>
  /** The document for whoever has a seat on the conference in whose record it stands, held against its record. */
  readonly read: (about: ReadText) => Promise<TextAnswer<ProvedText>>
}

type Refused = Extract<TextAnswer<never>, { readonly ok: false }>

const refused = (refusal: PlacedRefusal): Refused => ({ ok: false, refusals: [refusal] })

/** A text of another conference is as good as none, so that nobody learns of it by asking. Rule TEXT-RECORD-5. */
const read = async (office: Office, store: TextStore, about: ReadText): Promise<TextAnswer<ProvedText>> => {
  const { conference, document, tenant } = about
  const denied = await readingFault(office, about)
  if (denied !== undefined) return refused(denied)
  const record = await recordOf(office, tenant, document)
  if (!record.ok) return refused(record.failure)
  const { digest, sections, ...standing } = record.value.state as TextRecord
  const unknown: TextNotOnRecord = { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: [] }
  if (digest === null || standing.conference !== conference) return refused(unknown)
  const kept = await store.read(tenant, document)
  if (!kept.ok) return refused(kept.failure)
  if (kept.value === null) return refused(unknown)
  return { ok: true, value: { document: kept.value, digest, proof: proveDocument(kept.value, { digest, sections }) } }
}

/** A question: how it is read, and what is done with what was read. */
interface Question<Value, Answer> {
  readonly read: (input: unknown) => Asked<Value>
  readonly answer: (office: Office, store: TextStore, value: Value) => Promise<Answer>
}

/** Reads a question and answers it, whatever happens. Rules TEXT-RECORD-4, SHELL-8, SHELL-12. */
const desk =
  (office: Office, store: TextStore | undefined) =>
  <Value, Answer>({ answer, read }: Question<Value, Answer>) =>
  async (input: unknown): Promise<Answer | Refused> => {
    const none: NoTextStore = { _tag: "NoTextStore", rule: "TEXT-RECORD-4" }
    if (store === undefined) return refused(none)
    try {
      const asked = read(input)
      return asked.ok ? await answer(office, store, asked.value) : asked
    } catch (thrown) {
      const fault: UnexpectedFault = { _tag: "UnexpectedFault", rule: "SHELL-12", detail: kindOf(thrown) }
      return refused(fault)
    }
  }

/** Texts at this office; without a text store every question is refused. */
export const textDesk = (office: Office, store: TextStore | undefined): TextDesk => {
  const answering = desk(office, store)
  return {
    keep: answering({ read: readKeepText, answer: keep }),
    redact: answering({ read: readRedactText, answer: redact }),
    read: answering({ read: readReadText, answer: read }),
  }
}
