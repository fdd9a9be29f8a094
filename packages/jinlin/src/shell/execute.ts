import type { Refusal } from "@jinlin/core/kernel"
import type { Directory } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { catchUp } from "./catching-up.ts"
import { canonical, digestOfText } from "./digest.ts"
import { type Accepted, type Ask, type Engine, streamOf } from "./engine.ts"
import { type Identified, identify, type PostHolder } from "./identify.ts"
import { unlessKnown } from "./kept-answers.ts"
import { perform } from "./perform.ts"
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
}

/** An attempt that had no grounds, and the person where the directory knows them. */
interface Attempt {
  readonly refusal: Refusal
  readonly person: string | null
}

/** What was attempted, as far as it is noted. */
interface Attempted {
  readonly envelope: Pick<Envelope, "tenant" | "subject" | "actor">
  readonly process: Pick<Hosted, "name">
  readonly command: Tagged
}

/** Notes an attempt that had no grounds, without the login. Rule SHELL-5. */
export const audit = async (
  { engine }: Pick<Office, "engine">,
  { command, envelope, process }: Attempted,
  { person, refusal }: Attempt,
): Promise<void> => {
  const { actor, subject, tenant } = envelope
  const { post, within } = actor
  const body = { command: command._tag, person, post, process: process.name, rule: refusal.rule, subject, within }
  await engine.store.commit({
    ...{ tenant, at: engine.clock.now() },
    audit: [{ kind: refusal._tag === "Forbidden" ? "forbidden" : "unauthenticated", body: canonical(body) }],
  })
}

/** The conference by whose record posts are held: the subject, or the one that is named beside it. Rule SHELL-5. */
const recordOf = ({ envelope: { conference, subject } }: Pick<Asked, "envelope">): string => conference ?? subject

/** The digest of a command's content: what it is, for whom and by whom it is asked. */
const contentOf = (asked: Asked, { onBehalfOf, person, post, within }: PostHolder): string => {
  const { command, envelope, process } = asked
  const who = [person, post, within, onBehalfOf ?? null, recordOf(asked)]
  return digestOfText(canonical([process.name, envelope.subject, command, who]))
}

/** A request under its id, by whom it was asked. */
const knownAs = (asked: Asked, actor: PostHolder) => ({
  id: `command/${asked.envelope.id}`,
  content: contentOf(asked, actor),
})

/** Whoever lost the post since is answered what was accepted from them; anybody else is refused, and it is noted. */
const refuseAttempt = async (
  office: Office,
  asked: Asked,
  { claimed, refusal }: Extract<Identified, { readonly ok: false }>,
): Promise<Outcome> => {
  const { process } = asked
  if (claimed !== undefined) {
    const ask = { tenant: asked.envelope.tenant, process, known: knownAs(asked, claimed) }
    const kept = await unlessKnown(office.engine, ask, [refusal])
    if (kept._tag === "Accepted") return { ok: true, value: kept.value }
  }
  if (refusal._tag === "Forbidden" || refusal._tag === "Unauthenticated")
    await audit(office, asked, { refusal, person: claimed?.person ?? null })
  return refused(refusal)
}

const carryOut = async (office: Office, asked: Asked): Promise<Outcome> => {
  const { engine } = office
  const { command, envelope, process } = asked
  const { subject, tenant } = envelope
  const instant = engine.clock.now()
  const claim = { tenant, conference: recordOf(asked), actor: envelope.actor, command: command._tag, instant }
  const identified = await identify(engine, office.directory, claim)
  if (!identified.ok) return refuseAttempt(office, asked, identified)
  const { actor } = identified
  const ask: Ask = {
    ...{ tenant, process, subject, record: recordOf(asked), command, actor, instant, cause: { _tag: "Asked" } },
    known: knownAs(asked, actor),
  }
  const performed = await perform(engine, ask, () => catchUp(engine, ask))
  if (performed.ok) office.onWritten(tenant)
  const forbidden = performed.ok ? undefined : performed.refusals.find(({ _tag }) => _tag === "Forbidden")
  if (forbidden !== undefined) await audit(office, asked, { refusal: forbidden, person: actor.person })
  return performed
}

/** Only where the subject is no conference is there another one to name. Rule SHELL-5. */
const recordFault = ({ record }: Hosted, { conference, subject }: Envelope): PlacedRefusal | undefined =>
  record === "subject" && conference !== undefined && conference !== subject
    ? ({ _tag: "UnknownField", rule: "READ-3", field: "conference", path: ["conference"] } as PlacedRefusal)
    : undefined

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
  const misplaced = recordFault(process, envelope)
  if (misplaced !== undefined) return refused(misplaced)
  const command = process.readCommand(envelope.command)
  if (!command.ok) {
    const [first, ...others] = command.refusal
    return { ok: false, refusals: [placed(first, ["command"]), ...others.map((one) => placed(one, ["command"]))] }
  }
  const now = engine.clock.now()
  const fault = ageFault(office, envelope.issuedAt ?? now, now)
  if (fault !== undefined) return refused({ ...fault, path: ["issuedAt"] })
  const asked = { envelope, process, command: command.value }
  return office.inTurn(`${envelope.tenant} ${streamOf(process, envelope.subject)}`, () => carryOut(office, asked))
}
