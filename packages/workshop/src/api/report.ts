import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { ExtractorMessage, IConfigFile } from "@microsoft/api-extractor"
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor"
import type { Entry } from "../workspace/entries.ts"
import type { PublicPackage } from "../workspace/packages.ts"
import { outFolder } from "../workspace/places.ts"

/** The report of one entry, and what is wrong with it. */
export interface EntryReport {
  /** The name of the committed file: `rotating-chair-rules.api.md`. */
  readonly file: string
  /** The committed file says something else, or is not there. */
  readonly differs: boolean
  /** Errors of the extractor, in its words. */
  readonly faults: ReadonlyArray<string>
  /** Names that a public signature uses and that this entry does not export. */
  readonly forgotten: ReadonlyArray<string>
  /** Names that this entry exports. */
  readonly exported: ReadonlyArray<string>
}

/** The name of an entry's report: `/rotating-chair/rules` → `rotating-chair-rules.api.md`. */
export const reportFile = ({ subpath }: Entry): string =>
  `${subpath === "" ? "index" : subpath.slice(1).replaceAll("/", "-")}.api.md`

const configFor = (pack: PublicPackage, entry: Entry): ExtractorConfig => {
  const drafts = join(outFolder, "api-reports", pack.folder)
  mkdirSync(drafts, { recursive: true })
  mkdirSync(join(pack.path, "api"), { recursive: true })
  const configObject: IConfigFile = {
    projectFolder: pack.path,
    mainEntryPointFilePath: join(pack.path, entry.types),
    newlineKind: "lf",
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: "es2023",
          lib: ["es2024", "esnext.disposable", "dom"],
          module: "nodenext",
          strict: true,
          skipLibCheck: true,
          types: [],
        },
        files: [join(pack.path, entry.types)],
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: reportFile(entry),
      reportFolder: join(pack.path, "api"),
      reportTempFolder: drafts,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
  }
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(pack.path, "package.json"),
  })
}

const exportedNames = (report: string): ReadonlyArray<string> =>
  [...report.matchAll(/^export (?:declare )?(?:const|function|type|interface|class|let) (\w+)/gm)].flatMap(
    ([, name]) => (name === undefined ? [] : [name]),
  )

/**
 * Writes what a package offers, one report for each entry, and compares it with the committed one.
 * The package must be built. One compiler serves all entries, which is what makes this quick.
 *
 * @param update The committed files are brought up to date instead of compared.
 */
export const reportsOf = (
  pack: PublicPackage,
  entries: ReadonlyArray<Entry>,
  update: boolean,
): ReadonlyArray<EntryReport> => {
  const configs = entries.map((entry) => configFor(pack, entry))
  const [first] = configs
  if (first === undefined) return []
  const additionalEntryPoints = entries.map((entry) => join(pack.path, entry.types))
  const compilerState = CompilerState.create(first, { additionalEntryPoints })
  return entries.flatMap((entry, index) => {
    const config = configs[index]
    return config === undefined ? [] : [reportOf(config, entry, { compilerState, update })]
  })
}

const reportOf = (
  config: ExtractorConfig,
  entry: Entry,
  { compilerState, update }: { readonly compilerState: CompilerState; readonly update: boolean },
): EntryReport => {
  const faults: Array<string> = []
  const forgotten: Array<string> = []
  const result = Extractor.invoke(config, {
    compilerState,
    localBuild: update,
    messageCallback: (message: ExtractorMessage) => {
      message.handled = true
      const name = /symbol "([^"]+)" needs to be exported/.exec(message.text)?.[1]
      if (message.messageId === "ae-forgotten-export" && name !== undefined) forgotten.push(name)
      else if (message.logLevel === "error" && message.category !== "console") faults.push(message.text)
    },
  })
  const written = join(config.reportTempFolder, reportFile(entry))
  return {
    file: reportFile(entry),
    differs: !update && result.apiReportChanged,
    faults,
    forgotten,
    exported: existsSync(written) ? exportedNames(readFileSync(written, "utf8")) : [],
  }
}
