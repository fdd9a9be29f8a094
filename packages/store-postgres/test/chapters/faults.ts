import type { Answer, Store } from "@jinlin/sdk"
import { runTrial, storeChapters } from "@jinlin/testkit/store"
import pg from "pg"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openPostgresStore, type PostgresStoreOptions } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf, readOn, tenant, within, written } from "../writing.ts"

const unavailable = (kind: string) => ({
  ok: false,
  failure: {
    _tag: "StoreUnavailable",
    rule: "STORE-13",
    kind,
    detail: expect.stringMatching(/^\[jinlin\] \[store-postgres\] [^\n]+$/),
  },
})

const canary = "canary-4711"

/** A commit that writes a secret, so that it is seen whether a failure repeats it. */
const attempt = (store: Store, stream = "s") => store.commit(commitOf({ appends: [append(stream, 0, canary)] }))

const withoutSecrets = (answer: Answer<unknown, unknown>) => {
  expect(JSON.stringify(answer)).not.toMatch(/canary|select|insert|update|jinlin_commit|postgres:\/\//i)
  return answer
}

/** What happens to the server and between it and us. The host process goes on, and every answer is typed (R12). */
export const faults = ({ newDatabase, pooled, server }: Ground): void => {
  describe("when the database cannot be used", () => {
    const uncaught: Array<unknown> = []
    const note = (thrown: unknown) => uncaught.push(thrown)
    beforeEach(() => {
      uncaught.length = 0
      for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, note)
    })
    afterEach(() => {
      for (const event of ["uncaughtException", "unhandledRejection"]) process.removeListener(event, note)
      expect(uncaught).toEqual([])
    })

    /** A pool as a vendor makes it: nobody listens to its errors but the store. */
    const opened = async (settings: pg.PoolConfig = {}, options: Partial<PostgresStoreOptions> = {}) => {
      const place = await newDatabase()
      const pool = new pg.Pool({ ...place, max: 4, password: canary, ...settings })
      const store = await openedStore({ pool, ...options })
      return { admin: pooled(place), place, pool, store, [Symbol.asyncDispose]: () => pool.end() }
    }

    it("STORE-13 a pool without a server answers that, however often it is asked", async () => {
      const pool = new pg.Pool({ host: "127.0.0.1", port: 1, user: "u", password: canary })
      for (const _ of "ab")
        expect(withoutSecrets(await openPostgresStore({ pool }))).toEqual(unavailable("unreachable"))
      expect(pool.listenerCount("error")).toBe(0)
      await pool.end()
      expect(await openPostgresStore({ pool })).toEqual(unavailable("unreachable"))
    })

    it("STORE-13 a database that is not there is missing", async () => {
      const pool = pooled({ ...server.place, database: "nowhere" })
      expect(await openPostgresStore({ pool })).toEqual(unavailable("missing"))
    })

    it("STORE-13 an exhausted pool is unreachable, and works again when a client is given back", async () => {
      await using held = await opened({ max: 1, connectionTimeoutMillis: 500 })
      const client = await held.pool.connect()
      for (const answer of await Promise.all([attempt(held.store), held.store.head(tenant)]))
        expect(withoutSecrets(answer)).toEqual(unavailable("unreachable"))
      client.release()
      expect((await attempt(held.store)).ok).toBe(true)
    })

    it("STORE-13 connections that are ended under way give typed answers, and nothing acknowledged is lost", async () => {
      await using held = await opened()
      let [acknowledged, told] = [0, new Set<unknown>()]
      for (let round = 0; round < 20; round += 1) {
        const attempts = Array.from({ length: 8 }, (_, index) => attempt(held.store, `s-${round}-${index}`))
        await held.admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        )
        for (const answer of await Promise.all(attempts))
          if (answer.ok) acknowledged += 1
          else told.add("kind" in answer.failure && withoutSecrets(answer) === answer && answer.failure.kind)
      }
      expect([...told]).toEqual(["unreachable"])
      const seen = (await readOn(await openedStore({ pool: held.admin }))).seen.length
      expect(seen).toBeGreaterThanOrEqual(acknowledged)
      // The pool learns of a connection that was ended only when it is next used, or a moment later.
      const again: Array<boolean> = []
      while (again.length < 10 && !again.includes(true)) again.push((await attempt(held.store)).ok)
      expect(again.at(-1)).toBe(true)
    })

    it("STORE-POSTGRES-5 a server that is stopped is unreachable, and the same store works when it is back", async () => {
      await using held = await opened()
      await written(held.store, append("before", 0, "a"))
      await server.stop()
      const answers = await Promise.all([attempt(held.store), held.store.head(tenant), held.store.verify()])
      for (const answer of answers) expect(withoutSecrets(answer)).toEqual(unavailable("unreachable"))
      await server.start()
      expect(await attempt(held.store)).toMatchObject({ ok: true })
      expect((await readOn(held.store)).seen).toEqual(["before@1", "s@1"])
    })

    it("STORE-13 a server that only reads is read-only, and can still be read", async () => {
      await using held = await opened()
      await held.admin.query(`alter database ${held.place.database} set default_transaction_read_only = on`)
      await using reading = await opened({ database: held.place.database })
      expect(withoutSecrets(await attempt(reading.store))).toEqual(unavailable("read-only"))
      expect(await reading.store.acquireLease(tenant, { name: "l", holder: "h", now: 0, ttl: 1 })).toEqual(
        unavailable("read-only"),
      )
      expect((await readOn(reading.store)).seen).toEqual([])
    })

    it.each([
      ["53100", "full"],
      ["XX001", "damaged"],
      ["58030", "damaged"],
      ["53300", "unreachable"],
      ["57P03", "unreachable"],
      ["42501", "read-only"],
      ["P0001", "failed"],
    ])("STORE-13 what the server calls %s is %s, without its words, and nothing is written", async (code, kind) => {
      await using held = await opened()
      await held.admin.query(`create function broken() returns trigger language plpgsql as $$ begin
          raise exception 'select ${canary}' using errcode = '${code}'; end $$;
        create trigger broken before insert on jinlin_commands for each row execute function broken()`)
      const idempotency = { key: "k", content: "c", answer: canary }
      const commit = commitOf({ appends: [append("s", 0, canary)], idempotency })
      expect(withoutSecrets(await held.store.commit(commit))).toEqual(unavailable(kind))
      expect((await readOn(held.store)).seen).toEqual([])
      await held.admin.query("drop trigger broken on jinlin_commands")
      expect(await held.store.commit(commit)).toMatchObject({ ok: true, value: { repeated: false } })
    })

    it("STORE-13 a lock that somebody else holds too long is locked", async () => {
      await using held = await opened({ options: "-c lock_timeout=20ms" })
      await written(held.store, append("s", 0, "a"))
      await within(held.admin, async (client) => {
        await client.query("select from jinlin_streams for update")
        const answer = await held.store.commit(commitOf({ appends: [append("s", 1, "b")] }))
        expect(withoutSecrets(answer)).toEqual(unavailable("locked"))
      })
      await written(held.store, append("s", 1, "b"))
    })

    it("STORE-POSTGRES-5 a pooler that forgets the names of statements is answered by statements without", async () => {
      await using held = await opened({ max: 1 })
      await written(held.store, append("s", 0, "a"))
      await held.pool.query("deallocate all")
      await written(held.store, append("s", 1, "b"))
      await held.pool.query("deallocate all")
      expect((await readOn(held.store)).seen).toEqual(["s@1", "s@2"])
      const { rows } = await held.pool.query("select name from pg_prepared_statements")
      expect(rows).toEqual([])
    })

    it("STORE-13 a stream that lost an event is damaged, and is named to the operator by its tenant only", async () => {
      await using held = await opened()
      await written(held.store, append("s", 0, "a", "b"))
      expect(await held.store.verify()).toEqual({ ok: true, value: null })
      await held.admin.query("delete from jinlin_events where revision = 1")
      expect(await held.store.verify()).toEqual(unavailable("damaged"))
    })

    it("STORE-2 commits that lock each other's rows in a circle are run again, and one of them wins", async () => {
      await using held = await opened({ options: "-c deadlock_timeout=20ms" })
      await written(held.store, append("s", 0, "a"))
      const claim = (key: string) => ({ scope: "x", key, holder: "h" })
      await held.store.commit(commitOf({ claims: [claim("a"), claim("b")] }))
      const answers = await within(
        held.admin,
        async (client) => {
          await client.query("select from jinlin_claims where key = 'b' for update")
          const commit = held.store.commit(commitOf({ releases: [claim("a"), claim("b")] }))
          await client.query("select pg_sleep(0.05)")
          const own = client.query("select from jinlin_claims where key = 'a' for update").catch(() => "given up")
          return [await own, commit] as const
        },
        "rollback",
      )
      expect((await answers[1]).ok).toBe(true)
    })

    for (const isolation of ["repeatable\\ read", "serializable"])
      it(`STORE-2 STORE-4 STORE-5 races have one winner too where the pool's transactions are ${isolation.replace("\\", "")}`, async () => {
        const place = await newDatabase()
        const pool = pooled(place, { options: `-c default_transaction_isolation=${isolation}` })
        const open = () => openedStore({ pool })
        const races = storeChapters
          .filter(({ rule }) => /^STORE-[245]$/.test(rule))
          .flatMap(({ trials }) => trials)
          .filter(({ title }) => /many|at once/.test(title))
        expect(races.length).toBeGreaterThan(5)
        for (const trial of races)
          await runTrial({ open, reopen: open, concurrent: open, writers: 6, rounds: 1 }, trial)
      })
  })
}
