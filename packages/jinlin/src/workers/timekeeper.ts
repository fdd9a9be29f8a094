import type { Refusal } from "@jinlin/core/kernel"
import { type Fence, type ListedDue, rowsPerPage } from "@jinlin/sdk"
import type { Engine } from "../shell/engine.ts"
import { issueDue } from "../shell/falling-due.ts"
import { isPassing } from "../shell/perform.ts"

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

const nameOf = ({ key, stream }: ListedDue): string => `${stream} ${key}`

/**
 * Issues what fell due, the earliest first, each once and as of the day on which it fell due: whether it ticks every minute or
 * once a week, the same happens (TIMEKEEPER-1). After each item it looks again, since one may do away with another. What can
 * be neither issued nor left to a person holds up itself and nothing else.
 */
export const tick = async (engine: Engine, tenant: string, options: TimekeeperOptions = {}): Promise<Ticked> => {
  const { between, fence } = options
  const until = options.until ?? engine.clock.now()
  const heldUp = new Set<string>()
  let stopped: Refusal | undefined
  for (let issued = 0; ; ) {
    const listed = await engine.store.readDue(tenant, { until, limit: Math.min(heldUp.size + 1, rowsPerPage) })
    if (!listed.ok) return { issued, stopped: listed.failure }
    const item = listed.value.find((one) => !heldUp.has(nameOf(one)))
    if (item === undefined) return { issued, stopped }
    const came = await issueDue(engine, { tenant, item, fence })
    if (!came.ok && isPassing(came.refusals)) return { issued, stopped: came.refusals[0] }
    if (came.ok) issued += 1
    else {
      heldUp.add(nameOf(item))
      stopped ??= came.refusals[0]
    }
    const inTheWay = await between?.()
    if (inTheWay !== undefined) return { issued, stopped: inTheWay }
  }
}
