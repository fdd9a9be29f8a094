import { describe, expect, it } from "vitest"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { append, commitOf } from "../writing.ts"

const box = "round-1"

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
  })
}
