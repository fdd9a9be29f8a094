import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Store } from "@jinlin/sdk"
import { openSqliteStore } from "../src/open.ts"
import type { SqliteOptions } from "../src/options.ts"

/** A folder of its own, which is taken away with everything in it. */
export interface Place {
  readonly path: (name: string) => string
  readonly [Symbol.dispose]: () => void
}

/** A new folder. */
export const newPlace = (): Place => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-sqlite-"))
  return {
    path: (name) => join(folder, name),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A store that must open. */
export const openedStore = async (options: SqliteOptions): Promise<Store> => {
  const opened = await openSqliteStore(options)
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.failure)}`)
  return opened.value
}
