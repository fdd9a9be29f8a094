import type { Pool, PoolConfig } from "pg"
import { poolOf } from "./opened.ts"
import type { Place, Server } from "./server.ts"

/** What the chapters stand on: one server, new databases on it, and pools that are ended after all tests. */
export interface Ground {
  readonly server: Server
  readonly newDatabase: () => Promise<Place>
  readonly pooled: (place: Place, settings?: PoolConfig) => Pool
  /** Ends all pools. */
  readonly clear: () => Promise<void>
}

/** The ground of one server. */
export const groundOf = (server: Server): Ground => {
  const pools: Array<Pool> = []
  return {
    server,
    newDatabase: server.newDatabase,
    pooled: (place, settings) => {
      const pool = poolOf(place, settings)
      pools.push(pool)
      return pool
    },
    clear: async () => {
      for (const pool of pools) if (!pool.ended) await pool.end()
    },
  }
}
