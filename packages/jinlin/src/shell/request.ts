import type { BallotCommand } from "@jinlin/core/ballot"
import type { CoGovernanceCommand } from "@jinlin/core/co-governance"
import type { CovenantCommand } from "@jinlin/core/covenant"
import type { DeliberationCommand } from "@jinlin/core/deliberation"
import type { DisclosureCommand } from "@jinlin/core/disclosure"
import type { ConferenceCommand } from "@jinlin/core/joint-conference"
import { decodeStrictly, Id, type NonEmpty, Text } from "@jinlin/core/kernel"
import type { RotaCommand } from "@jinlin/core/rotating-chair"
import { tenantFault } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import type { TaskCommand } from "../tasks/task.ts"
import type { TextCommand } from "../texts/text-record.ts"
import type { PlacedRefusal, Unauthenticated } from "./refusals.ts"

/** The commands of each process, by its name. */
export interface CommandsByProcess {
  readonly "joint-conference": ConferenceCommand
  readonly "rotating-chair": RotaCommand
  readonly deliberation: DeliberationCommand
  readonly ballot: BallotCommand
  readonly disclosure: DisclosureCommand
  readonly "co-governance": CoGovernanceCommand
  readonly covenant: CovenantCommand
  readonly task: TaskCommand
  readonly text: TextCommand
}

/** The name of a process. */
export type ProcessName = keyof CommandsByProcess

/** Who says they act, as it is read. */
export const ActorClaim = Schema.Struct({
  /** What the host knows the person by; it goes to the directory and nowhere else. */
  login: Text,
  /** The post in which the person acts, such as `secretary`, and the unit or body in which it is held. */
  post: Id,
  within: Id,
  /** For whom, where one person types what another decided: a reference to that person. */
  onBehalfOf: Schema.optionalKey(Id),
})
/** Who says they act, in which post. The directory and the record say whether it is so. */
export type ActorClaim = typeof ActorClaim.Type

const Envelope = Schema.Struct({
  tenant: Schema.String,
  id: Id,
  process: Id,
  subject: Id,
  conference: Schema.optionalKey(Id),
  command: Schema.Unknown,
  actor: ActorClaim,
  issuedAt: Schema.optionalKey(Schema.Int),
})
/** A request that was read, but for its command. */
export type Envelope = typeof Envelope.Type

/** A command and all that goes with it. */
export interface CommandRequest<Name extends ProcessName = ProcessName> {
  /** One customer of one deployment; its data is nobody else's. */
  readonly tenant: string
  /** Yours, and new for every command: sent again with the same content it gives the same answer. */
  readonly id: string
  readonly process: Name
  /** Which one: the id of the conference, for a rota too; of the matter; `ballotSubject` of the ballot; of the task; of the document. */
  readonly subject: string
  /** The conference by whose record posts are held, where the subject is none. */
  readonly conference?: string
  readonly command: CommandsByProcess[Name]
  readonly actor: ActorClaim
  /** When it was issued, in milliseconds since 1970, where it may be sent again much later; without it, now. */
  readonly issuedAt?: number
}

/** Either what was read, or everything that is wrong with it and where. */
export type ReadRequest =
  | { readonly ok: true; readonly value: Envelope }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

const decode = decodeStrictly(Envelope)

/** A field as it was put there; what would have to be computed, or would throw, is as good as absent. */
export const fieldOf = (input: unknown, name: string): unknown => {
  try {
    return typeof input === "object" && input !== null ? Object.getOwnPropertyDescriptor(input, name)?.value : undefined
  } catch {
    return undefined
  }
}

const refused = (first: PlacedRefusal, ...others: ReadonlyArray<PlacedRefusal>): ReadRequest => ({
  ok: false,
  refusals: [first, ...others],
})

const tenantIn = (tenant: unknown): PlacedRefusal | undefined => {
  const fault = tenantFault(tenant)
  return fault && { ...fault, path: ["tenant"] }
}

/** Reads a request; without a tenant or an actor nothing else is looked at. Rules STORE-8, SHELL-5, SHELL-8. */
export const readRequest = (input: unknown): ReadRequest => {
  const fault = tenantIn(fieldOf(input, "tenant"))
  if (fault !== undefined) return refused(fault)
  const nobody: Unauthenticated = { _tag: "Unauthenticated", rule: "SHELL-5" }
  if ((fieldOf(input, "actor") ?? null) === null) return refused({ ...nobody, path: ["actor"] } as PlacedRefusal)
  const read = decode(input)
  if (!read.ok) {
    const [first, ...others] = read.refusal
    return refused(placed(first), ...others.map((one) => placed(one)))
  }
  // What was read is a copy, and may not be what was looked at before.
  const copied = tenantIn(read.value.tenant)
  return copied === undefined ? read : refused(copied)
}

/** A refusal with its place beside its evidence. */
export const placed = (
  { path, refusal }: { readonly path: ReadonlyArray<string | number>; readonly refusal: PlacedRefusal },
  within: ReadonlyArray<string | number> = [],
): PlacedRefusal => ({ ...refusal, path: [...within, ...path] })
