// `pnpm new:process <name>`: a folder in core with every file that a process has, ready to be filled.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Manifest } from "../workspace/manifest.ts"
import { shownPath, workspaceRoot } from "../workspace/places.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { entriesFor, withEntries } from "./entries.ts"
import { render, wordsFor } from "./render.ts"

const core = join(workspaceRoot, "packages", "core")

const addEntries = (name: string): void => {
  const file = join(core, "package.json")
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest
  const written = {
    ...manifest,
    exports: withEntries(manifest.exports ?? {}, entriesFor(name, "@jinlin/source")),
    publishConfig: {
      ...manifest.publishConfig,
      exports: withEntries(manifest.publishConfig?.exports ?? {}, entriesFor(name, undefined)),
    },
  }
  writeFileSync(file, `${JSON.stringify(written, undefined, 2)}\n`)
}

const scaffold = async (name: string): Promise<void> => {
  const words = wordsFor(name)
  const folder = join(core, "src", name)
  if (existsSync(folder))
    throw new Error(`[workshop] ${shownPath(folder)} stands already. Remedy: work on what is there.`)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(render(words))) writeFileSync(join(folder, file), text)
  addEntries(name)
  await runScript(programOf("@biomejs/biome", "biome"), ["check", "--write", folder, join(core, "package.json")])
  console.log(
    `${shownPath(folder)} stands. Begin with its README: the Chinese term, what a stream is, the rules by id.`,
  )
  console.log(
    "Then: pnpm check, pnpm vitest run packages/core, pnpm api:update; messages for its refusals and notices; a page in docs.",
  )
}

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || rest.length > 0)
  throw new Error("[workshop] Usage: pnpm new:process <name>, such as pairing.")
await scaffold(name)
