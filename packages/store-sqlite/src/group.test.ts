import { DatabaseSync } from "node:sqlite"
import { type Answer, type Commit, done, failed } from "@jinlin/sdk"
import { afterAll, describe, expect, it } from "vitest"
import { append, commitOf, wholeCommit } from "../test/commits.ts"
import { newPlace, openedStore } from "../test/place.ts"
import { commitTo } from "./commit.ts"
import { unavailable } from "./faults.ts"
import { groupCommit } from "./group.ts"
import { rememberingLedger } from "./memory.ts"
import { sqliteSchema } from "./schema.ts"
import { type Tables, tablesOf } from "./tables.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

/** A group on a database in memory, with a list of what began and ended a transaction, and a way to make it fail. */
const groupInMemory = (failing: (sql: string) => Error | undefined = () => undefined) => {
  const database = new DatabaseSync(":memory:")
  database.exec(sqliteSchema())
  const plain = tablesOf(database)
  const seen: Array<string> = []
  const tables: Tables = {
    ...plain,
    run: (sql, ...values) => {
      if (/^(BEGIN|COMMIT|ROLLBACK)/.test(sql)) seen.push(sql)
      const fault = failing(sql)
      if (fault !== undefined) throw fault
      return plain.run(sql, ...values)
    },
  }
  const ledger = rememberingLedger(database, tables)
  const options = { ledger, isOpen: () => database.isTransaction, lost: () => undefined, busyTimeout: 20 }
  return { group: groupCommit(options), options, seen, database }
}

/** The tables that a commit writes to. */
const tablesIn = (database: DatabaseSync): ReadonlyArray<string> =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'jinlin_store'")
    .all()
    .map(({ name }) => String(name))

const isOk = ({ ok }: Answer<unknown, unknown>): boolean => ok

/** An error as `node:sqlite` throws it. */
const sqliteError = (errcode: number): Error =>
  Object.assign(new Error("sqlite"), { code: "ERR_SQLITE_ERROR", errcode })

describe("STORE-1 group commit", () => {
  it("STORE-1 writes of one turn share one transaction, and each gets an answer of its own", async () => {
    const { group, seen } = groupInMemory()
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) => group.write((ledger) => commitTo(ledger, wholeCommit(`s-${index}`, 0)))),
    )
    expect(answers.every(isOk)).toBe(true)
    expect(new Set(answers.map((answer) => answer.ok && answer.value.position)).size).toBe(32)
    expect(seen).toEqual(["BEGIN IMMEDIATE", "COMMIT"])
  })

  it("STORE-1 writes that come from different places in one turn go together as well", async () => {
    const { group, seen } = groupInMemory()
    const later = async (hops: number) => {
      for (let hop = 0; hop < hops; hop += 1) await Promise.resolve()
      return group.write(() => done(hops))
    }
    const fromElsewhere = new Promise((resolve) => process.nextTick(() => resolve(group.write(() => done(9)))))
    expect(await Promise.all([later(0), later(3), later(20), fromElsewhere])).toEqual([0, 3, 20, 9].map(done))
    expect(seen.filter((sql) => sql === "COMMIT").length).toBe(1)
  })

  it("STORE-1 no transaction takes more than 256 writes", async () => {
    const { group, seen } = groupInMemory()
    const writes = Array.from({ length: 600 }, (_, index) => group.write(() => done(index)))
    expect((await Promise.all(writes)).map((answer) => answer.ok && answer.value)).toEqual([...writes.keys()])
    expect(seen.filter((sql) => sql === "COMMIT").length).toBe(3)
  })

  it("STORE-1 one that is refused is answered without spoiling the others", async () => {
    const store = await openedStore({ file: place.path("apple.db") })
    const answers = await Promise.all([
      store.commit(wholeCommit("a", 0)),
      store.commit({ ...wholeCommit("b", 7), claims: [{ scope: "s", key: "k", holder: "h" }] }),
      store.commit(wholeCommit("c", 0)),
      store.commit(commitOf({ appends: [append("d", 0)], claims: [{ scope: "s", key: "k", holder: "h" }] })),
    ])
    expect(answers.map(isOk)).toEqual([true, false, true, true])
    expect(answers[1]).toMatchObject({ failure: { _tag: "VersionConflict", stream: "b", expected: 7, actual: 0 } })
    expect(await store.readCommand("east", "b@8")).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-7 what is written is what was looked at, also when somebody changes it after it was handed in", async () => {
    const store = await openedStore({ file: place.path("changed.db") })
    const commit = wholeCommit("a", 0)
    const handedIn = { ...commit, audit: [{ kind: "seen", body: "{}" }] }
    const answer = store.commit(handedIn)
    handedIn.audit.push({ kind: "slipped in", body: "\0" })
    expect(await answer).toMatchObject({ failure: { _tag: "InvalidName", field: "audit.kind" } })
    expect(await store.head("east")).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-2 of two that expect the same of one stream in one group the first wins, and the third goes on behind it", async () => {
    const store = await openedStore({ file: place.path("twice.db") })
    const answers = await Promise.all([
      store.commit(commitOf({ appends: [append("a", 0)] })),
      store.commit(commitOf({ appends: [append("a", 0)] })),
      store.commit(commitOf({ appends: [append("a", 1)] })),
    ])
    expect(answers.map(isOk)).toEqual([true, false, true])
    expect(answers[1]).toMatchObject({ failure: { _tag: "VersionConflict", expected: 0, actual: 1 } })
    const stream = await store.readStream("east", "a")
    expect(stream.ok && stream.value.map(({ revision }) => revision)).toEqual([1, 2])
    await store[Symbol.asyncDispose]()
  })

  it("STORE-3 the same command twice in one group is written once, and both are answered alike", async () => {
    const store = await openedStore({ file: place.path("same.db") })
    for (const stream of ["first-of-the-tenant", "later"]) {
      const [one, two] = await Promise.all([store.commit(wholeCommit(stream, 0)), store.commit(wholeCommit(stream, 0))])
      expect(one).toMatchObject({ ok: true, value: { repeated: false } })
      expect(two).toEqual({ ok: true, value: { ...(one.ok ? one.value : {}), repeated: true } })
    }
    await store[Symbol.asyncDispose]()
  })

  it("STORE-1 when the transaction fails each is tried by itself, and only what is written is answered so", async () => {
    let commits = 0
    const { database, group, seen } = groupInMemory((sql) => {
      if (sql !== "COMMIT") return undefined
      commits += 1
      return commits === 1 || commits === 3 ? sqliteError(10) : undefined
    })
    const answers = await Promise.all(
      ["a", "b", "c"].map((stream) => group.write((ledger) => commitTo(ledger, wholeCommit(stream, 0)))),
    )
    expect(answers.map(isOk)).toEqual([true, false, true])
    expect(answers[1]).toMatchObject({ failure: { _tag: "StoreUnavailable", kind: "failed" } })
    expect(seen.filter((sql) => sql === "ROLLBACK").length).toBe(2)
    const streams = database.prepare("SELECT stream FROM jinlin_events ORDER BY place").all()
    expect(streams.map(({ stream }) => stream)).toEqual(["a", "c"])
  })

  it("STORE-1 an error at any statement of a commit leaves nothing of it, and the next attempt is as the first", async () => {
    const parts: Commit = {
      ...wholeCommit("a", 0),
      claims: [{ scope: "course", key: "1", holder: "a", capacity: 1 }],
      views: [{ view: "board", version: "1", rows: [{ key: "row", body: "{}" }] }],
      viewSwitches: [{ view: "board", version: "1" }],
      ballots: [
        { _tag: "Open", box: "b", choices: ["yes", "no"] },
        { _tag: "Cast", box: "b", choice: "no" },
      ],
      audit: [{ kind: "looked", body: "{}" }],
    }
    let statements = 0
    const counting = groupInMemory(() => {
      statements += 1
      return undefined
    })
    expect(isOk(await counting.group.write((ledger) => commitTo(ledger, parts)))).toBe(true)
    expect(statements).toBeGreaterThan(12)
    for (let failing = 1; failing <= statements; failing += 1) {
      let run = 0
      const { database, group } = groupInMemory(() => {
        run += 1
        return run === failing ? sqliteError(10) : undefined
      })
      const failedAt = await group.write((ledger) => commitTo(ledger, parts))
      expect(failedAt, `statement ${failing}`).toMatchObject({ ok: false, failure: { kind: "failed" } })
      for (const table of tablesIn(database))
        expect(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get(), table).toMatchObject({ rows: 0 })
      expect(await group.write((ledger) => commitTo(ledger, parts))).toMatchObject({ value: { repeated: false } })
    }
  })

  it("STORE-1 what was remembered of a transaction that was taken back is forgotten", async () => {
    let fail = true
    const { group } = groupInMemory((sql) => (sql === "COMMIT" && fail ? sqliteError(10) : undefined))
    expect(isOk(await group.write((ledger) => commitTo(ledger, wholeCommit("a", 0))))).toBe(false)
    fail = false
    expect(await group.write((ledger) => commitTo(ledger, wholeCommit("a", 0)))).toMatchObject({
      value: { repeated: false },
    })
    expect(isOk(await group.write((ledger) => commitTo(ledger, wholeCommit("a", 1))))).toBe(true)
  })

  it("STORE-13 a lock is waited for, and the others who came meanwhile with it", async () => {
    let attempts = 0
    const { group, seen } = groupInMemory((sql) => {
      if (sql !== "BEGIN IMMEDIATE") return undefined
      attempts += 1
      return attempts < 3 ? sqliteError(5) : undefined
    })
    const first = group.write(() => done(1))
    const second = group.write(() => done(2))
    expect(await Promise.all([first, second])).toEqual([done(1), done(2)])
    expect(seen.filter((sql) => sql === "COMMIT").length).toBe(1)
  })

  it("STORE-13 a lock that is not given back in time is answered `locked`", async () => {
    const { group } = groupInMemory((sql) => (sql === "BEGIN IMMEDIATE" ? sqliteError(5) : undefined))
    const answers = await Promise.all([group.write(() => done(1)), group.write(() => done(2))])
    expect(answers).toMatchObject([{ failure: { kind: "locked" } }, { failure: { kind: "locked" } }])
  })

  it("STORE-13 nothing is written where nobody would find it", async () => {
    const { database, options } = groupInMemory()
    const gone = unavailable("missing", "gone")
    const group = groupCommit({ ...options, lost: () => gone })
    expect(await group.write((ledger) => commitTo(ledger, wholeCommit("a", 0)))).toEqual(failed(gone))
    expect(database.prepare("SELECT count(*) AS events FROM jinlin_events").get()).toMatchObject({ events: 0 })
  })

  it("STORE-13 what was taken before it is closed is answered, and what comes after is `disposed`", async () => {
    const { group } = groupInMemory()
    const before = group.write(() => done(1))
    const closed = group.close()
    const after = group.write(() => done(2))
    expect(await before).toEqual(done(1))
    expect(await after).toMatchObject({ failure: { kind: "disposed" } })
    await closed
    await group.close()
  })
})
