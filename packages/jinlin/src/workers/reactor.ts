import type { Refusal } from "@jinlin/core/kernel"
import type { Position } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { type ReactorOptions, react } from "./reacting.ts"

export type { ReactorOptions } from "./reacting.ts"

const checkpoint = "reactor"
const eventsAtOnce = 200

/** What a turn of the reactor came to. `stopped`: why it could not go on now; it will be tried again. */
export interface Reacted {
  readonly events: number
  readonly commands: number
  readonly tasks: number
  readonly stopped: Refusal | undefined
}

/** Notes how far the log was read; gives what is in the way. */
const noting = (engine: Engine, tenant: string, { fence }: ReactorOptions) => {
  const { store } = engine
  return async (from: Position | null, to: Position | null): Promise<Refusal | undefined> => {
    if (to === null || to === from) return undefined
    const at = engine.clock.now()
    const noted = await store.commit({ tenant, at, fence, checkpoints: [{ name: checkpoint, from, to }] })
    return noted.ok ? undefined : noted.failure
  }
}

/**
 * Turns events into the commands that follow from them elsewhere, each under an id made from the event, the rule and the command.
 * How far it has read is noted before anything is written for an event, and after every page: whoever reads on after a crash
 * begins at that event, never at one before it, and does nothing twice (REACTOR-1). What is refused becomes a task (REACTOR-2).
 */
export const reactOnce = async (engine: Engine, tenant: string, options: ReactorOptions = {}): Promise<Reacted> => {
  const reacted = { events: 0, commands: 0, tasks: 0 }
  const from = await engine.store.readCheckpoint(tenant, checkpoint)
  if (!from.ok) return { ...reacted, stopped: from.failure }
  const page = await engine.store.readLog(tenant, {
    limit: eventsAtOnce,
    ...(from.value === null ? {} : { after: from.value }),
  })
  if (!page.ok) return { ...reacted, stopped: page.failure }
  const note = noting(engine, tenant, options)
  let noted: Position | null = from.value
  let reached: Position | null = from.value
  const before = async (): Promise<Refusal | undefined> => {
    const inTheWay = await note(noted, reached)
    if (inTheWay === undefined) noted = reached
    return inTheWay
  }
  for (const stored of page.value.events) {
    const came = await react(engine, stored, { tenant, options, before })
    reacted.commands += came.commands
    reacted.tasks += came.tasks
    if (came.stopped !== undefined) return { ...reacted, stopped: came.stopped }
    reacted.events += 1
    reached = stored.position
  }
  return { ...reacted, stopped: await before() }
}
