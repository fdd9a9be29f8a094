import { decodeStrictly, Id, type Located, LongText, type NonEmpty, Text } from "@jinlin/core/kernel"
import { tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { PlacedRefusal, Unauthenticated } from "../shell/refusals.ts"
import { ActorClaim, fieldOf, placed } from "../shell/request.ts"

/** Which document, in whose record it stands, and who asks. */
export interface AboutText {
  readonly tenant: string
  /** The command's id, for what is written; sent again it gives the same answer. */
  readonly id: string
  readonly document: string
  /** The conference in whose record the text stands and by which posts are held. */
  readonly conference: string
  readonly actor: ActorClaim
}

/** A document that is to be kept, in sections that can be blacked out one by one. */
export interface KeepText extends AboutText {
  readonly sections: ReadonlyArray<{ readonly name: string; readonly text: string }>
  /** The document that this one is a later revision of: what did not change keeps its salt, and so what it commits to. */
  readonly after?: string
}

/** Sections that are to be blacked out for good, and why. */
export interface RedactText extends AboutText {
  readonly sections: ReadonlyArray<string>
  readonly reason: string
}

/** A document that somebody wants to read. */
export type ReadText = Omit<AboutText, "id">

/** Either what was asked, as a copy of our own, or everything that is wrong with it and where. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

const reading = { tenant: Schema.String, document: Id, conference: Id, actor: ActorClaim }
const keeping = {
  ...{ ...reading, id: Id },
  sections: Schema.NonEmptyArray(Schema.Struct({ name: Id, text: LongText })),
  after: Schema.optionalKey(Id),
}
const redacting = { ...reading, id: Id, sections: Schema.NonEmptyArray(Id), reason: Text }

const tenantIn = (tenant: unknown): PlacedRefusal | undefined => {
  const fault = tenantFault(tenant)
  return fault && { ...fault, path: ["tenant"] }
}

type Decode<Value> = (
  input: unknown,
) => { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: NonEmpty<Located> }

const strictly =
  <Value extends { readonly tenant: string }>(decode: Decode<Value>) =>
  (input: unknown): Asked<Value> => {
    const fault = tenantIn(fieldOf(input, "tenant"))
    if (fault !== undefined) return { ok: false, refusals: [fault] }
    const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
    if ((fieldOf(input, "actor") ?? null) === null)
      return { ok: false, refusals: [{ ...nobody, path: ["actor"] } as PlacedRefusal] }
    const read = decode(input)
    if (!read.ok) {
      const [first, ...others] = read.refusal
      return { ok: false, refusals: [placed(first), ...others.map((one) => placed(one))] }
    }
    // What was read is a copy, and may not be what was looked at before.
    const copied = tenantIn(read.value.tenant)
    return copied === undefined ? read : { ok: false, refusals: [copied] }
  }

/** Reads what is asked of texts; without a tenant or an actor nothing else is looked at. Rules STORE-8, SHELL-5, SHELL-8. */
export const readKeepText: (input: unknown) => Asked<KeepText> = strictly(decodeStrictly(Schema.Struct(keeping)))
/** As `readKeepText`, of what is to be blacked out. */
export const readRedactText: (input: unknown) => Asked<RedactText> = strictly(decodeStrictly(Schema.Struct(redacting)))
/** As `readKeepText`, of what somebody wants to read. */
export const readReadText: (input: unknown) => Asked<ReadText> = strictly(decodeStrictly(Schema.Struct(reading)))
