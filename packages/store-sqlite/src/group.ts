import { type Answer, failed, type StoreUnavailable } from "@jinlin/sdk"
import { faultOf, isBusy, unavailable } from "./faults.ts"
import type { RememberingLedger } from "./memory.ts"

type Given = Answer<unknown, unknown>

/** One write that waits for its transaction. Each is answered with what it asked itself, so its types are its own business. */
interface Waiting {
  ask(ledger: RememberingLedger): Given
  resolve(answer: Given): void
  answer: Given | undefined
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
    for (const write of writes) write.answer = write.ask(ledger)
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

/** Answers writes, together or each by itself; gives those that met a lock, with the fault. */
const settle = (options: GroupOptions, writes: ReadonlyArray<Waiting>): ReadonlyArray<[Waiting, StoreUnavailable]> => {
  const fault = transact(options, writes)
  if (fault === undefined) {
    const none = failed(unavailable("failed", "a write was given no answer"))
    for (const { answer, resolve } of writes) resolve(answer ?? none)
    return []
  }
  if (isBusy(fault)) return writes.map((write) => [write, fault])
  if (writes.length > 1) return writes.flatMap((write) => settle(options, [write]))
  for (const { resolve } of writes) resolve(failed(fault))
  return []
}

/** Those that have not waited long enough for a lock; the others are told. */
const patient = (
  busyTimeout: number,
  locked: ReadonlyArray<readonly [Waiting, StoreUnavailable]>,
): ReadonlyArray<Waiting> => {
  if (locked.length === 0) return []
  const now = performance.now()
  return locked.flatMap(([write, fault]) => {
    write.lockedSince ??= now
    if (now - write.lockedSince < busyTimeout) return [write]
    write.resolve(failed(fault))
    return []
  })
}

/**
 * Group commit. Writes of one turn of the event loop share one transaction and one flush to the disk, whichever request they
 * came from; each gets an answer of its own, and none before the transaction is committed. If it fails, each is tried by
 * itself, so that one that cannot be written does not spoil the others, and only what is truly written is answered so.
 */
export const groupCommit = (options: GroupOptions): Group => {
  let queue: ReadonlyArray<Waiting> = []
  let arriving: Array<Waiting> = []
  let isScheduled = false
  let closed: (() => void) | undefined
  let closing: Promise<void> | undefined

  const flush = (): void => {
    const all = queue.length === 0 ? arriving : [...queue, ...arriving]
    arriving = []
    const locked = settle(options, all.slice(0, largestGroup))
    queue = [...patient(options.busyTimeout, locked), ...all.slice(largestGroup)]
    isScheduled = queue.length + arriving.length > 0
    if (!isScheduled) closed?.()
    else if (locked.length > 0) setTimeout(flush, pause)
    else setImmediate(flush)
  }

  return {
    write: <Value, Failure>(ask: (ledger: RememberingLedger) => Answer<Value, Failure>) => {
      if (closing !== undefined) return Promise.resolve(failed(unavailable("disposed", "it was disposed of")))
      return new Promise<Answer<Value, Failure | StoreUnavailable>>((give) => {
        const resolve: (answer: Answer<Value, Failure | StoreUnavailable>) => void = give
        arriving.push({ ask, resolve, answer: undefined, lockedSince: undefined })
        if (isScheduled) return
        isScheduled = true
        setImmediate(flush)
      })
    },
    close: () => {
      closing ??= new Promise((resolve) => {
        closed = resolve
        if (!isScheduled) resolve()
      })
      return closing
    },
  }
}
