import type { Refusal } from "./refusal.ts"
import type { WrongType } from "./wrong-type.ts"

/** Where in what was sent: field names and list positions from the outside in, such as `["terms", 0, "from"]`. */
export type Path = ReadonlyArray<string | number>

/** A refusal and the place that it speaks of. */
export interface Located<Reason extends Refusal = Refusal> {
  readonly path: Path
  readonly refusal: Reason
}

/** A field that must be there is not. Rule READ-2. */
export interface MissingField {
  readonly _tag: "MissingField"
  readonly rule: "READ-2"
  readonly field: string
}

/** A field that nobody declared: refused and not dropped, because a misspelt name would otherwise pass. Rule READ-3. */
export interface UnknownField {
  readonly _tag: "UnknownField"
  readonly rule: "READ-3"
  readonly field: string
}

/** A `_tag` that is none of those that are known here. Rule READ-4. */
export interface UnknownTag {
  readonly _tag: "UnknownTag"
  readonly rule: "READ-4"
  readonly expected: ReadonlyArray<string>
  readonly got: string
}

/** A value that is none of the listed ones. Rule READ-4. */
export interface UnknownChoice {
  readonly _tag: "UnknownChoice"
  readonly rule: "READ-4"
  readonly expected: ReadonlyArray<string | number | boolean | null>
  readonly got: string
}

/** A value of the right kind that a bound or a pattern rules out. Rule READ-5. */
export interface OutOfBounds {
  readonly _tag: "OutOfBounds"
  readonly rule: "READ-5"
  /** What would pass, in the words of the schema, such as `a value greater than 0`. */
  readonly expected: string
}

/** Nested deeper than anything in this library is. Rule READ-7. */
export interface TooDeep {
  readonly _tag: "TooDeep"
  readonly rule: "READ-7"
  readonly limit: number
}

/** More than is read in one go. Rule READ-8. */
export interface TooLarge {
  readonly _tag: "TooLarge"
  readonly rule: "READ-8"
  /** What there is too much of: values (fields and list items, over all levels) or UTF-16 units of text. */
  readonly of: "values" | "characters"
  readonly limit: number
}

/** What can be wrong with the shape of something that is read. What readers refuse comes beside these. */
export type ReadingRefusal =
  | WrongType
  | MissingField
  | UnknownField
  | UnknownTag
  | UnknownChoice
  | OutOfBounds
  | TooDeep
  | TooLarge
