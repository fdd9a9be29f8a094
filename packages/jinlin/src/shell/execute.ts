import type { Refusal } from "@jinlin/core/kernel"
import { type Commit, type Directory, type Identity, type Store, unavailable } from "@jinlin/sdk"
import type { Hosted, Tagged } from "../hosting/hosted.ts"
import { catchUp } from "./catching-up.ts"
import { canonical, digestOfText } from "./digest.ts"
import { type Accepted, type Ask, type Engine, streamOf } from "./engine.ts"
import { holding, type Identified, type PostHolder } from "./identify.ts"
import { unlessKnown } from "./kept-answers.ts"
import { type Prepared, perform } from "./perform.ts"
import { recognise } from "./recognise.ts"
import type {
  CommandExpired,
  IssuedInFuture,
  PlacedRefusal,
  RetryByCaller,
  SubjectDiffers,
  UnknownProcess,
} from "./refusals.ts"
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
  /**
   * Only in a transaction of the host: the store that is ours, where forbidden attempts are noted, whatever becomes of that
   * transaction. Rule SHELL-15.
   */
  readonly auditStore?: Store | undefined
  /** Aborted when the command that is asked for is not wanted any more. */
  readonly signal?: AbortSignal | undefined
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

/**
 * Notes an attempt that had no grounds, without the login (SHELL-5). In a transaction of the host that is not waited for: our
 * store may be free only when that transaction is over (SHELL-15).
 */
export const audit = async (
  { auditStore, engine }: Pick<Office, "engine" | "auditStore">,
  { command, envelope, process }: Attempted,
  { person, refusal }: Attempt,
): Promise<void> => {
  const { actor, subject, tenant } = envelope
  const { post, within } = actor
  const body = { command: command._tag, person, post, process: process.name, rule: refusal.rule, subject, within }
  const noting: Commit = {
    ...{ tenant, at: engine.clock.now() },
    audit: [{ kind: refusal._tag === "Forbidden" ? "forbidden" : "unauthenticated", body: canonical(body) }],
  }
  if (auditStore === undefined) await engine.store.commit(noting)
  else void auditStore.commit(noting).catch(() => undefined)
}

/** The conference by whose record posts are held: the subject, or the one that is named beside it. Rule SHELL-5. */
const recordOf = ({ envelope: { conference, subject } }: Pick<Asked, "envelope">): string => conference ?? subject

/** The digest of a command's content: what it is, but for what is secret of it, for whom and by whom it is asked. Rules SHELL-1, SHELL-20. */
const contentOf = (asked: Asked, { onBehalfOf, person, post, within }: PostHolder): string => {
  const { command, envelope, process } = asked
  const who = [person, post, within, onBehalfOf ?? null, recordOf(asked)]
  const content = process.contentOf === undefined ? command : process.contentOf(command)
  return digestOfText(canonical([process.name, envelope.subject, content, who]))
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

/** A request by somebody who holds the post that they claim. */
const askBy = (asked: Asked, { actor, heldAt }: Extract<Identified, { readonly ok: true }>, instant: number): Ask => {
  const { command, envelope, process } = asked
  const { subject, tenant } = envelope
  return {
    ...{ tenant, process, subject, record: recordOf(asked), command, actor, heldAt, instant, cause: { _tag: "Asked" } },
    known: knownAs(asked, actor),
  }
}

/** What comes of one request whose login is known, on its stream and in its turn. Rule SHELL-14. */
const carryOut = async (office: Office, asked: Asked, identity: Identity): Promise<Outcome> => {
  const { engine } = office
  const { command, envelope } = asked
  const { actor, tenant } = envelope
  const instant = engine.clock.now()
  const { ownPosts, record } = asked.process
  const conference = record === "none" ? undefined : recordOf(asked)
  const claim = { tenant, conference, ownPosts, actor, command: command._tag, instant }
  const identified = await holding(engine, identity, claim)
  if (!identified.ok) return refuseAttempt(office, asked, identified)
  const ask = askBy(asked, identified, instant)
  let lost: Extract<Identified, { readonly ok: false }> | undefined
  const performed = await perform(engine, ask, async (attempt): Promise<Prepared> => {
    const inTheWay = await catchUp(engine, ask)
    if (inTheWay !== undefined) return { ok: false, refusals: inTheWay }
    // What was caught up with, or whoever was faster, may have taken the post away. Nobody is refused from memory alone.
    const remembered = attempt === 1 ? await holding(engine, identity, { ...claim, fresh: false }) : undefined
    const isStale = remembered === undefined || (!remembered.ok && remembered.refusal._tag === "Forbidden")
    const again = isStale ? await holding(engine, identity, claim) : remembered
    if (again.ok) return { ok: true, ask: askBy(asked, again, instant) }
    lost = again
    return { ok: false, refusals: [again.refusal] }
  })
  if (lost !== undefined) return refuseAttempt(office, asked, lost)
  if (performed.ok) office.onWritten(tenant)
  const forbidden = performed.ok ? undefined : performed.refusals.find(({ _tag }) => _tag === "Forbidden")
  const { person } = ask.actor._tag === "Post" ? ask.actor : { person: null }
  if (forbidden !== undefined) await audit(office, asked, { refusal: forbidden, person })
  return performed
}

/** Only where the subject is no conference, and belongs to one, is there another one to name. Rule SHELL-5. */
const recordFault = ({ record }: Hosted, { conference, subject }: Envelope): PlacedRefusal | undefined =>
  record !== "named" && conference !== undefined && conference !== subject
    ? ({ _tag: "UnknownField", rule: "READ-3", field: "conference", path: ["conference"] } as PlacedRefusal)
    : undefined

/** Where a command says itself which stream it is for, it is put to that one. Rule SHELL-16. */
const subjectFault = ({ command, envelope: { subject }, process }: Asked): PlacedRefusal | undefined => {
  const expected = process.subjectOf?.(command) ?? subject
  const differs: SubjectDiffers = { _tag: "SubjectDiffers", rule: "SHELL-16", expected }
  return expected === subject ? undefined : { ...differs, path: ["subject"] }
}

/** Who does not get a lock in the host's transaction runs that again from its beginning. Rule SHELL-4. */
const toCaller = (outcome: Outcome, stream: string): Outcome => {
  if (outcome.ok) return outcome
  const isLocked = outcome.refusals.some((refusal) => "kind" in refusal && refusal.kind === "locked")
  const byCaller: RetryByCaller = { _tag: "RetryByCaller", rule: "SHELL-4", stream }
  return isLocked ? refused(byCaller) : outcome
}

/** Whoever says that they are in a transaction gives a store that is. Rule SHELL-15. */
const transactionFault = ({ auditStore, engine }: Office): Refusal | undefined =>
  auditStore === undefined || engine.store.capabilities.withinTransaction
    ? undefined
    : unavailable("misused", "[jinlin] [shell] this store writes outside of the host's transaction")

/**
 * Carries out one command: read strictly, its actor found and their post looked up, what fell due issued first, decided, and
 * written in one commit with all that it causes. Commands of one stream take turns; the streams do not wait for each other, and
 * nobody waits for the directory on another's behalf.
 */
export const execute = async (office: Office, input: unknown): Promise<Outcome> => {
  const outside = transactionFault(office)
  if (outside !== undefined) return refused(outside)
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
  const elsewhere = subjectFault(asked)
  if (elsewhere !== undefined) return refused(elsewhere)
  const recognised = await recognise(engine.clock, office.directory, { ...envelope, signal: office.signal })
  if (!recognised.ok) return refuseAttempt(office, asked, recognised)
  const { identity } = recognised
  const stream = streamOf(process, envelope.subject)
  const outcome = await office.inTurn(`${envelope.tenant} ${stream}`, () => carryOut(office, asked, identity))
  return engine.store.capabilities.withinTransaction ? toCaller(outcome, stream) : outcome
}
