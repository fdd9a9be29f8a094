import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Check } from "../checks/verdict.ts"
import { holds } from "../checks/verdict.ts"
import type { PackedPackage } from "../pack/pack.ts"
import { readManifest } from "../workspace/manifest.ts"
import { workspaceRoot } from "../workspace/places.ts"
import { bundles, programOfEntries, servesInDevelopment } from "./bundle.ts"
import { emptyFolder, installInto } from "./consumer.ts"
import { commandsAnswer, runsWithImport, runsWithRequire, typeChecks } from "./run-snippet.ts"
import { packagesIn, snippetIn } from "./snippet.ts"

/** The version of a package that the workspace itself was tested with. */
const versionHere = (name: string): string => readManifest(join(workspaceRoot, "node_modules", name)).version

/** Every entry that runs wherever JavaScript runs; the shell is Node's. */
const neutralEntries = (packages: ReadonlyArray<PackedPackage>): ReadonlyArray<string> =>
  packages
    .filter(({ folder }) => folder !== "jinlin")
    .flatMap(({ manifest }) =>
      Object.entries(manifest.exports ?? {})
        .filter(([, target]) => target !== null && typeof target !== "string")
        .map(([subpath]) => `${manifest.name}${subpath.slice(1)}`),
    )

/**
 * What somebody meets who installs the packed packages into an empty folder and pastes the README's first snippet.
 * The folder is outside of the workspace, so nothing of ours can help; it is removed by the last check.
 */
export const smokeChecks = (packed: () => ReadonlyArray<PackedPackage>): ReadonlyArray<Check> => {
  const folder = emptyFolder()
  const snippet = (): string => snippetIn(readFileSync(join(workspaceRoot, "README.md"), "utf8"), "quick-start")
  const entries = (): string => programOfEntries(neutralEntries(packed()))
  return [
    {
      name: "install outside",
      run: async () => {
        await installInto(folder, packed(), { effect: versionHere("effect") })
        return holds(`${packed().length} tarballs`)
      },
    },
    { name: "every entry with import", run: () => runsWithImport(folder, entries()) },
    { name: "every entry with require", run: () => runsWithRequire(folder, entries()) },
    { name: "every entry in a Vite build", run: () => bundles(folder, entries(), false) },
    { name: "every entry in a Vite dev server", run: () => servesInDevelopment(folder, entries()) },
    { name: "every command says how it is used", run: () => commandsAnswer(folder, packed()) },
    { name: "README's snippet with import", run: () => runsWithImport(folder, snippet()) },
    { name: "README's snippet with require", run: () => runsWithRequire(folder, snippet()) },
    { name: "README's snippet: its types", run: () => typeChecks(folder, snippet()) },
    {
      name: "README's snippet in a Vite build",
      run: () => bundles(folder, snippet(), packagesIn(snippet()).includes("jinlin")),
    },
    {
      name: "clear away",
      run: () => {
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
        return holds()
      },
    },
  ]
}
