// `pnpm verify`, the greater part of `npm test`: check, tests, pack check and size budgets, each of them also after one that failed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Result } from "../checks/verdict.ts"
import { outFolder, resultsFolder } from "../workspace/places.ts"
import { programOf, runScript } from "../workspace/program.ts"
import type { Count, TestReport } from "./count.ts"
import { add, countResults, countStep, countTests, none } from "./count.ts"

interface Step {
  readonly name: string
  readonly script: string
  readonly args: ReadonlyArray<string>
  /** Reads what the step left behind. Throws when it left nothing. */
  readonly written: () => Count
}

const here = import.meta.dirname
const readResult = (name: string): unknown => JSON.parse(readFileSync(join(resultsFolder, `${name}.json`), "utf8"))
const checked = (...names: ReadonlyArray<string>): Count =>
  names.map((name) => countResults(readResult(name) as ReadonlyArray<Result>)).reduce(add, none)

const steps: ReadonlyArray<Step> = [
  { name: "check", script: join(here, "../checks/check.ts"), args: [], written: () => checked("check") },
  {
    name: "tests",
    script: programOf("vitest"),
    args: [
      "run",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${join(resultsFolder, "tests.json")}`,
      // Already counted: `tidy` is one of the checks.
      "--exclude=packages/workshop/src/tidy/**",
    ],
    written: () => countTests(readResult("tests") as TestReport),
  },
  {
    name: "pack check",
    script: join(here, "../pack/check.ts"),
    args: [],
    written: () => checked("build", "pack-check"),
  },
  // The pack check has just built what is weighed here.
  { name: "size budgets", script: join(here, "../size/size.ts"), args: ["--built"], written: () => checked("size") },
]

/** A log that nobody watches is read later, where colours are noise. */
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined }

const attempt = (read: () => Count): Count | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const take = async (step: Step, position: number): Promise<Count & { readonly line: string }> => {
  console.log(`\n── ${position}/${steps.length} ${step.name} ${"─".repeat(Math.max(0, 60 - step.name.length))}`)
  const started = performance.now()
  const { code } = await runScript(step.script, step.args, { shown: true, env })
  const count = countStep(code, attempt(step.written))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return { ...count, line: `${step.name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s` }
}

rmSync(resultsFolder, { recursive: true, force: true })
mkdirSync(resultsFolder, { recursive: true })
const lines: Array<string> = []
let total = none
for (const [index, step] of steps.entries()) {
  const taken = await take(step, index + 1)
  lines.push(taken.line)
  total = add(total, { passed: taken.passed, failed: taken.failed })
}
writeFileSync(join(outFolder, "results", "verify.json"), JSON.stringify(total))
console.log(`\nWhat ran:\n${lines.map((line) => `  ${line}`).join("\n")}`)
process.exitCode = total.failed === 0 ? 0 : 1
