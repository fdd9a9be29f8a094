import type { Clock, Commit, CommitFailure, Fence, NewDelivery, Settlement, Store } from "@jinlin/sdk"
import { askStore } from "./ask-store.ts"
import { delayBefore, type RetrySchedule } from "./retry.ts"

/** What is to be written of one delivery, together: what became of it, and what is handed on instead of it. */
interface Settled {
  readonly settlement: Settlement
  readonly instead: ReadonlyArray<NewDelivery>
}

/** Where settlements are written, and under which lease. */
export interface SettlerOptions {
  readonly store: Pick<Store, "commit">
  readonly clock: Clock
  readonly random: () => number
  readonly tenant: string
  readonly fence: Fence
  readonly lost: AbortSignal
}

/** Whether it was written; `lost`: it is not known to be; `refused`: the store takes it in no way. */
export type Written = "written" | "lost" | "refused"

/** Writes what became of deliveries: what comes in while a write is under way is written together with the next one. */
export interface Settler {
  readonly settle: (settled: Settled) => Promise<Written>
}

interface Waiting extends Settled {
  readonly tell: (written: Written) => void
}

const atOnce = 500
const whileAway: RetrySchedule = { base: 200, factor: 2, ceiling: 5_000, jitter: 0.5 }

const commitOf = ({ clock, fence, tenant }: SettlerOptions, batch: ReadonlyArray<Settled>): Commit => ({
  ...{ tenant, fence, at: clock.now() },
  deliveries: batch.flatMap(({ instead }) => instead),
  settlements: batch.map(({ settlement }) => settlement),
})

const isAway = ({ _tag }: CommitFailure): boolean => _tag === "StoreUnavailable" || _tag === "StoreTooNew"

/** Writes a batch, again and again while the store is away and the lease is held; one by one where a part is at fault. */
const write = async (options: SettlerOptions, batch: ReadonlyArray<Waiting>): Promise<void> => {
  const { clock, lost, random, store } = options
  const tell = (written: Written): void => {
    for (const waiting of batch) waiting.tell(written)
  }
  for (let attempt = 2; !lost.aborted; attempt += 1) {
    const answer = await askStore(() => store.commit(commitOf(options, batch)))
    if (answer.ok) return tell("written")
    if (answer.failure._tag === "LeaseLost") return tell("lost")
    // It is not in our hands, or no longer: an earlier write of it was done, and only the answer was lost.
    if (answer.failure._tag === "UnknownDelivery" && batch.length === 1) return tell("lost")
    if (!isAway(answer.failure)) {
      if (batch.length === 1) return tell("refused")
      for (const waiting of batch) await write(options, [waiting])
      return
    }
    await clock.sleep(delayBefore(attempt, whileAway, random), lost)
  }
  tell("lost")
}

/** A settler for one lease. It gives up what was not written when the lease is lost: the next holder starts it again. */
export const settler = (options: SettlerOptions): Settler => {
  let queue: Array<Waiting> = []
  let writing = false
  const writeAll = async (): Promise<void> => {
    if (writing) return
    writing = true
    while (queue.length > 0) {
      const batch = queue.slice(0, atOnce)
      queue = queue.slice(atOnce)
      await write(options, batch)
    }
    writing = false
  }
  return {
    settle: (settled) =>
      new Promise((tell) => {
        queue.push({ ...settled, tell })
        void writeAll()
      }),
  }
}
