import type { InvalidCursor } from "@jinlin/sdk"

/** A number as PostgreSQL takes it for a bigint: whole, and within what JavaScript counts exactly. */
export const whole = (value: number): number => {
  if (Number.isNaN(value)) return 0
  return Math.min(Math.max(Math.floor(value), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
}

/** Names as an array of PostgreSQL. They are ASCII without quotes and backslashes. */
export const nameArray = (names: ReadonlyArray<string>): string => `{${names.map((name) => `"${name}"`).join(",")}}`

/** Numbers as an array of PostgreSQL. */
export const numberArray = (numbers: ReadonlyArray<number | null>): string =>
  `{${numbers.map((value) => (value === null ? "null" : String(value))).join(",")}}`

/** Whether the database could compare a text at all. */
export const isComparable = (text: unknown): text is string =>
  typeof text === "string" && !text.includes("\0") && text.isWellFormed()

/** The cursor is none that this store gave for this tenant. */
export const invalidCursor: InvalidCursor = { _tag: "InvalidCursor", rule: "STORE-6" }

/** Where the log may be read up to: the epoch, and the oldest transaction that is still open. */
const horizon = `((select s.epoch from public.jinlin_store s), pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`

/** The condition that a row of the log, named `e`, is behind no transaction that is still open. */
export const isSettled = `(e.epoch, e.major) < ${horizon}`

/** The condition that it is: it is committed, and not to be read yet. */
export const isHeldBack = `(e.epoch, e.major) >= ${horizon}`
