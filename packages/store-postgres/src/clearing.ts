import { type PostgresStoreOptions, placing } from "./options.ts"

/** Every transaction that is open now ends before a transaction of this number begins. */
const begun = `select pg_snapshot_xmax(pg_current_snapshot())::text as mark,
  pg_relation_filenode('public.jinlin_ballots')::text as file`

const ended = `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= $1::bigint as ended,
  pg_relation_filenode('public.jinlin_ballots')::text as file`

/** Nobody waits for it: where the table is in use it is left alone, and tried again. */
const rewrite = "vacuum (full, skip_locked) public.jinlin_ballots"

const attempts = 40

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20))

/**
 * Rewrites the table of ballots, so that nothing is left in it of what boxes held before. As long as an older transaction is open
 * its rows must stay: that is waited for, about half a second. Where it cannot be done now, or this role may not, it is left to
 * the administrator (README), and what was committed stands all the same.
 */
export const clearing = ({ pool, ...tables }: PostgresStoreOptions): (() => Promise<void>) => {
  const placed = placing(tables)
  const ask = async <Row>(statement: string, ...values: ReadonlyArray<string>): Promise<Row | undefined> => {
    const { rows } = await pool.query(placed(statement), values)
    return (rows as ReadonlyArray<Row>)[0]
  }
  return async () => {
    try {
      const before = await ask<{ readonly mark: string; readonly file: string }>(begun)
      for (let attempt = 0; before !== undefined && attempt < attempts; attempt += 1) {
        const now = await ask<{ readonly ended: boolean; readonly file: string }>(ended, before.mark)
        if (now === undefined || now.file !== before.file) return
        if (now.ended) await pool.query(placed(rewrite))
        else await aMoment()
        const file = now.ended ? (await ask<{ readonly file: string }>(begun))?.file : now.file
        if (file !== before.file) return
        if (now.ended) await aMoment()
      }
    } catch {
      // It is the close that was asked for, and that has happened.
    }
  }
}
