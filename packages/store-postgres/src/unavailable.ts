import { lineOf, type StoreUnavailable, unavailable } from "@jinlin/sdk"

type Kind = StoreUnavailable["kind"]

/** A failure of this store, in a line for the operator. */
export const cannot = (kind: Kind, detail: string): StoreUnavailable =>
  unavailable(kind, `[jinlin] [store-postgres] ${detail}`)

/** The store was disposed of. */
export const disposed: StoreUnavailable = cannot("disposed", "it was disposed of")

/** The tables are not there. */
export const missing: StoreUnavailable = cannot(
  "missing",
  "its tables are not in this database and schema: open the store with `migrate`, or run schema/1.sql",
)

/** Codes of PostgreSQL, or the classes that they begin with; the longest that fits says what it is. */
const kinds: ReadonlyArray<readonly [code: string, kind: Kind, words: string]> = [
  ["08", "unreachable", "the connection broke"],
  ["57P", "unreachable", "the server is going down or starting"],
  ["53300", "unreachable", "the server takes no more connections"],
  ["53100", "full", "the server's disk is full"],
  ["25006", "read-only", "the server or the transaction is read-only"],
  ["42501", "read-only", "the role may not do this: see the privileges in the README"],
  ["55P03", "locked", "somebody else holds a lock"],
  ["40001", "locked", "other transactions were in the way: run it again"],
  ["40P01", "locked", "other transactions were in the way: run it again"],
  ["25P01", "misused", "no transaction is open on this client"],
  ["25P02", "misused", "the transaction on this client has failed already"],
  ["42P01", "missing", missing.detail.replace(/^.*\] /, "")],
  ["42883", "missing", missing.detail.replace(/^.*\] /, "")],
  ["3F000", "missing", missing.detail.replace(/^.*\] /, "")],
  ["3D000", "missing", "there is no such database"],
  ["42703", "foreign", "tables of these names belong to something else"],
  ["XX00", "damaged", "the database is damaged"],
  ["58", "damaged", "the server cannot read or write its files"],
  ["JL002", "failed", "the database was restored from a dump: open the store once before writing"],
]

const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : undefined

/** PostgreSQL's own code of an error; undefined: it does not come from the server. */
export const sqlStateOf = (thrown: unknown): string | undefined => {
  const code = codeOf(thrown)
  return code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** What an error that a driver threw means for whoever uses the store. Texts of the server are never repeated. */
export const faultOf = (thrown: unknown): StoreUnavailable => {
  const state = sqlStateOf(thrown)
  if (state !== undefined) {
    const [, kind = "failed", words = "the server refused"] = kinds.find(([code]) => state.startsWith(code)) ?? []
    return cannot(kind, `${words} (${state})`)
  }
  const isOurs = thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError
  if (isOurs) return cannot("failed", lineOf(thrown))
  const code = codeOf(thrown)
  return cannot("unreachable", `the server does not answer${code === undefined ? "" : ` (${code})`}`)
}

/** A pooler between us and the server knows nothing of a statement's name, or somebody else's means another plan. */
export const isNameFault = (thrown: unknown): boolean => {
  const state = sqlStateOf(thrown)
  return state === "26000" || state === "42P05" || state === "0A000"
}

/** Whether the transaction may succeed when it is run again, since nothing of it was written. */
export const isWorthRepeating = (thrown: unknown): boolean => {
  const state = sqlStateOf(thrown)
  return state === "40001" || state === "40P01"
}
