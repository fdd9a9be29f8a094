import type { Refusal, RuleId } from "@jinlin/core/kernel"
import { type Fence, type ListedDue, rowsPerPage } from "@jinlin/sdk"
import type { Engine } from "./engine.ts"
import { isLeft, type Left, leaveToPerson } from "./left-to-person.ts"
import { parse } from "./loading.ts"
import { isPassing, type Performed, perform } from "./perform.ts"
import type { UnknownProcess } from "./refusals.ts"
import { placed } from "./request.ts"

/** A due item of a tenant, and the lease under which it is issued. */
interface Falling {
  readonly tenant: string
  readonly item: ListedDue
  readonly fence?: Fence | undefined
}

/** Settles a due item that has its task already. */
const settle = async (engine: Engine, { fence, settles, stream, tenant }: Left): Promise<Performed> => {
  const written = await engine.store.commit({
    ...{ tenant, at: engine.clock.now(), fence },
    dueSettled: settles && [settles],
  })
  return written.ok
    ? { ok: true, value: { stream, revision: 0, events: [], position: written.value.position } }
    : { ok: false, refusals: [written.failure] }
}

/** Issues it as the system, under its rule, as of the day on which it fell due; and settles it by the same write. */
const issue = (engine: Engine, { fence, item, tenant }: Falling): Promise<Performed> | Performed => {
  const [name = "", subject = ""] = item.stream.split("/")
  const process = engine.processes.get(name)
  const known = [...engine.processes.keys()]
  const unknown: UnknownProcess = { _tag: "UnknownProcess", rule: "SHELL-8", process: name, known }
  if (process === undefined) return { ok: false, refusals: [unknown] }
  const read = process.readCommand(parse(item.command)?.json)
  if (!read.ok) return { ok: false, refusals: [placed(read.refusal[0])] }
  const rule = item.rule as RuleId
  return perform(engine, {
    ...{ tenant, process, subject, fence, command: read.value, instant: item.at, known: undefined },
    settles: { stream: item.stream, key: item.key },
    actor: { _tag: "System", rule },
    cause: { _tag: "Due", rule },
  })
}

/** What is left to a person of a due item; its command may be one that nobody can read. */
const leftOf = ({ fence, item, tenant }: Falling, refusals: ReadonlyArray<Refusal>): Left => {
  const { at, key, stream } = item
  const rule = item.rule as RuleId
  const tag = (parse(item.command)?.json as { readonly _tag?: unknown } | null | undefined)?._tag
  return {
    ...{ tenant, stream, rule, fence, refusals, event: null, instant: at, settles: { stream, key } },
    subject: stream.split("/")[1] ?? "",
    cause: { _tag: "Due", rule },
    command: { _tag: typeof tag === "string" && /^[A-Za-z]{1,64}$/.test(tag) ? tag : "Unreadable" },
  }
}

/** Whether it is listed still; what somebody else has settled meanwhile was refused here because it is done. */
const isListed = async (engine: Engine, { item, tenant }: Falling): Promise<boolean> => {
  const { at, key, stream } = item
  const listed = await engine.store.readDue(tenant, { stream, until: at, limit: rowsPerPage })
  return !listed.ok || listed.value.some((one) => one.key === key)
}

/** Issues what fell due, as the system and under its rule; what is refused is left to a person, and either way it is settled. Rule TIMEKEEPER-1. */
export const issueDue = async (engine: Engine, falling: Falling): Promise<Performed> => {
  const performed = await issue(engine, falling)
  if (performed.ok || isPassing(performed.refusals)) return performed
  const { stream } = falling.item
  if (!(await isListed(engine, falling)))
    return { ok: true, value: { stream, revision: 0, events: [], position: null } }
  const left = leftOf(falling, performed.refusals)
  const task = await leaveToPerson(engine, left)
  return task.ok || !isLeft(task) ? task : settle(engine, left)
}
