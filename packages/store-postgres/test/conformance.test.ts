import { storeConformance } from "@jinlin/testkit/store"
import type { Pool } from "pg"
import { afterAll, beforeAll, describe, it } from "vitest"
import type { NoServer } from "./binaries.ts"
import { openedStore, poolOf } from "./opened.ts"
import { rawRowsOf } from "./raw-rows.ts"
import { type Place, type Server, startServer } from "./server.ts"

const raised = (): never => {
  throw new Error("the databases are not there yet")
}

const server: Server | NoServer = await startServer(["fsync=off", "synchronous_commit=off"])

if ("skipped" in server)
  describe("the store on PostgreSQL", () => {
    it("is run against the conformance kit", (context) => context.skip(`${server.skipped}`))
  })
else {
  const pools: Array<Pool> = []
  const pooled = (place: Place): Pool => {
    const pool = poolOf(place)
    pools.push(pool)
    return pool
  }
  afterAll(async () => {
    for (const pool of pools) await pool.end()
    await server.remove()
  })

  for (const logOrder of ["xid", "serialized"] as const)
    describe(`the store on PostgreSQL, its log ordered as ${logOrder}`, () => {
      let [own, beside, elsewhere, raw]: Array<Pool> = []
      beforeAll(async () => {
        const [kit, another] = [await server.newDatabase(), await server.newDatabase()]
        ;[own, beside, elsewhere, raw] = [kit, kit, another, kit].map(pooled)
      })
      const at = async (pool: Pool | undefined) => openedStore({ pool: pool ?? raised(), logOrder })
      storeConformance(
        { describe, it },
        {
          open: () => at(own),
          reopen: () => at(own),
          concurrent: () => at(beside),
          another: () => at(elsewhere),
          rawRows: (tenant) => rawRowsOf(raw ?? raised(), tenant),
          sequences: logOrder === "xid" ? 15 : 5,
        },
      )
    })
}
