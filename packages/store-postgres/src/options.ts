import type { PgPool } from "./pg.ts"

/** Where the tables lie and how the log is ordered. */
export interface PostgresTables {
  /** The schema of the tables; `public` unless it is given. */
  readonly schema?: string | undefined
  /** What the names of all tables and functions begin with; `jinlin_` unless it is given. */
  readonly tablePrefix?: string | undefined
  /**
   * How the log is read without skipping a late committer: by transaction ids (`xid`, unless it is given), or because the
   * writers of a tenant wait for each other (`serialized`). It is chosen when the tables are made, and stays.
   */
  readonly logOrder?: "xid" | "serialized" | undefined
  /** Name the tenant to the database before each statement, for the policies of `schema/row-level-security.sql`. */
  readonly rowLevelSecurity?: boolean | undefined
}

/** Options of a store on the vendor's own pool. */
export interface PostgresStoreOptions extends PostgresTables {
  readonly pool: PgPool
  /** Whether missing tables are made when the store is opened; true unless it is given. */
  readonly migrate?: boolean | undefined
}

const namePattern = /^[a-z_][a-z0-9_]{0,29}$/

/** What is wrong with where the tables are to lie: which option, and what it must be. */
export const tablesFault = ({
  schema = "public",
  tablePrefix = "jinlin_",
}: PostgresTables): { readonly option: string; readonly message: string } | undefined => {
  const message = "must be 1 to 30 of a–z, 0–9 and _, beginning with a letter or _"
  if (!namePattern.test(schema)) return { option: "schema", message }
  return namePattern.test(tablePrefix) ? undefined : { option: "tablePrefix", message }
}

/**
 * Where writers wait for each other nothing is asked about transactions: no engine need know them by number. What is asked
 * otherwise, and what stands in its place.
 */
const withoutTransactions: ReadonlyArray<readonly [asked: string, instead: string]> = [
  ["pg_snapshot_xmin(pg_current_snapshot())::text::bigint", "9223372036854775807"],
  ["pg_snapshot_xmax(pg_current_snapshot())::text::bigint", "9223372036854775807"],
  ["pg_current_xact_id_if_assigned()::text::bigint", "null"],
]

/** Puts the vendor's schema and prefix into a statement that is written for `public.jinlin_`. */
export const placing = ({
  logOrder,
  schema = "public",
  tablePrefix = "jinlin_",
}: PostgresTables): ((statement: string) => string) => {
  const inOrder = (statement: string): string =>
    logOrder === "serialized"
      ? withoutTransactions.reduce((text, [asked, instead]) => text.replaceAll(asked, instead), statement)
      : statement
  const placed = new Map<string, string>()
  return (statement) => {
    const known = placed.get(statement)
    if (known !== undefined) return known
    const text = inOrder(statement).replaceAll("public.jinlin_", `"${schema}".${tablePrefix}`)
    placed.set(statement, text)
    return text
  }
}
