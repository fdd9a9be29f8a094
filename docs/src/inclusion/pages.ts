import { readdirSync } from "node:fs"
import { placeOf, textOf } from "./repository.ts"

/** One page as its author wrote it. */
export interface Page {
  /** From the repository's root. */
  readonly file: string
  /** Below the folder of its language, without its ending: the same for both languages. */
  readonly path: string
  readonly language: "en" | "zh-Hans"
  readonly text: string
}

const folder = "docs/src/content/docs"
const chinese = "zh-hans/"

/** Every page that stands under `docs/src/content/docs`. */
export const allPages = (): ReadonlyArray<Page> =>
  readdirSync(placeOf(folder), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => ({
      file: `${folder}/${name}`,
      path: name.replace(chinese, "").replace(/\.mdx?$/, ""),
      language: name.startsWith(chinese) ? "zh-Hans" : "en",
      text: textOf(`${folder}/${name}`),
    }))

/** The attributes of every `<Name … />` of a page, with the values that are plain strings. */
export const usesOf = (component: string, text: string): ReadonlyArray<Readonly<Record<string, string>>> =>
  [...text.matchAll(new RegExp(`<${component}\\b([^>]*?)/?>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value])),
  )

/** Languages that a page may write out itself: what is typed at a prompt, and plain words. */
const mayBeWritten = ["sh", "text"]

/** What a page shows as code without including it, in words: rule 12 of the house, "docs include code, they never paste it". */
export const pastedCode = ({ text }: Page): ReadonlyArray<string> => {
  const fences = [
    ...text.matchAll(/^[ \t>]*(?:```+|~~~+)[ \t]*([^\s`]*)[^\n]*\n[\s\S]*?^[ \t>]*(?:```+|~~~+)[ \t]*$/gm),
  ]
  const pasted = fences
    .map(([, language = ""]) => language)
    .filter((language) => !mayBeWritten.includes(language))
    .map((language) => `a fenced block of "${language || "no language"}"`)
  const written = /<(Code|pre)\b/.exec(text)?.[1]
  return written === undefined ? pasted : [...pasted, `<${written}>`]
}

/** Where a page's links into the site lead, without query and anchor. */
export const linksOf = ({ text }: Page): ReadonlyArray<string> =>
  [...text.matchAll(/(?:\]\(|href=")(\/[^)"#?\s]*)/g)].map(([, link = ""]) => link)
