// `pnpm mutate [target …] [--concurrency 1]`: breaks the rules on purpose, one place at a time, and sees whether a test
// notices. What follows the first option goes to Stryker as it is.
// Survivors are in reports/mutation/<targets>/index.html; under 90 % the command fails.
import { join } from "node:path"
import { workspaceRoot } from "../workspace/places.ts"
import { programOf, runScript } from "../workspace/program.ts"
import { patternsOf, testsFor } from "./targets.ts"

const given = process.argv.slice(2)
const firstOption = given.findIndex((argument) => argument.startsWith("-"))
const names = firstOption < 0 ? given : given.slice(0, firstOption)
const options = given.slice(names.length)
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
    ...options,
  ],
  {
    shown: true,
    env: {
      ...process.env,
      JINLIN_MUTATION_REPORT: join(workspaceRoot, report),
      JINLIN_MUTATION_TESTS: testsFor(names).join(","),
    },
  },
)
console.log(`Report: ${report}/index.html`)
process.exitCode = code
