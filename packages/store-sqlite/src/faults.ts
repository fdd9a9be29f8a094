import { lineOf, type StoreTooNew, type StoreUnavailable, unavailable as storeUnavailable } from "@jinlin/sdk"

type Kind = StoreUnavailable["kind"]

/** A store that cannot be used: the kind, and one line for the operator. Rule STORE-13. */
export const unavailable = (kind: Kind, detail: string): StoreUnavailable =>
  storeUnavailable(kind, `[jinlin] [store-sqlite] ${detail}`)

/** Tables of a newer schema than this package knows. Rule STORE-13. */
export const tooNew = (found: number, known: number): StoreTooNew => ({
  ...{ _tag: "StoreTooNew", rule: "STORE-13" },
  ...{ found, known },
})

/** What SQLite's result codes (the low byte) mean for whoever keeps the store, and what to do. */
const meanings: { readonly [code: number]: readonly [Kind, string] } = {
  3: ["read-only", "the file may not be read or written: look at its permissions"],
  5: ["locked", "another connection is writing and did not finish in time: try again, or raise `busyTimeout`"],
  6: ["locked", "a table is held by another statement of this connection: try again"],
  8: ["read-only", "the database is read-only: look at the file, its folder and how it is mounted"],
  10: ["failed", "the disk or its file system failed: look at the operating system's log"],
  11: ["damaged", "the file is damaged: stop, keep a copy, and restore a backup"],
  13: ["full", "the disk is full, or the database has reached its largest size: make room"],
  14: ["missing", "the file, its folder or its log cannot be opened: look at the path and its permissions"],
  18: ["misused", "a text is longer than SQLite takes"],
  21: ["misused", "the connection was used in a way that SQLite does not take"],
  23: ["read-only", "an authorizer of this connection forbids it"],
  26: ["foreign", "the file is no SQLite database"],
}

/** SQLITE_READONLY_DBMOVED: the file was moved or removed while it was open. */
const moved = 8 + 4 * 256

const codeOf = (thrown: unknown): number | undefined => {
  if (typeof thrown !== "object" || thrown === null || !("errcode" in thrown)) return undefined
  return typeof thrown.errcode === "number" ? thrown.errcode : undefined
}

/** Whether another connection holds the lock, so that it is worth another attempt. */
export const isBusy = (fault: StoreUnavailable): boolean => fault.kind === "locked"

/** Something that `node:sqlite` threw, as data. Its own message may hold SQL and is never passed on. Rule STORE-13. */
export const faultOf = (thrown: unknown): StoreUnavailable => {
  const code = codeOf(thrown)
  if (code === moved) return unavailable("missing", "the file was moved or removed while it was open")
  if (code !== undefined) {
    const [kind, detail] = meanings[code & 0xff] ?? ["failed", "SQLite refused"]
    return unavailable(kind, `${detail} (SQLite result code ${code})`)
  }
  const name = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined
  if (name === "ERR_INVALID_STATE") return unavailable("disposed", "the database was closed")
  if (thrown instanceof TypeError || (typeof name === "string" && name.startsWith("ERR_INVALID_ARG")))
    return unavailable("misused", "a value of a type that a store does not take")
  return unavailable("failed", lineOf(thrown))
}
