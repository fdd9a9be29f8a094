import type { MatterPlan } from "@jinlin/core/deliberation"
import type { DecisionRules, Moment, NonEmpty, Refusal } from "@jinlin/core/kernel"
import type { CivilDate } from "@jinlin/core/kernel/arithmetic"
import type { Beyond } from "../hosting/hosted.ts"
import { momentAt } from "../hosting/moment.ts"
import { type Ask, type Engine, load, streamOf, type Tried } from "./engine.ts"
import { type Gathered, gather } from "./gathering.ts"
import { unlessKnown } from "./kept-answers.ts"
import type { Standing } from "./loading.ts"
import { metaOf, type Recording, type Why } from "./record.ts"
import type { ClockBehind } from "./refusals.ts"
import { type BeyondDecided, write } from "./writing.ts"

/**
 * The streams that may not have moved on: those of the facts, and the record by which the actor holds their post (SHELL-14).
 * Undefined: one of them is known to have moved on already.
 */
const guarding = (
  { heldAt, process, subject }: Ask,
  { revision }: Standing,
  guards: Gathered["guards"],
): Gathered["guards"] | undefined => {
  if (heldAt === undefined) return guards
  const read = [...guards, { stream: streamOf(process, subject), revision }].find(
    ({ stream }) => stream === heldAt.stream,
  )
  if (read === undefined) return [...guards, heldAt]
  return read.revision === heldAt.revision ? guards : undefined
}

/** The moment of the command: never before the latest event, and refused where the clock is too far behind it. Rule SHELL-6. */
const momentOf = (engine: Engine, ask: Ask, latest: number): Moment | ClockBehind => {
  const { instant, process, subject, tenant } = ask
  const stream = streamOf(process, subject)
  if (ask.cause._tag === "Asked" && instant < latest - engine.skew)
    return { _tag: "ClockBehind", rule: "SHELL-6", stream, now: instant, latest }
  return momentAt(engine.zoneOf(tenant), Math.max(instant, latest))
}

/** The day on which a command is tried; null: it is none, since the clock is too far behind. */
const dayOf = (moment: Moment | ClockBehind): CivilDate | null => ("_tag" in moment ? null : moment.civilDate)

/** The rules of today that the command asks for; null: it asks for none, or there are none. Rule SHELL-18. */
const lawOf = (
  engine: Engine,
  { command, process, subject, tenant }: Ask,
  { day, state }: { readonly state: unknown; readonly day: CivilDate },
): DecisionRules | null => {
  const set = process.lawFor?.({ command, state, subject })
  return set === undefined ? null : engine.lawOf(tenant, set, day)
}

/** The steps of the list that the command names, as they are today; null: it names none, or there is none. Rule SHELL-18. */
const planOf = (engine: Engine, { command, process, tenant }: Ask, day: CivilDate): MatterPlan | null => {
  const list = process.planFor?.(command)
  return list === undefined ? null : engine.planOf(tenant, list, day)
}

/**
 * Nothing is refused on the strength of the shelf, which may be behind what others wrote: where the stream has moved on the
 * command is decided anew. Rule SHELL-9.
 */
const refuse = async (
  engine: Engine,
  ask: Ask,
  { before, refusals }: { readonly refusals: NonEmpty<Refusal>; readonly before: Standing },
): Promise<Tried> => {
  const now = await load(engine, ask, true)
  if (!now.ok) return unlessKnown(engine, ask, [now.failure])
  const stream = streamOf(ask.process, ask.subject)
  return now.value.revision === before.revision ? unlessKnown(engine, ask, refusals) : { _tag: "Overtaken", stream }
}

/**
 * What a command means for other streams, each from the revision on at which it was read for it and by the system, under the rule
 * of the reaction. Rule SHELL-26.
 */
const beyondIn = (
  engine: Engine,
  ask: Ask,
  {
    beyond,
    event,
    guards,
    recording,
  }: {
    readonly beyond: ReadonlyArray<Beyond>
    readonly guards: Gathered["guards"]
    readonly recording: Pick<Recording, "moment" | "written">
    /** The event that has this meaning. */
    readonly event: string
  },
): ReadonlyArray<BeyondDecided> =>
  beyond.map(({ before, events, grounds, process: name, rule, subject }) => {
    const process = engine.processes.get(name)
    const read = guards.find(({ stream }) => stream === `${name}/${subject}`)
    if (process === undefined || read === undefined)
      throw new Error(`[jinlin] [${ask.process.name}] writes to a stream that was not read by the same commit`)
    const cause: Why = { _tag: "Reaction", rule, event, depth: 1 }
    const actor = { _tag: "System", rule } as const
    const meta = metaOf({ ...recording, actor, grounds, cause, command: null, asOf: [] })
    return { process, subject, before, events, meta, revision: read.revision }
  })

/**
 * One try of one command: gathered, decided and written in one commit, or refused with its reasons. What was decided on a
 * stream that has moved on meanwhile is `Overtaken`; whoever asks decides whether to try again. Rules SHELL-1, SHELL-3, SHELL-9.
 */
export const tryOnce = async (engine: Engine, ask: Ask, fresh: boolean): Promise<Tried> => {
  const read = await load(engine, ask, fresh)
  if (!read.ok) return unlessKnown(engine, ask, [read.failure])
  const before = read.value
  const moment = momentOf(engine, ask, before.latest)
  const gathered = await gather(engine, ask, { state: before.state, today: dayOf(moment) })
  if ("failure" in gathered) return unlessKnown(engine, ask, [gathered.failure])
  const guards = guarding(ask, before, gathered.guards)
  if (guards === undefined) return { _tag: "Overtaken", stream: streamOf(ask.process, ask.subject) }
  if ("_tag" in moment)
    return fresh ? unlessKnown(engine, ask, [moment]) : refuse(engine, ask, { before, refusals: [moment] })
  const { actor, cause, known } = ask
  const { box, calendar, memberships, others } = gathered
  const told = { box, calendar, memberships, others, charter: engine.voiceOf(ask.tenant) }
  const around = { actor, now: moment, subject: ask.subject, record: ask.record ?? ask.subject, ...told }
  const law = lawOf(engine, ask, { state: before.state, day: moment.civilDate })
  const plan = planOf(engine, ask, moment.civilDate)
  const handled = ask.process.handle(ask.command, before.state, { ...around, law, plan })
  if (!handled.ok) {
    const [first, ...others] = handled.refusals
    if (first === undefined) throw new Error(`[jinlin] [${ask.process.name}] a refusal without a reason`)
    const refusals: NonEmpty<Refusal> = [first, ...others]
    return fresh ? unlessKnown(engine, ask, refusals) : refuse(engine, ask, { before, refusals })
  }
  // What the system does counts as having happened on its day; when it was written is another matter.
  const written = cause._tag === "Asked" ? ask.instant : engine.clock.now()
  const recording = { actor, cause, grounds: handled.grounds, moment, written }
  const meta = metaOf({ ...recording, asOf: gathered.asOf, command: known?.id ?? null })
  const event = `${streamOf(ask.process, ask.subject)}@${before.revision + handled.events.length}`
  const beyond = beyondIn(engine, ask, { beyond: handled.beyond ?? [], event, guards, recording: { moment, written } })
  return write(engine, ask, { before, beyond, events: handled.events, meta, moment, guards })
}
