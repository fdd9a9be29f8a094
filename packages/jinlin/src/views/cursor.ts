import { nameFrom } from "../shell/digest.ts"

/** What a cursor goes on with: the same question, and the row after this one. */
export interface Place {
  /** The question: view, version, tenant, subject, conference, audience. */
  readonly question: ReadonlyArray<string>
  readonly key: string
}

const sealOf = ({ key, question }: Place): string => nameFrom(JSON.stringify([...question, key])).slice(0, 16)

/** An opaque text that goes on with a question where a page ended. It is bound to the question, and opens no other door. */
export const writeCursor = (place: Place): string =>
  Buffer.from(`${sealOf(place)} ${place.key}`, "utf8").toString("base64url")

/** The row after which to go on; undefined: this is no cursor of that question. Rule VIEW-2. */
export const readCursor = (cursor: unknown, question: ReadonlyArray<string>): string | undefined => {
  if (typeof cursor !== "string" || cursor.length > 1000 || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined
  const text = Buffer.from(cursor, "base64url").toString("utf8")
  const key = text.slice(17)
  return text === `${sealOf({ question, key })} ${key}` && key !== "" ? key : undefined
}
