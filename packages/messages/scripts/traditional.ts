import { Converter } from "opencc-js/cn2t"
import type { Catalogue } from "../src/catalogue.ts"
import terms from "./zh-hant-terms.json" with { type: "json" }

/** Characters only (`tw`): `twp` would also replace words, and the words of an institution are its own. */
const convert = Converter({ from: "cn", to: "tw" })

/** Terms whose traditional form the glossary fixes, longest first, and the quotation marks. */
const fixed: ReadonlyMap<string, string> = new Map([
  ...Object.entries(terms).toSorted(([a], [b]) => b.length - a.length),
  ["“", "「"],
  ["”", "」"],
  ["‘", "『"],
  ["’", "』"],
])

const anyFixed = new RegExp([...fixed.keys()].join("|"), "g")

/** Simplified text in traditional characters. What stands in ASCII, as all of MessageFormat 2's syntax does, stays as it is. */
export const toTraditional = (simplified: string): string => {
  let traditional = ""
  let end = 0
  for (const { 0: term, index } of simplified.matchAll(anyFixed)) {
    traditional += convert(simplified.slice(end, index)) + (fixed.get(term) ?? term)
    end = index + term.length
  }
  return traditional + convert(simplified.slice(end))
}

/** The remark at the head of a generated file. */
export const generatedRemark = (file: string): string =>
  `Generated from ../zh-hans/${file} by scripts/generate-zh-hant.ts. Do not edit: change that file or the term dictionary.`

/** The whole generated file, as it must stand on disk. */
export const traditionalFile = (file: string, simplified: Catalogue): string => {
  const texts = Object.entries(simplified).map(([key, text]) => [key, toTraditional(text)])
  return `${JSON.stringify({ $generated: generatedRemark(file), ...Object.fromEntries(texts) }, undefined, 2)}\n`
}
