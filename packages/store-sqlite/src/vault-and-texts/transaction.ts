import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { type Answer, type Answering, failed, type StoreFault } from "@jinlin/sdk"
import { faultOf } from "../faults.ts"

/** A row as `node:sqlite` gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>

/** Statements on one connection, prepared once. They throw what `node:sqlite` throws. */
export interface Statements {
  readonly all: (sql: string, ...values: ReadonlyArray<SQLInputValue>) => ReadonlyArray<Row>
  readonly one: (sql: string, ...values: ReadonlyArray<SQLInputValue>) => Row | undefined
  /** Gives the number of rows that changed. */
  readonly run: (sql: string, ...values: ReadonlyArray<SQLInputValue>) => number
}

const longestPause = 100

/** The statements of a connection. */
export const statementsOf = (database: DatabaseSync): Statements => {
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    one: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
  }
}

/** One transaction: kept when the step goes well, undone when it gives a fault or throws. */
export const transaction = <Value>(
  database: DatabaseSync,
  begin: string,
  step: () => Answer<Value, StoreFault>,
): Answer<Value, StoreFault> => {
  database.exec(begin)
  try {
    const answer = step()
    database.exec(answer.ok ? "COMMIT" : "ROLLBACK")
    return answer
  } finally {
    if (database.isTransaction) database.exec("ROLLBACK")
  }
}

const attempt = <Value>(work: () => Answer<Value, StoreFault>): Answer<Value, StoreFault> => {
  try {
    return work()
  } catch (thrown) {
    return failed(faultOf(thrown))
  }
}

const isLocked = (answer: Answer<unknown, StoreFault>): boolean =>
  !answer.ok && answer.failure._tag === "StoreUnavailable" && answer.failure.kind === "locked"

/**
 * Tries again while another connection holds the lock. It waits between attempts instead of inside SQLite, so that the rest
 * of the process goes on, and with it whoever holds the lock.
 */
export const persistently = async <Value>(
  busyTimeout: number,
  work: () => Answer<Value, StoreFault>,
): Answering<Value, StoreFault> => {
  let waited = 0
  for (let pause = 1; ; pause = Math.min(pause * 2, longestPause)) {
    const answer = attempt(work)
    if (!isLocked(answer) || waited >= busyTimeout) return answer
    waited += pause
    await wait(pause)
  }
}
