import { accept, type Checked, type Refusal, refuse } from "@jinlin/core/kernel"
import type { IdempotencyConflict, KeptDocument, TextDocument, TextStore } from "@jinlin/sdk"
import { alone } from "../hosting/hosted.ts"
import { momentAt } from "../hosting/moment.ts"
import { answering } from "../shell/answering.ts"
import { load } from "../shell/engine.ts"
import type { Office, Outcome } from "../shell/execute.ts"
import type { Standing } from "../shell/loading.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { placed } from "../shell/request.ts"
import { admit, noteAttempt } from "./admitting.ts"
import type { AboutText, KeepText, RedactText } from "./asked.ts"
import { commitmentsOf } from "./commitments.ts"
import { texts as process } from "./hosted.ts"
import { salted } from "./salts.ts"
import type { TextCommand, TextRecord } from "./text-record.ts"

/** What the log knows of a document now. */
export const recordOf = ({ engine }: Office, tenant: string, document: string) =>
  load(engine, { tenant, process, subject: document }, true)

const refused = (refusal: PlacedRefusal): Outcome => ({ ok: false, refusals: [refusal] })

const asking = (office: Office, about: AboutText, command: TextCommand): Promise<Outcome> => {
  const { actor, conference, document, id, tenant } = about
  return answering(office, { tenant, id, process: "text", subject: document, conference, actor, command })
}

type Recording = Extract<TextCommand, { readonly _tag: "RecordText" }>

const recordingOf = (document: TextDocument): Checked<Recording, PlacedRefusal> => {
  const committed = commitmentsOf(document)
  return committed.ok
    ? accept({ _tag: "RecordText", ...committed.value })
    : refuse(placed(committed.refusal, ["sections"]))
}

/** Whether words are those that are kept. What is blacked out can no longer be told apart. */
const sameWords = (kept: KeptDocument, sections: KeepText["sections"]): boolean =>
  kept.sections.length === sections.length &&
  kept.sections.every(({ name, text }, place) => {
    const given = sections[place]
    return name === given?.name && (text === null || text === given.text)
  })

/**
 * The document with the salts that it has, where it was put before and something went wrong after that; else with those of the
 * revision before it, and new ones.
 */
const withSalts = (
  kept: KeptDocument | null,
  { document: id, sections }: KeepText,
  before: KeptDocument | null = null,
): TextDocument => {
  if (kept === null || !sameWords(kept, sections)) return { id, sections: salted(sections, { before }) }
  return { id, sections: kept.sections.map(({ name, salt, text }) => ({ name, text: text ?? "", salt: salt ?? "" })) }
}

/** Why a text must not be kept, decided as the command will be but without writing: no words come first. Rule TEXT-RECORD-3. */
const keepingFault = async (
  office: Office,
  about: KeepText,
  { latest, state }: Standing,
): Promise<PlacedRefusal | undefined> => {
  const { engine } = office
  const { conference, document, id, sections, tenant } = about
  const instant = engine.clock.now()
  const recording = recordingOf({ id: document, sections: salted(sections) })
  if (!recording.ok) return recording.refusal
  const command = recording.value._tag
  const identified = await admit(office, { about, command, instant })
  if (!identified.ok) return identified.refusal
  const { actor } = identified
  const now = momentAt(engine.zoneOf(tenant), Math.max(instant, latest))
  const around = { subject: document, others: new Map(), record: conference, ...alone }
  const handled = process.handle(recording.value, state, { actor, now, ...around })
  const refusal: Refusal | undefined = handled.ok ? undefined : handled.refusals[0]
  if (refusal !== undefined) return noteAttempt(office, { about, command }, { refusal, person: actor.person })
  const known = await engine.store.readCommand(tenant, `command/${id}`)
  const conflict: IdempotencyConflict = { _tag: "IdempotencyConflict", rule: "STORE-3", key: `command/${id}` }
  if (!known.ok) return known.failure
  return known.value === null ? undefined : conflict
}

/**
 * A document on record stays so: nothing is kept, and the answer is that of the command. With the same words it is the command
 * that was recorded, which sent again gets the answer that it got.
 */
const keepAgain = async (
  office: Office,
  store: TextStore,
  { digest, sections, text }: Pick<Recording, "digest" | "sections"> & { readonly text: KeepText },
): Promise<Outcome> => {
  const kept = await store.read(text.tenant, text.document)
  if (!kept.ok) return refused(kept.failure)
  if (kept.value !== null && sameWords(kept.value, text.sections))
    return asking(office, text, { _tag: "RecordText", sections, digest })
  const other = recordingOf(withSalts(null, text))
  return other.ok ? asking(office, text, other.value) : refused(other.refusal)
}

/** The revision before this one: on record in the same conference, and kept. To whom it is none, it is as good as none. */
const revisionBefore = async (
  office: Office,
  store: TextStore,
  { after, conference, tenant }: KeepText,
): Promise<Checked<KeptDocument | null, PlacedRefusal>> => {
  if (after === undefined) return accept(null)
  const record = await recordOf(office, tenant, after)
  if (!record.ok) return refuse(record.failure)
  const standing = record.value.state as TextRecord
  const unknown = { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-6", sections: [] } as const
  const none = placed({ path: ["after"], refusal: unknown })
  if (standing.digest === null || standing.conference !== conference) return refuse(none)
  const kept = await store.read(tenant, after)
  if (!kept.ok) return refuse(kept.failure)
  return kept.value === null ? refuse(none) : accept(kept.value)
}

const keepNew = async (office: Office, store: TextStore, text: KeepText): Promise<Outcome> => {
  const kept = await store.read(text.tenant, text.document)
  if (!kept.ok) return refused(kept.failure)
  const before = await revisionBefore(office, store, text)
  if (!before.ok) return refused(before.refusal)
  const document = withSalts(kept.value, text, before.value)
  const recording = recordingOf(document)
  if (!recording.ok) return refused(recording.refusal)
  const put = await store.put(text.tenant, document, office.engine.clock.now())
  return put.ok ? asking(office, text, recording.value) : refused(put.failure)
}

/** Keeps a text: decided, then its words, then the record of it. Texts of one id take turns. Rules TEXT-RECORD-1, TEXT-RECORD-3. */
export const keep = (office: Office, store: TextStore, text: KeepText): Promise<Outcome> =>
  office.inTurn(`${text.tenant} words of ${text.document}`, async () => {
    const record = await recordOf(office, text.tenant, text.document)
    if (!record.ok) return refused(record.failure)
    const { digest, sections } = record.value.state as TextRecord
    if (digest !== null) return keepAgain(office, store, { digest, sections, text })
    const fault = await keepingFault(office, text, record.value)
    return fault === undefined ? keepNew(office, store, text) : refused(fault)
  })

/** Blacks sections out: recorded first, then their words are taken away. Sent again it does what is left of it. Rule TEXT-RECORD-2. */
export const redact = async (office: Office, store: TextStore, what: RedactText): Promise<Outcome> => {
  const { document: id, reason, sections, tenant } = what
  const recorded = await asking(office, what, { _tag: "RecordRedaction", sections, reason })
  if (!recorded.ok) return recorded
  const gone = await store.redact(tenant, { id, sections, at: office.engine.clock.now() })
  return gone.ok ? recorded : refused(gone.failure)
}
