// `pnpm docs:api`: the API pages of every published package, in .out/api. A warning fails: a page that points nowhere,
// a type in a signature that nobody can import, an export that says nothing about itself.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { stripVTControlCharacters } from "node:util"
import type { Application, TypeDocOptions } from "typedoc"
import { LogLevel, Application as Typedoc } from "typedoc"
import { runChecks } from "../checks/run-checks.ts"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holds } from "../checks/verdict.ts"
import { entriesOf } from "../workspace/entries.ts"
import type { PublicPackage } from "../workspace/packages.ts"
import { publicPackages } from "../workspace/packages.ts"
import { outFolder, workspaceRoot } from "../workspace/places.ts"

const drafts = join(outFolder, "api-drafts")
const draftOf = (folder: string): string => join(drafts, `${folder}.json`)

const common: Partial<TypeDocOptions> = {
  plugin: [],
  logLevel: "Warn",
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  readme: "none",
}

/** The members of an interface are told of by the interface; only what is exported by itself has to speak for itself. */
const aboutAMember = /\((Property|Method)\), .* does not have any documentation/

/** Keeps what typedoc warns of, since a check reports it and nothing else should print. */
const listen = (app: Application): ReadonlyArray<string> => {
  const heard: Array<string> = []
  app.logger.log = (message, level) => {
    const words = stripVTControlCharacters(message)
    if (level >= LogLevel.Warn && !aboutAMember.test(words)) heard.push(words)
  }
  return heard
}

/** A tsconfig that knows the entries of one package and no more, so that typedoc does not read the whole workspace. */
const configOf = ({
  folder,
  path,
  manifest,
}: PublicPackage): { readonly tsconfig: string; readonly files: Array<string> } => {
  const files = entriesOf(manifest).map(({ source }) => join(path, source))
  const tsconfig = join(drafts, `${folder}.tsconfig.json`)
  writeFileSync(tsconfig, JSON.stringify({ extends: join(workspaceRoot, "tsconfig.json"), files, include: [] }))
  return { tsconfig, files }
}

const convert = async (pack: PublicPackage): Promise<Verdict> => {
  const { tsconfig, files } = configOf(pack)
  const app = await Typedoc.bootstrap({
    ...common,
    name: pack.manifest.name,
    entryPoints: files,
    tsconfig,
    // `pnpm check types` has said what there is to say about types.
    skipErrorChecking: true,
    externalPattern: ["**/node_modules/**", `**/packages/!(${pack.folder})/**`],
    validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: true },
    requiredToBeDocumented: ["Function", "Class", "Interface", "TypeAlias", "Variable"],
  })
  const heard = listen(app)
  const project = await app.convert()
  if (project === undefined) return fails("typedoc could not read the package.", ...heard)
  app.validate(project)
  await app.generateJson(project, draftOf(pack.folder))
  return heard.length === 0 ? holds() : fails(...heard)
}

const merge = async (packages: ReadonlyArray<PublicPackage>): Promise<Verdict> => {
  const app = await Typedoc.bootstrap({
    ...common,
    name: "jinlin",
    entryPointStrategy: "merge",
    entryPoints: packages.map(({ folder }) => draftOf(folder)),
  })
  const heard = listen(app)
  const project = await app.convert()
  if (project === undefined) return fails("typedoc could not put the packages together.", ...heard)
  await app.generateDocs(project, join(outFolder, "api"))
  return heard.length === 0 ? holds(".out/api/index.html") : fails(...heard)
}

mkdirSync(drafts, { recursive: true })
// A package that holds nothing but data has no entries, and no API.
const packages = publicPackages().filter(({ manifest }) => entriesOf(manifest).length > 0)
await runChecks("API pages", [
  ...packages.map((pack) => ({ name: pack.folder, run: () => convert(pack) })),
  { name: "all packages", run: () => merge(packages) },
])
