import type { Row } from "./transaction.ts"

/** A value that a table holds is not of the type that it was declared with: the file is damaged. */
const stranger = (column: string): never => {
  throw new TypeError(`column ${column} holds a value of another type`)
}

/** A column of text. */
export const textIn = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === "string" ? value : stranger(column)
}

/** A column of text that may be empty. */
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : textIn(row, column)

/** A column of whole numbers. */
export const numberIn = (row: Row, column: string): number => {
  const value = row[column]
  return typeof value === "number" ? value : stranger(column)
}

/** A column of whole numbers that may be empty. */
export const numberOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : numberIn(row, column)

/** A column of bytes. */
export const bytesIn = (row: Row, column: string): Uint8Array => {
  const value = row[column]
  return value instanceof Uint8Array ? value : stranger(column)
}

/** A column of bytes that may be empty. */
export const bytesOrNull = (row: Row, column: string): Uint8Array | null =>
  row[column] === null ? null : bytesIn(row, column)
