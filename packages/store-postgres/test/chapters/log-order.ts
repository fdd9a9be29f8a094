import { runTrial, storeChapters } from "@jinlin/testkit/store"
import { describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { rawRowsOf } from "../raw-rows.ts"
import { append, commitOf, readOn, tenant, within, written } from "../writing.ts"

/** What a late committer does to readers, in both orders. */
export const logOrder = ({ newDatabase, pooled }: Ground): void => {
  const opened = async (order: "xid" | "serialized") => {
    const place = await newDatabase()
    const pool = pooled(place)
    return { place, pool, store: await openedStore({ pool, logOrder: order }) }
  }
  const stalledSince = async (store: Awaited<ReturnType<typeof openedStore>>) => {
    const backlog = await store.backlog(tenant, 5_000)
    return backlog.ok ? backlog.value.stalledSince : Number.NaN
  }

  describe("the log in the order of transaction ids", () => {
    it("STORE-POSTGRES-2 shows nothing behind a transaction that is still open, says so, and then shows all in order", async () => {
      const { pool, store } = await opened("xid")
      await written(store, append("before", 0, "a"))
      expect(await stalledSince(store)).toBe(null)
      const during = await within(pool, async (client) => {
        await written(postgresStoreWithin(client), append("late", 0, "a"))
        await written(store, append("quick", 0, "a"))
        expect(await stalledSince(store)).toBeGreaterThan(0)
        return readOn(store)
      })
      expect(during.seen).toEqual(["before@1"])
      expect((await readOn(store, during.next)).seen).toEqual(["late@1", "quick@1"])
      expect(await stalledSince(store)).toBe(null)
    })

    it("STORE-6 reads on from a commit's own position without missing a transaction that was open then", async () => {
      const { pool, store } = await opened("xid")
      await written(store, append("before", 0, "a"))
      const { during, told } = await within(pool, async (client) => {
        await written(postgresStoreWithin(client), append("late", 0, "a"))
        const position = await written(store, append("quick", 0, "a"))
        const checkpoints = [{ name: "reader", from: null, to: position }]
        const refused = await store.commit(commitOf({ checkpoints }))
        expect(refused.ok || refused.failure._tag).toBe("InvalidCursor")
        return { told: position, during: await readOn(store, position) }
      })
      expect(during.seen).toEqual([])
      expect((await readOn(store, during.next)).seen).toEqual(["late@1", "quick@1"])
      expect((await readOn(store, told)).seen).toEqual([])
    })

    it("STORE-6 keeps the order of a stream to which an older transaction writes last", async () => {
      const { pool, store } = await opened("xid")
      await within(pool, async (client) => {
        await client.query("select pg_current_xact_id()")
        const [first, second] = [postgresStoreWithin(client), store]
        await written(second, append("s", 0, "a"), append("t", 0, "a"))
        await written(second, append("s", 1, "b"))
        await written(first, append("s", 2, "c"), append("u", 0, "a"))
        expect((await readOn(store)).seen).toEqual([])
      })
      await written(store, append("u", 1, "b"))
      expect((await readOn(store)).seen).toEqual(["s@1", "t@1", "s@2", "s@3", "u@1", "u@2"])
    })

    it("STORE-6 puts what was decided on a guarded stream behind what was read of it", async () => {
      const { pool, store } = await opened("xid")
      await within(pool, async (client) => {
        await client.query("select pg_current_xact_id()")
        await written(store, append("roll", 0, "a"))
        const guards = [{ stream: "roll", revision: 1 }]
        const commit = commitOf({ appends: [append("vote", 0, "a")], guards })
        expect((await postgresStoreWithin(client).commit(commit)).ok).toBe(true)
      })
      expect((await readOn(store)).seen).toEqual(["roll@1", "vote@1"])
    })

    it("STORE-POSTGRES-2 is held up by an open writer in any database of the server, and by a prepared one; and tells of it", async () => {
      const { pool, store } = await opened("xid")
      const other = pooled(await newDatabase())
      const shown: Array<unknown> = []
      await within(
        other,
        async (client) => {
          await client.query("select pg_current_xact_id()")
          await written(store, append("s", 0, "a"))
          shown.push((await readOn(store)).seen, (await stalledSince(store)) !== null)
        },
        "rollback",
      )
      shown.push((await readOn(store)).seen)
      await within(other, async (client) => {
        await client.query("select 1")
        await written(store, append("s", 1, "b"))
        shown.push((await readOn(store)).seen)
      })
      const { next } = await readOn(store)
      await pool.query("create table t (n int); begin; insert into t values (1); prepare transaction 'open'")
      await written(store, append("s", 2, "c"))
      shown.push((await readOn(store, next)).seen, (await stalledSince(store)) !== null)
      await pool.query("commit prepared 'open'")
      shown.push((await readOn(store, next)).seen)
      expect(shown).toEqual([[], true, ["s@1"], ["s@1", "s@2"], [], true, ["s@3"]])
    })

    it("STORE-POSTGRES-2 tells since when it is held up also to a role that sees no sessions of others: since the first event's commit", async () => {
      const { place, pool, store } = await opened("xid")
      await pool.query("create role watcher login; grant select on all tables in schema public to watcher")
      const watcher = await openedStore({ pool: pooled({ ...place, user: "watcher" }) })
      await within(pool, async (client) => {
        await client.query("select pg_current_xact_id()")
        await written(store, append("s", 0, "a"))
        expect(await stalledSince(watcher)).toBe(1_000)
      })
    })
  })

  describe("the log in the order of writers who wait for each other", () => {
    it("asks nothing about transaction ids, so that an engine without them will do: shown by a role that may not ask", async () => {
      const place = await newDatabase()
      const owner = pooled(place)
      await openedStore({ pool: owner, logOrder: "serialized" })
      const asked = ["pg_current_snapshot()", "pg_snapshot_xmin(pg_snapshot)", "pg_snapshot_xmax(pg_snapshot)"]
      const own = ["pg_current_xact_id()", "pg_current_xact_id_if_assigned()"]
      for (const one of [...asked, ...own]) await owner.query(`revoke execute on function ${one} from public`)
      await owner.query(`create role plain login; grant select, insert, update, delete on all tables in schema public
        to plain; grant usage on all sequences in schema public to plain`)
      const pool = pooled({ ...place, user: "plain" })
      await expect(pool.query("select pg_current_snapshot()")).rejects.toMatchObject({ code: "42501" })
      const open = () => openedStore({ pool })
      const rawRows = (name: string) => rawRowsOf(owner, name)
      const under = { open, reopen: open, concurrent: open, rawRows, rounds: 1, writers: 4 }
      const trials = storeChapters
        .filter(({ rule }) => /^STORE-(1|6|12|16)$/.test(rule))
        .flatMap((chapter) => chapter.trials)
      for (const trial of trials.filter(({ title }) => !title.includes("of another tenant or store")))
        await runTrial(under, trial)
      const hosted = await within(pool, (client) =>
        postgresStoreWithin(client, { logOrder: "serialized" }).commit(commitOf({ appends: [append("s", 0, "a")] })),
      )
      expect(hosted.ok).toBe(true)
      expect(await stalledSince(await open())).toBe(null)
    })

    it("STORE-6 lets the writers of one tenant wait, and is not held up by anybody else", async () => {
      const { pool, store } = await opened("serialized")
      const other = pooled(await newDatabase())
      await within(
        other,
        async (client) => {
          await client.query("select pg_current_xact_id()")
          await written(store, append("s", 0, "a"))
          expect((await readOn(store)).seen).toEqual(["s@1"])
          expect(await stalledSince(store)).toBe(null)
        },
        "rollback",
      )
      const order: Array<string> = []
      const waiting = await within(pool, async (client) => {
        await written(postgresStoreWithin(client, { logOrder: "serialized" }), append("late", 0, "a"))
        const quick = written(store, append("quick", 0, "a")).then(() => order.push("quick"))
        const elsewhere = await store.commit({ ...commitOf({ appends: [append("s", 0, "a")] }), tenant: "hillside" })
        expect(elsewhere.ok).toBe(true)
        order.push("late")
        return { quick }
      })
      await waiting.quick
      expect(order).toEqual(["late", "quick"])
      expect((await readOn(store)).seen).toEqual(["s@1", "late@1", "quick@1"])
    })
  })
}
