// Mutation testing (`pnpm mutate [target …]`): a rule that can be broken without a test
// noticing is a rule without a test. What is mutated and where the report goes is said by src/mutation/mutate.ts.
import { createRequire } from "node:module"
import { join } from "node:path"

const report = process.env.JINLIN_MUTATION_REPORT ?? "reports/mutation/all"

export default {
  plugins: [createRequire(import.meta.url).resolve("@stryker-mutator/vitest-runner")],
  testRunner: "vitest",
  vitest: { configFile: "packages/workshop/vitest.mutation.config.mjs", related: true },
  coverageAnalysis: "perTest",
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  // What a test of a rule never reads need not be copied.
  ignorePatterns: [
    "docs",
    "examples",
    ".out",
    "coverage",
    "reports",
    "packages/bench",
    "packages/*/dist",
    "packages/*/api",
  ],
  htmlReporter: { fileName: join(report, "index.html") },
  jsonReporter: { fileName: join(report, "mutation.json") },
  tempDirName: ".stryker-tmp",
  ignoreStatic: true,
  timeoutMS: 20_000,
  thresholds: { high: 95, low: 90, break: 90 },
  allowEmpty: false,
}
