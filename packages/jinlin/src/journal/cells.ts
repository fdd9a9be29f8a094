import { digestOf, type Located, type Path } from "@jinlin/core/kernel"

type Json = { [name: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

/** A field of a command, by its path; undefined where there is none. */
export const at = (value: unknown, path: Path): unknown => {
  let found = value
  for (const step of path)
    found = isObject(found) ? found[step] : Array.isArray(found) ? found[Number(step)] : undefined
  return found
}

/** What a dotted column is put into: the name of a case stands in the column before the dot. */
const caseOf = (value: unknown): Json => (isObject(value) ? value : typeof value === "string" ? { _tag: value } : {})

/** The command with another value at a path. */
export const put = (value: unknown, [step, ...rest]: Path, next: unknown): unknown => {
  if (step === undefined) return next
  if (Array.isArray(value)) return value.map((item, index) => (index === Number(step) ? put(item, rest, next) : item))
  const fields = caseOf(value)
  return { ...fields, [step]: put(fields[step], rest, next) }
}

const depthOf = ([name]: readonly [string, unknown]): number => name.split(".").length

/**
 * Cells as a command: `votes.for` is the field `for` of `votes`, and `motion` with `motion.to` is the case that `motion` names
 * with its field `to`; `text:…` stands for the digest of what follows.
 */
export const commandOf = (tag: unknown, cells: Iterable<readonly [string, unknown]>): unknown => {
  let command: unknown = { _tag: tag }
  for (const [name, cell] of [...cells].toSorted((one, other) => depthOf(one) - depthOf(other))) {
    const text = typeof cell === "string" && cell.startsWith("text:") ? digestOf(cell.slice(5).trim()) : undefined
    command = put(command, name.split("."), text?.ok === true ? text.value : cell)
  }
  return command
}

/** Whether a cell is meant as JSON, where the command wants a list or an object. */
export const isJson = (cell: unknown): cell is string => typeof cell === "string" && /^\s*[[{]/.test(cell)

/** Whether a refusal says that a value of this kind would do. */
export const wants = (refusal: Located["refusal"], kind: string): boolean =>
  refusal._tag === "WrongType" &&
  "expected" in refusal &&
  Array.isArray(refusal.expected) &&
  refusal.expected.includes(kind)

/** Whether two places are one. */
export const same = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index])
