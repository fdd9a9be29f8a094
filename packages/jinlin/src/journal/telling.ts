import type { Refusal } from "@jinlin/core/kernel"
import type { Fence } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { perform } from "../shell/perform.ts"
import { followOn } from "../shell/settling.ts"
import { tick } from "../workers/timekeeper.ts"
import { rowId } from "./log.ts"
import type { StandingClock } from "./standing-clock.ts"
import type { TimedRow } from "./timed-row.ts"

/** A journal on its way into a store. */
export interface Telling {
  readonly engine: Engine
  /** The clock of the engine: it stands at the row that is carried out, or at what falls due. */
  readonly clock: StandingClock
  readonly tenant: string
  /** Only the latest of those who tell a tenant's journal writes. Rule JOURNAL-10. */
  readonly fence: Fence
  readonly deepestReaction: number | undefined
}

/** Carries out what follows from all that has happened. Gives what is in the way, if anything is. */
export const follow = ({ deepestReaction, engine, fence, tenant }: Telling): Promise<Refusal | undefined> =>
  followOn(engine, tenant, { fence, deepest: deepestReaction })

/** Lets time pass up to an instant: what fell due is issued as of when it did, and what follows from it is done then. */
export const passTime = async (telling: Telling, until: number): Promise<Refusal | undefined> => {
  const { clock, engine, fence, tenant } = telling
  for (;;) {
    const listed = await engine.store.readDue(tenant, { until, limit: 1 })
    if (!listed.ok) return listed.failure
    const [item] = listed.value
    if (item === undefined) return undefined
    clock.standAt(item.at)
    const ticked = await tick(engine, tenant, { until: item.at, fence, between: () => follow(telling) })
    if (ticked.stopped !== undefined) return ticked.stopped
  }
}

/**
 * Carries out one row, after all that fell due before it, and then what follows from it. Gives what is in the way: the rules
 * took the row already, so it is something of the store.
 */
export const tellRow = async (telling: Telling, timed: TimedRow): Promise<Refusal | undefined> => {
  const { clock, engine, fence, tenant } = telling
  const { content, instant, row } = timed
  const { actor, command, subject } = row
  const inTheWay = await passTime(telling, instant)
  if (inTheWay !== undefined) return inTheWay
  clock.standAt(instant)
  const process = engine.processes.get(row.process)
  if (process === undefined) throw new Error("[jinlin] [journal] there is no process for a row that was read")
  const performed = await perform(engine, {
    ...{ tenant, process, subject, command, actor, instant, fence },
    known: { id: rowId(row.line), content },
    cause: { _tag: "Asked" },
  })
  return performed.ok ? follow(telling) : performed.refusals[0]
}
