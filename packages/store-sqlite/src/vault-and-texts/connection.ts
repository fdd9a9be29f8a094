import { DatabaseSync } from "node:sqlite"
import { type Answer, type Answering, done, failed, type StoreFault, unavailable } from "@jinlin/sdk"
import { claimFile, type FileName, ownFile } from "./identity.ts"
import { fileIssues, otherFileIssues } from "./options.ts"
import { persistently, type Statements, statementsOf, transaction } from "./transaction.ts"

/** A connection of its own to a file. Each step is one transaction; nothing is thrown. */
export interface Connection {
  /** A step that may write; nobody else writes meanwhile. What it gives as a fault undoes it. */
  readonly write: <Value>(step: (statements: Statements) => Answer<Value, StoreFault>) => Answering<Value, StoreFault>
  /** A step that sees the file as of one moment. */
  readonly read: <Value>(step: (statements: Statements) => Answer<Value, StoreFault>) => Answering<Value, StoreFault>
  /** Rewrites the files, so that nothing deleted is left in them. */
  readonly compact: () => Answering<null, StoreFault>
  readonly close: () => void
}

/** Where the file is, and beside it the one that is attached as `keys`. */
export interface Place {
  readonly file: string
  readonly keyFile?: string | undefined
  /** How long to try again while another connection writes, in milliseconds. */
  readonly busyTimeout?: number | undefined
}

const defaultBusyTimeout = 5_000

const inUse = unavailable("locked", "somebody is reading the file: compact when nobody else has it open")

/** `VACUUM` writes the live rows anew; the checkpoint brings them into the file and leaves the log empty. */
const rewrite = (database: DatabaseSync, schemas: ReadonlyArray<FileName>): Answer<null, StoreFault> => {
  for (const schema of schemas) {
    database.exec(`VACUUM ${schema}`)
    const row = database.prepare(`PRAGMA ${schema}.wal_checkpoint(TRUNCATE)`).get()
    if (row?.["busy"] !== 0) return failed(inUse)
  }
  return done(null)
}

/** Freed pages are overwritten (`secure_delete`), and every commit is on the disk before it is answered (`FULL`). */
const settle = (database: DatabaseSync, schema: FileName): void => {
  database.exec(`PRAGMA ${schema}.journal_mode = WAL`)
  database.exec(`PRAGMA ${schema}.synchronous = FULL`)
  database.exec(`PRAGMA ${schema}.secure_delete = ON`)
}

const filesOf = ({ keyFile }: Place): ReadonlyArray<FileName> => (keyFile === undefined ? ["main"] : ["main", "keys"])

const openDatabase = (place: Place): Answer<DatabaseSync, StoreFault> => {
  const database = new DatabaseSync(place.file, { timeout: 0 })
  let isKept = false
  try {
    if (place.keyFile !== undefined) database.prepare("ATTACH DATABASE ? AS keys").run(place.keyFile)
    const files = filesOf(place)
    const foreign = files.map((file) => ownFile(database, file)).find(({ ok }) => !ok)
    if (foreign?.ok === false) return foreign
    for (const file of files) settle(database, file)
    isKept = true
    return done(database)
  } finally {
    if (!isKept) database.close()
  }
}

const pathFault = ({ file, keyFile }: Place): StoreFault | undefined =>
  [...fileIssues(file), ...otherFileIssues(keyFile)].length === 0
    ? undefined
    : unavailable("misused", "`file` and `keyFile` must be paths of files")

/** Opens a connection and lets `prepare` see to the tables; closes it again when that fails. */
export const openConnection = async (
  place: Place,
  prepare: (statements: Statements) => Answer<null, StoreFault>,
): Answering<Connection, StoreFault> => {
  const { busyTimeout = defaultBusyTimeout } = place
  const misused = pathFault(place)
  if (misused !== undefined) return failed(misused)
  const opened = await persistently(busyTimeout, () => openDatabase(place))
  if (!opened.ok) return opened
  const database = opened.value
  const statements = statementsOf(database)
  const inside =
    (begin: string) =>
    <Value>(step: (statements: Statements) => Answer<Value, StoreFault>): Answering<Value, StoreFault> =>
      persistently(busyTimeout, () => transaction(database, begin, () => step(statements)))
  const connection: Connection = {
    write: inside("BEGIN IMMEDIATE"),
    read: inside("BEGIN"),
    compact: () => persistently(busyTimeout, () => rewrite(database, filesOf(place))),
    close: () => {
      if (database.isOpen) database.close()
    },
  }
  const prepared = await connection.write((own) => {
    for (const file of filesOf(place)) claimFile(database, file)
    return prepare(own)
  })
  if (prepared.ok) return done(connection)
  connection.close()
  return prepared
}
