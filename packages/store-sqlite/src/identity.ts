import type { StoreFault } from "@jinlin/sdk"
import { tooNew, unavailable } from "./faults.ts"
import { applicationId, schemaVersion, versionIn } from "./schema.ts"
import type { Tables } from "./tables.ts"

/** What a database is to this store: empty, its own, or another application's that took the tables in. */
export type Identity =
  | { readonly _tag: "Empty" }
  /** `version`: of the tables with this prefix; 0: there are none yet. */
  | { readonly _tag: "Own"; readonly version: number }
  | { readonly _tag: "Guest" }
  | { readonly _tag: "Refused"; readonly fault: StoreFault }

const numberOf = (tables: Tables, sql: string): number => tables.one<readonly [number]>(sql)?.[0] ?? 0

const refused = (fault: StoreFault): Identity => ({ _tag: "Refused", fault })

/** Looks at a database and writes nothing. Another application's is refused unless it has the tables. Rule STORE-13. */
export const identify = (tables: Tables, tablePrefix: string): Identity => {
  const application = numberOf(tables, "PRAGMA application_id")
  const version = numberOf(tables, "PRAGMA user_version")
  const isOwn = application === applicationId
  if (isOwn && version > schemaVersion) return refused(tooNew(version, schemaVersion))
  const isEmpty = numberOf(tables, "SELECT count(*) FROM sqlite_schema") === 0
  if (application === 0 && version === 0 && isEmpty) return { _tag: "Empty" }
  const found = versionIn(tables, tablePrefix)
  if (found !== undefined && found > schemaVersion) return refused(tooNew(found, schemaVersion))
  if (isOwn) return { _tag: "Own", version: found ?? 0 }
  return found === undefined
    ? refused(unavailable("foreign", "the database is another application's"))
    : { _tag: "Guest" }
}
