import { type Answer, failed, type StoreUnavailable } from "@jinlin/sdk"
import { faultOf, isBusy, unavailable } from "./faults.ts"
import type { RememberingLedger } from "./memory.ts"

/** One write that waits for its transaction. */
interface Waiting {
  readonly run: () => void
  /** Hands out what `run` came to. */
  readonly give: () => void
  readonly fail: (fault: StoreUnavailable) => void
  /** Since when it has been kept out by a lock; in milliseconds of a clock that only goes forward. */
  lockedSince: number | undefined
}

/** Writes of one turn of the event loop share one transaction. */
export interface Group {
  readonly write: <Value, Failure>(
    ask: (ledger: RememberingLedger) => Answer<Value, Failure>,
  ) => Promise<Answer<Value, Failure | StoreUnavailable>>
  /** Takes no more, and ends when everything that was taken is answered. */
  readonly close: () => Promise<void>
}

interface GroupOptions {
  readonly ledger: RememberingLedger
  /** Whether a transaction is open on the connection. */
  readonly isOpen: () => boolean
  /** Why the file can no longer be written; asked before every commit. */
  readonly lost: () => StoreUnavailable | undefined
  /** How long a lock of another connection is waited for, in milliseconds. */
  readonly busyTimeout: number
}

/** At most so many writes share a transaction, so that reads come in between. */
const largestGroup = 256

/** How long to leave a lock alone before the next attempt, in milliseconds. */
const pause = 5

/** One transaction for these writes: undefined when it was committed, else why nothing of it was written. */
const transact = (
  { isOpen, ledger, lost }: GroupOptions,
  writes: ReadonlyArray<Waiting>,
): StoreUnavailable | undefined => {
  const { tables } = ledger
  try {
    tables.run("BEGIN IMMEDIATE")
    ledger.look()
    for (const { run } of writes) run()
    const gone = lost()
    if (gone === undefined) {
      tables.run("COMMIT")
      return undefined
    }
    tables.run("ROLLBACK")
    ledger.forget()
    return gone
  } catch (thrown) {
    ledger.forget()
    try {
      if (isOpen()) tables.run("ROLLBACK")
    } catch (again) {
      return faultOf(again)
    }
    return faultOf(thrown)
  }
}

/**
 * Group commit. Concurrent writes share one transaction and one flush to the disk; each gets an answer of its own, and none
 * before the transaction is committed. If it fails, each is tried by itself, so that one that cannot be written does not
 * spoil the others, and only what is truly written is answered so.
 */
export const groupCommit = (options: GroupOptions): Group => {
  const { busyTimeout, ledger } = options
  let queue: Array<Waiting> = []
  let scheduled = false
  let closed: (() => void) | undefined
  let closing: Promise<void> | undefined

  /** Puts writes that met a lock back to the front, unless they waited long enough. */
  const putBack = (writes: ReadonlyArray<Waiting>, fault: StoreUnavailable): void => {
    const now = performance.now()
    const again = writes.filter((write) => {
      write.lockedSince ??= now
      if (now - write.lockedSince < busyTimeout) return true
      write.fail(fault)
      return false
    })
    queue = [...again, ...queue]
  }

  const settle = (writes: ReadonlyArray<Waiting>): boolean => {
    const fault = transact(options, writes)
    if (fault === undefined) for (const { give } of writes) give()
    else if (isBusy(fault)) putBack(writes, fault)
    else if (writes.length === 1) for (const { fail } of writes) fail(fault)
    else return writes.map((write) => settle([write])).every((free) => free)
    return fault === undefined || !isBusy(fault)
  }

  const flush = (): void => {
    const group = queue.slice(0, largestGroup)
    queue = queue.slice(largestGroup)
    const free = group.length === 0 || settle(group)
    scheduled = queue.length > 0
    if (!scheduled) closed?.()
    else if (free) setImmediate(flush)
    else setTimeout(flush, pause)
  }

  return {
    write: (ask) =>
      new Promise((resolve) => {
        if (closing !== undefined) return resolve(failed(unavailable("disposed", "it was disposed of")))
        let answer: ReturnType<typeof ask> | undefined
        queue.push({
          run: () => {
            answer = ask(ledger)
          },
          give: () => resolve(answer ?? failed(unavailable("failed", "a write was given no answer"))),
          fail: (fault) => resolve(failed(fault)),
          lockedSince: undefined,
        })
        if (scheduled) return
        scheduled = true
        setImmediate(flush)
      }),
    close: () => {
      closing ??= new Promise((resolve) => {
        closed = resolve
        if (!scheduled) resolve()
      })
      return closing
    },
  }
}
