import { afterAll, describe, it } from "vitest"
import { openedStore, poolOf } from "../../store-postgres/test/opened.ts"
import { type Place, startServer } from "../../store-postgres/test/server.ts"
import { ballotChapters } from "./shell/ballot-chapters.ts"
import { publicChapters } from "./shell/public-chapters.ts"
import { everythingIn } from "./shell/raw-postgres.ts"
import { secrecyChapters } from "./shell/secrecy-chapters.ts"

type Pool = ReturnType<typeof poolOf>

const server = await startServer(["fsync=off"])

if ("skipped" in server)
  describe("the shell on PostgreSQL", () => {
    it("is tested on a server of its own", (context) => context.skip(`${server.skipped}`))
  })
else {
  const pools: Array<Pool> = []
  const pooled = (place: Place, max = 8): Pool => {
    const pool = poolOf(place, { max })
    pools.push(pool)
    return pool
  }
  afterAll(async () => {
    for (const pool of pools) await pool.end()
    await server.remove()
  }, 60_000)
  const open = async () => {
    const place = await server.newDatabase()
    return {
      store: await openedStore({ pool: pooled(place) }),
      another: () => openedStore({ pool: pooled(place) }),
      reopened: undefined,
    }
  }
  ballotChapters("on PostgreSQL", open)
  publicChapters("on PostgreSQL", open)
  secrecyChapters("on PostgreSQL", async () => {
    // One connection: what a row says of the commands of its transaction depends on what a connection has done before.
    const pool = pooled(await server.newDatabase(), 1)
    return { store: await openedStore({ pool }), everything: () => everythingIn(pool) }
  })
}
