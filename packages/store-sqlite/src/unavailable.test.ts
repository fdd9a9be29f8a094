import { chmodSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import type { Store } from "@jinlin/sdk"
import { afterAll, describe, expect, it } from "vitest"
import { runChild } from "../test/child.ts"
import { append, commitOf, noon, wholeCommit } from "../test/commits.ts"
import { newPlace, openedStore } from "../test/place.ts"
import { connect } from "./connection.ts"
import { storeOn } from "./open.ts"
import { complete } from "./options.ts"

const place = newPlace()
afterAll(() => place[Symbol.dispose]())

let files = 0
const newFile = (): string => {
  files += 1
  return place.path(`unavailable-${files}.db`)
}

/** A store of which the test holds the connection too. */
const storeWithConnection = (file: string): { readonly store: Store; readonly database: DatabaseSync } => {
  const options = complete({ file, busyTimeout: 50 })
  const connected = connect(options)
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure))
  return { store: storeOn(connected.value, options), database: connected.value.database }
}

/** Commits until one is refused: that files are gone is noticed within a tenth of a second. */
const firstRefusal = async (store: Store, stream: string, expected: number): Promise<unknown> => {
  const answer = await store.commit(wholeCommit(stream, expected))
  return answer.ok ? firstRefusal(store, stream, expected + 1) : answer
}

const unavailable = (kind: string) => ({ ok: false, failure: { _tag: "StoreUnavailable", rule: "STORE-13", kind } })

const large = '{"pad":"'.concat("x".repeat(200_000), '"}')

describe("STORE-13 a store that cannot be used any more", () => {
  it("STORE-13 answers `full` when the disk is, writes nothing of it, reads on, and writes again when there is room", async () => {
    const { database, store } = storeWithConnection(newFile())
    expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"])
    database.exec(`PRAGMA max_page_count = ${pages + 2}`)
    expect(await store.commit(commitOf({ appends: [append("big", 0, 1, large)] }))).toMatchObject(unavailable("full"))
    expect(await store.readStream("east", "big")).toEqual({ ok: true, value: [] })
    expect(await store.commit(wholeCommit("a", 0))).toMatchObject({ ok: true, value: { repeated: true } })
    database.exec("PRAGMA max_page_count = 1000000")
    expect((await store.commit(commitOf({ appends: [append("big", 0, 1, large)] }))).ok).toBe(true)
    expect(await store.verify()).toEqual({ ok: true, value: null })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-1 of writes that go together only the one without room fails; the others are written", async () => {
    const { database, store } = storeWithConnection(newFile())
    expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"])
    database.exec(`PRAGMA max_page_count = ${pages + 2}`)
    const answers = await Promise.all([
      store.commit(wholeCommit("a", 1)),
      store.commit(commitOf({ appends: [append("big", 0, 1, large)] })),
      store.commit(wholeCommit("b", 0)),
    ])
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true])
    expect(answers[1]).toMatchObject(unavailable("full"))
    const log = await store.readLog("east", { limit: 10 })
    expect(log.ok && log.value.events.map(({ revision, stream }) => `${stream}@${revision}`)).toEqual([
      "a@1",
      "a@2",
      "b@1",
    ])
    await store[Symbol.asyncDispose]()
  })

  it("STORE-13 answers `locked` to a write while another process holds the lock too long, and reads on meanwhile", async () => {
    const file = newFile()
    const { store } = storeWithConnection(file)
    expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
    const other = new DatabaseSync(file)
    other.exec("BEGIN IMMEDIATE")
    const [one, two, read] = await Promise.all([
      store.commit(wholeCommit("a", 1)),
      store.acquireLease("east", { name: "relay", holder: "h", now: noon, ttl: 5 }),
      store.head("east"),
    ])
    expect([one, two]).toMatchObject([unavailable("locked"), unavailable("locked")])
    expect(read.ok && read.value).not.toBeNull()
    other.exec("COMMIT")
    other.close()
    expect((await store.commit(wholeCommit("a", 1))).ok).toBe(true)
    await store[Symbol.asyncDispose]()
  })

  it.each([
    ["removed", (file: string) => rmSync(file)],
    ["moved", (file: string) => renameSync(file, `${file}.moved`)],
    ["robbed of its log", (file: string) => rmSync(`${file}-wal`)],
  ])(
    "STORE-13 answers `missing` instead of going on where nobody would find it, when its file was %s",
    async (_, harm) => {
      const file = newFile()
      const store = await openedStore({ file })
      expect((await store.commit(wholeCommit("a", 0))).ok).toBe(true)
      harm(file)
      expect(await firstRefusal(store, "a", 1)).toMatchObject(unavailable("missing"))
      expect(await store.commit(commitOf({ appends: [append("b", 0)] }))).toMatchObject(unavailable("missing"))
      expect(await store.verify()).toMatchObject(unavailable("missing"))
      const read = await store.readStream("east", "a")
      expect(read.ok && read.value.length).toBeGreaterThan(0)
      await store[Symbol.asyncDispose]()
    },
  )

  it("STORE-13 answers whatever it is handed, and throws nothing", async () => {
    const store = await openedStore({ file: newFile() })
    const nonsense: ReadonlyArray<unknown> = [undefined, null, 7, "x", [], { limit: {} }, { after: {}, limit: 5 }]
    for (const [name, method] of Object.entries(store))
      if (typeof method === "function")
        for (const one of nonsense)
          for (const tenant of ["east", one]) {
            const answer: unknown = await Reflect.apply(method, store, [tenant, one, one])
            expect(answer, name).toHaveProperty("ok")
          }
    expect(await store.verify()).toEqual({ ok: true, value: null })
    expect(await store.tenants()).toEqual({ ok: true, value: [] })
    await store[Symbol.asyncDispose]()
  })

  it("STORE-13 answers `read-only` where neither the file nor its folder may be written", async (context) => {
    const [folder, other] = [place.path("closed"), place.path("open")]
    for (const one of [folder, other]) mkdirSync(one)
    const inFolder = [`${folder}/a.db`, `${other}/a.db`] as const
    for (const file of inFolder) await (await openedStore({ file }))[Symbol.asyncDispose]()
    for (const file of inFolder) chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    chmodSync(other, 0o777)
    chmodSync(place.path("."), 0o755)
    if (process.platform === "win32") context.skip(true, "Windows keeps permissions in another way")
    expect(JSON.parse(await runChild(new URL("../test/as-nobody.ts", import.meta.url), ...inFolder))).toEqual([
      "read-only",
      "read-only",
    ])
    chmodSync(folder, 0o755)
  })
})
