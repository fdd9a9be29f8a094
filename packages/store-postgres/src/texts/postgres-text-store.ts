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
import { type Database, openDatabase, type PlaceOptions } from "../vault-and-texts/database.ts"
import { blackOut, digested, readDocument, writeDocument } from "./documents.ts"
import { textTables } from "./tables.ts"

/** Options of the text store on PostgreSQL: the vendor's pool, and where the tables `jinlin_text_…` lie. */
export type PostgresTextStoreOptions = PlaceOptions

const name = "texts-postgres"

const put =
  ({ step }: Database): TextStore["put"] =>
  async (tenant, document, at) => {
    const fault = documentFault(tenant, document, at)
    if (fault !== undefined) return failed(fault)
    const given = { digested: digested(document), at }
    const written = await step((ask) => writeDocument(ask, tenant, given))
    if (!written.ok) return written
    return written.value === null ? done(null) : failed(written.value)
  }

const read =
  ({ step }: Database): TextStore["read"] =>
  async (tenant, id) => {
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", id))
    return fault === undefined ? step((ask) => readDocument(ask, tenant, id)) : failed(fault)
  }

const redact =
  ({ step }: Database): TextStore["redact"] =>
  async (tenant, what) => {
    const fault = misuse(tenantFault(tenant) ?? nameFault("id", what.id) ?? numberFault("at", what.at))
    if (fault !== undefined) return failed(fault)
    const written = await step((ask) => blackOut(ask, tenant, what))
    if (!written.ok) return written
    return written.value === null ? done(null) : failed(written.value)
  }

/**
 * Opens a text store on the vendor's pool. `compact` writes the table of texts into new files, and lets go of the server's
 * log as far as its role may; what the log and its archives still hold is told in the README.
 */
export const openPostgresTextStore = (options: PostgresTextStoreOptions): Answering<TextStore, StoreFault> =>
  answerAs(name, async (): Answering<TextStore, StoreFault> => {
    const opened = await openDatabase(options, textTables)
    if (!opened.ok) return opened
    const database = opened.value
    return done({
      name,
      put: answerAs(name, put(database)),
      read: answerAs(name, read(database)),
      redact: answerAs(name, redact(database)),
      compact: answerAs(name, database.compact),
      [Symbol.asyncDispose]: database.close,
    })
  })()
