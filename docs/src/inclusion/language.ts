/** The languages of the site, as pages and data files name them. */
export type Language = "en" | "zh-Hans"

/** Every language of the site. */
export const languages: ReadonlyArray<Language> = ["en", "zh-Hans"]

/** What a page's locale is in data files: the root is English. */
export const languageOf = (locale: string | undefined): Language => (locale === "zh-hans" ? "zh-Hans" : "en")

/** The address of a page in one language, from its path in English. */
export const pathIn = (language: Language, path: string): string => (language === "zh-Hans" ? `/zh-hans${path}` : path)
