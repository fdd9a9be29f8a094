/**
 * `node scripts/site.ts build | dev | preview`: writes what pages show of the code, then lets Astro work,
 * with its telemetry off. The same on every system: no shell sets an environment.
 */
import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"

const [task = "build", ...others] = process.argv.slice(2)
const docs = dirname(import.meta.dirname)
const astro = dirname(createRequire(import.meta.url).resolve("astro/package.json"))

if (task !== "preview") {
  const script = join(import.meta.dirname, "generate.ts")
  const { status } = spawnSync(process.execPath, ["--conditions=@jinlin/source", script], {
    cwd: docs,
    stdio: "inherit",
  })
  if (status !== 0) process.exit(status ?? 1)
}

// Astro takes our place and not a child's, so that whoever stops us stops it.
process.chdir(docs)
process.env["ASTRO_TELEMETRY_DISABLED"] = "1"
process.argv = [process.execPath, join(astro, "bin", "astro.mjs"), task, ...others]
await import(pathToFileURL(join(astro, "bin", "astro.mjs")).href)
