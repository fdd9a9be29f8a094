import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Store } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { onTestFinished } from "vitest"

/** A store on which a test runs. */
export interface Ground {
  readonly store: Store
  /** The same data through another connection, as another process has it; in memory there is but one. */
  readonly another: () => Promise<Store>
  /** Lets go of the store and opens its data anew; undefined where nothing outlives the process. */
  readonly reopened: (() => Promise<Store>) | undefined
}

/** A store in a file. */
export interface FileGround extends Ground {
  readonly file: string
  readonly reopened: () => Promise<Store>
  /** Runs SQL on the file behind the store's back. */
  readonly behind: (sql: string, ...values: ReadonlyArray<string | number>) => void
}

const inMemory = async (): Promise<Ground> => {
  const store = openMemoryStore()
  return { store, another: async () => store, reopened: undefined }
}

/** The path of a file that is gone when the test is over. */
const temporaryFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-shell-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, "log.sqlite")
}

/** A store on SQLite in a file of its own. */
export const openFile = async (): Promise<FileGround> => {
  const file = temporaryFile()
  const opened: Array<Store> = []
  const open = async (): Promise<Store> => {
    const store = await openSqliteStore({ file, synchronous: "normal" })
    if (!store.ok) throw new Error(JSON.stringify(store.failure))
    opened.push(store.value)
    return store.value
  }
  onTestFinished(async () => {
    for (const store of opened) await store[Symbol.asyncDispose]()
  })
  const store = await open()
  return {
    ...{ store, file },
    another: open,
    reopened: async () => {
      await store[Symbol.asyncDispose]()
      return open()
    },
    behind: (sql, ...values) => {
      const database = new DatabaseSync(file)
      database.prepare(sql).run(...values)
      database.close()
    },
  }
}

/** Every store on which the shell is proved here: the same tests on each. */
export const grounds: ReadonlyArray<{ readonly name: string; readonly open: () => Promise<Ground> }> = [
  { name: "in memory", open: inMemory },
  { name: "on SQLite", open: openFile },
]
