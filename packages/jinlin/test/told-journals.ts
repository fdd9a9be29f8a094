import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Store, StoreUnavailable } from "@jinlin/sdk"
import { openMemoryStore } from "@jinlin/store-memory"
import { openSqliteStore } from "@jinlin/store-sqlite"
import { onTestFinished } from "vitest"
import type { Charter, JournalFile } from "../src/index.ts"
import { readWholeLog } from "../src/journal/log.ts"
import { type TellOptions, type Telt, type Told, tellJournal } from "../src/journal/tell.ts"

/** The tenant of the tests. */
export const tenant = "willow"

/** A store in one SQLite file of a folder of its own, which goes when the test is over. */
const sqliteInFolder = async (): Promise<Store> => {
  const folder = mkdtempSync(join(tmpdir(), "jinlin-told-"))
  const opened = await openSqliteStore({ file: join(folder, "told.sqlite"), synchronous: "normal" })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(async () => {
    await opened.value[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })
  return opened.value
}

/** The stores that a journal is told to. */
export const stores = [
  ["memory", async () => openMemoryStore()],
  ["SQLite", sqliteInFolder],
] as const

/** Tells a journal to a store, for the tenant of the tests. */
export const tell = (charter: Charter, file: JournalFile, options: Omit<TellOptions, "tenant">): Promise<Telt> =>
  tellJournal(charter, file, { ...options, tenant })

/** What a journal that must be told came to. */
export const toldIn = (telt: Telt): Told => {
  if (telt.ok) return telt.value
  throw new Error(`the journal of a test is not told: ${JSON.stringify(telt.refusal)}`)
}

/** Everything that a store holds of a journal, but for what is random in it: the log, what is due, what is to be handed on. */
export const contentsOf = async (store: Store, of: string = tenant) => {
  const log = await readWholeLog(store, of)
  const due = await store.readDue(of, { until: Number.MAX_SAFE_INTEGER, limit: 10_000 })
  const waiting = await store.readDeliveries(of, { status: "waiting", limit: 10_000 })
  if (!log.ok || !due.ok || !waiting.ok) throw new Error("a store of a test does not answer")
  return {
    log: log.value.map(({ position: _, ...event }) => event),
    due: due.value,
    deliveries: waiting.value.rows,
  }
}

/** A store on which the process that uses it ends at its n-th write: before it, or after it and before it is answered. */
export const endingAt = (store: Store, write: number, when: "before" | "after") => {
  const ended = Promise.withResolvers<"ended">()
  let writes = 0
  const forEver = new Promise<never>(() => {})
  const commit: Store["commit"] = async (asked) => {
    writes += 1
    if (writes > write) return forEver
    if (writes < write) return store.commit(asked)
    if (when === "after") await store.commit(asked)
    ended.resolve("ended")
    return forEver
  }
  return { store: { ...store, commit }, ended: ended.promise, writes: () => writes }
}

/** A store that fails once, at its n-th write: without having written, or after it has. */
export const failingAt = (store: Store, write: number, when: "before" | "after"): Store => {
  let writes = 0
  const full: StoreUnavailable = { _tag: "StoreUnavailable", rule: "STORE-13", kind: "full", detail: "no room" }
  const commit: Store["commit"] = async (asked) => {
    writes += 1
    if (writes !== write) return store.commit(asked)
    if (when === "after") await store.commit(asked)
    return { ok: false, failure: full }
  }
  return { ...store, commit }
}
