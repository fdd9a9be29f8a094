import type { Rule } from "./rules.ts"

/** What a rule says and where it comes from, in one language. */
type RuleText = Pick<Rule, "says" | "source">

/** A rule in Chinese, with the English that it was made from, so that neither changes alone. */
interface TranslatedRule extends RuleText {
  readonly of: RuleText
}

/** `docs/src/data/rules.zh-Hans.json`: rules in Chinese by their keys. */
export type Translations = Readonly<Record<string, TranslatedRule>>

/** Where translations are kept, from the repository's root. */
const translationsFile = "docs/src/data/rules.zh-Hans.json"

/** What is wrong with the Chinese of one rule, or nothing. */
export const faultOf = ({ key, says, source }: Rule, translations: Translations): string | undefined => {
  const chinese = translations[key]
  if (chinese === undefined) return `${key} has no Chinese: add { of, says, source } for it to ${translationsFile}`
  if (chinese.of.says === says && chinese.of.source === source) return undefined
  const now = JSON.stringify({ says, source })
  return `${key} has changed in English: look at its Chinese again in ${translationsFile}, then set "of" to ${now}`
}

/** The rule in Chinese. Throws where it is missing or was made from other English. */
export const inChinese = (rule: Rule, translations: Translations): Rule => {
  const fault = faultOf(rule, translations)
  const chinese = translations[rule.key]
  if (fault !== undefined || chinese === undefined) throw new Error(`[jinlin] [docs] ${fault}.`)
  return { id: rule.id, key: rule.key, says: chinese.says, source: chinese.source }
}
