import type { CanonicalRefusal, Writing } from "./canonical-writing.ts"
import { notData, write } from "./canonical-writing.ts"
import type { Checked } from "./checked.ts"
import { accept, refuse } from "./checked.ts"
import type { Located, Path } from "./reading-refusals.ts"

export type { CanonicalRefusal, Cyclic } from "./canonical-writing.ts"

/** Whether what is too deep is so because it contains itself. */
const comesBack = (value: unknown, path: Path): boolean => {
  const seen = new Set<unknown>()
  let here = value
  for (const key of path) {
    seen.add(here)
    here = Reflect.get(here as object, key)
  }
  return seen.has(here)
}

/**
 * The one way to write plain data as JSON text (RFC 8785, JSON Canonicalization Scheme): no spaces, keys in order of
 * UTF-16 code units, numbers as ECMAScript prints them (`-0` is `0`), nothing escaped that need not be. Equal data, equal
 * bytes, on every machine and in every language. Refused, with the path: what is not JSON (`undefined`, NaN, infinities,
 * bigint, `Date`, instances, getters, holes), lone surrogates and noncharacters, more than 64 levels, and cycles.
 *
 * Whole numbers past 9007199254740991 are written, because RFC 8785 writes them; whoever reads numbers refuses those.
 * Rules DIGEST-1, DIGEST-2.
 */
export const canonicalJson = (value: unknown): Checked<string, Located<CanonicalRefusal>> => {
  const writing: Writing = { values: 0, depth: 0, refusal: undefined, path: [] }
  let text = ""
  try {
    text = write(writing, value)
  } catch {
    // Only the traps of a proxy can throw here.
    writing.path.length = 0
    notData(writing, "computed")
  }
  if (writing.refusal === undefined) return accept(text)
  const path = writing.path.toReversed()
  if (writing.refusal._tag !== "TooDeep" || !comesBack(value, path)) return refuse({ path, refusal: writing.refusal })
  return refuse({ path, refusal: { _tag: "Cyclic", rule: "DIGEST-2" } })
}
