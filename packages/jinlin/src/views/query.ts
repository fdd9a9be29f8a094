import type { Audience, Conference } from "@jinlin/core/joint-conference"
import { decodeStrictly, type Forbidden, Id, type Located, type NonEmpty, type Refusal } from "@jinlin/core/kernel"
import { type Directory, type InvalidCursor, type InvalidPage, type Position, tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { Engine } from "../shell/engine.ts"
import { conferenceOf, identify } from "../shell/identify.ts"
import type { PlacedRefusal, Unauthenticated } from "../shell/refusals.ts"
import { ActorClaim, fieldOf, placed } from "../shell/request.ts"
import { readCursor, writeCursor } from "./cursor.ts"
import type { HostedView } from "./hosted-view.ts"
import type { Projector } from "./projector.ts"

/** What was written is not to be seen yet: an older transaction is still open. Ask again. Rule VIEW-3. */
export interface NotYetVisible {
  readonly _tag: "NotYetVisible"
  readonly rule: "VIEW-3"
  readonly view: string
}

/** A view is asked for by tenant and subject; a subject left out means all of them. */
export interface ViewParams {
  readonly tenant: string
  /** Which one: the id of the conference, or of the task. */
  readonly subject?: string
  /** The conference by whose record posts are held, where the subject is none. */
  readonly conference?: string
}

/** Who looks, as which audience, and at which page. */
export interface Looking {
  /** Nobody need say who they are to see what is public. */
  readonly actor?: ActorClaim
  readonly audience?: Audience
  readonly page?: { readonly size?: number; readonly cursor?: string }
  /** The position of something that was written: it is seen in what comes back, or the question is refused. */
  readonly after?: Position | null
}

/** A page of a view. `next` goes on where it ends; `asOf` is how far the log had been read. */
export interface Seen<Row> {
  readonly rows: ReadonlyArray<Row>
  readonly next: string | null
  readonly asOf: Position | null
}

/** What came of a question. */
export type Answered<Row> =
  | { readonly ok: true; readonly value: Seen<Row> }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

const largestPage = 200

const readParams = decodeStrictly(
  Schema.Struct({
    tenant: Schema.String,
    subject: Schema.optional(Id),
    conference: Schema.optional(Id),
  }),
)

const readLooking = decodeStrictly(
  Schema.Struct({
    actor: Schema.optional(ActorClaim),
    audience: Schema.optional(Schema.Literals(["public", "parties", "staff", "auditor"])),
    page: Schema.optional(
      Schema.Struct({ size: Schema.optional(Schema.Number), cursor: Schema.optional(Schema.String) }),
    ),
    after: Schema.optional(Schema.NullOr(Schema.String)),
  }),
)

const refused = (refusal: PlacedRefusal): { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> } => ({
  ok: false,
  refusals: [refusal],
})

/** What questions are answered with. */
export interface Desk {
  readonly engine: Engine
  readonly directory: Directory
}

/** One question, read. `record` is the conference that it is about, by whose record posts are held; undefined: about all of them. */
interface Question {
  readonly view: HostedView
  readonly tenant: string
  readonly subject: string | undefined
  readonly record: string | undefined
  readonly audience: Audience
  readonly actor: ActorClaim | undefined
  readonly size: number
  readonly cursor: string | undefined
  readonly after: Position | null
}

const staffPosts: ReadonlySet<string> = new Set(["convenor", "secretary", "superior"])
const partyPosts: ReadonlySet<string> = new Set(["delegate", "alternate", "unit-head"])
/** Posts that are in the record of no conference, and so not of one conference only. */
const postsAbove: ReadonlySet<string> = new Set(["superior", "auditor"])

/** The posts that belong to an audience. */
const postsOf = (audience: Audience): ReadonlySet<string> =>
  audience === "auditor"
    ? new Set(["auditor"])
    : audience === "staff"
      ? staffPosts
      : new Set([...partyPosts, ...staffPosts])

/**
 * Default deny: what is public is for everybody, and whatever else is asked for needs a post of that audience in the conference
 * that it is about; what is about all conferences, a post that is in none of them (VIEW-1).
 */
const admit = async ({ directory, engine }: Desk, question: Question): Promise<Refusal | undefined> => {
  const { actor, audience, record, tenant, view } = question
  const allowed = [...postsOf(audience)].filter((post) => record !== undefined || postsAbove.has(post))
  const forbidden: Forbidden = { _tag: "Forbidden", rule: "VIEW-1", command: view.name, allowed }
  const toNobody: Forbidden = { ...forbidden, allowed: [] }
  if (!view.audiences.includes(audience)) return toNobody
  if (audience === "public") return undefined
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if (actor === undefined) return nobody
  if (!allowed.includes(actor.post)) return forbidden
  const claim = { tenant, conference: record ?? tenant, actor, command: view.name }
  const identified = await identify(engine, directory, { ...claim, instant: engine.clock.now() })
  if (!identified.ok) return identified.refusal
  if (audience !== "parties" || staffPosts.has(actor.post)) return undefined
  const kept = await conferenceOf(engine, claim)
  if ("failure" in kept) return kept.failure
  return isParty(kept.state, actor.within) ? undefined : forbidden
}

const isParty = ({ units }: Conference, unit: string): boolean => units.some((seat) => seat.unit === unit)

const sizeFault = (size: number): PlacedRefusal | undefined => {
  const invalid: InvalidPage = { _tag: "InvalidPage", rule: "STORE-6", got: size, limit: largestPage }
  const isPage = Number.isInteger(size) && size >= 1 && size <= largestPage
  return isPage ? undefined : ({ ...invalid, path: ["page", "size"] } as PlacedRefusal)
}

/** So many pages of the log are folded before one answer; whoever asks again goes on from there. */
const turnsAtMost = 10_000

/** Folds the view on until it has seen what was asked for, and at least once until nothing is left to read. Rule VIEW-3. */
const catchUp = async (projector: Projector, { after, tenant, view }: Question): Promise<Refusal | undefined> => {
  const unseen: NotYetVisible = { _tag: "NotYetVisible", rule: "VIEW-3", view: view.name }
  for (let turn = 0; turn < turnsAtMost; turn += 1) {
    const came = await projector.turn(tenant)
    if (came.stopped !== undefined) return came.stopped
    const isSeen = came.checkpoint !== null && after !== null && came.checkpoint >= after
    if (isSeen) return undefined
    if (came.atEnd) return after === null ? undefined : unseen
  }
  return unseen
}

/** The question that a cursor goes on with. */
const questionOf = ({ audience, record, subject, tenant, view }: Question): ReadonlyArray<string> => [
  ...[view.name, view.version, tenant, subject ?? "", record ?? "", audience],
]

const isRow = (key: string): boolean => !key.includes("/@")

const pageOf = async ({ engine }: Desk, question: Question, from: string | undefined): Promise<Answered<unknown>> => {
  const { audience, record, size, subject, tenant, view } = question
  const prefix = subject === undefined ? {} : { prefix: `${subject}/` }
  const isAskedFor = (row: unknown): boolean => record === undefined || view.belongsTo?.(row, record) !== false
  const rows: Array<unknown> = []
  let at = from
  let last = ""
  for (;;) {
    const page = await engine.store.readView(tenant, {
      ...{ view: view.name, version: view.version, limit: size + 2, ...prefix },
      ...(at === undefined ? {} : { after: at }),
    })
    if (!page.ok) return refused(page.failure)
    const { checkpoint, next } = page.value
    const found = page.value.rows
      .filter(({ key }) => isRow(key))
      .map(({ body, key }): { readonly key: string; readonly row: unknown } => ({ key, row: JSON.parse(body) }))
      .filter(({ row }) => isAskedFor(row))
    for (const { key, row } of found) {
      if (rows.length === size)
        return {
          ok: true,
          value: { rows, next: writeCursor({ question: questionOf(question), key: last }), asOf: checkpoint },
        }
      rows.push(view.show(row, audience))
      last = key
    }
    if (next === null) return { ok: true, value: { rows, next: null, asOf: checkpoint } }
    at = next
  }
}

const placedAll = ([first, ...others]: NonEmpty<Located>): NonEmpty<PlacedRefusal> => [
  placed(first),
  ...others.map((one) => placed(one)),
]

/** Reads a question: strictly, with everything that is wrong about it. Rules READ-3, STORE-6, STORE-8. */
const readQuestion = (
  view: HostedView,
  asked: { readonly params: unknown; readonly looking: unknown },
): Question | { readonly refusals: NonEmpty<PlacedRefusal> } => {
  const fault = tenantFault(fieldOf(asked.params, "tenant"))
  if (fault !== undefined) return { refusals: [{ ...fault, path: ["tenant"] } as PlacedRefusal] }
  const params = readParams(asked.params)
  if (!params.ok) return { refusals: placedAll(params.refusal) }
  const looking = readLooking(asked.looking ?? {})
  if (!looking.ok) return { refusals: placedAll(looking.refusal) }
  const { conference, subject, tenant } = params.value
  const copied = tenantFault(tenant)
  if (copied !== undefined) return { refusals: [{ ...copied, path: ["tenant"] } as PlacedRefusal] }
  const isOwn = view.belongsTo === undefined
  if (isOwn && conference !== undefined && conference !== subject)
    return {
      refusals: [{ _tag: "UnknownField", rule: "READ-3", field: "conference", path: ["conference"] } as PlacedRefusal],
    }
  const { actor, after = null, audience = "public", page } = looking.value
  const size = page?.size ?? 50
  const wrong = sizeFault(size)
  if (wrong !== undefined) return { refusals: [wrong] }
  const record = isOwn ? subject : conference
  return { ...{ view, tenant, subject, record, audience, actor, size, after }, cursor: page?.cursor }
}

/**
 * Answers a question about a view: read strictly, allowed or not by audience, folded on as far as is needed, and in pages. Rules
 * VIEW-1 to VIEW-5.
 */
export const look = async (
  desk: Desk,
  { projector, view }: { readonly view: HostedView; readonly projector: Projector },
  asked: { readonly params: unknown; readonly looking: unknown },
): Promise<Answered<unknown>> => {
  const question = readQuestion(view, asked)
  if ("refusals" in question) return { ok: false, refusals: question.refusals }
  const denied = await admit(desk, question)
  if (denied !== undefined) return refused(denied)
  const { cursor, subject, tenant } = question
  const from = cursor === undefined ? undefined : readCursor(cursor, questionOf(question))
  const invalid: InvalidCursor = { _tag: "InvalidCursor", rule: "STORE-6" }
  if (cursor !== undefined && from === undefined)
    return refused({ ...invalid, path: ["page", "cursor"] } as PlacedRefusal)
  const inTheWay =
    (await catchUp(projector, question)) ?? (subject === undefined ? undefined : await projector.mend(tenant, subject))
  return inTheWay === undefined ? pageOf(desk, question, from) : refused(inTheWay)
}
