import { accept, type Checked, refuse } from "./checked.ts"
import { defaultReadingLimits, type ReadingLimits } from "./plain-data.ts"
import type { Path, TooDeep, TooLarge } from "./reading-refusals.ts"
import { excerptOf, type WrongType, wrongType } from "./wrong-type.ts"

/** The text is no JSON. Rule READ-9. */
export interface InvalidJson {
  readonly _tag: "InvalidJson"
  readonly rule: "READ-9"
}

/** An object names a field twice; `JSON.parse` would silently keep the last. Rule READ-10. */
export interface DuplicateKey {
  readonly _tag: "DuplicateKey"
  readonly rule: "READ-10"
  readonly field: string
  /** The object that names it twice. */
  readonly within: Path
}

/** Why a text gives no value. */
export type JsonRefusal = WrongType | InvalidJson | DuplicateKey | TooDeep | TooLarge

/** An object or a list that is open at some place of the text. */
interface Open {
  /** The names so far; none for a list. */
  readonly names: Set<string>
  /** The name or the position of the part that is being read. */
  part: string | number
}

/** A string, or one of the signs that open, close and part; everything between them is left to `JSON.parse`. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

const pathOf = (open: ReadonlyArray<Open>): Path => open.map(({ part }) => part)

/** Goes through a text that is known to be JSON, so that a string before a colon is the name of a field. */
const walk = (text: string, limit: number): TooDeep | DuplicateKey | undefined => {
  const open: Array<Open> = []
  let last = ""
  for (const [token] of text.matchAll(tokens)) {
    const inside = open.at(-1)
    if (token === "{" || token === "[") {
      open.push({ names: new Set(), part: 0 })
      if (open.length > limit) return { _tag: "TooDeep", rule: "READ-7", limit }
    } else if (token === "}" || token === "]") open.pop()
    else if (token === "," && inside !== undefined && typeof inside.part === "number") inside.part += 1
    else if (token === ":" && inside !== undefined) {
      const field = JSON.parse(last) as string
      if (inside.names.has(field))
        return { _tag: "DuplicateKey", rule: "READ-10", field: excerptOf(field), within: pathOf(open.slice(0, -1)) }
      inside.names.add(field)
      inside.part = field
    }
    last = token
  }
  return undefined
}

/**
 * Reads JSON text: like `JSON.parse`, but an object that names a field twice is refused, and so is what is too large or
 * too deep. What it gives is for `decodeStrictly` to look at.
 */
export const readJson = (text: unknown, limits?: Partial<ReadingLimits>): Checked<unknown, JsonRefusal> => {
  if (typeof text !== "string") return refuse(wrongType(text, "string"))
  const { characters, depth } = { ...defaultReadingLimits, ...limits }
  if (text.length > characters) return refuse({ _tag: "TooLarge", rule: "READ-8", of: "characters", limit: characters })
  try {
    const value: unknown = JSON.parse(text)
    const fault = walk(text, depth)
    return fault === undefined ? accept(value) : refuse(fault)
  } catch {
    return refuse({ _tag: "InvalidJson", rule: "READ-9" })
  }
}
