import {
  type Answering,
  answerAs,
  documentFault,
  done,
  failed,
  misuse,
  nameFault,
  numberFault,
  type StoreFault,
  type TextStore,
  tenantFault,
} from "@jinlin/sdk"
import { type Connection, openConnection } from "../vault-and-texts/connection.ts"
import { blackOut, digested, readDocument, writeDocument } from "./documents.ts"
import { prepareTables } from "./tables.ts"

/** Options of the text store on SQLite. */
export interface SqliteTextStoreOptions {
  /** The file; it may be that of the store, and is made where there is none. The tables are called `jinlin_text_…`. */
  readonly file: string
  /** How long to try again while another connection writes, in milliseconds; 5,000 unless given. */
  readonly busyTimeout?: number | undefined
}

const name = "texts-sqlite"

const put =
  ({ write }: Connection): TextStore["put"] =>
  async (tenant, document, at) => {
    const fault = documentFault(tenant, document, at)
    if (fault !== undefined) return failed(fault)
    const given = { digested: digested(document), at }
    const written = await write((statements) => done(writeDocument(statements, tenant, given)))
    if (!written.ok) return written
    return written.value === null ? done(null) : failed(written.value)
  }

const read =
  (connection: Connection): TextStore["read"] =>
  async (tenant, id) => {
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", id))
    if (fault !== undefined) return failed(fault)
    return connection.read((statements) => done(readDocument(statements, tenant, id)))
  }

const redact =
  ({ write }: Connection): TextStore["redact"] =>
  async (tenant, what) => {
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", what.id) ?? numberFault("at", what.at))
    if (fault !== undefined) return failed(fault)
    const written = await write((statements) => done(blackOut(statements, tenant, what)))
    if (!written.ok) return written
    return written.value === null ? done(null) : failed(written.value)
  }

/**
 * Opens a text store on a file of SQLite, with a connection of its own. `compact` rewrites the whole file (`VACUUM`) and
 * empties its log; it answers `locked` while somebody reads.
 */
export const openSqliteTextStore = (options: SqliteTextStoreOptions): Answering<TextStore, StoreFault> =>
  answerAs(name, async (): Answering<TextStore, StoreFault> => {
    const opened = await openConnection(options, prepareTables)
    if (!opened.ok) return opened
    const connection = opened.value
    return done({
      name,
      put: answerAs(name, put(connection)),
      read: answerAs(name, read(connection)),
      redact: answerAs(name, redact(connection)),
      compact: answerAs(name, connection.compact),
      [Symbol.asyncDispose]: async () => connection.close(),
    })
  })()
