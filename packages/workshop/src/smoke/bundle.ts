import { realpathSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { InlineConfig } from "vite"
import { build, createServer } from "vite"
import type { Verdict } from "../checks/verdict.ts"
import { fails, holdsUnless } from "../checks/verdict.ts"

const base = (folder: string): InlineConfig => ({
  // Vite compares real paths, and a temporary folder is a link on some systems.
  root: realpathSync(folder),
  configFile: false,
  envFile: false,
  logLevel: "silent",
  mode: "development",
})

const ours = /node_modules\/(@jinlin\/[^/]+|jinlin)\/(?!node_modules)(.*)$/

/** What code of ours names beside itself with `new URL`: the tables of a store, as a bundler carries them along. */
const data = /\/schema\/[a-z0-9-]+\.sql\?url$/

/**
 * Modules of our packages that a bundler took from elsewhere than `dist`. Vite sets the condition `development` in a
 * consumer's build; were a private condition of that kind left in a packed manifest, sources would turn up here.
 */
export const strayModules = (modules: ReadonlyArray<string>): ReadonlyArray<string> =>
  modules
    .map((id) => id.replaceAll("\\", "/"))
    .filter((id) => ours.test(id) && !/\/dist\/[^?]+\.js(\?.*)?$/.test(id) && !data.test(id))
    .map((id) => `${id} is not built code. Remedy: look for a private condition in the packed manifest.`)

/**
 * Builds a program of the consumer's with Vite in development mode.
 *
 * @param forNode A program that uses Node's own modules is built for a server, with our packages bundled into it.
 */
export const bundles = async (folder: string, program: string, forNode: boolean): Promise<Verdict> => {
  writeFileSync(join(folder, "bundled.ts"), program)
  const input = join(realpathSync(folder), "bundled.ts")
  const modules: Array<string> = []
  await build({
    ...base(folder),
    plugins: [
      {
        name: "modules",
        generateBundle: (_options, bundle) => void modules.push(...Object.values(bundle).flatMap(idsOf)),
      },
    ],
    ssr: { noExternal: true },
    build: { write: false, target: "es2023", ssr: forNode, rolldownOptions: { input } },
  })
  const found = modules.filter((id) => ours.test(id.replaceAll("\\", "/")))
  if (found.length === 0) return fails("No module of ours is in the bundle: the check saw nothing.", ...modules)
  return holdsUnless(strayModules(modules), `${found.length} modules of ours`)
}

const idsOf = (output: object): ReadonlyArray<string> =>
  "moduleIds" in output && Array.isArray(output.moduleIds) ? output.moduleIds.map(String) : []

/** Lets Vite's development server transform a program and every module of ours that it reaches. */
export const servesInDevelopment = async (folder: string, program: string): Promise<Verdict> => {
  writeFileSync(join(folder, "served.ts"), program)
  const server = await createServer({
    ...base(folder),
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, ws: false, watch: null },
  })
  try {
    const seen = new Set<string>()
    const transform = async (url: string): Promise<void> => {
      await server.transformRequest(url)
      const module = await server.environments.client.moduleGraph.getModuleByUrl(url)
      for (const next of module?.importedModules ?? []) {
        if (seen.has(next.url) || next.id === null || !ours.test(next.id)) continue
        seen.add(next.url)
        await transform(next.url)
      }
    }
    await transform("/served.ts")
    return seen.size === 0
      ? fails("The server reached no module of ours.")
      : holdsUnless(strayModules([...seen]), `${seen.size} modules of ours`)
  } catch (thrown) {
    return fails(thrown instanceof Error ? thrown.message : String(thrown))
  } finally {
    await server.close()
  }
}

/** A program that imports every entry of some packages and prints what it found. */
export const programOfEntries = (specifiers: ReadonlyArray<string>): string =>
  [
    ...specifiers.map((specifier, index) => `import * as entry${index} from "${specifier}"`),
    `console.log(${specifiers.map((_specifier, index) => `Object.keys(entry${index}).length`).join(" + ")}, "names")`,
    "",
  ].join("\n")
