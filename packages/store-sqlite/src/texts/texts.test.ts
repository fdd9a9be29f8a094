import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { TextStore } from "@jinlin/sdk"
import { textStoreConformance } from "@jinlin/testkit/text-store"
import { afterAll, describe, expect, it } from "vitest"
import { openSqliteStore, openSqliteTextStore, sqliteTextStore } from "../index.ts"

const root = mkdtempSync(join(tmpdir(), "jinlin-texts-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const folder = (): string => mkdtempSync(join(root, "place-"))
const filesIn = (place: string) =>
  readdirSync(place).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(place, name))) }))

const opened = async (file: string): Promise<TextStore> => {
  const answer = await openSqliteTextStore({ file, busyTimeout: 200 })
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

describe("TEXT-STORE-1, TEXT-STORE-2, TEXT-STORE-3, TEXT-STORE-4 on SQLite", () => {
  textStoreConformance(
    { describe, it },
    {
      durable: true,
      open: async () => {
        const place = folder()
        const file = join(place, "texts.db")
        const store = await opened(file)
        return {
          store,
          durable: { reopen: () => opened(file), files: async () => filesIn(place) },
          close: () => store[Symbol.asyncDispose](),
        }
      },
    },
  )
})

const section = (name: string, text: string) => ({ name, text, salt: "0".repeat(32) })
const proposal = { id: "p-1", sections: [section("title", "CANARY-title"), section("body", "CANARY-body")] }

describe("STORE-13 what cannot be used is answered", () => {
  it("a folder that is not there is missing, what is no database is foreign", async () => {
    const place = folder()
    writeFileSync(join(place, "letter.txt"), "This is no database, whatever its name says.".repeat(100))
    const missing = await openSqliteTextStore({ file: join(place, "none", "x.db") })
    const foreign = await openSqliteTextStore({ file: join(place, "letter.txt") })
    expect(missing).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "missing" } })
    expect(foreign).toMatchObject({ ok: false, failure: { _tag: "StoreUnavailable", kind: "foreign" } })
  })

  it("tables of a newer schema are left as they are", async () => {
    const file = join(folder(), "x.db")
    await (await opened(file))[Symbol.asyncDispose]()
    const database = new DatabaseSync(file)
    database.exec("UPDATE jinlin_text_schema SET schema = 2")
    const answer = await openSqliteTextStore({ file })
    expect(answer).toEqual({ ok: false, failure: { _tag: "StoreTooNew", rule: "STORE-13", found: 2, known: 1 } })
    expect(database.prepare("SELECT schema FROM jinlin_text_schema").get()).toEqual({ schema: 2 })
    database.close()
  })

  it("a file that another connection writes is locked for as long as was said, and free afterwards", async () => {
    const file = join(folder(), "x.db")
    await using store = await opened(file)
    const database = new DatabaseSync(file)
    database.exec("BEGIN IMMEDIATE")
    expect(await store.put("a", proposal, 1)).toMatchObject({ ok: false, failure: { kind: "locked" } })
    const waiting = store.put("a", proposal, 1)
    database.exec("ROLLBACK")
    expect(await waiting).toEqual({ ok: true, value: null })
    database.close()
  })

  it("a file that somebody reads cannot be compacted before the reader is done", async () => {
    const file = join(folder(), "x.db")
    await using store = await opened(file)
    await store.put("a", proposal, 1)
    const reader = new DatabaseSync(file)
    reader.exec("BEGIN; SELECT count(*) FROM jinlin_text_documents")
    expect(await store.compact()).toMatchObject({ ok: false, failure: { kind: "locked" } })
    reader.exec("COMMIT")
    expect(await store.compact()).toEqual({ ok: true, value: null })
    reader.close()
  })
})

const event = { type: "X", body: "{}", meta: "{}", digest: `sha-256:${"0".repeat(64)}` }

describe("beside a store in one file", () => {
  it.each(["store", "texts"])(
    "both can be opened, the %s first, and compacting takes nothing of the store",
    async (first) => {
      const file = join(folder(), "x.db")
      if (first === "texts") await (await opened(file))[Symbol.asyncDispose]()
      const store = await openSqliteStore({ file })
      if (!store.ok) throw new Error(JSON.stringify(store.failure))
      await using texts = await opened(file)
      const commits = Array.from({ length: 20 }, (_, index) =>
        store.value.commit({ tenant: "a", at: 1, appends: [{ stream: `s-${index}`, expected: 0, events: [event] }] }),
      )
      const puts = Array.from({ length: 20 }, (_, index) => texts.put("a", { ...proposal, id: `p-${index}` }, 1))
      expect([...(await Promise.all(commits)), ...(await Promise.all(puts))].filter(({ ok }) => !ok)).toEqual([])
      await texts.redact("a", { id: "p-1", sections: ["body"], at: 2 })
      expect(await texts.compact()).toEqual({ ok: true, value: null })
      expect(
        await store.value.commit({ tenant: "a", at: 1, appends: [{ stream: "t", expected: 0, events: [event] }] }),
      ).toMatchObject({ ok: true })
      expect(await store.value.readLog("a", { limit: 50 })).toMatchObject({
        ok: true,
        value: { events: { length: 21 } },
      })
      expect(await store.value.verify()).toEqual({ ok: true, value: null })
      await store.value[Symbol.asyncDispose]()
    },
  )

  it("STORE-13 another application's file is left as it is", async () => {
    const file = join(folder(), "x.db")
    const database = new DatabaseSync(file)
    database.exec("CREATE TABLE other (x)")
    database.close()
    const before = readFileSync(file)
    expect(await openSqliteTextStore({ file })).toMatchObject({ ok: false, failure: { kind: "foreign" } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it("STORE-13 a path that is none is misused", async () => {
    for (const file of ["", ":memory:", "file:x.db", "a\0b"])
      expect(await openSqliteTextStore({ file })).toMatchObject({ ok: false, failure: { kind: "misused" } })
  })
})

describe("the plugin of texts on SQLite", () => {
  const context = { clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal }

  it("starts with a file, and PLUGIN-1 names what it does not take", async () => {
    const started = await sqliteTextStore({ file: join(folder(), "x.db") }).start(context)
    expect(started).toMatchObject({ ok: true, value: { name: "texts-sqlite" } })
    if (started.ok) await started.value[Symbol.asyncDispose]()
    const bad = await sqliteTextStore({ file: "", busyTimeout: -1 }).start(context)
    expect(bad).toEqual({
      ok: false,
      failure: {
        _tag: "InvalidOptions",
        rule: "PLUGIN-1",
        plugin: "texts-sqlite",
        issues: [
          { path: ["file"], message: "must be the path of a file" },
          { path: ["busyTimeout"], message: "must be a number of milliseconds, 0 or more" },
        ],
      },
    })
  })
})
