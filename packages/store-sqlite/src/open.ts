import { type Answering, done, failed, type Store, type StoreFault } from "@jinlin/sdk"
import { type Connection, connect } from "./connection.ts"
import { isBusy, unavailable } from "./faults.ts"
import { type CompleteOptions, complete as completed, type SqliteOptions, sqliteOptions } from "./options.ts"
import { ownEngine } from "./own.ts"
import { storeOver } from "./store.ts"

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const pauseMilliseconds = 10

/** The store on a connection that is open. */
export const storeOn = (connection: Connection, options: CompleteOptions): Store =>
  storeOver(ownEngine(connection, options))

/**
 * Opens a store in one SQLite file, and makes the file where there is none. It is answered with what is wrong: the file is
 * missing, read-only, locked, damaged, another application's, or of a newer schema. Options that it does not take are
 * `misused`. While another process holds the file's lock it waits, up to `busyTimeout`.
 */
export const openSqliteStore = async (options: SqliteOptions): Answering<Store, StoreFault> => {
  const read = await sqliteOptions["~standard"].validate(options)
  if (read.issues !== undefined) {
    const [issue] = read.issues
    return failed(unavailable("misused", `option ${issue?.path?.join(".") ?? ""} ${issue?.message ?? ""}`))
  }
  const complete = completed(read.value)
  const until = performance.now() + complete.busyTimeout
  for (;;) {
    const opened = connect(complete)
    if (opened.ok) return done(storeOn(opened.value, complete))
    const { failure } = opened
    if (failure._tag !== "StoreUnavailable" || !isBusy(failure) || performance.now() >= until) return opened
    await pause(pauseMilliseconds)
  }
}
