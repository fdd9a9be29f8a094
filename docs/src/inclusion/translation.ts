import type { Rule } from "./rules.ts"

/** A rule in Chinese, with the English sentence that it was made from, so that neither changes alone. */
interface TranslatedRule {
  readonly of: string
  readonly says: string
  readonly source: string
}

/** `docs/src/data/rules.zh-Hans.json`: rules in Chinese by their keys. */
export type Translations = Readonly<Record<string, TranslatedRule>>

/** Where translations are kept, from the repository's root. */
const translationsFile = "docs/src/data/rules.zh-Hans.json"

/** What is wrong with the Chinese of one rule, or nothing. */
export const faultOf = (rule: Rule, translations: Translations): string | undefined => {
  const chinese = translations[rule.key]
  if (chinese === undefined) return `${rule.key} has no Chinese: add { of, says, source } for it to ${translationsFile}`
  if (chinese.of !== rule.says) {
    return `${rule.key} has changed in English: look at its Chinese again in ${translationsFile}, then set "of" to ${JSON.stringify(rule.says)}`
  }
  return undefined
}

/** The rule in Chinese. Throws where it is missing or was made from another English sentence. */
export const inChinese = (rule: Rule, translations: Translations): Rule => {
  const fault = faultOf(rule, translations)
  const chinese = translations[rule.key]
  if (fault !== undefined || chinese === undefined) throw new Error(`[jinlin] [docs] ${fault}.`)
  return { id: rule.id, key: rule.key, says: chinese.says, source: chinese.source }
}
