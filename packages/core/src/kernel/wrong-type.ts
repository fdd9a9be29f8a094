/** The kinds of value that a refusal names: what JSON can hold, and what it cannot. */
export type Kind =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "object"
  | "array"
  | "undefined"
  | "bigint"
  | "symbol"
  | "function"
  /** NaN or an infinity: a number to JavaScript, none to JSON. */
  | "not-a-finite-number"
  /** A `Date`, a `Map`, an instance of a class: its fields are not all there is to it. */
  | "instance"
  /** An object that answers by running code: a getter, or a proxy that throws. */
  | "computed"
  /** An array with holes. */
  | "sparse-array"

/** A value of another kind than the one that is read here. Rule READ-1. */
export interface WrongType {
  readonly _tag: "WrongType"
  readonly rule: "READ-1"
  /** Every kind that would do. */
  readonly expected: ReadonlyArray<Kind>
  /** The kind that came; never the value itself, which may be long or secret. */
  readonly got: Kind
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** What kind of value this is. Reads no property, so that no getter runs. */
export const kindOf = (value: unknown): Kind => {
  if (value === null) return "null"
  if (typeof value === "number") return Number.isFinite(value) ? "number" : "not-a-finite-number"
  if (typeof value !== "object") return typeof value
  if (Array.isArray(value)) return "array"
  return isPlain(value) ? "object" : "instance"
}

/** The refusal of a value that is none of the expected kinds. */
export const wrongType = (value: unknown, ...expected: ReadonlyArray<Kind>): WrongType => ({
  _tag: "WrongType",
  rule: "READ-1",
  expected,
  got: kindOf(value),
})

const longestExcerpt = 40

/**
 * What a refusal shows of a text that it refuses: at most 40 UTF-16 units, with every control and every invisible
 * format character written as `\u{…}`, so that evidence can be printed, logged and stored anywhere.
 */
export const excerptOf = (text: string): string => {
  const shown = text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text
  return shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`)
}
