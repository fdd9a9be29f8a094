import { readFileSync } from "node:fs"
import { pluginApiVersion } from "@jinlin/sdk"
import { describe, expect, it } from "vitest"
import { generatedPath, generatedText } from "../../scripts/schema-text.ts"
import { openPostgresStore, type PostgresStoreOptions, postgresStore } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, tenant, written } from "../writing.ts"

const unavailable = (kind: string) => ({
  ok: false,
  failure: expect.objectContaining({ _tag: "StoreUnavailable", kind }),
})

const context = {
  clock: { now: () => 0, sleep: async () => {} },
  signal: new AbortController().signal,
}

/** Opening: tables made and found, options read, what is not ours left alone. */
export const opening = ({ newDatabase, pooled }: Ground): void => {
  describe("a store on PostgreSQL is opened", () => {
    it("from the text that administrators read", () => {
      expect(readFileSync(generatedPath, "utf8")).toBe(generatedText())
    })

    it("STORE-13 where its tables are missing and may not be made: with that answer, and none is made", async () => {
      const pool = pooled(await newDatabase())
      expect(await openPostgresStore({ pool, migrate: false })).toEqual(unavailable("missing"))
      const { rows } = await pool.query("select count(*)::int as tables from pg_tables where schemaname = 'public'")
      expect(rows).toEqual([{ tables: 0 }])
    })

    it("by many at once where nothing is, and the tables are made once", async () => {
      const place = await newDatabase()
      const stores = await Promise.all([1, 2, 3, 4].map(() => openedStore({ pool: pooled(place) })))
      await Promise.all(stores.map((store, index) => written(store, append(`s-${index}`, 0, "a"))))
      const { rows } = await pooled(place).query("select count(*)::int as rows from jinlin_store")
      expect(rows).toEqual([{ rows: 1 }])
    })

    it("in a schema and under a prefix of the vendor's, several in one database, each with positions of its own", async () => {
      const place = await newDatabase()
      const pool = pooled(place)
      const places: ReadonlyArray<Partial<PostgresStoreOptions>> = [
        {},
        { schema: "governance" },
        { schema: "governance", tablePrefix: "second_" },
      ]
      const stores = await Promise.all(places.map((one) => openedStore({ pool, ...one })))
      const told: Array<string> = []
      for (const store of stores) told.push(await written(store, append("s", 0, "a")))
      for (const [index, store] of stores.entries()) {
        const answers = await Promise.all(told.map((after) => store.readLog(tenant, { after, limit: 1 })))
        expect(answers.map(({ ok }) => ok)).toEqual(told.map((_, own) => own === index))
        expect(await store.tenants()).toEqual({ ok: true, value: [tenant] })
      }
      await pool.query("create role maker login; grant create, usage on schema governance to maker")
      const maker = pooled({ ...place, user: "maker" })
      await openedStore({ pool: maker, schema: "governance", tablePrefix: "third_" })
      const { rows } = await pool.query("select revision::int from governance.second_streams")
      expect(rows).toEqual([{ revision: 1 }])
    })

    it("STORE-13 of a newer schema: it answers StoreTooNew with both versions, and leaves it as it is", async () => {
      const pool = pooled(await newDatabase())
      await openedStore({ pool })
      await pool.query("update jinlin_store set version = 2")
      expect(await openPostgresStore({ pool })).toEqual({
        ok: false,
        failure: { _tag: "StoreTooNew", rule: "STORE-13", found: 2, known: 1 },
      })
      const { rows } = await pool.query("select version from jinlin_store")
      expect(rows).toEqual([{ version: 2 }])
    })

    it("STORE-13 where tables of its names belong to something else: it answers that, and takes nothing away", async () => {
      const pool = pooled(await newDatabase())
      await pool.query("create table jinlin_store (shop text); insert into jinlin_store values ('flowers')")
      expect(await openPostgresStore({ pool })).toEqual(unavailable("foreign"))
      expect((await pool.query("select * from jinlin_store")).rows).toEqual([{ shop: "flowers" }])
    })

    it("only with the order that its log has", async () => {
      const pool = pooled(await newDatabase())
      const first = await openedStore({ pool, logOrder: "serialized" })
      expect(first.capabilities).toEqual({
        ...{ durable: true, shared: true },
        ...{ logOrder: "serialized", withinTransaction: false },
      })
      expect(await openPostgresStore({ pool, logOrder: "xid" })).toEqual(unavailable("misused"))
      expect((await openedStore({ pool })).capabilities.logOrder).toBe("serialized")
    })

    it("only in a database that keeps texts as they are", async () => {
      const place = await newDatabase()
      await pooled(place).query("create database latin encoding 'LATIN1' locale 'C' template template0")
      const answer = await openPostgresStore({ pool: pooled({ ...place, database: "latin" }) })
      expect(answer).toEqual(unavailable("misused"))
    })

    it.each([
      ["schema", "Public"],
      ["schema", 'a"; drop table b'],
      ["schema", ""],
      ["tablePrefix", "x".repeat(31)],
      ["tablePrefix", "1a"],
    ])("not with the %s %s", async (option, value) => {
      const pool = pooled({ host: "nowhere", port: 1, user: "u", database: "d" })
      const options = { pool, [option]: value }
      expect(await openPostgresStore(options)).toEqual(unavailable("misused"))
      const started = await postgresStore(options).start(context)
      expect(started).toEqual({
        ok: false,
        failure: expect.objectContaining({
          _tag: "InvalidOptions",
          issues: [expect.objectContaining({ path: [option] })],
        }),
      })
    })

    it("as a plugin, which reads its options first and names each that is wrong", async () => {
      const pool = pooled(await newDatabase())
      const plugin = postgresStore({ pool })
      expect([plugin.kind, plugin.name, plugin.apiVersion]).toEqual(["store", "store-postgres", pluginApiVersion])
      const started = await plugin.start(context)
      if (!started.ok) throw new Error(JSON.stringify(started.failure))
      await written(started.value, append("s", 0, "a"))
      await started.value[Symbol.asyncDispose]()

      // @ts-expect-error: options of somebody who writes JavaScript
      const wrong = await postgresStore({ pool: "postgres://", logOrder: "none", migrate: 1, url: "x" }).start(context)
      const paths =
        wrong.ok || !("issues" in wrong.failure) ? [] : wrong.failure.issues.map(({ path }) => path.join("."))
      expect(paths.sort()).toEqual(["logOrder", "migrate", "pool", "url"])
      // @ts-expect-error: no options at all
      expect((await postgresStore(undefined).start(context)).ok).toBe(false)
    })

    it("STORE-POSTGRES-5 and has one listener on the vendor's pool, until it is disposed of", async () => {
      const pool = pooled(await newDatabase())
      const before = pool.listenerCount("error")
      const stores = [await openedStore({ pool }), await openedStore({ pool })]
      expect(pool.listenerCount("error")).toBe(before + 2)
      for (const store of [...stores, ...stores]) await store[Symbol.asyncDispose]()
      expect(pool.listenerCount("error")).toBe(before)
      expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }])
      await openPostgresStore({ pool, tablePrefix: "none_", migrate: false })
      expect(pool.listenerCount("error")).toBe(before)
    })
  })
}
