import { type OptionIssue, optionsBy } from "@jinlin/sdk"
import { isPrefix } from "./tables.ts"

/** Where the store lies and how it is written. */
export interface SqliteOptions {
  /** The path of the database file. Its log lies beside it (`…-wal`, `…-shm`), so the folder must be writable. */
  readonly file: string
  /**
   * `full` (unless told otherwise): what was answered as committed outlives a loss of power. `normal`: it outlives a crash
   * of the process, and a loss of power may take the last commits, whole ones, with it.
   */
  readonly synchronous?: "full" | "normal" | undefined
  /** How long the lock of another process is waited for, in milliseconds; 5,000 unless told otherwise. */
  readonly busyTimeout?: number | undefined
  /** What the names of all tables begin with; `jinlin_` unless told otherwise. */
  readonly tablePrefix?: string | undefined
  /** Whether a file that is not there is made; true unless told otherwise. */
  readonly create?: boolean | undefined
}

/** The options with what was left out. */
export type CompleteOptions = { readonly [Name in keyof SqliteOptions]-?: NonNullable<SqliteOptions[Name]> }

const longestWait = 600_000

const must =
  (takes: (value: unknown) => boolean, says: string) =>
  (value: unknown): ReadonlyArray<OptionIssue> =>
    takes(value) ? [] : [{ path: [], message: `must be ${says}` }]

const isPath = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !value.includes("\0") && !/^(:memory:|file:)/i.test(value)

const isWait = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= longestWait

const orNothing =
  (takes: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || takes(value)

/** The options as a Standard Schema: every fault with the name of the option and what it takes. Rule PLUGIN-1. */
export const sqliteOptions = optionsBy<SqliteOptions>({
  file: must(isPath, "the path of a file, and neither `:memory:` nor a URI"),
  synchronous: must(
    orNothing((value) => value === "full" || value === "normal"),
    '"full" or "normal"',
  ),
  busyTimeout: must(orNothing(isWait), `a whole number of milliseconds up to ${longestWait}`),
  tablePrefix: must(
    orNothing((value) => typeof value === "string" && isPrefix(value)),
    "a–z, 0–9 and _, beginning with a letter, at most 32 characters",
  ),
  create: must(
    orNothing((value) => typeof value === "boolean"),
    "true or false",
  ),
})

/** The options with what goes without saying. */
export const complete = (options: SqliteOptions): CompleteOptions => ({
  file: options.file,
  synchronous: options.synchronous ?? "full",
  busyTimeout: options.busyTimeout ?? 5_000,
  tablePrefix: options.tablePrefix ?? "jinlin_",
  create: options.create ?? true,
})
