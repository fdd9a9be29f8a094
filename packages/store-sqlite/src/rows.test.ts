import { hash } from "node:crypto"
import { statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { checkDigests, type Store } from "@jinlin/sdk"
import { afterAll, describe, expect, it } from "vitest"
import { runChild } from "../test/child.ts"
import { append, commitOf, noon } from "../test/commits.ts"
import { newPlace, openedStore } from "../test/place.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

let files = 0
const newFile = (): string => {
  files += 1
  return place.path(`rows-${files}.db`)
}

const rowsIn = (file: string, sql: string): ReadonlyArray<unknown> => {
  const database = new DatabaseSync(file)
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }))
  } finally {
    database.close()
  }
}

const granted = async (store: Store, ...[commit]: Parameters<Store["commit"]>): Promise<void> => {
  expect(await store.commit(commit)).toMatchObject({ ok: true })
}

describe("STORE-15 a ballot box in the file", () => {
  it("STORE-15 has a row for each choice and a number, no row number that tells an order, and no moment", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await granted(store, commitOf({ ballots: [{ _tag: "Open", box: "b", choices: ["yes", "no", "abstain"] }] }))
    for (const choice of ["no", "yes", "no"])
      await granted(store, commitOf({ ballots: [{ _tag: "Cast", box: "b", choice }] }))
    const columns = rowsIn(file, "SELECT name FROM pragma_table_info('jinlin_ballots')")
    expect(columns).toEqual(["tenant", "box", "choice", "number", "count"].map((name) => ({ name })))
    expect(() => rowsIn(file, "SELECT rowid FROM jinlin_ballots")).toThrow("no such column")
    expect(rowsIn(file, "SELECT choice, count FROM jinlin_ballots ORDER BY number")).toEqual([
      { choice: "yes", count: 1 },
      { choice: "no", count: 2 },
      { choice: "abstain", count: 0 },
    ])
    await store[Symbol.asyncDispose]()
  })

  it("STORE-15 every row of the box is written for each ballot, whichever is meant", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await granted(store, commitOf({ ballots: [{ _tag: "Open", box: "b", choices: ["yes", "no", "abstain"] }] }))
    await granted(store, commitOf({ ballots: [{ _tag: "Open", box: "other", choices: ["yes"] }] }))
    const database = new DatabaseSync(file)
    database.exec(`CREATE TABLE touched (box TEXT, choice TEXT);
      CREATE TRIGGER touching AFTER UPDATE ON jinlin_ballots BEGIN INSERT INTO touched VALUES (new.box, new.choice); END`)
    database.close()
    await granted(store, commitOf({ ballots: [{ _tag: "Cast", box: "b", choice: "no" }] }))
    expect(rowsIn(file, "SELECT box, choice FROM touched ORDER BY choice")).toEqual(
      ["abstain", "no", "yes"].map((choice) => ({ box: "b", choice })),
    )
    await store[Symbol.asyncDispose]()
  })
})

describe("STORE-15 when a box is closed", () => {
  const voting = async (store: Store, voters: number): Promise<void> => {
    await granted(store, commitOf({ ballots: [{ _tag: "Open", box: "b", choices: ["yes", "no"] }] }))
    for (let voter = 0; voter < voters; voter += 1)
      await granted(
        store,
        commitOf({
          appends: [append(`voter-${voter}`, 0, 1)],
          ballots: [{ _tag: "Cast", box: "b", choice: voter % 3 === 0 ? "yes" : "no" }],
        }),
      )
  }
  const close = (store: Store) => granted(store, commitOf({ ballots: [{ _tag: "Close", box: "b" }] }))
  const logged = (file: string): number => statSync(`${file}-wal`).size

  it("STORE-15 the write-ahead log, where each count stands behind the vote that made it, is emptied", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await voting(store, 12)
    expect(logged(file)).toBeGreaterThan(0)
    await close(store)
    expect(logged(file)).toBe(0)
    expect(await store.readBallots("east", "b")).toMatchObject({ ok: true, value: [{ count: 4 }, { count: 8 }] })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-15 the log is emptied as soon as nobody reads what stood before", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await voting(store, 3)
    const reader = new DatabaseSync(file)
    reader.exec("BEGIN")
    reader.prepare("SELECT * FROM jinlin_ballots").all()
    await close(store)
    expect(logged(file)).toBeGreaterThan(0)
    reader.exec("COMMIT")
    await expect.poll(() => logged(file), { timeout: 5_000 }).toBe(0)
    reader.close()
    await store[Symbol.asyncDispose]()
  })

  it("STORE-15 the log of a process that ended before it was empty is emptied by whoever opens the file next", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await voting(store, 3)
    const reader = new DatabaseSync(file)
    reader.exec("BEGIN")
    reader.prepare("SELECT * FROM jinlin_ballots").all()
    await close(store)
    await store[Symbol.asyncDispose]()
    reader.exec("COMMIT")
    expect(logged(file)).toBeGreaterThan(0)
    const next = await openedStore({ file })
    expect(logged(file)).toBe(0)
    await next[Symbol.asyncDispose]()
    reader.close()
  })
})

describe("STORE-14 digests on demand", () => {
  const sha256 = (name: string, text: string) => (name === "sha-256" ? hash("sha256", text, "hex") : undefined)

  it("STORE-14 a body that was changed in the file is found by its digest, and the others are not suspected", async () => {
    const file = newFile()
    const store = await openedStore({ file })
    await granted(store, commitOf({ appends: [append("a", 0, 50), append("b", 0, 50)] }))
    expect(await checkDigests(store, "east", sha256)).toEqual({
      ok: true,
      value: { checked: 100, unknown: 0, corrupt: [] },
    })
    rowsIn(file, "UPDATE jinlin_events SET body = replace(body, 'noted', 'nodet') WHERE stream = 'b' AND revision = 7")
    expect(await store.verify()).toEqual({ ok: true, value: null })
    const report = await checkDigests(store, "east", sha256)
    expect(report).toMatchObject({
      ok: true,
      value: { checked: 100, corrupt: [{ _tag: "CorruptEvent", stream: "b", revision: 7 }] },
    })
    await store[Symbol.asyncDispose]()
  })
})

describe("STORE-10 a backlog", () => {
  it("STORE-10 of a key with thousands that wait only the first is looked at, and the next when it is settled", async () => {
    const store = await openedStore({ file: newFile() })
    const crowd = Array.from({ length: 2_000 }, (_, index) => ({
      id: `crowd-${index}`,
      key: "one",
      kind: "notice",
      payload: "{}",
    }))
    await granted(
      store,
      commitOf({ deliveries: [...crowd, { id: "lonely", key: "two", kind: "notice", payload: "{}" }] }),
    )
    const lease = await store.acquireLease("east", { name: "relay", holder: "h", now: noon, ttl: 1_000 })
    const fence = { lease: "relay", token: lease.ok ? lease.value.token : 0 }
    const taken = async () => {
      const answer = await store.takeDeliveries("east", { fence, now: noon, limit: 100 })
      return answer.ok ? answer.value.map(({ id }) => id) : answer
    }
    expect(await taken()).toEqual(["crowd-0", "lonely"])
    expect(await taken()).toEqual([])
    await granted(store, commitOf({ fence, settlements: [{ id: "crowd-0", outcome: { _tag: "Delivered" } }] }))
    expect(await taken()).toEqual(["crowd-1"])
    await store[Symbol.asyncDispose]()
  })

  it("STORE-3 forgetting more commands than fit into one write forgets all of them, and no others", async () => {
    const store = await openedStore({ file: newFile(), synchronous: "normal" })
    const commands = Array.from({ length: 5_200 }, (_, index) =>
      store.commit({ tenant: "east", at: index, idempotency: { key: `c-${index}`, content: "c", answer: "" } }),
    )
    expect((await Promise.all(commands)).every(({ ok }) => ok)).toBe(true)
    expect(await store.forgetCommands("east", 5_199)).toEqual({ ok: true, value: 5_199 })
    expect(await store.readCommand("east", "c-5198")).toEqual({ ok: true, value: null })
    expect(await store.readCommand("east", "c-5199")).toMatchObject({ value: { content: "c", at: 5_199 } })
    await store[Symbol.asyncDispose]()
  })
})

describe("STORE-2 two processes on one file", () => {
  it("STORE-2 all that both were told is there, in streams of their own and in the one they share", async () => {
    const file = newFile()
    await (await openedStore({ file }))[Symbol.asyncDispose]()
    const rounds = 60
    const said = await Promise.all(
      ["a", "b"].map((name) =>
        runChild(new URL("../test/busy-writer.ts", import.meta.url), file, name, String(rounds)),
      ),
    )
    const told = said.map((one) => JSON.parse(one) as { readonly taken: number; readonly lost: number })
    expect(told.map(({ taken }) => taken)).toEqual([2 * rounds, 2 * rounds])
    const store = await openedStore({ file })
    for (const [stream, length] of [
      ["own-a", rounds],
      ["own-b", rounds],
      ["shared", 2 * rounds],
    ] as const) {
      const events = await store.readStream("east", stream)
      expect(events.ok && events.value.map(({ revision }) => revision)).toEqual(
        Array.from({ length }, (_, index) => index + 1),
      )
    }
    const log = await store.readLog("east", { limit: 1_000 })
    expect(log.ok && log.value.events.length).toBe(4 * rounds)
    expect(await store.verify()).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
  })
})
