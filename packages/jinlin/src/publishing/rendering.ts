import { type Disclosure, disclosure as process } from "@jinlin/core/disclosure"
import { accept, type Checked, type Digest, decodeStrictly, Id } from "@jinlin/core/kernel"
import {
  digestOnNotice,
  type RecordDoesNotHold,
  type RecordIncomplete,
  type RecordOfAnother,
} from "@jinlin/public-record"
import type { PersonalVault, TextStore } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { load } from "../shell/engine.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { ActorClaim, placed } from "../shell/request.ts"
import type { NoTextStore } from "../texts/desk.ts"
import type { TextNotOnRecord } from "../texts/text-record.ts"
import { admit, type Desk } from "../views/admit.ts"
import type { HostedView } from "../views/hosted-view.ts"
import { disclosureStaff } from "../views/public-matters.ts"
import { readQuestion } from "../views/question.ts"
import type { NameInText, NothingDrawnUp, Rendered, RenderedSection, VaultCannotLook, WordsDiffer } from "./rendered.ts"
import { sectionsWith } from "./rendered.ts"

/** Which disclosure, of which document of the text store, and who asks, in which post. */
export interface RenderDisclosure {
  readonly tenant: string
  readonly disclosure: string
  readonly document: string
  /** The file of the public record of its matter as it stands, so that its digest is printed beside the disclosure. */
  readonly record?: string
  readonly actor: ActorClaim
}

/** What rendering needs: who may, the words, and who knows names. */
export interface PublishingDesk extends Desk {
  readonly texts: TextStore | undefined
  readonly vault: PersonalVault | undefined
}

/** The fields of people that are names. */
const nameFields = ["name"]

const refused = (first: PlacedRefusal, ...others: ReadonlyArray<PlacedRefusal>): Rendered => ({
  ok: false,
  refusals: [first, ...others],
})

/** What stands against it because of names: the places of each shown section, or that nobody looked. Rules PUBLISH-3, PUBLISH-4. */
const namesIn = async (
  { engine, vault }: PublishingDesk,
  { disclosure, tenant }: RenderDisclosure,
  { sections, state }: { readonly sections: ReadonlyArray<RenderedSection>; readonly state: Disclosure },
): Promise<{ readonly looked: boolean; readonly refusals: ReadonlyArray<PlacedRefusal> }> => {
  const { findNames = null } = vault ?? {}
  if (findNames === null) {
    const nobody: VaultCannotLook = { _tag: "VaultCannotLook", rule: "PUBLISH-4", disclosure }
    return { looked: false, refusals: state.checkedBy === null ? [nobody] : [] }
  }
  const shown = sections.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]))
  const texts = shown.map(({ text }) => text)
  const found = await findNames(tenant, { texts, fields: nameFields, at: engine.clock.now() })
  if (!found.ok) return { looked: true, refusals: [found.failure] }
  const refusals = shown.flatMap(({ name: section }, index): ReadonlyArray<NameInText> => {
    const places = found.value[index] ?? []
    return places.length === 0 ? [] : [{ _tag: "NameInText", rule: "PUBLISH-3", section, places }]
  })
  return { looked: true, refusals }
}

/** The digest of the record that was handed in; null: none was. Rule PUBLISH-8. */
const digestBeside = (
  { record }: RenderDisclosure,
  { matter }: Disclosure,
): Checked<Digest | null, RecordDoesNotHold | RecordIncomplete | RecordOfAnother> =>
  record === undefined ? accept(null) : digestOnNotice(record, matter ?? "")

const renderKept = async (desk: PublishingDesk, asked: RenderDisclosure, state: Disclosure): Promise<Rendered> => {
  const { disclosure, document: id, tenant } = asked
  const { document, preparation } = state
  const nothing: NothingDrawnUp = { _tag: "NothingDrawnUp", rule: "PUBLISH-1", disclosure }
  const none: NoTextStore = { _tag: "NoTextStore", rule: "TEXT-RECORD-4" }
  if (document === null) return refused(nothing)
  const record = digestBeside(asked, state)
  if (!record.ok) return refused(record.refusal)
  if (desk.texts === undefined) return refused(none)
  const kept = await desk.texts.read(tenant, id)
  if (!kept.ok) return refused(kept.failure)
  const unknown: TextNotOnRecord = { _tag: "TextNotOnRecord", rule: "TEXT-RECORD-2", sections: [] }
  if (kept.value === null) return refused(unknown)
  const with_ = sectionsWith(state, kept.value)
  if ("differ" in with_) {
    const differs: WordsDiffer = { _tag: "WordsDiffer", rule: "PUBLISH-2", document: id, sections: with_.differ }
    return refused(differs)
  }
  const { sections } = with_
  const { looked, refusals } = await namesIn(desk, asked, { sections, state })
  const [first, ...others] = refusals
  return first === undefined
    ? { ok: true, value: { disclosure, document, preparation, sections, looked, record: record.value } }
    : refused(first, ...others)
}

const read = decodeStrictly(
  Schema.Struct({
    ...{ tenant: Schema.String, disclosure: Id, document: Id, actor: ActorClaim },
    record: Schema.optionalKey(Schema.String),
  }),
)

/**
 * A disclosure with its words, for those who serve it, held against the log and looked through for names that the vault knows.
 * Rules PUBLISH-1 to PUBLISH-4 and PUBLISH-8.
 */
export const render = async (desk: PublishingDesk, input: unknown): Promise<Rendered> => {
  const asked = read(input)
  if (!asked.ok) {
    const [first, ...others] = asked.refusal
    return refused(placed(first), ...others.map((one) => placed(one)))
  }
  const { actor, disclosure: subject, tenant } = asked.value
  const looking = { actor, audience: actor.post === "auditor" ? "auditor" : "staff" }
  const question = readQuestion(disclosureStaff as HostedView, { params: { tenant, subject }, looking })
  if ("refusals" in question) return { ok: false, refusals: question.refusals }
  const admitted = await admit(desk, question)
  if (!admitted.ok) return refused(admitted.refusal)
  const hosted = desk.engine.processes.get(process.process)
  const nothing: NothingDrawnUp = { _tag: "NothingDrawnUp", rule: "PUBLISH-1", disclosure: subject }
  if (hosted === undefined) return refused(nothing)
  const state = await load(desk.engine, { tenant, process: hosted, subject }, true)
  return state.ok ? renderKept(desk, asked.value, state.value.state as Disclosure) : refused(state.failure)
}
