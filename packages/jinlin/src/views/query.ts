import type { Audience, Conference } from "@jinlin/core/joint-conference"
import { decodeStrictly, type Forbidden, Id, type NonEmpty, type Refusal } from "@jinlin/core/kernel"
import { type Directory, type InvalidCursor, type InvalidPage, type Position, tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { Engine } from "../shell/engine.ts"
import { conferenceOf, identify } from "../shell/identify.ts"
import type { PlacedRefusal, Unauthenticated } from "../shell/refusals.ts"
import { type ActorClaim, placed } from "../shell/request.ts"
import { stoppedKey } from "./cache.ts"
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

const Params = Schema.Struct({
  tenant: Schema.String,
  subject: Schema.optionalKey(Id),
  conference: Schema.optionalKey(Id),
})
const readParams = decodeStrictly(Params)

const refused = (refusal: PlacedRefusal): { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> } => ({
  ok: false,
  refusals: [refusal],
})

/** What questions are answered with. */
export interface Desk {
  readonly engine: Engine
  readonly directory: Directory
}

/** One question, read. */
interface Question {
  readonly view: HostedView
  readonly tenant: string
  readonly subject: string | undefined
  readonly conference: string | undefined
  readonly audience: Audience
  readonly looking: Looking
}

const staffPosts: ReadonlySet<string> = new Set(["convenor", "secretary", "superior"])
const partyPosts: ReadonlySet<string> = new Set(["delegate", "alternate", "unit-head"])

/** Whether a post belongs to an audience; the posts that would. */
const postsOf = (audience: Audience): ReadonlySet<string> =>
  audience === "auditor"
    ? new Set(["auditor"])
    : audience === "staff"
      ? staffPosts
      : new Set([...partyPosts, ...staffPosts])

/** Default deny: what is public is for everybody, and whatever else is asked for needs a post of that audience (VIEW-1). */
const admit = async ({ directory, engine }: Desk, question: Question): Promise<Refusal | undefined> => {
  const { audience, conference, looking, subject, tenant, view } = question
  const allowed = [...postsOf(audience)]
  const forbidden: Forbidden = { _tag: "Forbidden", rule: "VIEW-1", command: view.name, allowed }
  const toNobody: Forbidden = { ...forbidden, allowed: [] }
  if (!view.audiences.includes(audience)) return toNobody
  if (audience === "public") return undefined
  const { actor } = looking
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if (actor === undefined) return nobody
  if (!allowed.includes(actor.post)) return forbidden
  const claim = { tenant, conference: conference ?? subject ?? tenant, actor, command: view.name }
  const identified = await identify(engine, directory, { ...claim, instant: engine.clock.now() })
  if (!identified.ok) return identified.refusal
  if (audience !== "parties" || staffPosts.has(actor.post)) return undefined
  const record = await conferenceOf(engine, claim)
  if ("failure" in record) return record.failure
  return isParty(record.state, actor.within) ? undefined : forbidden
}

const isParty = ({ units }: Conference, unit: string): boolean => units.some((seat) => seat.unit === unit)

const sizeOf = ({ page }: Looking): number | InvalidPage => {
  const size = page?.size ?? 50
  return Number.isInteger(size) && size >= 1 && size <= largestPage
    ? size
    : { _tag: "InvalidPage", rule: "STORE-6", got: size, limit: largestPage }
}

/** So many pages of the log are folded before one answer; whoever asks again goes on from there. */
const turnsAtMost = 10_000

/** Folds the view on until it has seen what was asked for, and at least once until nothing is left to read. Rule VIEW-3. */
const catchUp = async (projector: Projector, { looking, tenant, view }: Question): Promise<Refusal | undefined> => {
  const after = looking.after ?? null
  for (let turn = 0; turn < turnsAtMost; turn += 1) {
    const came = await projector.turn(tenant)
    if (came.stopped !== undefined) return came.stopped
    if (after !== null && came.checkpoint !== null && came.checkpoint >= after) return undefined
    if (came.atEnd) break
  }
  const unseen: NotYetVisible = { _tag: "NotYetVisible", rule: "VIEW-3", view: view.name }
  return after === null ? undefined : unseen
}

/** Why the view of this subject takes no more events in, if it does not. Rule VIEW-4. */
const stoppedAt = async (
  engine: Engine,
  view: HostedView,
  { subject, tenant }: { readonly tenant: string; readonly subject: string },
): Promise<Refusal | undefined> => {
  const kept = await engine.store.readView(tenant, { view: view.name, keys: [stoppedKey(subject)], limit: 1 })
  if (!kept.ok) return kept.failure
  const [row] = kept.value.rows
  return row === undefined ? undefined : JSON.parse(row.body)
}

const pageOf = async ({ engine }: Desk, question: Question, size: number): Promise<Answered<unknown>> => {
  const { audience, looking, subject, tenant, view } = question
  const asked = [view.name, tenant, subject ?? "", audience]
  const { cursor } = looking.page ?? {}
  const after = cursor === undefined ? undefined : readCursor(cursor, asked)
  const invalid: InvalidCursor = { _tag: "InvalidCursor", rule: "STORE-6" }
  if (cursor !== undefined && after === undefined) return refused({ ...invalid, path: ["page", "cursor"] })
  const stopped = subject === undefined ? undefined : await stoppedAt(engine, view, { tenant, subject })
  if (stopped !== undefined) return refused(stopped)
  const prefix = subject === undefined ? {} : { prefix: `${subject}/` }
  const rows: Array<unknown> = []
  let at = after
  for (;;) {
    const page = await engine.store.readView(tenant, {
      ...{ view: view.name, limit: size + 2, ...prefix },
      ...(at === undefined ? {} : { after: at }),
    })
    if (!page.ok) return refused(page.failure)
    const { checkpoint, next } = page.value
    for (const { body, key } of page.value.rows) {
      if (rows.length === size && !key.includes("/@"))
        return { ok: true, value: { rows, next: writeCursor({ question: asked, key: at ?? "" }), asOf: checkpoint } }
      if (!key.includes("/@")) {
        rows.push(view.show(JSON.parse(body), audience))
        at = key
      }
    }
    if (next === null) return { ok: true, value: { rows, next: null, asOf: checkpoint } }
    at = next
  }
}

/**
 * Answers a question about a view: read strictly, allowed or not by audience, folded on as far as is needed, and in pages. Rules
 * VIEW-1 to VIEW-5.
 */
export const look = async (
  desk: Desk,
  { projector, view }: { readonly view: HostedView; readonly projector: Projector },
  asked: { readonly params: unknown; readonly looking: Looking },
): Promise<Answered<unknown>> => {
  const { looking } = asked
  const tenant = (asked.params as { readonly tenant?: unknown } | null | undefined)?.tenant
  const fault = tenantFault(tenant)
  if (fault !== undefined) return refused({ ...fault, path: ["tenant"] })
  const params = readParams(asked.params)
  if (!params.ok) {
    const [first, ...others] = params.refusal
    return { ok: false, refusals: [placed(first), ...others.map((one) => placed(one))] }
  }
  const size = sizeOf(looking)
  if (typeof size !== "number") return refused({ ...size, path: ["page", "size"] })
  const { conference, subject } = params.value
  const question: Question = {
    ...{ view, tenant: params.value.tenant, subject, conference, looking },
    audience: looking.audience ?? "public",
  }
  const denied = await admit(desk, question)
  if (denied !== undefined) return refused(denied)
  const inTheWay = await catchUp(projector, question)
  return inTheWay === undefined ? pageOf(desk, question, size) : refused(inTheWay)
}
