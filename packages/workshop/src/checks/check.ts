// `pnpm check`: what can be said about the sources without running them. `pnpm check types` runs one of them alone.
import { join } from "node:path"
import { outFolder } from "../workspace/places.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { chosen, runChecks } from "./run-checks.ts"
import type { Check, Verdict } from "./verdict.ts"
import { verdictOf } from "./verdict.ts"

const tool = async (program: string, args: ReadonlyArray<string>, remedy: string): Promise<Verdict> =>
  verdictOf(await runScript(program, args), remedy)

const cruise = (config: string, folders: ReadonlyArray<string>): Promise<Verdict> =>
  tool(
    programOf("dependency-cruiser", "depcruise"),
    ["--config", `packages/workshop/${config}`, "--output-type", "err-long", ...folders],
    "the comment below each rule says where such an import belongs.",
  )

const checks: ReadonlyArray<Check> = [
  {
    name: "types",
    run: () =>
      tool(
        programOf("typescript", "tsc"),
        ["-p", "tsconfig.json", "--incremental", "--tsBuildInfoFile", join(outFolder, "types.tsbuildinfo")],
        "mend the types where tsc points; `pnpm check types` repeats this check alone.",
      ),
  },
  {
    name: "docs-types",
    run: () =>
      tool(
        programOf("typescript", "tsc"),
        ["-p", "docs/tsconfig.json"],
        "mend the types where tsc points; `pnpm check docs-types` repeats this check alone.",
      ),
  },
  {
    name: "style",
    run: () =>
      tool(
        programOf("@biomejs/biome", "biome"),
        ["check", "--colors=off", "--error-on-warnings", "--max-diagnostics=50", "."],
        "pnpm exec biome check --write <file>, and mend by hand what it leaves.",
      ),
  },
  {
    name: "tidy",
    run: () =>
      tool(
        programOf("vitest"),
        ["run", "--reporter=dot", "packages/workshop/src/tidy"],
        "each failing sentence above names its own.",
      ),
  },
  {
    name: "boundaries",
    run: () => cruise("dependency-cruiser.mjs", ["packages", "examples"]),
  },
  {
    name: "run-time",
    run: () => cruise("dependency-cruiser.run-time.mjs", ["packages/core/src"]),
  },
  {
    name: "dead-code",
    run: () =>
      tool(
        programOf("knip"),
        ["--no-progress"],
        "take out what nobody uses, or list an entry of a kind knip cannot see in knip.json with the reason.",
      ),
  },
]

await runChecks("check", chosen(checks, process.argv.slice(2)))
