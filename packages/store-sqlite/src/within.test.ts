import { DatabaseSync } from "node:sqlite"
import type { Answer, Answering, Store } from "@jinlin/sdk"
import { storeConformance } from "@jinlin/testkit/store"
import { afterAll, describe, expect, it } from "vitest"
import { append, commitOf, wholeCommit } from "../test/commits.ts"
import { newPlace } from "../test/place.ts"
import { rawRowsOf } from "../test/raw-rows.ts"
import { sqliteSchema, sqliteStoreWithin } from "./index.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

let files = 0
const newFile = (): string => {
  files += 1
  return place.path(`within-${files}.db`)
}

/** The database of a host, with a table of its own and ours beside it. */
const hostDatabase = (file: string, tablePrefix = "jinlin_"): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS guests (name TEXT)")
  const has = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(`${tablePrefix}store`)
  if (has === undefined) database.exec(sqliteSchema({ tablePrefix }))
  return database
}

const guests = (database: DatabaseSync): number => database.prepare("SELECT name FROM guests").all().length

/** Whose turn it is on a file: SQLite has one writer, and a host that waits for it inside SQLite holds up this whole process. */
const turns = new Map<string, Promise<unknown>>()

/** A host that opens a transaction around every call, one after the other, and keeps it when the answer is good. */
const hosted = (file: string): Store => {
  const database = hostDatabase(file)
  const store = sqliteStoreWithin(database)
  const inTransaction = async (
    method: (...given: ReadonlyArray<unknown>) => unknown,
    given: ReadonlyArray<unknown>,
  ) => {
    if (!database.isOpen) return Reflect.apply(method, store, given)
    database.exec("BEGIN IMMEDIATE")
    const answer = (await Reflect.apply(method, store, given)) as Answer<unknown, unknown>
    if (database.isOpen) database.exec(answer.ok ? "COMMIT" : "ROLLBACK")
    return answer
  }
  const calls = Object.entries(store).map(([name, method]: [string, unknown]) => {
    if (typeof method !== "function") return [name, method]
    const call = (...given: ReadonlyArray<unknown>) => {
      const before = turns.get(file) ?? Promise.resolve()
      const answer = before.then(() => inTransaction((...all) => Reflect.apply(method, store, all), given))
      turns.set(
        file,
        answer.catch(() => undefined),
      )
      return answer
    }
    return [name, call]
  })
  const dispose = async (): Promise<void> => {
    await turns.get(file)
    await store[Symbol.asyncDispose]()
    if (database.isOpen) database.close()
  }
  return { ...(Object.fromEntries(calls) as Store), [Symbol.asyncDispose]: dispose }
}

describe("inside the transactions of a host", () => {
  const file = newFile()
  const another = newFile()
  storeConformance(
    { describe, it },
    {
      ...{ rounds: 1, sequences: 5 },
      open: async () => hosted(file),
      reopen: async () => hosted(file),
      concurrent: async () => hosted(file),
      another: async () => hosted(another),
      rawRows: async (tenant) => rawRowsOf(file, tenant),
    },
  )
})

describe("STORE-1 one transaction with the host", () => {
  it("STORE-1 what the host writes and what we write are kept together, or not at all", async () => {
    const database = hostDatabase(newFile())
    const store = sqliteStoreWithin(database)
    for (const end of ["ROLLBACK", "COMMIT"]) {
      database.exec("BEGIN IMMEDIATE; INSERT INTO guests VALUES ('Lin')")
      expect(await store.commit(wholeCommit("a", 0))).toMatchObject({ ok: true, value: { repeated: false } })
      database.exec(end)
      const stream = await store.readStream("east", "a")
      expect([guests(database), stream.ok && stream.value.length]).toEqual(end === "COMMIT" ? [1, 1] : [0, 0])
    }
    database.close()
  })

  it("STORE-1 it never begins, commits or takes back, and remembers nothing that the host took back", async () => {
    const database = hostDatabase(newFile())
    const store = sqliteStoreWithin(database)
    database.exec("BEGIN")
    expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
    expect((await store.commit(wholeCommit("a", 1))).ok).toBe(true)
    expect(database.isTransaction).toBe(true)
    database.exec("ROLLBACK; BEGIN")
    expect(await store.commit(wholeCommit("a", 2))).toMatchObject({ failure: { _tag: "VersionConflict", actual: 0 } })
    expect(await store.tenants()).toEqual({ ok: true, value: [] })
    expect(database.isTransaction).toBe(true)
    database.exec("ROLLBACK")
    database.close()
  })

  it("STORE-1 a fault leaves the host's transaction as it was, and it goes on", async () => {
    const database = hostDatabase(newFile())
    const store = sqliteStoreWithin(database)
    database.exec("BEGIN IMMEDIATE; INSERT INTO guests VALUES ('Lin')")
    const claims = [{ scope: "seat", key: "1", holder: "a" }]
    expect((await store.commit(commitOf({ appends: [append("a", 0)], claims }))).ok).toBe(true)
    const taken = await store.commit({ ...wholeCommit("b", 0), claims })
    expect(taken).toMatchObject({ failure: { _tag: "ClaimTaken" } })
    database.exec("INSERT INTO guests VALUES ('Wu'); COMMIT")
    const log = await store.readLog("east", { limit: 10 })
    expect([guests(database), log.ok && log.value.events.length]).toEqual([2, 1])
    expect(await store.readCommand("east", "b@1")).toEqual({ ok: true, value: null })
    database.close()
  })

  it("STORE-1 an error in the middle of our writes takes back ours, and the host's stay", async () => {
    const database = hostDatabase(newFile())
    database.exec("CREATE TRIGGER no BEFORE INSERT ON jinlin_deliveries BEGIN SELECT RAISE(ABORT, 'no'); END")
    const store = sqliteStoreWithin(database)
    database.exec("BEGIN IMMEDIATE; INSERT INTO guests VALUES ('Lin')")
    expect(await store.commit(wholeCommit("a", 0))).toMatchObject({
      failure: { _tag: "StoreUnavailable", kind: "failed" },
    })
    database.exec("COMMIT")
    const log = await store.readLog("east", { limit: 10 })
    expect([guests(database), log.ok && log.value.events.length]).toEqual([1, 0])
    database.close()
  })

  it("STORE-13 a write without an open transaction is `misused`, and a read is answered", async () => {
    const database = hostDatabase(newFile())
    const store = sqliteStoreWithin(database)
    const outside: ReadonlyArray<Answering<unknown, unknown>> = [
      store.commit(wholeCommit("a", 0)),
      store.acquireLease("east", { name: "relay", holder: "h", now: 0, ttl: 5 }),
    ]
    for (const answer of outside) expect(await answer).toMatchObject({ failure: { kind: "misused" } })
    expect(await store.head("east")).toEqual({ ok: true, value: null })
    database.close()
  })

  it("STORE-13 answers `missing` without the tables, StoreTooNew to newer ones, `read-only`, and `disposed` once it is closed", async () => {
    const file = newFile()
    const bare = new DatabaseSync(file)
    expect(await sqliteStoreWithin(bare).verify()).toMatchObject({ failure: { kind: "missing" } })
    bare.exec(`${sqliteSchema()}; UPDATE jinlin_store SET schema = 2`)
    const tooNew = { _tag: "StoreTooNew", rule: "STORE-13", found: 2, known: 1 }
    expect(await sqliteStoreWithin(bare).head("east")).toEqual({ ok: false, failure: tooNew })
    bare.exec("UPDATE jinlin_store SET schema = 1")
    const reading = new DatabaseSync(file, { readOnly: true })
    const store = sqliteStoreWithin(reading)
    reading.exec("BEGIN")
    expect(await store.commit(wholeCommit("a", 0))).toMatchObject({ failure: { kind: "read-only" } })
    expect(await store.head("east")).toEqual({ ok: true, value: null })
    reading.close()
    expect(await store.head("east")).toMatchObject({ failure: { kind: "disposed" } })
    const second = sqliteStoreWithin(bare)
    await second[Symbol.asyncDispose]()
    expect([(await second.verify()).ok, bare.isOpen]).toEqual([false, true])
    bare.close()
  })

  it("STORE-13 keeps to tables under another prefix", async () => {
    const database = hostDatabase(newFile(), "ours_")
    const store = sqliteStoreWithin(database, { tablePrefix: "ours_" })
    database.exec("BEGIN IMMEDIATE")
    expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
    database.exec("COMMIT")
    expect(await store.verify()).toEqual({ ok: true, value: null })
    expect(database.prepare("SELECT count(*) AS events FROM ours_log").get()).toMatchObject({ events: 1 })
    database.close()
  })
})
