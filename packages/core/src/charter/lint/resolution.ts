import { canonicalJson } from "../../kernel/canonical-json.ts"
import type { Citation } from "../../kernel/citation.ts"
import type { Fact } from "../../kernel/finding.ts"
import type { Path } from "../../kernel/reading-refusals.ts"
import type { CharterRefusal, RangeEmpty } from "../refusals.ts"
import type { LintFinding } from "./finding.ts"
import { choicePath, listPath, packPath, type View } from "./view.ts"

const pathOf = (view: View, refusal: CharterRefusal): Path => {
  switch (refusal._tag) {
    case "PackUnknown":
    case "PackTwice":
      return packPath(view, refusal.pack)
    case "PackNotInForce":
    case "VersionsOverlap":
    case "PlacesApart":
      return packPath(view, refusal.packs.at(-1) ?? "")
    case "PackWeakens":
      return packPath(view, refusal.weaker.pack)
    case "PacksContradict":
    case "DefaultsDisagree":
      return packPath(view, refusal.other.pack)
    case "StepListUnknown":
    case "StepListTwice":
      return listPath(view, refusal.list)
    case "IncomparableValues":
    case "ClauseMissing":
      return refusal.from === "own" ? choicePath(view, refusal.key) : packPath(view, refusal.from)
    case "RangeEmpty":
      return endPath(view, refusal)
    default:
      return choicePath(view, refusal.key)
  }
}

/** Where the end of a range stands that is at fault. */
const endPath = (view: View, { key, least, most }: RangeEmpty): Path => {
  const { from } = key === least.key ? least : most
  return from === "own" ? choicePath(view, key) : packPath(view, from)
}

const citationOf = (refusal: CharterRefusal): Citation | undefined => {
  if ("bound" in refusal) return refusal.bound.citation
  if (refusal._tag === "RangeEmpty")
    return refusal.least.from === "own" ? refusal.most.citation : refusal.least.citation
  return "one" in refusal ? refusal.one.citation : undefined
}

const subjectOf = (refusal: CharterRefusal): { readonly [name: string]: Fact } => {
  if ("key" in refusal) return { key: refusal.key }
  return "pack" in refusal ? { pack: refusal.pack } : {}
}

/** The same objection on another day is the same objection. */
const textOf = (refusal: CharterRefusal): string => {
  const text = canonicalJson({ ...refusal, day: null })
  return text.ok ? text.value : refusal._tag
}

const found = (view: View, refusal: CharterRefusal, rule: "LINT-1" | "LINT-2"): LintFinding => {
  const citation = citationOf(refusal)
  const facts = { day: view.day, tag: refusal._tag, ...subjectOf(refusal) }
  const cited = citation === undefined ? {} : { citation }
  return { rule, level: "error", path: pathOf(view, refusal), facts, ...cited, refusal }
}

/** What the first day refuses, and what a later day refuses that the days before it allowed. Rules LINT-1, LINT-2. */
export const refusedDays = (views: ReadonlyArray<View>): ReadonlyArray<LintFinding> => {
  const known = new Set<string>()
  return views.flatMap((view, index) =>
    view.refusals.flatMap((refusal) => {
      const text = textOf(refusal)
      if (known.has(text)) return []
      known.add(text)
      return [found(view, refusal, index === 0 ? "LINT-1" : "LINT-2")]
    }),
  )
}
