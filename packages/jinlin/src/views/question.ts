import type { Audience } from "@jinlin/core/joint-conference"
import { decodeStrictly, Id, type Located, type NonEmpty } from "@jinlin/core/kernel"
import { type InvalidPage, type Position, tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { ActorClaim, fieldOf, placed } from "../shell/request.ts"
import type { HostedView } from "./hosted-view.ts"

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
  /** The matter that its subjects belong to, where they are many: of ballots. */
  readonly matter?: string
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
  subject: Schema.optional(Id),
  conference: Schema.optional(Id),
  matter: Schema.optional(Id),
})

const readParams = decodeStrictly(Params)

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

/** One question, read. `record` is the conference that it is about, by whose record posts are held; undefined: about all of them. */
export interface Question {
  readonly view: HostedView
  readonly tenant: string
  readonly subject: string | undefined
  readonly record: string | undefined
  /** Of a view that a process keeps: whose stream says who its people are; undefined: that of none, or of all. */
  readonly keeper: string | undefined
  readonly audience: Audience
  readonly actor: ActorClaim | undefined
  readonly size: number
  readonly cursor: string | undefined
  readonly after: Position | null
}

const sizeFault = (size: number): PlacedRefusal | undefined => {
  const invalid: InvalidPage = { _tag: "InvalidPage", rule: "STORE-6", got: size, limit: largestPage }
  const isPage = Number.isInteger(size) && size >= 1 && size <= largestPage
  return isPage ? undefined : ({ ...invalid, path: ["page", "size"] } as PlacedRefusal)
}

const placedAll = ([first, ...others]: NonEmpty<Located>): NonEmpty<PlacedRefusal> => [
  placed(first),
  ...others.map((one) => placed(one)),
]

const unknownField = (field: string): PlacedRefusal =>
  ({ _tag: "UnknownField", rule: "READ-3", field, path: [field] }) as PlacedRefusal

/** A field that says whose record it is, of a view whose subject says so itself. */
const misplacedField = (
  { belongsTo, keptBy, prefixOf }: HostedView,
  { conference, matter, subject }: typeof Params.Type,
): string | undefined => {
  const isOwn = keptBy !== undefined || belongsTo === undefined
  if (isOwn && conference !== undefined && (conference !== subject || keptBy !== undefined)) return "conference"
  return matter !== undefined && prefixOf === undefined ? "matter" : undefined
}

/** Reads a question: strictly, with everything that is wrong about it. Rules READ-3, STORE-6, STORE-8. */
export const readQuestion = (
  view: HostedView,
  asked: { readonly params: unknown; readonly looking: unknown },
): Question | { readonly refusals: NonEmpty<PlacedRefusal> } => {
  const fault = tenantFault(fieldOf(asked.params, "tenant"))
  if (fault !== undefined) return { refusals: [{ ...fault, path: ["tenant"] } as PlacedRefusal] }
  const params = readParams(asked.params)
  if (!params.ok) return { refusals: placedAll(params.refusal) }
  const looking = readLooking(asked.looking ?? {})
  if (!looking.ok) return { refusals: placedAll(looking.refusal) }
  const { conference, matter, subject, tenant } = params.value
  const copied = tenantFault(tenant)
  if (copied !== undefined) return { refusals: [{ ...copied, path: ["tenant"] } as PlacedRefusal] }
  const misplaced = misplacedField(view, params.value)
  if (misplaced !== undefined) return { refusals: [unknownField(misplaced)] }
  const { actor, after = null, audience = "public", page } = looking.value
  const size = page?.size ?? 50
  const wrong = sizeFault(size)
  if (wrong !== undefined) return { refusals: [wrong] }
  const about = { ...(subject === undefined ? {} : { subject }), ...(matter === undefined ? {} : { matter }) }
  const keeper = view.keptBy?.subjectOf(about)
  const record = view.keptBy !== undefined ? matter : view.belongsTo === undefined ? subject : conference
  return { ...{ view, tenant, subject, record, keeper, audience, actor, size, after }, cursor: page?.cursor }
}
