import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Messages, messagesFor } from "../src/index.ts"

/** One language as it lies on disk. */
export interface Folder {
  readonly name: "zh-hans" | "zh-hant" | "en"
  readonly messages: Messages
  /** `kernel.json` and so on: the file as it is, and its texts. */
  readonly files: ReadonlyArray<{
    readonly file: string
    readonly raw: string
    readonly texts: ReadonlyMap<string, string>
  }>
  /** All of them together. */
  readonly texts: ReadonlyMap<string, string>
}

const sources = join(import.meta.dirname, "../src")

const readFolder = (name: Folder["name"], messages: Messages): Folder => {
  const names = readdirSync(join(sources, name)).filter((file) => file.endsWith(".json"))
  const files = names.map((file) => {
    const raw = readFileSync(join(sources, name, file), "utf8")
    const entries: ReadonlyArray<[string, string]> = Object.entries(JSON.parse(raw))
    return { file, raw, texts: new Map(entries.filter(([key]) => !key.startsWith("$"))) }
  })
  return { name, messages, files, texts: new Map(files.flatMap(({ texts }) => [...texts])) }
}

/** The three languages, the one that the texts are first written in first. */
export const folders: readonly [Folder, Folder, Folder] = [
  readFolder("zh-hans", messagesFor("zh-Hans")),
  readFolder("zh-hant", messagesFor("zh-Hant")),
  readFolder("en", messagesFor("en")),
]
