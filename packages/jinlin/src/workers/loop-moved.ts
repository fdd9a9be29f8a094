import type { Answering, Clock, Position, Store } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"

/** How it is known that there is something new in a log. */
export interface MovedOptions {
  readonly clock: Clock
  readonly store: Pick<Store, "head">
  /** So long, in milliseconds, nothing is left out for a log that stands still. */
  readonly atLeastEvery: number
}

/** A look that found nothing to do: where the log stood before it, and when. */
interface Quiet {
  readonly head: Position | null
  readonly at: number
}

/**
 * Work that follows the log, done only where the log has moved since this process last found nothing to do: one cheap question
 * stands for many. Whoever finds something, fails, or cannot be told where the log stands, looks again. Rule WORKER-7.
 */
export const onceMoved = <Failure, Rest extends ReadonlyArray<unknown>>(
  { atLeastEvery, clock, store }: MovedOptions,
  work: (tenant: string, ...rest: Rest) => Answering<number, Failure>,
) => {
  const quiet = new Map<string, Quiet>()
  return async (tenant: string, ...rest: Rest): Answering<number, Failure> => {
    const at = clock.now()
    const head = await askStore(() => store.head(tenant))
    const last = quiet.get(tenant)
    const isFresh = last !== undefined && at >= last.at && at - last.at < atLeastEvery
    if (head.ok && isFresh && last.head === head.value) return { ok: true, value: 0 }
    quiet.delete(tenant)
    const worked = await work(tenant, ...rest)
    if (head.ok && worked.ok && worked.value === 0) quiet.set(tenant, { head: head.value, at })
    return worked
  }
}
