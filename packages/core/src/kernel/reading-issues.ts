import * as SchemaIssue from "effect/SchemaIssue"
import type { NonEmpty } from "./decider.ts"
import type { Located, MissingField, Path, ReadingRefusal, UnknownField } from "./reading-refusals.ts"
import { listsValues, refusalOfInput } from "./reading-unions.ts"
import type { Refusal } from "./refusal.ts"

/** The annotation under which a reader's refusal travels inside an issue of Effect's Schema. */
export const refusalAnnotation = "jinlin/refusal"

const at = (path: Path, refusal: Refusal): NonEmpty<Located> => [{ path, refusal }]

const missing = (path: Path): MissingField => ({
  _tag: "MissingField",
  rule: "READ-2",
  field: String(path.at(-1) ?? ""),
})

const unknownField = (path: Path): UnknownField => ({
  _tag: "UnknownField",
  rule: "READ-3",
  field: String(path.at(-1) ?? ""),
})

const outOfBounds = (expected: unknown): ReadingRefusal => ({
  _tag: "OutOfBounds",
  rule: "READ-5",
  expected: typeof expected === "string" ? expected : "a valid value",
})

/** Nobody but `schemaOf` and `refusing` writes under this annotation, and both write refusals. */
const isRefusal = (value: unknown): value is Refusal => typeof value === "object" && value !== null

/** A reader's own refusal if it left one, else what the schema says it expected. */
const refusalOfValue = (issue: SchemaIssue.InvalidValue | SchemaIssue.Forbidden, expected?: unknown): Refusal => {
  const carried = issue.annotations?.[refusalAnnotation]
  return isRefusal(carried) ? carried : outOfBounds(issue.annotations?.["expected"] ?? expected)
}

/** Of the members of a union that were tried, the one that came nearest speaks: the first with the fewest refusals. */
const nearest = (issue: SchemaIssue.AnyOf, path: Path): NonEmpty<Located> => {
  const [first, ...others] = issue.issues.map((member) => walk(member, path))
  if (first === undefined || listsValues(issue.ast)) return refusalOfInput(issue, path)
  return others.reduce((best, next) => (next.length < best.length ? next : best), first)
}

const walk = (issue: SchemaIssue.Issue, path: Path, expected?: unknown): NonEmpty<Located> => {
  switch (issue._tag) {
    case "Pointer":
      return walk(issue.issue, [...path, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))])
    case "Composite": {
      const [first, ...others] = issue.issues
      return [...walk(first, path), ...others.flatMap((part) => walk(part, path))]
    }
    case "Filter":
      return walk(issue.issue, path, issue.filter.annotations?.["expected"])
    case "Encoding":
      return walk(issue.issue, path)
    case "AnyOf":
      return nearest(issue, path)
    case "InvalidType":
      return refusalOfInput(issue, path)
    case "MissingKey":
      return at(path, missing(path))
    case "UnexpectedKey":
      return at(path, unknownField(path))
    case "OneOf":
      return at(path, outOfBounds("exactly one of several shapes"))
    case "InvalidValue":
    case "Forbidden":
      return at(path, refusalOfValue(issue, expected))
  }
}

/**
 * Everything that a failed decoding says, as refusals with their places: those of readers (`schemaOf`) exactly as they
 * were, and a `ReadingRefusal` for each fault of shape. Takes Effect's `SchemaError` or the issue inside it. Decode with
 * `errors: "all"` to get them all, and with `reportInput: true` so that a wrong type can say what came; `decodeStrictly`
 * does both.
 */
export const refusalsOf = (error: SchemaIssue.Issue | { readonly issue: SchemaIssue.Issue }): NonEmpty<Located> =>
  SchemaIssue.isIssue(error) ? walk(error, []) : walk(error.issue, [])
