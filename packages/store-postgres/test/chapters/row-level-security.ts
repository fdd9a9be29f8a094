import { readFileSync } from "node:fs"
import { runTrial, storeChapters } from "@jinlin/testkit/store"
import type { Pool } from "pg"
import { beforeAll, describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { rawRowsOf } from "../raw-rows.ts"
import { append, commitOf, tenant, written } from "../writing.ts"

const policies = readFileSync(new URL("../../schema/row-level-security.sql", import.meta.url), "utf8")

const privileges = `create role app login;
  grant select, insert, update, delete on all tables in schema public to app;
  grant usage on all sequences in schema public to app`

/** The policies of the second file, for a role that cannot pass by them (R31). */
export const rowLevelSecurity = ({ newDatabase, pooled }: Ground): void => {
  describe("with row-level security, as a role that cannot pass by it", () => {
    let [app, owner]: Array<Pool> = []
    const pools = () => {
      if (app === undefined || owner === undefined) throw new Error("the database is not there yet")
      return { app, owner }
    }
    const open = () => openedStore({ pool: pools().app, migrate: false, rowLevelSecurity: true })

    beforeAll(async () => {
      const place = await newDatabase()
      owner = pooled(place)
      await openedStore({ pool: owner })
      await owner.query(policies)
      await owner.query(privileges)
      app = pooled({ ...place, user: "app" })
    })

    it("STORE-8 the database itself gives a statement the rows of one tenant, and takes rows of no other", async () => {
      const { app: role } = pools()
      const store = await open()
      await written(store, append("s", 0, "a"))
      await store.commit({ ...commitOf({ appends: [append("s", 0, "b")] }), tenant: "hillside" })
      const client = await role.connect()
      const seen = async () => (await client.query("select distinct tenant from jinlin_events")).rows
      expect(await seen()).toEqual([])
      await client.query("begin; select set_config('jinlin.tenant', 'hillside', true)")
      expect(await seen()).toEqual([{ tenant: "hillside" }])
      const theirs = "update jinlin_streams set revision = 9 where tenant = 'lakeside'"
      expect((await client.query(theirs)).rowCount).toBe(0)
      const insert = client.query("insert into jinlin_streams (tenant, stream) values ('lakeside', 'forged')")
      await expect(insert).rejects.toMatchObject({ code: "42501" })
      await client.query("rollback")

      await client.query("begin")
      const hosted = postgresStoreWithin(client, { rowLevelSecurity: true })
      expect((await hosted.commit(commitOf({ appends: [append("s", 1, "c")] }))).ok).toBe(true)
      expect(await hosted.readStream("hillside", "s")).toEqual({ ok: true, value: [expect.anything()] })
      await client.query("commit")
      client.release()
      expect(await store.tenants()).toEqual({ ok: true, value: ["hillside", tenant] })
    })

    it("STORE-13 a store that does not name its tenant writes nothing and reads nothing", async () => {
      const store = await openedStore({ pool: pools().app, migrate: false })
      const answer = await store.commit(commitOf({ appends: [append("new", 0, "a")] }))
      expect(answer.ok || answer.failure).toMatchObject({ _tag: "StoreUnavailable", kind: "read-only" })
      expect(await store.readStream(tenant, "s")).toEqual({ ok: true, value: [] })
    })

    const rules = /^STORE-(1|8|12)$/
    const trials = storeChapters
      .filter(({ rule }) => rules.test(rule))
      .flatMap(({ rule, trials: all }) => all.map((trial) => [`${rule} ${trial.title}`, trial] as const))
    it.each(trials)("%s", (_, trial) => {
      const rawRows = (name: string) => rawRowsOf(pools().owner, name)
      const another = () => openedStore({ pool: pools().owner, tablePrefix: "another_" })
      return runTrial({ open, reopen: open, concurrent: open, another, rawRows, writers: 6, rounds: 1 }, trial)
    })
  })
}
