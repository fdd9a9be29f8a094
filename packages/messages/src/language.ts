/** The languages that every text exists in, as BCP 47 names them. */
export type Language = "zh-Hans" | "zh-Hant" | "en"

/** Every language, the one that the texts are first written in first. */
export const languages: ReadonlyArray<Language> = ["zh-Hans", "zh-Hant", "en"]

const traditional = /^zh-(?:[a-z]+-)?(?:hant|tw|hk|mo)\b/i

/**
 * The language that a BCP 47 tag asks for: `zh`, `zh-CN`, `zh-SG` are `zh-Hans`; `zh-TW`, `zh-HK`, `zh-Hant-…` are `zh-Hant`;
 * every English is `en`; anything else is `undefined`, so that the caller can say which languages there are.
 */
export const readLanguage = (tag: string): Language | undefined => {
  if (/^zh-hans\b/i.test(tag)) return "zh-Hans"
  if (traditional.test(tag)) return "zh-Hant"
  if (/^zh\b/i.test(tag)) return "zh-Hans"
  return /^en\b/i.test(tag) ? "en" : undefined
}
