import type { Actor, Refusal } from "@jinlin/core/kernel"
import type { Directory } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { canonical, digestOfText } from "./digest.ts"
import { type Accepted, type Engine, streamOf } from "./engine.ts"
import { identify } from "./identify.ts"
import { catchUp, perform } from "./perform.ts"
import type { CommandExpired, IssuedInFuture, PlacedRefusal, UnknownProcess } from "./refusals.ts"
import { type Envelope, placed, readRequest } from "./request.ts"

/** What somebody who sent a command is told: what came about, or every reason against it. Nothing is ever half done. */
export type Outcome =
  | { readonly ok: true; readonly value: Accepted }
  | { readonly ok: false; readonly refusals: readonly [PlacedRefusal, ...ReadonlyArray<PlacedRefusal>] }

/** What commands are carried out with. */
export interface Office {
  readonly engine: Engine
  readonly directory: Directory
  /** How long the ids of commands are kept, in milliseconds. */
  readonly idsKeptFor: number
  readonly inTurn: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
  /** Called after something was written, so that workers need not wait for their next look. */
  readonly onWritten: (tenant: string) => void
}

const day = 86_400_000

const refused = (refusal: PlacedRefusal): Outcome => ({ ok: false, refusals: [refusal] })

/** An id is known for as long as ids are kept; a command that was issued before that is not taken for a new one. Rule SHELL-2. */
const ageFault = ({ engine, idsKeptFor }: Office, issuedAt: number, now: number): Refusal | undefined => {
  const early: IssuedInFuture = { _tag: "IssuedInFuture", rule: "SHELL-2", issuedAt, now }
  const late: CommandExpired = { _tag: "CommandExpired", rule: "SHELL-2", issuedAt, keptForDays: idsKeptFor / day }
  if (issuedAt > now + engine.skew) return early
  return issuedAt < now - idsKeptFor ? late : undefined
}

/** A request whose process and command are known. */
interface Asked {
  readonly envelope: Envelope
  readonly process: Hosted
  readonly command: Tagged
  readonly now: number
}

const audit = async (
  { engine }: Office,
  { command, envelope, process }: Asked,
  refusal: Refusal,
  person: string | null,
) => {
  const { actor, subject, tenant } = envelope
  const { post, within } = actor
  const body = { command: command._tag, person, post, process: process.name, rule: refusal.rule, subject, within }
  await engine.store.commit({
    ...{ tenant, at: engine.clock.now() },
    audit: [{ kind: refusal._tag === "Forbidden" ? "forbidden" : "unauthenticated", body: canonical(body) }],
  })
}

/** The digest of a command's content: what it is, for whom and by whom it is asked. */
const contentOf = (
  { command, envelope, process }: Asked,
  { post, person, within, onBehalfOf }: Extract<Actor, { _tag: "Post" }>,
) => digestOfText(canonical([process.name, envelope.subject, command, [person, post, within, onBehalfOf ?? null]]))

const carryOut = async (office: Office, asked: Asked): Promise<Outcome> => {
  const { engine } = office
  const { command, envelope, now, process } = asked
  const { id, subject, tenant } = envelope
  const claim = { tenant, conference: envelope.conference ?? subject, actor: envelope.actor, command: command._tag }
  const identified = await identify(engine, office.directory, { ...claim, instant: now })
  if (!identified.ok) {
    const isAttempt = identified.refusal._tag === "Forbidden" || identified.refusal._tag === "Unauthenticated"
    if (isAttempt) await audit(office, asked, identified.refusal, null)
    return refused(identified.refusal)
  }
  const { actor } = identified
  const ask = {
    ...{ tenant, process, subject, command, actor, instant: now, cause: { _tag: "Asked" } as const },
    known: { id: `command/${id}`, content: contentOf(asked, actor) },
  }
  const inTheWay = await catchUp(engine, ask)
  if (inTheWay !== undefined) return refused(inTheWay)
  const performed = await perform(engine, ask)
  if (performed.ok) office.onWritten(tenant)
  const forbidden = performed.ok ? undefined : performed.refusals.find(({ _tag }) => _tag === "Forbidden")
  if (forbidden !== undefined) await audit(office, asked, forbidden, actor.person)
  return performed
}

/**
 * Carries out one command: read strictly, its actor found and their post looked up, what fell due issued first, decided, and
 * written in one commit with all that it causes. Commands of one stream take turns; the streams do not wait for each other.
 */
export const execute = async (office: Office, input: unknown): Promise<Outcome> => {
  const read = readRequest(input)
  if (!read.ok) return read
  const envelope = read.value
  const { engine } = office
  const process = engine.processes.get(envelope.process)
  if (process === undefined) {
    const known = [...engine.processes.keys()]
    const unknown: UnknownProcess = { _tag: "UnknownProcess", rule: "SHELL-8", process: envelope.process, known }
    return refused({ ...unknown, path: ["process"] })
  }
  const command = process.readCommand(envelope.command)
  if (!command.ok) {
    const [first, ...others] = command.refusal
    return { ok: false, refusals: [placed(first, ["command"]), ...others.map((one) => placed(one, ["command"]))] }
  }
  const now = engine.clock.now()
  const fault = ageFault(office, envelope.issuedAt ?? now, now)
  if (fault !== undefined) return refused({ ...fault, path: ["issuedAt"] })
  const asked = { envelope, process, command: command.value, now }
  return office.inTurn(`${envelope.tenant} ${streamOf(process, envelope.subject)}`, () => carryOut(office, asked))
}
