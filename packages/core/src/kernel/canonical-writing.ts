import type { TooDeep, TooLarge } from "./reading-refusals.ts"
import type { InvalidText } from "./text-reading.ts"
import { mustBeUnicode } from "./text-reading.ts"
import type { Kind, WrongType } from "./wrong-type.ts"
import { kindOf } from "./wrong-type.ts"

/** Something that contains itself has no end to write. Rule DIGEST-2. */
export interface Cyclic {
  readonly _tag: "Cyclic"
  readonly rule: "DIGEST-2"
}

/** Why a value has no canonical JSON. */
export type CanonicalRefusal = WrongType | InvalidText | TooDeep | TooLarge | Cyclic

/** Levels of nesting past which nothing is written, as nothing is read. */
const deepest = 64

/** Values over all levels past which nothing is written: the same object in many places counts each time (our default). */
const mostValues = 1_000_000

const jsonKinds: ReadonlyArray<Kind> = ["string", "number", "boolean", "null", "object", "array"]

/** What is being written: the first fault ends it, and its path is put together from the inside out. */
export interface Writing {
  values: number
  depth: number
  refusal: CanonicalRefusal | undefined
  readonly path: Array<string | number>
}

const fail = (writing: Writing, refusal: CanonicalRefusal): string => {
  writing.refusal = refusal
  return ""
}

/** Nothing is written because this is not data. */
export const notData = (writing: Writing, got: Kind): string =>
  fail(writing, { _tag: "WrongType", rule: "READ-1", expected: jsonKinds, got })

/** ECMAScript's escapes are those of RFC 8785 section 3.2.2.2, once texts that are not Unicode are refused. */
const writeText = (writing: Writing, text: string): string => {
  const refusal = mustBeUnicode(text)
  return refusal === undefined ? JSON.stringify(text) : fail(writing, refusal)
}

/** One item or field, read without running a getter. */
const writeInside = (writing: Writing, container: object, key: string | number): string => {
  const property = Object.getOwnPropertyDescriptor(container, key)
  const written =
    property === undefined || !("value" in property) ? notData(writing, "computed") : write(writing, property.value)
  if (writing.refusal !== undefined) writing.path.push(key)
  return written
}

const writeArray = (writing: Writing, items: ReadonlyArray<unknown>): string => {
  if (Object.keys(items).length !== items.length) return notData(writing, "sparse-array")
  const written: Array<string> = []
  for (let position = 0; position < items.length && writing.refusal === undefined; position++)
    written.push(writeInside(writing, items, position))
  return `[${written.join(",")}]`
}

/** Keys in order of UTF-16 code units (RFC 8785 section 3.2.3), the order that `sort` has without being told another. */
const writeObject = (writing: Writing, fields: object): string => {
  if (Object.getOwnPropertySymbols(fields).length > 0) return notData(writing, "symbol")
  const written: Array<string> = []
  for (const key of Object.keys(fields).sort()) {
    const name = writeText(writing, key)
    if (writing.refusal === undefined) written.push(`${name}:${writeInside(writing, fields, key)}`)
    if (writing.refusal !== undefined) break
  }
  return `{${written.join(",")}}`
}

const writeContainer = (writing: Writing, container: object): string => {
  if (writing.depth === deepest) return fail(writing, { _tag: "TooDeep", rule: "READ-7", limit: deepest })
  writing.depth += 1
  const written = Array.isArray(container) ? writeArray(writing, container) : writeObject(writing, container)
  writing.depth -= 1
  return written
}

/** Writes one value and all that is in it; on a fault, what it gives back is nothing to keep. */
export const write = (writing: Writing, value: unknown): string => {
  writing.values += 1
  if (writing.values > mostValues)
    return fail(writing, { _tag: "TooLarge", rule: "READ-8", of: "values", limit: mostValues })
  if (typeof value === "string") return writeText(writing, value)
  const kind = kindOf(value)
  if (kind === "object" || kind === "array") return writeContainer(writing, value as object)
  return kind === "number" || kind === "boolean" || kind === "null" ? `${value}` : notData(writing, kind)
}
