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

/** `representatives-meeting/quorum.heads` in words, where both halves have theirs; else as it is written. */
const ruleOf = (lookup: Lookup, raw: unknown): string | undefined => {
  if (typeof raw !== "string") return undefined
  const [set = "", name = ""] = raw.split("/")
  const [inWords, part] = [lookup(`term.rule-set.${set}`, {}), lookup(`term.rule-name.${name}`, {})]
  if (inWords === undefined || part === undefined) return visible(raw)
  return lookup("value.rule", { set: inWords, part, key: raw })
}

/**
 * `:value` writes what a rule holds (`at least 2/3 of the members`), from `value.<kind>` and the units; `:cited` the
 * instrument and the article of a citation, from `cite.instrument`; `:rule` the key of a rule, from `value.rule`.
 */
export const ruleKinds = ({ lookup }: KindContext): Readonly<Record<"value" | "cited" | "rule", Kind>> => ({
  value: kind("the value of a rule", (raw) => asText(valueIn(lookup, raw))),
  cited: kind("a citation", (raw) => asText(citedIn(lookup, raw))),
  rule: kind("the key of a rule", (raw) => asText(ruleOf(lookup, raw))),
})
