import type { Store } from "@jinlin/sdk"
import pg from "pg"
import { openPostgresStore, type PostgresStoreOptions } from "../src/index.ts"
import type { Place } from "./server.ts"

/** A pool that does not let the process die when a test kills its server. */
export const poolOf = (place: Place, settings: pg.PoolConfig = {}): pg.Pool => {
  const pool = new pg.Pool({ ...place, max: 8, ...settings })
  pool.on("error", () => {})
  return pool
}

/** A store that must open. */
export const openedStore = async (options: PostgresStoreOptions): Promise<Store> => {
  const opened = await openPostgresStore(options)
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.failure)}`)
  return opened.value
}
