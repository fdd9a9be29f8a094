import { type Ballot, ballot as ballotProcess, roundScope } from "@jinlin/core/ballot"
import {
  countBallots,
  type DeliberationEvent,
  deliberation,
  type Mark,
  type Matter,
  type RegisterEntry,
  type Sitting,
  stepRegister,
  type Voter,
} from "@jinlin/core/deliberation"
import { decodeStrictly, Id, type NonEmpty, type Refusal } from "@jinlin/core/kernel"
import { type Answer, done } from "@jinlin/sdk"
import * as Schema from "effect/Schema"
import { arrivedIn } from "../hosting/deliberations.ts"
import type { Tagged } from "../hosting/hosted.ts"
import { type Engine, streamOf } from "../shell/engine.ts"
import { readClaimed } from "../shell/gathering.ts"
import { readEvents } from "../shell/loading.ts"
import type { PlacedRefusal } from "../shell/refusals.ts"
import { placed } from "../shell/request.ts"
import { admit, type Desk } from "./admit.ts"
import type { HostedView } from "./hosted-view.ts"
import { matterRegister } from "./matters.ts"
import { type Looking, readQuestion } from "./question.ts"

/** A sitting of a matter: its round, from 1; the last one where none is given. */
export interface SittingParams {
  readonly tenant: string
  /** The id of the matter. */
  readonly subject: string
  readonly round?: number
}

/** Everything that the register of a sitting is written from, for whoever serves the body and for auditors. */
export interface SittingRecord {
  readonly title: string
  readonly entry: RegisterEntry
  /** The roll; frozen as soon as the ballot is open. */
  readonly roll: ReadonlyArray<Voter>
  /**
   * What the counted ballot of each voter says; in a secret ballot that one was cast. Null: nothing is counted yet, or it was
   * annulled. Until a ballot is closed nobody sees how others voted (BALLOT-9).
   */
  readonly marks: ReadonlyMap<string, Mark> | null
}

/** The matter has no such sitting; `rounds` are those that it has. */
export interface NoSuchSitting {
  readonly _tag: "NoSuchSitting"
  readonly rule: "VIEW-7"
  readonly subject: string
  readonly rounds: ReadonlyArray<number>
}

/** What came of asking for a sitting. */
export type SittingAnswer =
  | { readonly ok: true; readonly value: SittingRecord }
  | { readonly ok: false; readonly refusals: NonEmpty<PlacedRefusal> }

/** Who may look is who may look at the register with names. */
const askedAs: HostedView = {
  ...(matterRegister as HostedView),
  ...{ name: "deliberation.sitting", audiences: ["staff", "auditor"] },
}

const refused = (refusal: Refusal): SittingAnswer => ({ ok: false, refusals: [refusal as PlacedRefusal] })

/** Where a matter stood in one of its rounds for the last time, its title, and the registers of all of them. */
interface Told {
  readonly title: string
  readonly sittings: ReadonlyMap<number, Sitting>
  readonly entries: ReadonlyArray<RegisterEntry>
}

const tell = (events: ReadonlyArray<Tagged>): Told => {
  const sittings = new Map<number, Sitting>()
  let matter: Matter = deliberation.initial
  let register = stepRegister.initial
  for (const event of events as ReadonlyArray<DeliberationEvent>) {
    matter = deliberation.evolve(matter, event)
    register = stepRegister.evolve(register, event)
    if (matter.sitting !== null) sittings.set(matter.sitting.round, matter.sitting)
  }
  return { title: matter.title ?? "", sittings, entries: register.entries }
}

const eventsOf = async (
  { processes, store }: Engine,
  tenant: string,
  subject: string,
): Promise<Answer<ReadonlyArray<Tagged>, Refusal>> => {
  const process = processes.get(deliberation.process)
  return process === undefined ? done([]) : readEvents(store, { tenant, process, stream: streamOf(process, subject) })
}

/** What each voter's counted ballot says, by the rules by which the sitting was counted. */
const marksIn = async (
  engine: Engine,
  { subject, tenant }: SittingParams,
  { entry: { result }, sitting }: { readonly entry: RegisterEntry; readonly sitting: Sitting },
): Promise<Answer<SittingRecord["marks"], Refusal>> => {
  const { ballot, round } = sitting
  const process = engine.processes.get(ballotProcess.process)
  if (process === undefined || ballot === null || ballot.closedAt === null || result === "annulled") return done(null)
  const read = await readClaimed(engine, { tenant, process, scope: roundScope(subject, round) })
  if ("failure" in read) return { ok: false, failure: read.failure }
  const arrived = arrivedIn(read.states as ReadonlyArray<Ballot>, ballot, engine.zoneOf(tenant))
  return done(countBallots(sitting, arrived).marks)
}

const recordIn = async (
  engine: Engine,
  { subject, tenant }: SittingParams,
  { entry, told: { sittings, title } }: { readonly entry: RegisterEntry; readonly told: Told },
): Promise<Answer<SittingRecord, Refusal>> => {
  const sitting = sittings.get(entry.round)
  if (sitting === undefined) return done({ title, entry, roll: [], marks: null })
  const marks = await marksIn(engine, { tenant, subject }, { entry, sitting })
  return marks.ok ? done({ title, entry, roll: sitting.roll, marks: marks.value }) : marks
}

/** Every sitting of a matter as the log has it, in order; whoever asks was admitted elsewhere. */
export const sittingsIn = async (
  engine: Engine,
  asked: SittingParams,
): Promise<Answer<ReadonlyArray<SittingRecord>, Refusal>> => {
  const events = await eventsOf(engine, asked.tenant, asked.subject)
  if (!events.ok) return events
  const told = tell(events.value)
  const records: Array<SittingRecord> = []
  for (const entry of told.entries) {
    if (asked.round !== undefined && entry.round !== asked.round) continue
    const record = await recordIn(engine, asked, { entry, told })
    if (!record.ok) return record
    records.push(record.value)
  }
  return done(records)
}

const recordOf = async (engine: Engine, asked: SittingParams): Promise<SittingAnswer> => {
  const { round, subject } = asked
  const events = await eventsOf(engine, asked.tenant, subject)
  if (!events.ok) return refused(events.failure)
  const told = tell(events.value)
  const entry = round === undefined ? told.entries.at(-1) : told.entries.find((one) => one.round === round)
  if (entry === undefined) {
    const rounds = told.entries.map((one) => one.round)
    const none: NoSuchSitting = { _tag: "NoSuchSitting", rule: "VIEW-7", subject, rounds }
    return refused(none)
  }
  const record = await recordIn(engine, asked, { entry, told })
  return record.ok ? record : refused(record.failure)
}

const readParams = decodeStrictly(
  Schema.Struct({
    tenant: Schema.String,
    subject: Id,
    round: Schema.optional(Schema.Int.check(Schema.isGreaterThan(0))),
  }),
)

/**
 * Answers with the record of one sitting, read from the log as it stands: the register with names, the roll, and what was
 * counted. It is for staff and auditors, as the register with names is. Rule VIEW-7.
 */
export const sittingAt = async (
  desk: Desk,
  asked: { readonly params: unknown; readonly looking: unknown },
): Promise<SittingAnswer> => {
  const params = readParams(asked.params)
  if (!params.ok) {
    const [first, ...others] = params.refusal
    return { ok: false, refusals: [placed(first), ...others.map((one) => placed(one))] }
  }
  const { round, subject, tenant } = params.value
  const question = readQuestion(askedAs, { params: { tenant, subject }, looking: asked.looking })
  if ("refusals" in question) return { ok: false, refusals: question.refusals }
  const admitted = await admit(desk, question)
  if (!admitted.ok) return refused(admitted.refusal)
  return recordOf(desk.engine, { tenant, subject, ...(round === undefined ? {} : { round }) })
}

/** Asks for the record of a sitting. */
export type AskingSitting = (
  params: SittingParams,
  looking: Pick<Looking, "actor" | "audience">,
) => Promise<SittingAnswer>
