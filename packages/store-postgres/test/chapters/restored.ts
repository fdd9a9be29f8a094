import type { Pool } from "pg"
import { describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import { type Ground, groundOf } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { startServer } from "../server.ts"
import { append, commitOf, readOn, tenant, within, written } from "../writing.ts"

const tables = ["store", "tenants", "streams", "events", "commands", "checkpoints"]

/** Puts the rows and the sequence of one database into another, as a dump does. */
const copied = async (from: Pool, to: Pool): Promise<void> => {
  for (const table of tables) {
    const { rows } = await from.query(`select coalesce(json_agg(t), '[]')::text as all from jinlin_${table} t`)
    await to.query(`delete from jinlin_${table}`)
    await to.query(`insert into jinlin_${table} select * from json_populate_recordset(null::jinlin_${table}, $1)`, [
      rows[0]?.all,
    ])
  }
  const { rows } = await from.query("select last_value::text as last from jinlin_places")
  await to.query("select setval('jinlin_places', $1::bigint)", [rows[0]?.last])
}

/** A log that was restored into another server, whose counter of transactions is behind it (R15). */
export const restored = ({ newDatabase, pooled }: Ground): void => {
  describe("a log that was restored into another server", () => {
    it("STORE-POSTGRES-3 goes on behind what it held, for readers too, opened anew or not; and a commit inside a transaction is refused until then", async (context) => {
      const server = await startServer(["fsync=off"])
      if ("skipped" in server) return context.skip(`${server.skipped}`)
      const second = groundOf(server)
      try {
        const old = pooled(await newDatabase())
        const before = await openedStore({ pool: old })
        for (let count = 0; count < 2_000; count += 500)
          await old.query(Array.from({ length: 500 }, () => "begin; select pg_current_xact_id(); commit").join(";"))
        await written(before, append("s", 0, "a"), append("t", 0, "a"))
        const { next: stood } = await readOn(before)
        await written(before, append("s", 1, "b"))

        const places = [await second.newDatabase(), await second.newDatabase()]
        const [running, opening] = places.map((place) => second.pooled(place)) as [Pool, Pool]
        for (const pool of [running, opening]) await openedStore({ pool })
        // Whoever goes on running knew this store before it was restored.
        const { rows: marks } = await old.query("select mark from jinlin_store")
        await running.query("update jinlin_store set mark = $1", [marks[0]?.mark])
        const runs = await openedStore({ pool: running })
        for (const pool of [running, opening]) await copied(old, pool)

        const hosted = await within(running, (client) =>
          postgresStoreWithin(client).commit(commitOf({ appends: [append("u", 0, "a")] })),
        )
        expect(hosted.ok || hosted.failure).toMatchObject({ _tag: "StoreUnavailable", kind: "failed" })

        for (const store of [runs, await openedStore({ pool: opening })]) {
          await written(store, append("u", 0, "a"))
          await written(store, append("s", 2, "c"))
          await written(store, append("t", 1, "b"))
          expect((await readOn(store)).seen).toEqual(["s@1", "t@1", "s@2", "u@1", "s@3", "t@2"])
          expect((await readOn(store, stood)).seen).toEqual(["s@2", "u@1", "s@3", "t@2"])
          expect((await store.verify()).ok).toBe(true)
        }
        for (const pool of [running, opening]) {
          const { rows } = await pool.query("select epoch from jinlin_store")
          expect(rows).toEqual([{ epoch: 2 }])
        }
        const other = await runs.commit({ ...commitOf({ appends: [append("s", 0, "a")] }), tenant: `${tenant}-2` })
        expect(other.ok).toBe(true)
      } finally {
        await second.clear()
        await server.remove()
      }
    })
  })
}
