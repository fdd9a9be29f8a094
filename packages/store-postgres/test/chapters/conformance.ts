import { storeConformance } from "@jinlin/testkit/store"
import type { Pool } from "pg"
import { beforeAll, describe, it } from "vitest"
import type { Ground } from "../ground.ts"
import { openedStore } from "../opened.ts"
import { rawRowsOf } from "../raw-rows.ts"

const missing = (): never => {
  throw new Error("the databases are not there yet")
}

/** Everything that a store must do, in both orders of the log. */
export const conformance = ({ newDatabase, pooled }: Ground): void => {
  for (const logOrder of ["xid", "serialized"] as const)
    describe(`the store on PostgreSQL, its log ordered as ${logOrder}`, () => {
      let [own, beside, elsewhere, raw]: Array<Pool> = []
      beforeAll(async () => {
        const [kit, another] = [await newDatabase(), await newDatabase()]
        ;[own, beside, elsewhere, raw] = [kit, kit, another, kit].map((place) => pooled(place))
      })
      const at = async (pool: Pool | undefined) => openedStore({ pool: pool ?? missing(), logOrder })
      storeConformance(
        { describe, it },
        {
          open: () => at(own),
          reopen: () => at(own),
          concurrent: () => at(beside),
          another: () => at(elsewhere),
          rawRows: (tenant) => rawRowsOf(raw ?? missing(), tenant),
          // One server for many writers: the random sequences are few here, and many where a store costs less.
          ...(logOrder === "xid" ? { sequences: 8, rounds: 2 } : { sequences: 3, rounds: 1 }),
        },
      )
    })
}
