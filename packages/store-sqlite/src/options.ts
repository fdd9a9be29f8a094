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

interface Issue {
  readonly message: string
  readonly path: ReadonlyArray<string>
}

/** The options as a Standard Schema. */
interface OptionsSchema {
  readonly "~standard": {
    readonly version: 1
    readonly vendor: string
    readonly validate: (
      value: unknown,
    ) => { readonly value: CompleteOptions } | { readonly issues: ReadonlyArray<Issue> }
    readonly types?: { readonly input: SqliteOptions; readonly output: CompleteOptions } | undefined
  }
}

interface Option {
  readonly takes: (value: unknown) => boolean
  readonly says: string
  /** What it is when it is left out; undefined: it must be given. */
  readonly otherwise: CompleteOptions[keyof CompleteOptions] | undefined
}

const longestWait = 600_000

const isPath = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !value.includes("\0") && !/^(:memory:|file:)/i.test(value)

const isWait = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= longestWait

const known: { readonly [Name in keyof CompleteOptions]: Option } = {
  file: { takes: isPath, says: "is the path of a file; `:memory:` and URIs are none", otherwise: undefined },
  synchronous: {
    takes: (value) => value === "full" || value === "normal",
    says: 'is "full" or "normal"',
    otherwise: "full",
  },
  busyTimeout: { takes: isWait, says: `is a whole number of milliseconds up to ${longestWait}`, otherwise: 5_000 },
  tablePrefix: {
    takes: (value) => typeof value === "string" && isPrefix(value),
    says: "is a–z, 0–9 and _, beginning with a letter, at most 32 characters",
    otherwise: "jinlin_",
  },
  create: { takes: (value) => typeof value === "boolean", says: "is true or false", otherwise: true },
}

const isOptions = (given: object): given is CompleteOptions =>
  Object.entries(known).every(([name, { takes }]) => takes(Reflect.get(given, name)))

/** Reads options: every fault with the name of the option and what it takes. Rule PLUGIN-1. */
export const readOptions = (
  value: unknown,
): { readonly value: CompleteOptions } | { readonly issues: ReadonlyArray<Issue> } => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { issues: [{ path: [], message: "the options are an object with `file`" }] }
  const given: { readonly [name: string]: unknown } = { ...value }
  const complete: { [name: string]: unknown } = {}
  const issues: Array<Issue> = Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({ path: [name], message: "is no option of this store" }))
  for (const [name, { otherwise, says, takes }] of Object.entries(known)) {
    complete[name] = given[name] ?? otherwise
    if (!takes(complete[name])) issues.push({ path: [name], message: says })
  }
  return issues.length === 0 && isOptions(complete) ? { value: complete } : { issues }
}

/** The options as a Standard Schema, for `definePlugin`. */
export const sqliteOptions: OptionsSchema = {
  "~standard": { version: 1, vendor: "jinlin", validate: readOptions },
}
