import { decodeStrictly, Id, LongText, type NonEmpty, type Refusal, Text } from "@jinlin/core/kernel"
import { type KeptDocument, type TextDocument, type TextStore, tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { answering } from "../shell/answering.ts"
import { load } from "../shell/engine.ts"
import type { Office, Outcome } from "../shell/execute.ts"
import { identify } from "../shell/identify.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { type ActorClaim, placed } from "../shell/request.ts"
import { commitmentsOf } from "./commitments.ts"
import { texts as process } from "./hosted.ts"
import { type DocumentProof, proveDocument } from "./proof.ts"
import { salted } from "./salts.ts"
import type { TextNotOnRecord, TextRecord } from "./text-record.ts"

/** Texts are asked of a jinlin that was given no text store. Rule TEXT-RECORD-4. */
export interface NoTextStore {
  readonly _tag: "NoTextStore"
  readonly rule: "TEXT-RECORD-4"
}

/** Which document, by whose record posts are held, and who asks. */
interface AboutText {
  readonly tenant: string
  /** The command's id, for what is written; sent again it gives the same answer. */
  readonly id: string
  readonly document: string
  readonly conference: string
  readonly actor: ActorClaim
}

/** A document that is to be kept, in sections that can be blacked out one by one. */
export interface KeepText extends AboutText {
  readonly sections: ReadonlyArray<{ readonly name: string; readonly text: string }>
}

/** Sections that are to be blacked out for good, and why. */
export interface RedactText extends AboutText {
  readonly sections: ReadonlyArray<string>
  readonly reason: string
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

/** Texts, with the record of them in the log. */
export interface TextDesk {
  /** Keeps a document and records what it commits to. The words go to the text store, the commitments to the log. */
  readonly keep: (text: KeepText) => Promise<Outcome>
  /** Records that sections are blacked out, and then takes their words away. */
  readonly redact: (what: RedactText) => Promise<Outcome>
  /** The document for whoever holds a post of the conference, held against its record. */
  readonly read: (about: Omit<AboutText, "id">) => Promise<TextAnswer<ProvedText>>
}

const Sections = decodeStrictly(Schema.NonEmptyArray(Schema.Struct({ name: Id, text: LongText })))
const Reason = decodeStrictly(Text)

const refused = (refusal: PlacedRefusal): { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> } => ({
  ok: false,
  refusals: [refusal],
})

const sameWords = (kept: KeptDocument, sections: KeepText["sections"]): boolean =>
  kept.sections.length === sections.length &&
  kept.sections.every(({ name, text }, place) => name === sections[place]?.name && text === sections[place]?.text)

/** What the log knows of the document. */
const recordOf = async ({ engine }: Office, tenant: string, document: string) =>
  load(engine, { tenant, process, subject: document }, engine.store.capabilities.shared)

/** Who may not keep a text leaves none behind: the record is decided before any word is kept. Rule TEXT-RECORD-3. */
const mayRecord = async (office: Office, about: AboutText): Promise<Refusal | undefined> => {
  const { actor, conference, document, tenant } = about
  const instant = office.engine.clock.now()
  const claim = { tenant, conference, actor, command: "RecordText", instant }
  const identified = await identify(office.engine, office.directory, claim)
  if (!identified.ok) return identified.refusal
  const record = await recordOf(office, tenant, document)
  return record.ok ? undefined : record.failure
}

/** The document with its salts: those that it has already, where it was put before and something went wrong after that. */
const withSalts = async (
  store: TextStore,
  { document: id, sections, tenant }: KeepText,
): Promise<{ readonly document: TextDocument } | { readonly failure: Refusal }> => {
  const kept = await store.read(tenant, id)
  if (!kept.ok) return { failure: kept.failure }
  const before = kept.value
  if (before === null || !sameWords(before, sections)) return { document: { id, sections: salted(sections) } }
  const again = before.sections.map(({ name, salt, text }) => ({ name, text: text ?? "", salt: salt ?? "" }))
  return { document: { id, sections: again } }
}

const asking = (
  office: Office,
  { actor, conference, document, id, tenant }: AboutText,
  command: object,
): Promise<Outcome> => answering(office, { tenant, id, process: "text", subject: document, conference, actor, command })

const keep = async (office: Office, store: TextStore, text: KeepText): Promise<Outcome> => {
  const read = Sections(text.sections)
  if (!read.ok) {
    const [first, ...others] = read.refusal
    return { ok: false, refusals: [placed(first, ["sections"]), ...others.map((one) => placed(one, ["sections"]))] }
  }
  const denied = await mayRecord(office, text)
  if (denied !== undefined) return refused(denied)
  const made = await withSalts(store, text)
  if ("failure" in made) return refused(made.failure)
  const committed = commitmentsOf(made.document)
  if (!committed.ok) return refused(placed(committed.refusal, ["sections"]))
  const put = await store.put(text.tenant, made.document, office.engine.clock.now())
  if (!put.ok) return refused(put.failure)
  const { digest, sections } = committed.value
  return asking(office, text, { _tag: "RecordText", sections, digest })
}

const redact = async (office: Office, store: TextStore, what: RedactText): Promise<Outcome> => {
  const reason = Reason(what.reason)
  if (!reason.ok) return refused(placed(reason.refusal[0], ["reason"]))
  const recorded = await asking(office, what, { _tag: "RecordRedaction", sections: what.sections, reason: what.reason })
  if (!recorded.ok) return recorded
  const { document: id, sections, tenant } = what
  const gone = await store.redact(tenant, { id, sections, at: office.engine.clock.now() })
  return gone.ok ? recorded : refused(gone.failure)
}

const read = async (
  office: Office,
  store: TextStore,
  about: Omit<AboutText, "id">,
): Promise<TextAnswer<ProvedText>> => {
  const { document, tenant } = about
  const fault = tenantFault(tenant)
  if (fault !== undefined) return refused(fault)
  const denied = await mayRecord(office, { ...about, id: "read" })
  if (denied !== undefined) return refused(denied)
  const record = await recordOf(office, tenant, document)
  if (!record.ok) return refused(record.failure)
  const { digest, sections } = record.value.state as TextRecord
  const kept = await store.read(tenant, document)
  if (!kept.ok) return refused(kept.failure)
  const unknown: TextNotOnRecord = { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: [] }
  if (digest === null || kept.value === null) return refused(unknown)
  return { ok: true, value: { document: kept.value, digest, proof: proveDocument(kept.value, { digest, sections }) } }
}

/** Texts at this office; without a text store every question is refused. */
export const textDesk = (office: Office, store: TextStore | undefined): TextDesk => {
  const none: NoTextStore = { _tag: "NoTextStore", rule: "TEXT-RECORD-4" }
  return {
    keep: async (text) => (store === undefined ? refused(none) : keep(office, store, text)),
    redact: async (what) => (store === undefined ? refused(none) : redact(office, store, what)),
    read: async (about) => (store === undefined ? refused(none) : read(office, store, about)),
  }
}
