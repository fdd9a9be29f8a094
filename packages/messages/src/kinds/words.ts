import type { Style } from "../style.ts"
import { visible } from "../visible.ts"
import { asText, type Kind, kind, listOf, type Options, plain, rawOf, type Written } from "./kind.ts"
import { squareMetres, wholeNumber } from "./numbers.ts"

/** What kinds need from around them. */
export interface KindContext {
  readonly style: Style
  /** The display name of an id. */
  readonly names: (id: string) => string
  /** The text under a key, for words that the catalogue itself holds; `undefined` where it holds none. */
  readonly lookup: (key: string, data: Options) => string | undefined
}

/** The keys under which the text of a finding may stand, the most particular first. */
export const findingKeys = (rule: unknown, facts: object): ReadonlyArray<string> =>
  "share" in facts ? [`outcome.${rule}`, "outcome.threshold"] : [`outcome.${rule}`]

const findingOf = (raw: unknown, lookup: KindContext["lookup"]): string | undefined => {
  if (typeof raw !== "object" || raw === null || !("rule" in raw) || !("facts" in raw)) return undefined
  const { facts, rule } = raw
  if (typeof facts !== "object" || facts === null) return undefined
  const texts = findingKeys(rule, facts).map((key) => lookup(key, { ...raw, ...facts }))
  return texts.find((text) => text !== undefined)
}

const holdsIn = (raw: unknown): string => String(typeof raw === "object" && raw !== null && "holds" in raw && raw.holds)

const matchingItself = (raw: unknown, text: string | undefined): Written | undefined =>
  text === undefined ? undefined : { text, keys: [String(raw)] }

/**
 * `:name` and `:names` write ids as the caller's display names. `:term of=post` and `:terms` write the codes of the model
 * as the catalogue's `term.post.<code>`, and a code that it does not know as `:name` would.
 * `:quantity unit=working-day` writes a count with its unit, from the catalogue's `unit.working-day`.
 * `:area` writes whole square centimetres as square metres with their unit (`unit.square-metre`), exactly.
 * `:share` writes a share as `2/3`, and all of it in a word (`unit.whole`).
 * `:finding` writes what came of applying a rule, from `outcome.<rule>` or `outcome.threshold`, and matches `true` or `false`.
 */
export const wordKinds = (
  context: KindContext,
): Readonly<Record<"name" | "names" | "term" | "terms" | "quantity" | "area" | "share" | "finding", Kind>> => {
  const { style, names, lookup } = context
  const name = (raw: unknown): string | undefined => {
    if (typeof raw !== "string") return undefined
    const shown: unknown = names(raw)
    return visible(typeof shown === "string" && shown !== "" ? shown : raw)
  }
  const term = (raw: unknown, options: Options): string | undefined => {
    const code = plain(raw)
    return code === undefined ? undefined : (lookup(`term.${rawOf(options["of"])}.${code}`, {}) ?? name(code))
  }
  const quantity = (raw: unknown, options: Options): string | undefined =>
    wholeNumber(raw) === undefined ? undefined : lookup(`unit.${rawOf(options["unit"])}`, { count: raw })
  const area = (raw: unknown): string | undefined => {
    const metres = squareMetres(raw)
    return metres === undefined ? undefined : lookup("unit.square-metre", { metres })
  }
  return {
    name: kind("an id", (raw) => matchingItself(raw, name(raw))),
    names: kind("a list of ids", listOf(style, name)),
    term: kind("a code", (raw, options) => matchingItself(raw, term(raw, options))),
    terms: kind("a list of codes", listOf(style, term)),
    quantity: kind("a whole number of a unit that has its text", (raw, options) => asText(quantity(raw, options))),
    area: kind("a whole number of square centimetres", (raw) => asText(area(raw))),
    share: kind("a share such as 2/3", (raw) => asText(raw === "1" ? lookup("unit.whole", {}) : plain(raw))),
    finding: kind("a finding whose rule has its text", (raw) => {
      const text = findingOf(raw, lookup)
      return text === undefined ? undefined : { text, keys: [holdsIn(raw)] }
    }),
  }
}
