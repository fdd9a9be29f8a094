import { readFileSync } from "node:fs"

/** What the docstrings of some sources say: of an exported constant, of its fields, and of a tagged case. */
export interface DocComments {
  readonly ofConstant: (name: string) => string | undefined
  readonly ofField: (constant: string, field: string) => string | undefined
  readonly ofCase: (tag: string) => string | undefined
}

const comment = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*`

/** The sentence without stars, line breaks and code marks: it is read in another language's tools. */
const spoken = (raw: string | undefined): string =>
  (raw ?? "")
    .replaceAll(/^\s*\* ?/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim()

const found = (text: string, pattern: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(new RegExp(comment + pattern, "g"))].map(([, doc, name = ""]) => [name, spoken(doc)]))

/** The text of `export const <name> = …` up to the next constant. */
const blocksOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/^(?=(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(?:export )?const )/m)
      .flatMap((block) => [...block.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => [name, block] as const)),
  )

/** Reads the docstrings of sources, so that whoever has only the schemas knows what a field means. */
export const docCommentsOf = (files: ReadonlyArray<URL>): DocComments => {
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n")
  const constants = found(text, String.raw`export const (\w+)`)
  const cases = found(text, String.raw`(?:Schema\.TaggedStruct|refusal)\(\s*"(\w+)"`)
  const fields = new Map([...blocksOf(text)].map(([name, block]) => [name, found(block, String.raw`(\w+):`)]))
  return {
    ofConstant: (name) => constants.get(name),
    ofField: (constant, field) => fields.get(constant)?.get(field),
    ofCase: (tag) => cases.get(tag),
  }
}
