import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { WrongType } from "./wrong-type.ts"
import { excerptOf, wrongType } from "./wrong-type.ts"

/** A text that names nothing here. Rule ID-1. */
export interface InvalidId {
  readonly _tag: "InvalidId"
  readonly rule: "ID-1"
  readonly reason: "empty" | "too-long" | "character" | "dots" | "reserved"
  /** At most 40 characters of what came. */
  readonly got: string
  readonly maxLength: number
  /** Where the first character stands that no id may hold, in UTF-16 units from 0. */
  readonly index?: number
}

/** Why something was not read as an id. */
export type IdRefusal = InvalidId | WrongType

/** How long an id may be (our default). */
export const longestId = 128

const invalid = (got: string, reason: InvalidId["reason"], index?: number): Checked<never, InvalidId> => {
  const refusal = { _tag: "InvalidId", rule: "ID-1", reason, got: excerptOf(got), maxLength: longestId } as const
  return refuse(index === undefined ? refusal : { ...refusal, index })
}

/**
 * Reads an opaque id: 1 to 128 ASCII letters, digits and `-` `_` `.` `:`, told apart by case. No dot at either end and no
 * two in a row, so that an id is never a path; none of the names that every JavaScript object answers to, such as
 * `constructor`, so that a look-up by id finds only what was put there. Rule ID-1 (our default).
 */
export const readId = (input: unknown): Checked<string, IdRefusal> => {
  if (typeof input !== "string") return refuse(wrongType(input, "string"))
  if (input === "") return invalid(input, "empty")
  if (input.length > longestId) return invalid(input, "too-long")
  const index = input.search(/[^A-Za-z0-9\-_.:]/)
  if (index >= 0) return invalid(input, "character", index)
  if (/^\.|\.\.|\.$/.test(input)) return invalid(input, "dots")
  return Object.hasOwn(Object.prototype, input) ? invalid(input, "reserved") : accept(input)
}
