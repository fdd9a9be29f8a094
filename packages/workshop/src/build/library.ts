import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Options } from "tsup"
import { commandsOf, entriesOf } from "../workspace/entries.ts"
import { readManifest } from "../workspace/manifest.ts"
import { pureCalls } from "./pure-calls.ts"

/** Packages that speak to Node itself. Every other one must run wherever JavaScript runs. */
const forNode: ReadonlySet<string> = new Set(["jinlin", "@jinlin/store-postgres", "@jinlin/store-sqlite"])

/**
 * The one way in which our packages are built: ESM and types, an output file for each entry of the manifest's `exports`
 * and each command of its `bin`.
 * What the manifest lists as dependency or peer stays an import. Nothing is minified, since readers of a stack trace
 * are our users, and there is no source map, since it would carry the paths of the machine that built it.
 *
 * Throws, naming the entry, when an entry points at a source file that does not exist.
 */
export const library = (packageFolder: string): Options => {
  const manifest = readManifest(packageFolder)
  const entries = entriesOf(manifest)
  const commands = commandsOf(manifest)
  for (const { source, subpath } of entries)
    if (!existsSync(join(packageFolder, source)))
      throw new Error(
        `[workshop] ${manifest.name}: the entry ".${subpath}" names ${source}, which does not exist. ` +
          "Remedy: write the file, or take the entry out of exports and publishConfig.exports.",
      )
  return {
    entry: Object.fromEntries([
      ...entries.map(({ name, source }) => [name, source]),
      ...commands.map(({ file, source }) => [file.replace(/^dist\//, "").replace(/\.js$/, ""), source]),
    ]),
    outDir: "dist",
    clean: true,
    format: "esm",
    target: "es2023",
    platform: forNode.has(manifest.name) ? "node" : "neutral",
    dts: true,
    splitting: true,
    treeshake: false,
    sourcemap: false,
    minify: false,
    silent: true,
    // `node:sqlite` has no other name: without the prefix it is a package that does not exist.
    removeNodeProtocol: false,
    esbuildPlugins: [pureCalls],
    external: [/^effect(\/|$)/],
  }
}
