import type { Conference } from "@jinlin/core/joint-conference"
import type { NonEmpty, Refusal, RuleId } from "@jinlin/core/kernel"
import type { Fence, ListedDue } from "@jinlin/sdk"
import { momentAt } from "../hosting/moment.ts"
import { canonical, nameFrom } from "./digest.ts"
import { type Accepted, type Ask, type Engine, load, streamOf, tryOnce } from "./engine.ts"
import type { Contended, RetryByCaller } from "./refusals.ts"

/** What came of a command in the end. */
export type Performed =
  | { readonly ok: true; readonly value: Accepted }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }

/** A race that was lost so often is given back to whoever asked. */
const attempts = 8

const refused = (refusal: Refusal): Performed => ({ ok: false, refusals: [refusal] })

/** Tries a command, and tries again when others were faster, a bounded number of times and on our own connection only. Rule SHELL-4. */
export const perform = async (engine: Engine, ask: Ask): Promise<Performed> => {
  const isHosts = engine.store.capabilities.withinTransaction
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(engine, ask, isHosts || attempt > 1)
    if (tried._tag === "Accepted") return { ok: true, value: tried.value }
    if (tried._tag === "Refused") return { ok: false, refusals: tried.refusals }
    const { stream } = tried
    const byCaller: RetryByCaller = { _tag: "RetryByCaller", rule: "SHELL-4", stream }
    const contended: Contended = { _tag: "Contended", rule: "SHELL-4", stream, attempts }
    if (isHosts) return refused(byCaller)
    if (attempt === attempts) return refused(contended)
  }
}

const passing: ReadonlySet<string> = new Set([
  ...["StoreUnavailable", "StoreTooNew", "LeaseLost", "Contended", "RetryByCaller"],
])

/** Whether a refusal says nothing of the command itself and the same one may well be accepted later. */
export const isPassing = (refusals: ReadonlyArray<Refusal>): boolean => refusals.some(({ _tag }) => passing.has(_tag))

/** Something that the system was refused, and what it followed. */
export interface Left {
  readonly tenant: string
  readonly subject: string
  readonly stream: string
  readonly rule: RuleId
  readonly command: string
  readonly refusals: ReadonlyArray<Refusal>
  readonly event: string | null
  readonly instant: number
  readonly cause: Ask["cause"]
  readonly settles?: Ask["settles"]
  readonly fence?: Fence | undefined
}

/** The secretary of the body that serves the conference; without one, a secretary within the body itself. */
const responsible = async (engine: Engine, { subject, tenant }: Left): Promise<string> => {
  const process = engine.processes.get("joint-conference")
  const read = process && (await load(engine, { tenant, process, subject }, engine.store.capabilities.shared))
  const conference = read?.ok === true ? (read.value.state as Conference) : undefined
  return conference?.secretariat?.body ?? subject
}

/** Leaves to a person what the system was refused: a task, opened once, together with the settling of what it was about. Rule TASK-1. */
export const leaveToPerson = async (engine: Engine, left: Left): Promise<Performed> => {
  const process = engine.processes.get("task")
  if (process === undefined) throw new Error("[jinlin] [shell] there is no process for tasks")
  const { cause, command, event, fence, instant, refusals, rule, settles, stream, tenant } = left
  const within = await responsible(engine, left)
  const said = canonical(JSON.parse(JSON.stringify(refusals)))
  const subject = nameFrom(canonical({ command, event, rule, stream, settles: settles?.key ?? null }))
  return perform(engine, {
    ...{ tenant, process, subject, instant, fence, settles, cause, known: undefined },
    command: {
      _tag: "OpenTask",
      stream,
      command,
      rule,
      refusals: said,
      event,
      post: "secretary",
      within,
    } as Ask["command"],
    actor: { _tag: "System", rule },
  })
}

/** Settles a due item that has its task already. */
const settle = async (engine: Engine, left: Left): Promise<Performed> => {
  const { fence, settles, stream, tenant } = left
  const written = await engine.store.commit({
    ...{ tenant, at: engine.clock.now(), fence },
    dueSettled: settles && [settles],
  })
  return written.ok
    ? { ok: true, value: { stream, revision: 0, events: [], position: written.value.position } }
    : refused(written.failure)
}

/** Issues what fell due, as the system and under its rule; what is refused is left to a person, and either way it is settled. */
export const issueDue = async (
  engine: Engine,
  { fence, item, tenant }: { readonly tenant: string; readonly item: ListedDue; readonly fence?: Fence | undefined },
): Promise<Performed> => {
  const [name = "", subject = ""] = item.stream.split("/")
  const process = engine.processes.get(name)
  const rule = item.rule as RuleId
  const settles = { stream: item.stream, key: item.key }
  const cause = { _tag: "Due", rule } as const
  const read = process?.readCommand(JSON.parse(item.command))
  const unread: Performed | undefined =
    read?.ok === true
      ? undefined
      : refused({
          _tag: "UnknownProcess",
          rule: "SHELL-8",
          process: name,
          known: [...engine.processes.keys()],
        } as Refusal)
  const performed =
    unread ??
    (await perform(engine, {
      ...{ tenant, subject, fence, settles, known: undefined },
      process: process as Ask["process"],
      command: (read as { readonly value: Ask["command"] }).value,
      actor: { _tag: "System", rule },
      cause,
      instant: item.at,
    }))
  if (performed.ok || isPassing(performed.refusals)) return performed
  const left: Left = {
    ...{ tenant, subject, stream: item.stream, rule, settles, fence, event: null, cause },
    command: (JSON.parse(item.command) as { readonly _tag: string })._tag,
    refusals: performed.refusals,
    instant: item.at,
  }
  const task = await leaveToPerson(engine, left)
  return task.ok || task.refusals[0]._tag !== "TaskKnown" ? task : settle(engine, left)
}

/** At most so many items are caught up with before one command: nobody is this late by accident. */
const catchUpLimit = 200

/**
 * Issues what has fallen due on a stream before anything else is decided on it, so that a late timekeeper changes nothing in
 * what happens. Rule SHELL-10. Gives the refusal that stands in the way, if there is one.
 */
export const catchUp = async (engine: Engine, ask: Ask): Promise<Refusal | undefined> => {
  const { process, subject, tenant } = ask
  for (let done = 0; done < catchUpLimit; done += 1) {
    const standing = await load(engine, ask, false)
    if (!standing.ok) return standing.failure
    const stream = streamOf(process, subject)
    const today = momentAt(engine.zoneOf(tenant), ask.instant).civilDate
    if (process.due(standing.value.state).every(({ on }) => on > today)) return undefined
    const listed = await engine.store.readDue(tenant, { stream, until: ask.instant, limit: 1 })
    if (!listed.ok) return listed.failure
    const [item] = listed.value
    if (item === undefined) return undefined
    const issued = await issueDue(engine, { tenant, item })
    if (!issued.ok && isPassing(issued.refusals)) return issued.refusals[0]
  }
  return undefined
}
