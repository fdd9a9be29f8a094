// `pnpm mutate [target …]`: breaks the rules on purpose, one place at a time, and sees whether a test notices.
// Survivors are in reports/mutation/<targets>/index.html; under 90 % the command fails.
import { join } from "node:path"
import { workspaceRoot } from "../workspace/places.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { patternsOf } from "./targets.ts"

const names = process.argv.slice(2)
const report = join("reports", "mutation", names.length === 0 ? "all" : names.join("-"))
const patterns = patternsOf(names)

const { code } = await runScript(
  programOf("@stryker-mutator/core", "stryker"),
  [
    "run",
    "packages/workshop/stryker.config.mjs",
    "--mutate",
    patterns.join(","),
    "--reporters",
    "progress-append-only,clear-text,html,json",
  ],
  { shown: true, env: { ...process.env, JINLIN_MUTATION_REPORT: join(workspaceRoot, report) } },
)
console.log(`Report: ${report}/index.html`)
process.exitCode = code
