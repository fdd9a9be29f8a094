import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { NonEmpty } from "./decider.ts"
import type { Located, Path, ReadingRefusal, UnknownField } from "./reading-refusals.ts"
import { type Kind, kindOf, type WrongType } from "./wrong-type.ts"

/** How much is read in one go. */
export interface ReadingLimits {
  /** Levels of nesting: an object inside an object is two. */
  readonly depth: number
  /** Fields and list items over all levels. */
  readonly values: number
  /** UTF-16 units over all texts and field names. */
  readonly characters: number
}

/** Our defaults: far above any command or event of this library, far below what hurts. */
export const defaultReadingLimits: ReadingLimits = { depth: 64, values: 100_000, characters: 4_000_000 }

interface Copying {
  readonly limits: ReadingLimits
  readonly faults: Array<Located>
  values: number
  characters: number
  /** Too large or too deep: nothing more is looked at. */
  stopped: boolean
}

const jsonKinds: ReadonlyArray<Kind> = ["string", "number", "boolean", "null", "object", "array"]

const fault = (copying: Copying, path: Path, refusal: ReadingRefusal): undefined => {
  copying.faults.push({ path, refusal })
  return undefined
}

const stop = (copying: Copying, path: Path, refusal: ReadingRefusal): undefined => {
  copying.stopped = true
  return fault(copying, path, refusal)
}

const notPlain = (got: Kind, expected = jsonKinds): WrongType => ({ _tag: "WrongType", rule: "READ-1", expected, got })

/** Counts before anything is visited, so that a list of a million is refused without being walked. */
const isWithin = (copying: Copying, path: Path, more: { values?: number; characters?: number }): boolean => {
  const { limits } = copying
  copying.values += more.values ?? 0
  copying.characters += more.characters ?? 0
  if (copying.values > limits.values)
    stop(copying, path, { _tag: "TooLarge", rule: "READ-8", of: "values", limit: limits.values })
  else if (copying.characters > limits.characters)
    stop(copying, path, { _tag: "TooLarge", rule: "READ-8", of: "characters", limit: limits.characters })
  return !copying.stopped
}

const copyArray = (copying: Copying, path: Path, input: ReadonlyArray<unknown>): unknown => {
  if (!isWithin(copying, path, { values: input.length })) return undefined
  const items: Array<unknown> = []
  for (let position = 0; position < input.length && !copying.stopped; position++) {
    const property = Object.getOwnPropertyDescriptor(input, position)
    if (property === undefined) return fault(copying, path, notPlain("sparse-array", ["array"]))
    if (!("value" in property)) return fault(copying, [...path, position], notPlain("computed"))
    items.push(copyValue(copying, [...path, position], property.value))
  }
  return items
}

const unknownField = (field: string): UnknownField => ({ _tag: "UnknownField", rule: "READ-3", field })

const copyObject = (copying: Copying, path: Path, input: object): unknown => {
  const keys = Reflect.ownKeys(input)
  if (!isWithin(copying, path, { values: keys.length })) return undefined
  const copy: Record<string, unknown> = {}
  for (const key of keys) {
    if (copying.stopped) return undefined
    const inside = [...path, String(key)]
    const property = Object.getOwnPropertyDescriptor(input, key)
    // `__proto__` as a field can only be an attempt to reach a prototype; symbols are no part of data.
    if (typeof key === "symbol" || key === "__proto__") fault(copying, inside, unknownField(String(key)))
    else if (property === undefined || !("value" in property)) fault(copying, inside, notPlain("computed"))
    else if (isWithin(copying, inside, { characters: key.length }))
      copy[key] = copyValue(copying, inside, property.value)
  }
  return copy
}

const copyValue = (copying: Copying, path: Path, input: unknown): unknown => {
  const kind = kindOf(input)
  switch (kind) {
    case "string":
      isWithin(copying, path, { characters: (input as string).length })
      return input
    case "number":
    case "boolean":
    case "null":
    case "undefined":
      return input
    case "array":
    case "object":
      if (path.length >= copying.limits.depth)
        return stop(copying, path, { _tag: "TooDeep", rule: "READ-7", limit: copying.limits.depth })
      return kind === "array"
        ? copyArray(copying, path, input as ReadonlyArray<unknown>)
        : copyObject(copying, path, input as object)
    default:
      return fault(copying, path, notPlain(kind))
  }
}

/**
 * A copy of plain data: objects and arrays without getters, holes, symbols or foreign prototypes, numbers that are
 * finite, nothing that is not data. Runs no code of the input except the traps of a proxy; whatever these throw is
 * a refusal here. A field that is present and `undefined` stays so.
 */
export const plainCopy = (input: unknown, limits?: Partial<ReadingLimits>): Checked<unknown, NonEmpty<Located>> => {
  const copying: Copying = {
    limits: { ...defaultReadingLimits, ...limits },
    faults: [],
    values: 0,
    characters: 0,
    stopped: false,
  }
  let copy: unknown
  try {
    copy = copyValue(copying, [], input)
  } catch {
    fault(copying, [], notPlain("computed"))
  }
  const [first, ...others] = copying.faults
  return first === undefined ? accept(copy) : refuse([first, ...others])
}
