import type { Answer, Store } from "@jinlin/sdk"
import type { PoolClient } from "pg"
import { describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf, within as inside, readOn, tenant, written } from "../writing.ts"

const failure = (fields: object) => ({ ok: false, failure: expect.objectContaining(fields) })

/** A client that writes down what it is asked for. */
const overheard = (client: PoolClient) => {
  const asked: Array<string> = []
  const query = (text: string, values?: Array<unknown>) => {
    asked.push(text.split(/\s/)[0] ?? "")
    return client.query(text, values)
  }
  return { asked, client: Object.assign(Object.create(client), { query }) as PoolClient }
}

/** The store inside the vendor's transaction. */
export const within = ({ newDatabase, pooled }: Ground): void => {
  const opened = async () => {
    const pool = pooled(await newDatabase())
    const store = await openedStore({ pool })
    await pool.query("create table orders (number int)")
    return { pool, store }
  }

  describe("a store inside the vendor's transaction", () => {
    it("STORE-POSTGRES-1 writes with the vendor's own rows or not at all", async () => {
      const { pool, store } = await opened()
      const order = async (client: PoolClient, number: number) => {
        await client.query("insert into orders values ($1)", [number])
        const own = postgresStoreWithin(client)
        expect((await own.commit(commitOf({ appends: [append(`o-${number}`, 0, "a")] }))).ok).toBe(true)
        expect(await own.readStream(tenant, `o-${number}`)).toEqual({ ok: true, value: [expect.anything()] })
        expect(await store.readStream(tenant, `o-${number}`)).toEqual({ ok: true, value: [] })
      }
      await inside(pool, (client) => order(client, 1), "rollback")
      await inside(pool, (client) => order(client, 2))
      expect((await readOn(store)).seen).toEqual(["o-2@1"])
      expect((await pool.query("select number from orders")).rows).toEqual([{ number: 2 }])
    })

    it("STORE-POSTGRES-1 says so, and neither begins nor ends a transaction", async () => {
      const { pool } = await opened()
      await inside(pool, async (plain) => {
        const { asked, client } = overheard(plain)
        const store = postgresStoreWithin(client)
        expect(store.capabilities.withinTransaction).toBe(true)
        await store.commit(commitOf({ appends: [append("s", 0, "a")] }))
        await store.commit(commitOf({ appends: [append("s", 0, "a")] }))
        await store.readLog(tenant, { limit: 10 })
        await store[Symbol.asyncDispose]()
        expect(asked).toEqual(["savepoint", "select", "release", "savepoint", "select", "release", "select", "select"])
        expect(await store.head(tenant)).toEqual(failure({ kind: "disposed" }))
      })
    })

    it("STORE-POSTGRES-1 leaves the transaction usable when a commit is refused, with nothing of that commit in it", async () => {
      const { pool, store } = await opened()
      await written(store, append("s", 0, "a"))
      await inside(pool, async (client) => {
        const own = postgresStoreWithin(client)
        await client.query("insert into orders values (1)")
        const stale = { appends: [append("fresh", 0, "a"), append("s", 0, "b")], audit: [{ kind: "k", body: "{}" }] }
        expect(await own.commit(commitOf(stale))).toEqual(
          failure({ _tag: "VersionConflict", stream: "s", expected: 0, actual: 1 }),
        )
        expect((await own.commit(commitOf({ appends: [append("s", 1, "b")] }))).ok).toBe(true)
      })
      expect((await readOn(store)).seen).toEqual(["s@1", "s@2"])
      expect(await store.readAudit(tenant, { limit: 10 })).toEqual({ ok: true, value: { rows: [], next: null } })
      expect((await pool.query("select number from orders")).rows).toEqual([{ number: 1 }])
    })

    it("STORE-POSTGRES-1 leaves it usable when a commit fails, and does not run it again: only the vendor can", async () => {
      const { pool, store } = await opened()
      await written(store, append("s", 0, "a"))
      await inside(pool, async (plain) => {
        await plain.query("set transaction isolation level repeatable read")
        await plain.query("insert into orders values (1)")
        await written(store, append("s", 1, "b"))
        const { asked, client } = overheard(plain)
        const answer = await postgresStoreWithin(client).commit(commitOf({ appends: [append("s", 1, "c")] }))
        expect(answer).toEqual(failure({ _tag: "StoreUnavailable", kind: "locked" }))
        expect(asked).toEqual(["savepoint", "select", "rollback"])
      })
      expect((await pool.query("select number from orders")).rows).toEqual([{ number: 1 }])
    })

    it("takes several commits in one transaction, at once too, each with a position after the one before", async () => {
      const { pool, store } = await opened()
      const told = await inside(pool, async (client) => {
        const stores = [postgresStoreWithin(client), postgresStoreWithin(client)]
        const wanted = ["a", "b", "c", "a", "d", "b"].map((stream) => append(stream, 0, "x"))
        return Promise.all(
          wanted.map((one, index) => (stores[index % 2] ?? store).commit(commitOf({ appends: [one] }))),
        )
      })
      expect(told.map(({ ok }) => ok)).toEqual([true, true, true, false, true, false])
      const positions = told.flatMap((answer) => (answer.ok ? [answer.value.position] : []))
      expect([...positions].sort()).toEqual(positions)
      expect((await readOn(store)).seen).toEqual(["a@1", "b@1", "c@1", "d@1"])
    })

    it("answers a client without a transaction, and one whose transaction has failed", async () => {
      const { pool } = await opened()
      const client = await pool.connect()
      const store = postgresStoreWithin(client)
      const commit = commitOf({ appends: [append("s", 0, "a")] })
      expect(await store.commit(commit)).toEqual(failure({ _tag: "StoreUnavailable", kind: "misused" }))
      await client.query("begin")
      await client.query("select 1/0").catch(() => {})
      expect(await store.commit(commit)).toEqual(failure({ kind: "misused" }))
      expect(await store.readLog(tenant, { limit: 1 })).toEqual(failure({ kind: "misused" }))
      await client.query("rollback")
      client.release()
      expect((await pool.query("select from jinlin_events")).rowCount).toBe(0)
    })

    it("STORE-POSTGRES-4 keeps what it acknowledges even where the vendor does not wait for the disk", async () => {
      const { pool } = await opened()
      const fence = { lease: "l", token: 1 }
      const writes: ReadonlyArray<(store: Store) => Promise<Answer<unknown, unknown>>> = [
        (own) => own.commit(commitOf({ appends: [append("s", 0, "a")] })),
        (own) => own.acquireLease(tenant, { name: "l", holder: "h", now: 0, ttl: 1 }),
        (own) => own.takeDeliveries(tenant, { fence, now: 0, limit: 1 }),
      ]
      for (const write of writes)
        await inside(pool, async (client) => {
          await client.query("set local synchronous_commit = off")
          expect((await write(postgresStoreWithin(client))).ok).toBe(true)
          expect((await client.query("show synchronous_commit")).rows).toEqual([{ synchronous_commit: "on" }])
        })
    })
  })
}
