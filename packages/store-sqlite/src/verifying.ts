import { type Answer, done, failed, type StoreFault } from "@jinlin/sdk"
import { unavailable } from "./faults.ts"
import { verifySchema, versionFault, versionIn } from "./schema.ts"
import type { Tables } from "./tables.ts"

/** Rows that contradict each other; each gives one row where something is wrong. */
const contradictions: ReadonlyArray<readonly [sql: string, says: string]> = [
  [
    `SELECT 1 FROM jinlin_scopes AS scopes WHERE counted <> (SELECT count(*) FROM jinlin_claims AS claims
     WHERE claims.tenant = scopes.tenant AND claims.scope = scopes.scope AND claims.counted = 1) LIMIT 1`,
    "a scope counts other claims than it holds",
  ],
  [
    `SELECT 1 FROM jinlin_events WHERE place >> 36 <> tenant LIMIT 1`,
    "an event stands in the places of another tenant",
  ],
]

/** Whether the pages of the file are whole, the schema is the one that is expected, and no rows contradict each other. */
export const verifyTables = (tables: Tables, tablePrefix: string): Answer<null, StoreFault> => {
  const fault = versionFault(versionIn(tables, tablePrefix))
  if (fault !== undefined) return failed(fault)
  const [said] = tables.one<readonly [string]>("PRAGMA quick_check(1)") ?? ["nothing"]
  if (said !== "ok") return failed(unavailable("damaged", "SQLite's own check finds the file damaged"))
  const schema = verifySchema(tables, tablePrefix)
  if (!schema.ok) return schema
  const wrong = contradictions.find(([sql]) => tables.one(sql) !== undefined)
  return wrong === undefined ? done(null) : failed(unavailable("damaged", wrong[1]))
}
