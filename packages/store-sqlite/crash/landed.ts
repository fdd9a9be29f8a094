import { DatabaseSync } from "node:sqlite"
import { answerOf, nameOf, tenant } from "./commits.ts"

/** What stands in a file, read by SQL and not through the store. */
export interface Landed {
  /** Names of the events in the order of the log. */
  readonly events: ReadonlyArray<string>
  /** How many commits stand there in part: an event, command, due item or delivery without the others. */
  readonly torn: number
  /** What SQLite's whole check of the file says. */
  readonly integrity: string
}

const columnOf = (database: DatabaseSync, sql: string): ReadonlyArray<string> =>
  database
    .prepare(sql)
    .all(tenant)
    .map((row) => String(Object.values(row)[0]))

const owner = "(SELECT number FROM jinlin_tenants WHERE name = ?)"

/** The last event of every stream: what is due is listed anew with each. */
const lastOfEach = (events: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(new Map(events.map((name) => [name.slice(0, name.indexOf("@")), name])).values())

const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((name) => !other.has(name)).length + [...other].filter((name) => !one.has(name)).length

/** Reads a file and counts what does not stand there as a whole. */
export const landedIn = (file: string): Landed => {
  const database = new DatabaseSync(file)
  try {
    const events = columnOf(
      database,
      `SELECT stream || '@' || revision FROM jinlin_events WHERE tenant = ${owner} ORDER BY place`,
    )
    const commands = columnOf(database, `SELECT key FROM jinlin_commands WHERE tenant = ${owner}`)
    const answers = columnOf(database, `SELECT answer FROM jinlin_commands WHERE tenant = ${owner}`)
    const due = columnOf(database, `SELECT key FROM jinlin_due WHERE tenant = ${owner}`)
    const deliveries = columnOf(database, `SELECT id FROM jinlin_deliveries WHERE tenant = ${owner}`)
    const whole = new Set(events)
    const torn =
      apart(whole, new Set(commands)) +
      apart(new Set(events.map(answerOf)), new Set(answers)) +
      apart(whole, new Set(deliveries)) +
      apart(lastOfEach(events), new Set(due))
    const integrity = String(database.prepare("PRAGMA integrity_check").get()?.["integrity_check"])
    return { events, torn, integrity }
  } finally {
    database.close()
  }
}

/** Whether the revisions of every stream run from 1 without gaps in the order of the log. */
export const runWithoutGaps = (events: ReadonlyArray<string>): boolean => {
  const lengths = new Map<string, number>()
  return events.every((name) => {
    const stream = name.slice(0, name.indexOf("@"))
    const revision = (lengths.get(stream) ?? 0) + 1
    lengths.set(stream, revision)
    return name === nameOf(stream, revision)
  })
}
