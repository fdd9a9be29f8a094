import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Pool } from "pg"
import { describe, expect, it } from "vitest"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf } from "../writing.ts"

const box = "round-1"

/** A page of a table: where its rows begin to lie, and everything between its list of rows and them. */
const pageAt = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [lower, upper] = [view.getUint16(12, true), view.getUint16(14, true)]
  return { lines: (lower - 24) / 4, between: bytes.subarray(lower, upper) }
}

/** The one page of the table of ballots, as it lies on the disk. */
const pageOnDisk = async (pool: Pool) => {
  await pool.query("checkpoint")
  const { rows } = await pool.query(
    "select current_setting('data_directory') as folder, pg_relation_filepath('jinlin_ballots') as path",
  )
  const [{ folder, path }] = rows as [{ readonly folder: string; readonly path: string }]
  const bytes = readFileSync(join(folder, path))
  return { pages: bytes.length / 8192, ...pageAt(bytes.subarray(0, 8192)) }
}

/** What the rows of a ballot box tell whoever reads them. */
export const ballots = ({ newDatabase, pooled }: Ground): void => {
  describe("the rows of a ballot box", () => {
    it("STORE-POSTGRES-6 are all written by the last cast, so that none tells by its transaction which choice it was", async () => {
      const pool = pooled(await newDatabase())
      const store = await openedStore({ pool })
      const choices = ["yes", "no", "abstention"]
      await store.commit(commitOf({ ballots: [{ _tag: "Open", box, choices }] }))
      for (const [index, choice] of ["no", "yes", "no"].entries()) {
        const answer = await store.commit(
          commitOf({ appends: [append(`voter-${index}`, 0, "voted")], ballots: [{ _tag: "Cast", box, choice }] }),
        )
        expect(answer.ok).toBe(true)
        const { rows } = await pool.query(
          "select count(*)::int as rows, count(distinct b.xmin::text)::int as writers from jinlin_ballots b",
        )
        expect(rows).toEqual([{ rows: 3, writers: 1 }])
      }
      const { rows } = await pool.query("select choice, count::int from jinlin_ballots order by place")
      expect(rows.map(({ choice, count }) => [choice, count])).toEqual([
        ["yes", 1],
        ["no", 2],
        ["abstention", 0],
      ])
    })

    it("STORE-POSTGRES-7 once a box is closed nothing is left in the table of what it held before, nor who voted last", async () => {
      const pool = pooled(await newDatabase())
      const store = await openedStore({ pool })
      await store.commit(commitOf({ ballots: [{ _tag: "Open", box, choices: ["yes", "no", "abstention"] }] }))
      for (let index = 0; index < 30; index += 1)
        await store.commit(
          commitOf({
            appends: [append(`voter-${index}`, 0, "voted")],
            ballots: [{ _tag: "Cast", box, choice: index % 3 === 0 ? "yes" : "no" }],
          }),
        )
      const open = await pageOnDisk(pool)
      expect(open.lines).toBeGreaterThan(3)
      expect((await store.commit(commitOf({ ballots: [{ _tag: "Close", box }] }))).ok).toBe(true)
      const closed = await pageOnDisk(pool)
      expect({ pages: closed.pages, lines: closed.lines }).toEqual({ pages: 1, lines: 3 })
      expect(closed.between.some((byte) => byte !== 0)).toBe(false)
      const { rows } = await pool.query(`select b.count::int, b.ctid::text,
          (select count(*)::int from jinlin_events e where e.xmin = b.xmin) as voters from jinlin_ballots b order by place`)
      expect(rows).toEqual([
        { count: 10, ctid: "(0,1)", voters: 0 },
        { count: 20, ctid: "(0,2)", voters: 0 },
        { count: 0, ctid: "(0,3)", voters: 0 },
      ])
      const kept = await pool.query("select from pg_stats where tablename = 'jinlin_ballots' and attname = 'count'")
      await pool.query("analyze jinlin_ballots")
      const again = await pool.query("select from pg_stats where tablename = 'jinlin_ballots' and attname = 'count'")
      expect([kept.rows.length, again.rows.length]).toEqual([0, 0])
    })

    it("STORE-POSTGRES-7 a transaction that is open for long, and a role that may not, hold up nobody who closes a box", async () => {
      const place = await newDatabase()
      const pool = pooled(place)
      const store = await openedStore({ pool })
      const choices = ["yes", "no"]
      await store.commit(
        commitOf({
          ballots: [
            { _tag: "Open", box, choices },
            { _tag: "Cast", box, choice: "yes" },
          ],
        }),
      )
      const client = await pool.connect()
      await client.query("begin; create table theirs (x int)")
      expect((await store.commit(commitOf({ ballots: [{ _tag: "Close", box }] }))).ok).toBe(true)
      await client.query("rollback")
      client.release()
      await pool.query(`create role teller login; grant select, insert, update, delete on all tables in schema public to teller;
        grant usage on all sequences in schema public to teller`)
      const theirs = await openedStore({ pool: pooled({ ...place, user: "teller" }), migrate: false })
      const second = "round-2"
      await theirs.commit(commitOf({ ballots: [{ _tag: "Open", box: second, choices }] }))
      await theirs.commit(commitOf({ ballots: [{ _tag: "Cast", box: second, choice: "no" }] }))
      expect((await theirs.commit(commitOf({ ballots: [{ _tag: "Close", box: second }] }))).ok).toBe(true)
      expect(await theirs.readBallots("lakeside", second)).toMatchObject({
        ok: true,
        value: [{ count: 0 }, { count: 1 }],
      })
    })
  })
}
