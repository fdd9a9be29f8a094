import { type Language, readLanguage } from "@jinlin/messages"

/** `zh_CN.UTF-8` as BCP 47 would write it: `zh-CN`. */
const tagOf = (locale: string): string => locale.replace(/[.@].*$/, "").replaceAll("_", "-")

/** The language of a person's system, as POSIX ranks what says it; English where it is none of ours. */
export const languageOf = (env: { readonly [name: string]: string | undefined }): Language => {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "")
  return (locale === undefined ? undefined : readLanguage(tagOf(locale))) ?? "en"
}
