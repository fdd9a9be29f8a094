import { visible } from "../visible.ts"
import { asText, type Kind, kind, type Options, plain } from "./kind.ts"
import type { KindContext } from "./words.ts"

type Lookup = KindContext["lookup"]

const fieldsOf = (raw: unknown): Options => (typeof raw === "object" && raw !== null ? { ...raw } : {})

const shareOf = (raw: unknown): string | undefined => {
  const { denominator, numerator } = fieldsOf(raw)
  const [above, below] = [plain(numerator), plain(denominator)]
  if (above === undefined || below === undefined) return undefined
  return below === "1" ? above : `${above}/${below}`
}

/** A threshold, a count with its unit, a flag, a choice or several: what a rule of a pack or of a charter holds. */
const valueIn = (lookup: Lookup, raw: unknown): string | undefined => {
  const { _tag: tag, threshold, ...value } = fieldsOf(raw)
  if (tag === "Count") return lookup(`unit.${plain(value["unit"])}`, { count: value["count"] })
  const { base, comparison, measure, share } = fieldsOf(threshold)
  const data = tag === "Threshold" ? { base, comparison, measure, share: shareOf(share) } : value
  return lookup(`value.${plain(tag)}`, data)
}

const numbered = /^(\d+)(?:\((\d+)\))?(?:\((\d+)\))?$/

const articleOf = (lookup: Lookup, written: string): string => {
  const [, article, paragraph = null, item = null] = numbered.exec(written) ?? []
  const text = article === undefined ? undefined : lookup("cite.article", { article, paragraph, item })
  return text ?? visible(written)
}

/** The instrument and the articles of a citation, without how surely it says so. */
const citedIn = (lookup: Lookup, raw: unknown): string | undefined => {
  const { article, instrument } = fieldsOf(raw)
  if (typeof instrument !== "string") return undefined
  const written = typeof article === "string" ? article.split(/,\s*/).filter((one) => one !== "") : []
  return lookup("cite.instrument", { instrument, articles: written.map((one) => articleOf(lookup, one)) })
}

/** As a sentence begins. Only words of ours are written so: an id stays as it is. */
const beginning = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : words.slice(0, 1).toUpperCase() + words.slice(1)

const setInWords = (lookup: Lookup, set: string): string | undefined => beginning(lookup(`term.rule-set.${set}`, {}))

/** `owners-general` as a sentence begins with it: in our words, or by its display name. */
const setOf = ({ lookup, names }: KindContext, raw: unknown): string | undefined => {
  if (typeof raw !== "string") return undefined
  const named = setInWords(lookup, raw) ?? names(raw)
  return visible(named === "" ? raw : named)
}

/** `representatives-meeting/quorum.heads` in words, where both halves have theirs; else as it is written. */
const ruleOf = (lookup: Lookup, raw: unknown): string | undefined => {
  if (typeof raw !== "string") return undefined
  const [body = "", name = ""] = raw.split("/")
  const [set, part] = [setInWords(lookup, body), lookup(`term.rule-name.${name}`, {})]
  if (set === undefined || part === undefined) return lookup("value.rule-as-written", { key: raw })
  return lookup("value.rule", { set, part, key: raw })
}

/**
 * `:value` writes what a rule holds (`at least 2/3 of the members`), from `value.<kind>` and the units; `:cited` the
 * instrument and the article of a citation, from `cite.instrument`; `:rule` the key of a rule, from `value.rule`, and `:set`
 * a set of rules, both as a sentence begins.
 */
export const ruleKinds = (context: KindContext): Readonly<Record<"value" | "cited" | "rule" | "set", Kind>> => {
  const { lookup } = context
  return {
    value: kind("the value of a rule", (raw) => asText(valueIn(lookup, raw))),
    cited: kind("a citation", (raw) => asText(citedIn(lookup, raw))),
    rule: kind("the key of a rule", (raw) => asText(ruleOf(lookup, raw))),
    set: kind("the name of a set of rules", (raw) => asText(setOf(context, raw))),
  }
}
