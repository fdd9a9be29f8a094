import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { processNames } from "../tidy/places.ts"

/** The files of a new process by their names in its folder. */
export type Rendered = Readonly<Record<string, string>>

const template = join(import.meta.dirname, "template")

/** The words that a process is told with: `home-visit` → HomeVisit, homeVisit, "home visit", VISIT. */
export interface Words {
  readonly name: string
  readonly Subject: string
  readonly subject: string
  readonly Words: string
  readonly words: string
  readonly RULE: string
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** The words for a process. Throws, with the names there are, when the table of processes has no such name. */
export const wordsFor = (name: string): Words => {
  if (!processNames.has(name))
    throw new Error(
      `[workshop] "${name}" is no process of the model map. Remedy: take one of ${[...processNames].join(", ")}; ` +
        "a mechanism that is missing there gets a row in the architecture first.",
    )
  const parts = name.split("-")
  const Subject = parts.map(capital).join("")
  const words = parts.join(" ")
  return {
    name,
    Subject,
    subject: Subject.slice(0, 1).toLowerCase() + Subject.slice(1),
    Words: capital(words),
    words,
    RULE: (parts.at(-1) ?? name).toUpperCase(),
  }
}

/** The files of ARCHITECTURE §2 for a new process: they compile, pass `tidy`, and say nothing yet of the real thing. */
export const render = (words: Words): Rendered =>
  Object.fromEntries(
    readdirSync(template).map((file) => [
      file.replace(/\.txt$/, ""),
      readFileSync(join(template, file), "utf8").replace(/__(\w+?)__/g, (_whole, key: string) => wordOf(words, key)),
    ]),
  )

const wordOf = (words: Words, key: string): string => {
  const word = new Map(Object.entries(words)).get(key)
  if (word === undefined) throw new Error(`[workshop] the template asks for "${key}", which no process has.`)
  return word
}
