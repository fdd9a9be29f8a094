import type { Refusal } from "@jinlin/core/kernel"
import type { Fence, ListedDue } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { issueDue } from "../shell/falling-due.ts"

/** What a tick came to. `stopped`: why it could not go on now; what is left is still due. */
export interface Ticked {
  readonly issued: number
  readonly stopped: Refusal | undefined
}

/**
 * How a timekeeper is run. `between` is called after each item, so that what follows from it comes before the next; what it
 * gives is in the way, and the rest waits for the next time.
 */
export interface TimekeeperOptions {
  readonly fence?: Fence | undefined
  readonly until?: number | undefined
  readonly between?: (() => Promise<Refusal | undefined>) | undefined
}

/**
 * Issues what fell due, the earliest first, each once and as of the day on which it fell due: whether it ticks every minute or
 * once a week, the same happens (TIMEKEEPER-1). After each item it looks again, since one may do away with another.
 */
export const tick = async (engine: Engine, tenant: string, options: TimekeeperOptions = {}): Promise<Ticked> => {
  const { between, fence } = options
  const until = options.until ?? engine.clock.now()
  let issued = 0
  for (;;) {
    const listed = await engine.store.readDue(tenant, { until, limit: 1 })
    if (!listed.ok) return { issued, stopped: listed.failure }
    const item: ListedDue | undefined = listed.value[0]
    if (item === undefined) return { issued, stopped: undefined }
    const came = await issueDue(engine, { tenant, item, fence })
    if (!came.ok) return { issued, stopped: came.refusals[0] }
    issued += 1
    const inTheWay = await between?.()
    if (inTheWay !== undefined) return { issued, stopped: inTheWay }
  }
}
