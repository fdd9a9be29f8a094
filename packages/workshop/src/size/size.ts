// `pnpm size`: bundles what consumers import, minified and compressed, and compares it with size-budgets.json.
// Builds core first, unless `--built` says that it was just done.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { runChecks } from "../checks/run-checks.ts"
import { holdsUnless } from "../checks/verdict.ts"
import { entriesOf } from "../workspace/entries.ts"
import { readManifest } from "../workspace/manifest.ts"
import { workspaceRoot } from "../workspace/places.ts"
import { runScript } from "../workspace/program.ts"
import type { Budget, Weighed } from "./budgets.ts"
import { budgetFaults } from "./budgets.ts"

const home = join(workspaceRoot, "packages", "core")

const everyEntry = (): ReadonlyArray<string> => {
  const manifest = readManifest(home)
  return entriesOf(manifest).map(({ subpath }) => `${manifest.name}${subpath}`)
}

/** Bundles built code exactly as a consumer's bundler finds it: by package name, without our private condition. */
const weigh = async ({ imports = everyEntry() }: Budget): Promise<Weighed> => {
  const result = await build({
    // Each under a name of its own: what two entries both export would otherwise be left out as ambiguous.
    stdin: {
      contents: imports.map((name, at) => `export * as entry${at} from "${name}"`).join("\n"),
      resolveDir: home,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    metafile: true,
    logLevel: "silent",
  })
  const [code] = result.outputFiles
  return {
    bytes: code === undefined ? 0 : gzipSync(code.contents).byteLength,
    modules: Object.keys(result.metafile.inputs),
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`

const budgets = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../size-budgets.json"), "utf8"),
) as ReadonlyArray<Budget>

if (!process.argv.includes("--built"))
  await runScript(join(import.meta.dirname, "../build/build.ts"), ["core"], { shown: true })

await runChecks(
  "size",
  budgets.map((budget) => ({
    name: budget.name,
    run: async () => {
      const weighed = await weigh(budget)
      return holdsUnless(budgetFaults(budget, weighed), `${kilobytes(weighed.bytes)} of ${kilobytes(budget.most)} gzip`)
    },
  })),
)
