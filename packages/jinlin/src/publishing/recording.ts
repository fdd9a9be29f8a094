import { Digest, decodeStrictly, type Forbidden, Id, type NonEmpty, type Refusal } from "@jinlin/core/kernel"
import { type NothingOnRecord, type PublicRecord, recordText } from "@jinlin/public-record"
import * as Schema from "effect/Schema"
import { identify } from "../shell/identify.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { ActorClaim, placed } from "../shell/request.ts"
import { type Linked, linkedIn, type Recordable, recordable } from "./linked.ts"
import { type MadeRecord, makeRecord } from "./making.ts"
import type { VaultCannotLook } from "./rendered.ts"
import type { PublishingDesk } from "./rendering.ts"
import { wordsIn } from "./words.ts"

/** Which record, and who asks for it, in which post. */
export interface MakeRecord {
  readonly tenant: string
  /** A matter with two deliberations, a deliberation by itself, or a covenant. */
  readonly matter: string
  /** Of which process it is, where several have something of this id; the first of these three that has one unless it is given. */
  readonly of?: Recordable["of"]
  /** Documents of the text store that the log has no record of. */
  readonly documents?: ReadonlyArray<string>
  /** Sections that somebody has read for personal information, and that may be shown without a disclosure. */
  readonly released?: ReadonlyArray<{ readonly document: Digest; readonly sections: ReadonlyArray<string> }>
  /** Somebody has read everything that would be told for names. It counts where no vault can look, and lifts no name that one finds. */
  readonly checked?: boolean
  readonly actor: ActorClaim
}

/** A record as it may be put before everybody. */
export interface RecordedMatter extends MadeRecord {
  /** `record.json`: its canonical text. */
  readonly file: string
}

/** What came of asking for a record. */
export type RecordMade =
  | { readonly ok: true; readonly value: RecordedMatter }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

/** What making records needs beside what rendering does. */
export interface RecordDesk extends PublishingDesk {
  readonly communityOf: (tenant: string) => string
}

const refused = (first: Refusal, ...others: ReadonlyArray<Refusal>): RecordMade => ({
  ok: false,
  refusals: [first, ...others],
})

/** The posts in which somebody makes a record: of its own bodies, and those that look after all of them. */
const ownPosts: ReadonlyArray<string> = ["discloser", "presider", "secretary"]
const watching: ReadonlyArray<string> = ["checker", "overseer", "auditor"]
const forbidden: Forbidden = {
  ...{ _tag: "Forbidden", rule: "PUBLISH-5", command: "publishing.record" },
  allowed: [...ownPosts, ...watching],
}

/** What is asked for: of the process that was named, else the first one that has something of this id. */
export const findIn = ({ found }: Linked, id: string, of?: Recordable["of"]): Recordable | undefined =>
  recordable
    .flatMap((process) => found.filter((one) => one.of === process && one.id === id))
    .find((one) => of === undefined || one.of === of)

/** Whether somebody serves one of the bodies through which it went. */
const isOwn = ({ parts }: PublicRecord, within: string): boolean =>
  parts.deliberations.some(({ content }) => content.plan.steps.some(({ body }) => body === within)) ||
  parts.covenant?.content.history.some((event) => event._tag === "CovenantOpened" && event.within === within) === true

/** Whether a person has looked at what is told: whatever a disclosure that was put up shows was checked (DISCLOSURE-4). */
const isChecked = ({ record }: MadeRecord, checked: boolean | undefined): boolean =>
  checked === true || record.parts.disclosures.length > 0

const read = decodeStrictly(
  Schema.Struct({
    tenant: Schema.String,
    matter: Id,
    of: Schema.optional(Schema.Literals(recordable)),
    documents: Schema.optional(Schema.Array(Id)),
    released: Schema.optional(Schema.Array(Schema.Struct({ document: Digest, sections: Schema.Array(Id) }))),
    checked: Schema.optional(Schema.Boolean),
    actor: ActorClaim,
  }),
)

type Asked = Extract<ReturnType<typeof read>, { readonly ok: true }>["value"]

const pressed = async (desk: RecordDesk, asked: Asked): Promise<RecordMade> => {
  const { actor, documents, matter, of, released, tenant } = asked
  const linked = await linkedIn(desk.engine, tenant)
  if (!linked.ok) return refused(linked.failure)
  const found = findIn(linked.value, matter, of)
  const nothing: NothingOnRecord = { _tag: "NothingOnRecord", rule: "RECORD-1", of: of ?? "deliberation", id: matter }
  if (found === undefined) return refused(nothing)
  const order = { ...found, tenant, released, linked: linked.value, community: desk.communityOf(tenant) }
  const words = wordsIn(desk.texts, { tenant, linked: linked.value, documents })
  const made = await makeRecord({ engine: desk.engine, vault: desk.vault, words }, order)
  if (!made.ok) return refused(made.failure)
  const { looked, record } = made.value
  if (ownPosts.includes(actor.post) && !isOwn(record, actor.within)) return refused(forbidden)
  const nobody: VaultCannotLook = { _tag: "VaultCannotLook", rule: "PUBLISH-7", disclosure: matter }
  if (!looked && !isChecked(made.value, asked.checked)) return refused(nobody)
  return { ok: true, value: { record, looked, file: recordText(record) } }
}

/**
 * The public record of a matter, for whoever serves one of its bodies, checks, oversees or audits; what is made is for everybody.
 * Rules PUBLISH-5 to PUBLISH-7.
 */
export const recordOf = async (desk: RecordDesk, input: unknown): Promise<RecordMade> => {
  const asked = read(input)
  if (!asked.ok) {
    const [first, ...others] = asked.refusal
    return refused(placed(first), ...others.map((one) => placed(one)))
  }
  const { actor, tenant } = asked.value
  if (!forbidden.allowed.includes(actor.post)) return refused(forbidden)
  const claim = { tenant, conference: undefined, actor, command: forbidden.command, instant: desk.engine.clock.now() }
  const identified = await identify(desk.engine, desk.directory, claim)
  return identified.ok ? pressed(desk, asked.value) : refused(identified.refusal)
}
