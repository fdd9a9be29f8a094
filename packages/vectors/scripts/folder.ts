import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { coverageTable, withCoverage } from "./coverage.ts"
import { generatedFiles, tellAll } from "./files.ts"
import { type Files, keptQuestions } from "./kept-questions.ts"

/** The folder of this package. */
export const home = join(import.meta.dirname, "..")

const folders = ["schemas", "histories", "cases"]

/** What stands in the folders that are generated. */
export const writtenFiles = (): Files => {
  const paths = folders
    .map((folder) => join(home, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
  return new Map(paths.map((path) => [relative(home, path).split(sep).join("/"), readFileSync(path, "utf8")] as const))
}

/** What should stand there, and the README with its table. */
export const wantedFiles = (): { readonly files: Files; readonly readme: string } => {
  const told = tellAll()
  const readme = readFileSync(join(home, "README.md"), "utf8")
  return { files: generatedFiles(told), readme: withCoverage(readme, coverageTable(told)) }
}

const few = (ids: ReadonlyArray<string>): string =>
  `${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ` and ${ids.length - 10} more` : ""}`

/**
 * Writes the folders anew and says what changed. Where a published id would vanish or name another question it writes
 * nothing and fails, unless `replace` says that this is meant.
 */
export const writeFolder = (replace: boolean): { readonly ok: boolean; readonly says: string } => {
  const { files, readme } = wantedFiles()
  const before = writtenFiles()
  const { added, answeredAnew, broken } = keptQuestions(before, files)
  if (broken.length > 0 && !replace)
    return {
      ok: false,
      says:
        `${broken.length} published cases would vanish or ask something else: ${few(broken)}. An id names one question for ` +
        "ever. Remedy: add lines at the end of a scenario or give it a new name; or, if it is meant, run again with --replace.",
    }
  for (const path of before.keys()) if (!files.has(path)) rmSync(join(home, path))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  writeFileSync(join(home, "README.md"), readme)
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const anew = answeredAnew.length === 0 ? "" : ` Answered anew: ${few(answeredAnew)}.`
  return {
    ok: true,
    says: `${files.size} files, ${Math.round(bytes / 1024)} kB. Cases added: ${added}, replaced: ${broken.length}.${anew}`,
  }
}
