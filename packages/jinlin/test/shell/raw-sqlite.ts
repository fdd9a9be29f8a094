import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"

type Row = Readonly<Record<string, unknown>>

const columnsOf = (database: DatabaseSync, table: string): ReadonlyArray<string> => {
  const names = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as ReadonlyArray<Row>
  try {
    database.prepare(`SELECT rowid FROM ${table}`)
    return ["rowid AS row_number", ...names.map(({ name }) => String(name))]
  } catch {
    return names.map(({ name }) => String(name))
  }
}

/**
 * Everything in a file of SQLite: every row of every table with its row number, every byte of the file, and how long its
 * write-ahead log is. The marks of tenants are drawn by chance, and are put out of the way.
 */
export const everythingIn = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true })
  const marks = (database.prepare("SELECT mark FROM jinlin_tenants").all() as ReadonlyArray<Row>).map(({ mark }) =>
    String(mark),
  )
  const unmarked = (text: string): string =>
    marks.reduce((rest, mark) => rest.replaceAll(mark, "m".repeat(mark.length)), text)
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const rows = (tables as ReadonlyArray<Row>).map(({ name }) => {
    const table = String(name)
    const all = database.prepare(`SELECT ${columnsOf(database, table).join(", ")} FROM ${table}`).all()
    return [table, JSON.parse(unmarked(JSON.stringify(all)))]
  })
  database.close()
  return {
    rows,
    log: statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    bytes: Buffer.from(unmarked(readFileSync(file, "latin1")), "latin1")
      .toString("base64")
      .match(/.{1,100}/g),
  }
}

/** How the box stood after one commit, and who had voted by then, in order. */
interface Snapshot {
  readonly voters: ReadonlyArray<string>
  readonly counts: Readonly<Record<string, number>>
}

const snapshotOf = (file: string): Snapshot => {
  const database = new DatabaseSync(file)
  const votes = database.prepare("SELECT stream FROM jinlin_events WHERE type = 'Voted' ORDER BY place").all()
  const counts = database.prepare("SELECT choice, count FROM jinlin_ballots").all()
  database.close()
  return {
    voters: (votes as ReadonlyArray<Row>).map(({ stream }) => String(stream).split(":").at(-1) ?? ""),
    counts: Object.fromEntries((counts as ReadonlyArray<Row>).map(({ choice, count }) => [choice, Number(count)])),
  }
}

/** Where the commits end that stand in a write-ahead log: after each frame that says how long the file is then. */
const commitsIn = (log: Buffer): ReadonlyArray<number> => {
  const size = log.length < 32 ? 0 : log.readUInt32BE(8)
  const ends: Array<number> = []
  for (let at = 32; size > 0 && at + 24 + size <= log.length; at += 24 + size)
    if (log.readUInt32BE(at + 4) > 0) ends.push(at + 24 + size)
  return ends
}

/**
 * What somebody makes of a file and its log who wants to know who chose what: they look at the box after every commit that the
 * log still holds, and take each voter's choice to be the count that grew when the voter's name appeared.
 */
export const linkedIn = (file: string, folder: string): ReadonlyMap<string, string> => {
  const log = readFileSync(`${file}-wal`)
  const links = new Map<string, string>()
  let before: Snapshot | undefined
  for (const [at, end] of [0, ...commitsIn(log)].entries()) {
    const copy = `${folder}/copy-${at}.sqlite`
    copyFileSync(file, copy)
    writeFileSync(`${copy}-wal`, log.subarray(0, end))
    let now: Snapshot
    try {
      now = snapshotOf(copy)
    } catch {
      // The tables themselves still lay in the log then.
      continue
    }
    const known = new Set(before?.voters)
    const came = now.voters.filter((voter) => !known.has(voter))
    const grown = Object.entries(now.counts).filter(([choice, count]) => count > (before?.counts[choice] ?? 0))
    const [voter, [choice = ""] = []] = [came[0], grown[0]]
    if (came.length === 1 && grown.length === 1 && voter !== undefined) links.set(voter, choice)
    before = now
  }
  return links
}
