import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, describe, expect, it } from "vitest"
import { append, commitOf } from "../test/commits.ts"
import { newPlace, openedStore } from "../test/place.ts"
import { openSqliteStore, sqliteSchema, sqliteStore } from "./index.ts"
import { applicationId, schemaVersion } from "./schema.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

let files = 0
const newFile = (): string => {
  files += 1
  return place.path(`opening-${files}.db`)
}

/** A file as somebody else made it. */
const fileWith = (sql: string): string => {
  const file = newFile()
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
  return file
}

/** A file with a hundred events, closed. */
const filled = async (): Promise<string> => {
  const file = newFile()
  const store = await openedStore({ file })
  expect((await store.commit(commitOf({ appends: [append("s", 0, 100, `{"pad":"${"x".repeat(500)}"}`)] }))).ok).toBe(
    true,
  )
  await store[Symbol.asyncDispose]()
  return file
}

const kindOf = async (options: Parameters<typeof openSqliteStore>[0]): Promise<string> => {
  const opened = await openSqliteStore(options)
  if (opened.ok) {
    await opened.value[Symbol.asyncDispose]()
    return "opened"
  }
  return opened.failure._tag === "StoreUnavailable" ? opened.failure.kind : opened.failure._tag
}

const numberIn = (file: string, sql: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database.prepare(sql).get()
  database.close()
  return Object.values(row ?? {})[0]
}

describe("STORE-13 opening a file", () => {
  it("STORE-13 makes a file where there is none, with the application's id, the schema's version and a write-ahead log", async () => {
    const file = newFile()
    await (await openedStore({ file }))[Symbol.asyncDispose]()
    expect(numberIn(file, "PRAGMA application_id")).toBe(applicationId)
    expect(numberIn(file, "PRAGMA user_version")).toBe(schemaVersion)
    expect(numberIn(file, "PRAGMA journal_mode")).toBe("wal")
  })

  it("STORE-13 answers `missing` where the file must be there and is not, or its folder is not", async () => {
    expect(await kindOf({ file: newFile(), create: false })).toBe("missing")
    expect(await kindOf({ file: place.path("no-such-folder/a.db") })).toBe("missing")
    mkdirSync(place.path("folder.db"))
    expect(await kindOf({ file: place.path("folder.db") })).toBe("missing")
  })

  it("STORE-13 opens with `create: false` what is there", async () => {
    expect(await kindOf({ file: await filled(), create: false })).toBe("opened")
  })

  it.each([
    [
      "a text",
      () => {
        const file = newFile()
        writeFileSync(
          file,
          "This is a letter to the editor, and longer than the header of a database would be.".repeat(20),
        )
        return file
      },
    ],
    ["a database with an application's id", () => fileWith("PRAGMA application_id = 7")],
    ["a database with tables", () => fileWith("CREATE TABLE guests (name TEXT)")],
    ["an empty database with a version", () => fileWith("PRAGMA user_version = 3")],
  ])("STORE-13 answers `foreign` to %s, and leaves it as it is", async (_, make) => {
    const file = make()
    const before = readFileSync(file)
    expect(await kindOf({ file })).toBe("foreign")
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it("STORE-13 answers StoreTooNew to a newer schema, and leaves it as it is", async () => {
    const file = await filled()
    const database = new DatabaseSync(file)
    database.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
    database.close()
    const before = readFileSync(file)
    const failure = { _tag: "StoreTooNew", rule: "STORE-13", found: schemaVersion + 1, known: schemaVersion }
    expect(await openSqliteStore({ file })).toEqual({ ok: false, failure })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it("STORE-13 takes a database of another application that has taken the tables in, of this schema and no newer one", async () => {
    const file = fileWith(
      `PRAGMA application_id = 7; PRAGMA user_version = 40; CREATE TABLE guests (name TEXT); ${sqliteSchema()}`,
    )
    const store = await openedStore({ file })
    expect((await store.commit(commitOf({ appends: [append("s", 0)] }))).ok).toBe(true)
    expect(await store.verify()).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
    expect([numberIn(file, "PRAGMA application_id"), numberIn(file, "PRAGMA user_version")]).toEqual([7, 40])
    expect(numberIn(file, "PRAGMA journal_mode")).toBe("delete")
    const newer = fileWith(`CREATE TABLE guests (name TEXT); ${sqliteSchema()}; UPDATE jinlin_store SET schema = 2`)
    expect(await kindOf({ file: newer })).toBe("StoreTooNew")
  })

  it("STORE-13 answers `damaged` to a file whose pages are not whole, when it is opened or when it is looked at", async () => {
    const cut = await filled()
    truncateSync(cut, 4096 * 6)
    expect(await kindOf({ file: cut })).toBe("damaged")
    const garbled = await filled()
    const bytes = readFileSync(garbled)
    bytes.fill(0xab, 4096 * 3, bytes.length)
    writeFileSync(garbled, bytes)
    const opened = await openSqliteStore({ file: garbled })
    const looked = opened.ok ? await opened.value.verify() : opened
    expect(looked).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "damaged" } })
    const read = opened.ok ? await opened.value.readLog("east", { limit: 10 }) : opened
    expect(read).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "damaged" } })
    if (opened.ok) await opened.value[Symbol.asyncDispose]()
  })

  it("STORE-13 answers `damaged` where a table or an index was changed, or a scope counts what it does not hold", async () => {
    for (const sql of ["DROP INDEX jinlin_events_by_stream", "ALTER TABLE jinlin_audit ADD COLUMN more TEXT"]) {
      const file = await filled()
      const database = new DatabaseSync(file)
      database.exec(sql)
      database.close()
      const store = await openedStore({ file })
      expect(await store.verify()).toMatchObject({ failure: { kind: "damaged" } })
      await store[Symbol.asyncDispose]()
    }
    const store = await openedStore({ file: newFile() })
    const claims = [{ scope: "course", key: "1", holder: "h", capacity: 3 }]
    expect((await store.commit(commitOf({ claims }))).ok).toBe(true)
    expect(await store.verify()).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-13 answers `misused` to options it does not take, without repeating them", async () => {
    for (const file of ["", ":memory:", "file:x.db?mode=ro", "a\0b"]) expect(await kindOf({ file })).toBe("misused")
    const file = newFile()
    for (const options of [
      { file, tablePrefix: "x; DROP TABLE y" },
      { file, busyTimeout: -1 },
      { file, busyTimeout: 0.5 },
    ])
      expect(await kindOf(options)).toBe("misused")
  })

  it("STORE-13 waits for a lock as long as it is told, holding up nobody, and then answers `locked`", async () => {
    const file = await filled()
    const other = new DatabaseSync(file)
    other.exec("BEGIN IMMEDIATE")
    expect(await kindOf({ file, busyTimeout: 50 })).toBe("locked")
    let turns = 0
    const opening = openSqliteStore({ file, busyTimeout: 20_000 })
    while (turns < 5) {
      await wait(1)
      turns += 1
    }
    other.exec("COMMIT")
    other.close()
    const opened = await opening
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value[Symbol.asyncDispose]()
  })

  it("STORE-13 keeps to its own tables under another prefix, beside those of the usual one", async () => {
    const file = newFile()
    const [one, other] = [await openedStore({ file }), await openedStore({ file, tablePrefix: "second_" })]
    expect(other).toBeDefined()
    expect((await one.commit(commitOf({ appends: [append("s", 0)] }))).ok).toBe(true)
    expect(await other.head("east")).toEqual({ ok: true, value: null })
    expect((await other.commit(commitOf({ appends: [append("s", 0)] }))).ok).toBe(true)
    expect([await one.verify(), await other.verify()]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    await one[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })

  it("STORE-13 opens a copy of its files, which reads the positions that were given before", async () => {
    const file = await filled()
    const store = await openedStore({ file })
    const page = await store.readLog("east", { limit: 40 })
    await store[Symbol.asyncDispose]()
    const copy = newFile()
    copyFileSync(file, copy)
    const restored = await openedStore({ file: copy })
    const after = page.ok ? (page.value.next ?? "") : ""
    const rest = await restored.readLog("east", { after, limit: 100 })
    expect(rest.ok && rest.value.events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 41),
    )
    await restored[Symbol.asyncDispose]()
  })
})

describe("PLUGIN-1 the store as a plugin", () => {
  const context = { clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal }

  it("PLUGIN-1 starts from its options, more than once, and says what it can do before", async () => {
    const plugin = sqliteStore({ file: newFile() })
    expect(plugin.capabilities).toEqual({
      durable: true,
      shared: true,
      logOrder: "serialized",
      withinTransaction: false,
    })
    for (const _ of "ab") {
      const started = await plugin.start(context)
      expect(started.ok && started.value.capabilities).toEqual(plugin.capabilities)
      if (started.ok) await started.value[Symbol.asyncDispose]()
    }
  })

  it("PLUGIN-1 names every option that it does not take, with its path", async () => {
    const options: object = {
      file: ":memory:",
      synchronous: "off",
      busyTimeout: "long",
      tablePrefix: "1",
      create: 1,
      colour: 2,
    }
    const started = await sqliteStore({ file: "", ...options }).start(context)
    const paths =
      !started.ok && started.failure._tag === "InvalidOptions" ? started.failure.issues.map(({ path }) => path) : []
    expect(paths).toEqual([["colour"], ["file"], ["synchronous"], ["busyTimeout"], ["tablePrefix"], ["create"]])
  })

  it("PLUGIN-1 passes on why the file could not be opened", async () => {
    const started = await sqliteStore({ file: newFile(), create: false }).start(context)
    expect(started).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "missing" } })
  })
})
