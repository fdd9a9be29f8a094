import type { Store } from "@jinlin/sdk"
import type { Pool } from "pg"
import { describe, expect, it } from "vitest"
import { postgresStoreWithin } from "../../src/index.ts"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf, readOn, tenant } from "../writing.ts"

const writers = 8
const transactionsEach = 40

/** Whole numbers that look random and are the same in every run. */
const numbersFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

/** Writes a stream of its own in transactions of which three in ten are held open for 0 to 4 ms, and one in ten is undone. */
const write = async (pool: Pool, logOrder: "xid" | "serialized", writer: number): Promise<number> => {
  const random = numbersFrom(writer + 1)
  const client = await pool.connect()
  let revision = 0
  for (let count = 0; count < transactionsEach; count += 1) {
    const isHeld = random(10) < 3
    const isUndone = random(10) === 0
    await client.query("begin")
    const store = postgresStoreWithin(client, { logOrder })
    const answer = await store.commit(commitOf({ appends: [append(`w-${writer}`, revision, "x")] }))
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    if (isHeld) await client.query("select pg_sleep($1)", [random(5) / 1_000])
    await client.query(isUndone ? "rollback" : "commit")
    if (!isUndone) revision += 1
  }
  client.release()
  return revision
}

/** Reads on as the port says. */
const follow = async (store: Store, isWriting: () => boolean): Promise<ReadonlyArray<string>> => {
  const all: Array<string> = []
  let after: string | undefined
  for (;;) {
    const last = !isWriting()
    const { next, seen } = await readOn(store, after)
    all.push(...seen)
    after = next
    if (last && seen.length === 0) return all
  }
}

/** Reads on by the number of the event alone, as many outboxes do. */
const followNaively = async (pool: Pool, isWriting: () => boolean): Promise<number> => {
  let [found, after] = [0, "0"]
  for (;;) {
    const last = !isWriting()
    const text =
      "select e.place::text from jinlin_events e where e.tenant = $1 and e.place > $2 order by e.place limit 1000"
    const { rows } = await pool.query<{ readonly place: string }>(text, [tenant, after])
    found += rows.length
    after = rows.at(-1)?.place ?? after
    if (last && rows.length === 0) return found
  }
}

/** R5: a reader who pages while many write in transactions that end out of order loses nothing. */
export const gaps = ({ newDatabase, pooled }: Ground): void => {
  const race = async (logOrder: "xid" | "serialized") => {
    const place = await newDatabase()
    const [pool, reading] = [pooled(place, { max: writers }), pooled(place)]
    const store = await openedStore({ pool: reading, logOrder })
    let writing = true
    const isWriting = () => writing
    const readers = [follow(store, isWriting), followNaively(reading, isWriting)] as const
    const each = await Promise.all(Array.from({ length: writers }, (_, writer) => write(pool, logOrder, writer)))
    writing = false
    const [seen, naive] = [await readers[0], await readers[1]]
    const committed = each.reduce((sum, count) => sum + count, 0)
    const lost = committed - new Set(seen).size
    process.stdout.write(
      `gaps, ${logOrder}: ${writers} writers, lost ${lost} of ${committed}, ` +
        `twice ${seen.length - new Set(seen).size}; by number alone lost ${committed - naive}\n`,
    )
    const revisions = each.map((count, writer) =>
      seen.filter((name) => name.startsWith(`w-${writer}@`)).every((name, index) => name === `w-${writer}@${index + 1}`)
        ? count
        : Number.NaN,
    )
    return { committed, lost, naive, revisions, each, seen: seen.length }
  }

  describe("readers of the log while transactions end out of order", () => {
    it("STORE-6 lose nothing, get nothing twice and keep each stream; by number alone they lose (R5)", async () => {
      const { committed, each, lost, naive, revisions, seen } = await race("xid")
      expect([lost, seen, revisions]).toEqual([0, committed, each])
      expect(naive).toBeLessThan(committed)
    })

    it("STORE-6 lose nothing either where the writers of a tenant wait for each other (R5)", async () => {
      const { committed, each, lost, revisions, seen } = await race("serialized")
      expect([lost, seen, revisions]).toEqual([0, committed, each])
    })
  })
}
