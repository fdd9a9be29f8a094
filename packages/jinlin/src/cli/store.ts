import { statSync } from "node:fs"
import { dirname } from "node:path"
import type { Refusal } from "@jinlin/core/kernel"
import { type Store, type StoreUnavailable, type TextStore, tenantFault } from "@jinlin/sdk"
import { nameFrom } from "../shell/digest.ts"
import { done, type Fault, failed, type Outcome } from "./faults.ts"
import { makeFolder, type Place } from "./files.ts"
import type { Places } from "./places.ts"

const isUnavailable = (refusal: Refusal): refusal is StoreUnavailable => refusal._tag === "StoreUnavailable"

const plainFields = (refusal: Refusal): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(refusal).filter(
      (field): field is [string, string | number] => typeof field[1] === "string" || typeof field[1] === "number",
    ),
  )

const told: ReadonlySet<string> = new Set(["missing", "read-only", "locked", "full", "damaged", "foreign"])

/** Why a store cannot be used or cannot go on, for a person. */
export const storeFault = (refusal: Refusal, { name: file }: Place): Fault => {
  if (isUnavailable(refusal) && told.has(refusal.kind)) return { key: `store.${refusal.kind}`, data: { file } }
  if (refusal._tag === "StoreTooNew") return { key: "store.too-new", data: { file, ...plainFields(refusal) } }
  if (refusal._tag === "LeaseLost") return { key: "store.overtaken", data: { file } }
  if (refusal._tag === "CorruptEvent" || refusal._tag === "UnknownEvent")
    return { key: "store.unreadable", data: { file, ...plainFields(refusal) } }
  const what = isUnavailable(refusal) ? refusal.detail : `${refusal._tag}, ${refusal.rule}`
  return { key: "store.failed", data: { file, what } }
}

/** Whether there is a folder here that can be looked at. */
const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** The folder of a store: the program's own is made where it is not there, and any other is to be there. */
const folderFault = ({ isOurs, name: file, path }: NonNullable<Places["store"]>): Outcome<never> | undefined => {
  const folder = dirname(path)
  if (isFolder(path))
    return failed("store.directory", { file, example: `${file.replace(/[\\/]$/, "")}/journal.sqlite` })
  if (isFolder(folder)) return undefined
  if (!isOurs) return failed("store.no-folder", { file, folder: dirname(file) })
  try {
    makeFolder(folder)
    return undefined
  } catch {
    return failed("store.read-only", { file })
  }
}

/** SQLite is loaded when a store is asked for and no sooner: whoever needs none needs no Node that has it. */
const loadSqlite = async () => {
  try {
    return await import("@jinlin/store-sqlite")
  } catch {
    return undefined
  }
}

/** How long another program's lock is waited for, in milliseconds. */
const patience = 2_000

/**
 * Opens the store of a run, and makes the file where there is none. What a loss of power takes of it can be told again from the
 * journal, so it does not wait for the disk at every write.
 */
export const openStore = async (place: NonNullable<Places["store"]>): Promise<Outcome<Store>> => {
  const fault = folderFault(place)
  if (fault !== undefined) return fault
  const sqlite = await loadSqlite()
  if (sqlite === undefined) return failed("store.no-sqlite", { node: process.version })
  const opened = await sqlite.openSqliteStore({ file: place.path, synchronous: "normal", busyTimeout: patience })
  return opened.ok ? done(opened.value) : { ok: false, fault: storeFault(opened.failure, place) }
}

/** Opens the text store that lies beside a store; it is there already, and nothing is written into it. */
export const openTexts = async (place: Place): Promise<Outcome<TextStore>> => {
  const fault = folderFault({ ...place, isOurs: false })
  if (fault !== undefined) return fault
  const sqlite = await loadSqlite()
  if (sqlite === undefined) return failed("store.no-sqlite", { node: process.version })
  const opened = await sqlite.openSqliteTextStore({ file: place.path })
  return opened.ok ? done(opened.value) : { ok: false, fault: storeFault(opened.failure, place) }
}

/** The tenant of a community: its id where a tenant may be called so, and otherwise a name made from it. */
export const tenantOf = (community: string): string =>
  tenantFault(community) === undefined ? community : `c-${nameFrom(community)}`
