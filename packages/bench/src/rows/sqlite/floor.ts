import { DatabaseSync, type StatementSync } from "node:sqlite"
import { sqliteSchema } from "@jinlin/store-sqlite"
import { contentOf, eventAt } from "./events.ts"

/** The bare prepared statements that write the same bytes into the same tables, with the same pragmas. */
export interface Floor {
  /** One transaction with so many commands: an event, and the command that is kept with it. */
  readonly write: (commands: number) => number
  /** A page of events after a place, parsed. */
  readonly page: (after: number, limit: number) => number
  readonly close: () => void
}

const open = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file)
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
  return database
}

const tenant = 2 ** 36

const writing = (database: DatabaseSync, places: { next: number }) => {
  const prepare = (sql: string): StatementSync => database.prepare(sql)
  const begin = prepare("BEGIN IMMEDIATE")
  const commit = prepare("COMMIT")
  const event = prepare(
    "INSERT INTO jinlin_events (place, tenant, stream, revision, type, body, meta, digest) VALUES (?, 1, ?, ?, ?, ?, ?, ?)",
  )
  const command = prepare(
    "INSERT INTO jinlin_commands (tenant, key, content, answer, place, at) VALUES (1, ?, ?, ?, ?, 1767574800000)",
  )
  return (commands: number): number => {
    begin.run()
    for (let count = 0; count < commands; count += 1) {
      const number = places.next
      places.next += 1
      const stream = `joint-conference/s-${number % 1000}`
      const { body, digest, meta, type } = eventAt(stream, number)
      const key = `command/c-${number}`
      event.run(tenant + number, stream, number, type, body, meta, digest)
      command.run(key, contentOf(key), `{"events":1,"revision":${number},"stream":"${stream}"}`, tenant + number)
    }
    commit.run()
    return commands
  }
}

/** A file of its own with the tables of the store. */
export const floorOn = (file: string): Floor => {
  const database = open(file)
  database.exec(sqliteSchema())
  database.exec("INSERT INTO jinlin_tenants (number, name, mark, written) VALUES (1, 'bench', 'mark', 1)")
  return { write: writing(database, { next: 1 }), page: () => 0, close: () => database.close() }
}

/** Reads a file that the store has written, by bare pages. */
export const readingFloorOn = (file: string): Floor => {
  const database = open(file)
  const page = database.prepare(
    "SELECT place, stream, revision, type, body, meta, digest FROM jinlin_events WHERE place > ? ORDER BY place LIMIT ?",
  )
  return {
    write: () => 0,
    page: (after, limit) => {
      let sum = 0
      for (const row of page.all(tenant + after, limit))
        sum += (JSON.parse(String(row["body"])) as { unit: string }).unit.length
      return sum
    },
    close: () => database.close(),
  }
}
