import { existsSync, statSync } from "node:fs"
import { type Answer, failed, type StoreFault, type StoreUnavailable } from "@jinlin/sdk"
import type { Connection } from "./connection.ts"
import type { Engine } from "./engine.ts"
import { faultOf, unavailable } from "./faults.ts"
import { groupCommit } from "./group.ts"
import { rememberingLedger } from "./memory.ts"
import type { CompleteOptions } from "./options.ts"
import { verifyTables } from "./verifying.ts"

/** Which file stands at a path: its device and number; undefined: none. */
const fileAt = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.dev} ${found.ino}`
}

/** How often the files are looked for while commits go on, in milliseconds: to ask at every commit costs a tenth of it. */
const watchEvery = 100

/**
 * Why what is written would not be found again: the file or its log is no longer where it was, and only this process still
 * has it open. SQLite does not notice. Of the log it is only asked whether it is there: a file system that is asked for the
 * times of a file must write them at the next flush, which doubles the cost of a commit.
 */
const watching = (file: string): (() => StoreUnavailable | undefined) => {
  const log = `${file}-wal`
  const [before, hasLog] = [fileAt(file), existsSync(log)]
  const gone = (path: string) => unavailable("missing", `${path} was moved, removed or replaced while it was open`)
  return () => {
    if (fileAt(file) !== before) return gone(file)
    return hasLog && !existsSync(log) ? gone(log) : undefined
  }
}

/** Looks now and then; what was found missing stays missing. */
const nowAndThen = (look: () => StoreUnavailable | undefined): (() => StoreUnavailable | undefined) => {
  let [next, found]: [number, StoreUnavailable | undefined] = [0, undefined]
  return () => {
    const now = performance.now()
    if (found !== undefined || now < next) return found
    next = now + watchEvery
    found = look()
    return found
  }
}

/** How long to leave readers alone before the log is folded once more, in milliseconds. */
const foldAgain = 50

/**
 * Folds the write-ahead log into the file and empties it. Earlier counts of a ballot box stand in it in the order of the votes,
 * which the file itself does not keep. Whoever reads just then holds it up: then it is tried again until it is done.
 */
const emptying = ({ database, tables }: Connection) => {
  let again: ReturnType<typeof setInterval> | undefined
  const isEmptied = (): boolean => {
    try {
      return tables.one<readonly [number]>("PRAGMA wal_checkpoint(TRUNCATE)")?.[0] === 0
    } catch {
      return false
    }
  }
  const stop = (): void => {
    clearInterval(again)
    again = undefined
  }
  const empty = (): void => {
    if (!database.isOpen || isEmptied()) stop()
    else again ??= setInterval(empty, foldAgain).unref()
  }
  return { empty, stop }
}

/** Whether a box was ever closed here: then whoever had the file open last may have ended before the log was empty. */
const hasClosedBox = ({ tables }: Connection): boolean => {
  try {
    return tables.one("SELECT 1 FROM jinlin_boxes WHERE closed = 1 LIMIT 1") !== undefined
  } catch {
    return false
  }
}

/** A store on a connection of its own: writes in groups, each durable before it is answered. */
export const ownEngine = (connection: Connection, options: CompleteOptions): Engine => {
  const { database, tables } = connection
  const ledger = rememberingLedger(database, tables)
  const lost = watching(options.file)
  const { close, write } = groupCommit({
    ledger,
    isOpen: () => database.isTransaction,
    lost: nowAndThen(lost),
    busyTimeout: options.busyTimeout,
  })
  const log = emptying(connection)
  if (hasClosedBox(connection)) log.empty()
  let disposed = false
  const guarded = <Value, Failure>(look: () => Answer<Value, Failure>): Answer<Value, Failure | StoreFault> => {
    if (disposed) return failed(unavailable("disposed", "it was disposed of"))
    try {
      return look()
    } catch (thrown) {
      return failed(faultOf(thrown))
    }
  }
  return {
    capabilities: { durable: true, shared: true, logOrder: "serialized", withinTransaction: false },
    read: (ask) => guarded(() => ask(ledger)),
    write,
    emptyLog: log.empty,
    verify: () =>
      guarded<null, StoreFault>(() => {
        const gone = lost()
        return gone === undefined ? verifyTables(tables, options.tablePrefix) : failed(gone)
      }),
    dispose: async () => {
      await close()
      log.stop()
      disposed = true
      try {
        if (database.isOpen) database.close()
      } catch {
        // What was answered is on the disk; a log that could not be folded in is read the next time.
      }
    },
  }
}
